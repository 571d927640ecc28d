"""The comments of a text: each `#` that stands outside all scalars, up to the end of its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.document.tree import Scalar

__all__ = ["Comment", "comments_of"]

_LINE_END = re.compile(r"[\r\n]|\Z")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of its line, and the last scalar that begins before it."""

    start: int
    end: int
    after: Scalar | None


def comments_of(text: str, scalars: Sequence[Scalar]) -> Iterator[Comment]:
    """Yield the comments of a text whose scalars, keys and values, stand in order.

    No parser is asked: libyaml drops comments without a word of where they were.
    """
    starts: list[int] | None = None
    found = text.find("#")
    while found >= 0:
        if starts is None:
            starts = [scalar.start for scalar in scalars]
        index = bisect_right(starts, found) - 1
        scalar = scalars[index] if index >= 0 else None
        if scalar is not None and found < scalar.end and not _in_header(text, scalar, found):
            found = text.find("#", scalar.end)
        elif found == 0 or text[found - 1] in " \t\r\n":
            end = _line_end(text, found)
            yield Comment(found, end, scalar)
            found = text.find("#", end)
        else:
            found = text.find("#", found + 1)


def _in_header(text: str, scalar: Scalar, offset: int) -> bool:
    """Whether an offset inside a scalar stands on the line of a block's `|` or `>`."""
    return scalar.style in ("|", ">") and offset < _line_end(text, scalar.start)


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the line break after `offset`, or the text's length."""
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)
