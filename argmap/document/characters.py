"""Characters that are there but not seen, and those that do something else than they seem to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from argmap.document.comments import comments_of
from argmap.document.composing import CONTROL_CHARACTERS
from argmap.document.problems import Problem, shown
from argmap.document.tree import Scalar

__all__ = ["control_characters", "cut_texts", "invisible_characters", "tabs"]

# Bidirectional marks and overrides, zero widths that no script needs, a byte order mark inside
# the text, soft hyphens, and the line breaks that only some programs see. The joiners U+200C and
# U+200D are not among them: Persian, Hindi and emoji are written with them.
_INVISIBLE = re.compile("[\x85\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_BREAK = re.compile(r"[\r\n]")
_TABS = re.compile("\t+")


def control_characters(text: str) -> Iterator[Problem]:
    """Yield the problems of characters that no YAML text may hold."""
    for found in CONTROL_CHARACTERS.finditer(text):
        message = f"Here is the control character U+{ord(found.group()):04X}."
        yield Problem("Y017", message, *found.span(), "Delete it.")


def invisible_characters(text: str) -> Iterator[Problem]:
    """Yield the problems of characters that cannot be seen."""
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        character = found.group()[0]
        name = unicodedata.name(character, "a line break to some programs").lower()
        message = f"Here is the invisible character U+{ord(character):04X}, {name}."
        yield Problem("Y016", message, *found.span(), "Delete it, or type a blank.")


def tabs(text: str, scalars: Sequence[Scalar]) -> Iterator[Problem]:
    """Yield the problems of tabs outside comments and texts in quotes or blocks.

    libyaml takes them inside plain texts as well; ruamel and so many other readers do not.
    """
    if "\t" not in text:
        return
    taken = sorted(
        [(_body(text, scalar), scalar.end) for scalar in scalars if scalar.style]
        + [(comment.start, comment.end) for comment in comments_of(text, scalars)]
    )
    starts = [start for start, _ in taken]
    for found in _TABS.finditer(text):
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.start() >= taken[index][1]:
            yield tab(*found.span())


def _body(text: str, scalar: Scalar) -> int:
    """Return where the words of a scalar begin: in a block, below the line of its sign."""
    if scalar.style not in ("|", ">"):
        return scalar.start
    found = _BREAK.search(text, scalar.start, scalar.end)
    return found.start() if found else scalar.end


def tab(start: int, end: int) -> Problem:
    """Return the problem of a run of tabs."""
    message = "Here is a tab, which not every YAML reader takes for blanks."
    return Problem("Y013", message, start, end, "Replace it with blanks.")


def cut_texts(text: str, scalars: Sequence[Scalar]) -> Iterator[Problem]:
    """Yield the problems of texts that a `#` after a blank cuts short.

    A comment begins with a blank after its `#`; `#1` or `#MeToo` was meant as text.
    """
    for comment in comments_of(text, scalars):
        scalar = comment.after
        if (
            scalar is not None
            and not scalar.style
            and text[comment.start + 1 : comment.start + 2].isalnum()
            and not text[scalar.end : comment.start].strip(" \t")
        ):
            yield cut_text(text, scalar.start, comment.start, comment.end)


def cut_text(text: str, start: int, cut: int, end: int) -> Problem:
    """Return the problem of a text that begins at `start` and is cut at `cut`."""
    words = text[cut:end].rstrip()
    message = f"The text ends before {shown(words)}, because ' #' begins a comment."
    help_ = "Put the whole text in quotes; a comment has a blank after its '#'."
    if words[1:2] == " ":
        help_ = "Put the whole text in quotes, or the comment on a line of its own."
    labels = ((start, cut, "all that is left of the text"),) if text[start:cut].strip() else ()
    return Problem("Y014", message, cut, cut + len(words), help_, labels)
