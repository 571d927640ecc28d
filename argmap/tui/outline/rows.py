"""The rows of an outline as values: guides, fold mark, icon and words, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from rich.cells import cell_len

from argmap.model.maps import Item, Kind
from argmap.tui.outline.branches import Branches
from argmap.tui.outline.lines import Span, line_spans
from argmap.tui.outline.words import GAP, Tone, Words

__all__ = [
    "MARGIN",
    "Guides",
    "Part",
    "Piece",
    "Row",
    "fold_column",
    "guides_of",
    "room",
    "spans_of",
    "words_column",
]

# Cells left of the guides: the cursor's mark, that of a selected row, that of a finding.
MARGIN = 3
_INDENT = 2
# From the fold mark to the icon, and from there to the words.
_ICON = 2
_WORDS = 4
_LEAST_WIDTH = 20

# What a piece of a line is, for the painter to look up its style.
Part = Literal["guide", "bracket", "fold", "icon", "head", "body", "aside", "tail", "count"]


class Piece(NamedTuple):
    """A stretch of a line that looks the same all along."""

    text: str
    part: Part
    is_match: bool = False


class Guides(NamedTuple):
    """What stands left of a row's icon on its first line and on the others."""

    first: tuple[Piece, ...]
    rest: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One item as it is drawn. `spans` are the lines of its words, `matches` what was searched.

    With `reserved` lines, those follow the row's kind alone, in place of its text.
    """

    item: int
    icon: str
    tone: Tone
    guides: Guides
    words: Words
    spans: tuple[Span, ...]
    matches: tuple[Span, ...] = ()
    reserved: int = 0

    @property
    def height(self) -> int:
        """How many lines the row takes."""
        return 1 + self.reserved if self.reserved else len(self.spans)

    def line(self, number: int) -> tuple[Piece, ...]:
        """Return one line of the row, without the margin and without what fills it up."""
        if number:
            start = (*self.guides.rest, Piece("   ", "guide"))
        else:
            start = (*self.guides.first, Piece(f" {self.icon} ", "icon"))
        if not self.reserved:
            return (*start, *self._said(*self.spans[number]))
        return start if number else (*start, Piece(self.words.text[: self.words.body], "head"))

    def _said(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the words from `start` to `end`, cut where they begin to look different."""
        words = self.words
        parts: tuple[tuple[int, Part], ...] = (
            (0, "head"),
            (words.body, "body" if words.is_own else "aside"),
            (words.count, "count"),
            (words.tail, "tail"),
        )
        edges = [edge for edge, _ in parts] + [edge for match in self.matches for edge in match]
        cuts = sorted({start, end, *(edge for edge in edges if start < edge < end)})
        for left, right in pairwise(cuts):
            part = next(part for edge, part in reversed(parts) if edge <= left)
            is_match = any(first <= left < last for first, last in self.matches)
            yield Piece(words.text[left:right], part, is_match)


def room(width: int, depth: int) -> int:
    """Return how many cells the words of a row have on a line of `width` cells."""
    return max(width, _LEAST_WIDTH) - words_column(width, depth) - 1


def spans_of(words: Words, cells: int) -> tuple[Span, ...]:
    """Return the lines of a row's words.

    Who says it shares the last line or has its own; ids are left out where they would cost a line,
    because most rows would be a line higher for them.
    """
    text, tail, ids = words.text, words.tail, words.ids
    if len(text) <= cells and text.isascii():
        return ((0, len(text)),)
    *lines, (start, end) = line_spans(text[:tail], cells)
    used = cell_len(text[start:end])
    for until in (len(text), ids):
        if used + cell_len(text[end:until]) <= cells:
            return (*lines, (start, max(end, until)))
    behind = tail + len(GAP)
    told = text[behind:] if cell_len(text[behind:]) <= cells else text[behind:ids]
    own = line_spans(told, cells)
    return (*lines, (start, end), *((behind + first, behind + last) for first, last in own))


def words_column(width: int, depth: int) -> int:
    """Return the cell in which the words of a row begin on all lines but the first."""
    return fold_column(width, depth) + _WORDS


def fold_column(width: int, depth: int) -> int:
    """Return the cell in which the fold mark of a row stands, from the left edge."""
    return MARGIN + min(depth * _INDENT, _most_guides(width))


def guides_of(
    items: tuple[Item, ...], branches: Branches, item: int, width: int, *, folded: bool
) -> Guides:
    """Return the guides of a row, which cut short when it stands too deep to draw them all."""
    chain = [item, *branches.ancestors(item)][-2::-1]
    above = [_passing(items, branches, one) for one in chain[:-1]]
    opened = branches.has_children(item)
    mark = "▸" if folded and opened else "▾" if opened else ""
    pieces: list[Piece]
    if not chain:
        first, rest = Piece("", "guide"), Piece("", "guide")
        fold = Piece(mark or " ", "fold")
    else:
        first, rest = _joining(items, branches, item), _passing(items, branches, item)
        fold = Piece(mark, "fold") if mark else Piece(first.text[1], first.part)
    under = Piece("│" if opened and not folded else " ", "guide")
    depth = len(chain)
    columns = _most_guides(width) // _INDENT
    pieces = above
    if depth > columns:
        # Too deep: the number of levels and the nearest guides.
        number = f"{depth}⋯"
        number += " " * (len(number) % _INDENT)
        kept = columns - 1 - len(number) // _INDENT
        pieces = [Piece(number, "guide"), *above[len(above) - kept :]]
    return Guides((*pieces, first, fold), (*pieces, rest, under))


def _most_guides(width: int) -> int:
    """Return how many cells the guides may take: half of what there is."""
    return (max(width, _LEAST_WIDTH) - MARGIN - _WORDS) // 2 // _INDENT * _INDENT


def _passing(items: tuple[Item, ...], branches: Branches, item: int) -> Piece:
    """Return what runs past an item, or past what is below it, to its next sibling."""
    following = branches.next_sibling(item)
    if following is None:
        return Piece("  ", "guide")
    if items[item].kind is Kind.PREMISE and items[following].kind is Kind.PREMISE:
        return Piece("┃ ", "bracket")
    return Piece("│ ", "guide")


def _joining(items: tuple[Item, ...], branches: Branches, item: int) -> Piece:
    """Return what joins an item to the line from above: linked premises share a bracket."""
    before, after = branches.previous_sibling(item), branches.next_sibling(item)
    kind = items[item].kind
    if kind is not Kind.PREMISE:
        corner = "└" if after is None else "├"
        # An undercut or warrant is about the step, so it hangs on by another line.
        return (
            Piece(f"{corner}╌", "bracket") if kind.is_about_step else Piece(f"{corner}─", "guide")
        )
    joins_up = before is not None and items[before].kind is Kind.PREMISE
    joins_down = after is not None and items[after].kind is Kind.PREMISE
    match joins_up, joins_down:
        case True, True:
            corner = "┣"
        case True, False:
            corner = "┗" if after is None else "┡"
        case False, True:
            corner = "┏" if before is None else "┢"
        case _:
            corner = "╺"
    return Piece(f"{corner}━", "bracket")
