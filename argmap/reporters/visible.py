"""Text as a terminal can safely show it, and how many cells it takes there."""

from __future__ import annotations

import unicodedata

__all__ = ["cells", "visible"]

# Controls, what turns the direction of writing or has no look of its own, halves of surrogate
# pairs, and the separators of lines and paragraphs.
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Persian, Hindi and many emoji need the joiners to be legible.
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    r"""Return `text` with every character that a terminal would obey or hide as an escape.

    What is left moves no cursor, rings no bell and turns no text around: ESC shows as `\x1b`, a
    line break as `\n`, a right-to-left override as `\u202e`.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    """Return a character, or its escape if it does not show."""
    if character.isprintable() or character in _JOINERS:
        return character
    if unicodedata.category(character) not in _HIDDEN:
        return character
    return character.encode("unicode_escape").decode("ascii")


def cells(text: str) -> int:
    """Return how many cells of a terminal a visible text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    """Return the cells of one character: 2 in East Asian scripts, 0 for what joins the last."""
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
