"""Where a text breaks into lines, counted in the cells that a terminal gives each character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

__all__ = ["Span", "line_spans"]

# The characters [start, end) of a text.
Span = tuple[int, int]

# Letters of one cell each, so that a width is a length: Latin, Greek, Cyrillic, dashes, quotes.
_NARROW = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x2010, 0x2027))
    for code in range(first, last + 1)
)
_OPENING = ("Ps", "Pi")
_CLOSING = ("Pe", "Pf", "Po")
# Small kana and length marks never start a line (JIS X 4051).
_NEVER_FIRST = frozenset("ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〻")


@lru_cache(maxsize=65_536)
def line_spans(text: str, width: int) -> tuple[Span, ...]:
    """Return the lines of `text` when none may be wider than `width` cells (at least 2).

    Lines end at blanks, in Chinese and Japanese between any two characters that may part, and in
    the middle of a word only if it is wider than a line. An empty text is one empty line.
    """
    if text.isascii() or _NARROW.issuperset(text):
        return tuple(_narrow_lines(text, width))
    if cell_len(text) <= width:
        return ((0, _without_blanks(text, 0, len(text))),)
    return tuple(_wide_lines(text, width))


def _narrow_lines(text: str, width: int) -> Iterator[Span]:
    """Yield the lines of a text whose characters take one cell each."""
    start, length = 0, len(text)
    while length - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        end = blank if blank > start else start + width
        yield start, _without_blanks(text, start, end)
        start = end
        while start < length and text[start] == " ":
            start += 1
    yield start, _without_blanks(text, start, length)


def _wide_lines(text: str, width: int) -> Iterator[Span]:
    """Yield the lines of a text with characters of two cells or none."""
    clusters, _ = split_graphemes(text)
    first = position = 0
    while position < len(clusters):
        used, chance = 0, first
        position = first
        while position < len(clusters) and used + clusters[position][2] <= width:
            if position > first and _may_part(text, clusters[position - 1], clusters[position]):
                chance = position
            used += clusters[position][2]
            position += 1
        start = clusters[first][0]
        if position == len(clusters):
            yield start, _without_blanks(text, start, len(text))
            return
        if _may_part(text, clusters[position - 1], clusters[position]):
            chance = position
        # A single character may be wider than the line; it still has to go somewhere.
        first = chance if chance > first else max(position, first + 1)
        end = clusters[first][0] if first < len(clusters) else len(text)
        yield start, _without_blanks(text, start, end)
        while first < len(clusters) and text[slice(*clusters[first][:2])] == " ":
            first += 1
        position = first


def _without_blanks(text: str, start: int, end: int) -> int:
    """Return where a line ends when the blanks at its end are left out."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _may_part(text: str, before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    """Return whether a line may end between two neighbouring characters."""
    left, right = text[before[0]], text[after[0]]
    if " " in (left, right):
        return True
    if not (_stands_alone(left) or _stands_alone(right)):
        return False
    if unicodedata.category(left) in _OPENING or right in _NEVER_FIRST:
        return False
    return unicodedata.category(right) not in _CLOSING


def _stands_alone(character: str) -> bool:
    wide = character > "\u2e7f" and unicodedata.east_asian_width(character) in ("W", "F")
    return wide and not "\uac00" <= character <= "\ud7a3"  # Korean breaks at its spaces
