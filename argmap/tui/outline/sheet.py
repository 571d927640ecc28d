"""A map laid out as rows of a width: what each says, how high it is and on which line it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from argmap.model.claims import Claim, Ref
from argmap.model.maps import Item, Map
from argmap.tui.outline.branches import Branches, branches_of, with_ancestors
from argmap.tui.outline.layout import Layout
from argmap.tui.outline.matching import Match
from argmap.tui.outline.rows import Row, guides_of, room, spans_of
from argmap.tui.outline.words import ICONS, Words, homes_of, tone_of, words_of

__all__ = ["Sheet"]

# Cells that kind, source and id take on average; only an estimate until a row is measured.
_BESIDE_TEXT = 16


class Sheet:
    """What an outline shows, apart from how it is scrolled, marked and coloured.

    Heights are estimates at first. `measure` makes them exact, for the rows on screen at once and
    for the others when there is time, so that a map of 10,000 claims opens like one of ten.
    """

    def __init__(
        self,
        map_: Map,
        width: int,
        homes: Mapping[str, int] | None = None,
        heights: list[int] | None = None,
    ) -> None:
        self.map = map_
        self.width = width
        self.branches: Branches = branches_of(map_.items)
        self.homes = homes_of(map_.items) if homes is None else homes
        self.folded: AbstractSet[int] = frozenset()
        self.kept: AbstractSet[int] | None = None
        self.reserved: dict[int, int] = {}
        self._words: list[Words | None] = [None] * len(map_.items)
        self._exact = bytearray(len(map_.items))
        self._waiting: dict[int, int] = {}
        self._ahead = 0
        self.layout = Layout(
            self.branches.rows(self.folded),
            self._estimates(map_.items) if heights is None else heights,
        )

    def __len__(self) -> int:
        return len(self.map.items)

    # What rows say.

    def words(self, item: int) -> Words:
        """Return what the row of an item says."""
        words = self._words[item]
        if words is None:
            words = words_of(self.map, self.branches, self.homes, item, folded=self.is_folded(item))
            self._words[item] = words
        return words

    def row(self, item: int, sought: re.Pattern[str] | None = None) -> Row:
        """Return the row of an item, with what a pattern finds in it."""
        items, words = self.map.items, self.words(item)
        return Row(
            item=item,
            icon=ICONS[items[item].kind],
            tone=tone_of(items, self.branches, item),
            guides=guides_of(items, self.branches, item, self.width, folded=item in self.folded),
            words=words,
            spans=spans_of(words, self._room(item)),
            matches=() if sought is None else _found(words, sought),
            reserved=self.reserved.get(item, 0),
        )

    def find(self, sought: re.Pattern[str]) -> list[int]:
        """Return the items in whose words a pattern is found, folded away or not."""
        kept = self.branches.shown
        return [
            item
            for item in range(len(self))
            if (kept is None or item in kept)
            and sought.search((words := self.words(item)).text, words.body)
        ]

    # What is shown of them.

    def is_folded(self, item: int) -> bool:
        """Return whether a row hides rows below it."""
        return item in self.folded and self.branches.has_children(item)

    def fold(self, folded: Collection[int]) -> None:
        """Hide what is below these items, and show what is below all others."""
        folded = frozenset(folded)
        self._forget(folded ^ self.folded)
        self.folded = folded
        self._lay_out()

    def keep(self, items: Collection[int] | None) -> None:
        """Show these items and all above them alone, or with None everything again."""
        self.kept = None if items is None else frozenset(items)
        shown = None if items is None else with_ancestors(self.branches, items)
        self.branches = replace(self.branches, shown=shown)
        self._forget(self.folded)
        self._lay_out()

    def reserve(self, item: int, lines: int) -> None:
        """Give the row of an item that many lines below its kind, or with 0 its text again."""
        if lines:
            self.reserved[item] = lines
        else:
            self.reserved.pop(item, None)
        self._exact[item] = 0
        self._start_over()
        self.measure(item)

    def resize(self, width: int) -> None:
        """Lay the rows out for another width."""
        self.width = width
        self._exact = bytearray(len(self))
        self._start_over()
        self.layout = Layout(self.layout.rows, self._estimates(self.map.items))

    def replaced(self, map_: Map, match: Match, homes: Mapping[str, int] | None) -> Sheet:
        """Return the sheet of a changed map, whose items were found among its own.

        Folds, filter, reserved lines and heights go along; what changed is measured again.
        """
        old, old_end = self.layout.heights, len(self) - (len(map_.items) - match.end)
        between = self._estimates(map_.items[match.start : match.end])
        heights = [*old[: match.start], *between, *old[old_end:]]
        sheet = Sheet(map_, self.width, homes, heights)
        sheet._trust(self, match, old_end)
        if self.reserved:
            sheet.reserved = {
                item: self.reserved[origin]
                for item, origin in enumerate(match.origins)
                if origin in self.reserved
            }
        if self.kept is not None:
            # What is new has just been written: it stays in sight whatever the filter.
            kept = {*self.kept, -1}
            sheet.keep([item for item, origin in enumerate(match.origins) if origin in kept])
        if self.folded:
            sheet.fold(match.now(self.folded))
        return sheet

    def _trust(self, before: Sheet, match: Match, old_end: int) -> None:
        """Hold those heights for exact that were so, and that no change reaches."""
        start, end = match.start, match.end
        self._exact[:start], self._exact[end:] = before._exact[:start], before._exact[old_end:]
        # Rows beside the change that tell of it: its refs, the steps above and below it.
        changed = {before._name_of(item) for item in range(start, old_end)}
        changed |= {self._name_of(item) for item in range(start, end)}
        for item, entry in enumerate(self.map.items):
            if type(entry.content) is Ref and entry.content.id in changed:
                self._exact[item] = 0
        for item in range(start, end):
            if (above := self.branches.parents[item]) >= 0:
                self._exact[above] = 0
            for child in self.branches.children(item):
                self._exact[child] = 0

    def _name_of(self, item: int) -> str | None:
        """Return the id of the claim at home in an item."""
        content = self.map.items[item].content
        return content.id if isinstance(content, Claim) else None

    # How high they are.

    def measure(self, item: int) -> bool:
        """Make the height of an item's row exact; return whether it changed."""
        if self._exact[item]:
            return False
        self._exact[item] = 1
        return self.layout.set_height(item, self._height(item))

    def measure_lines(self, line: int, count: int) -> bool:
        """Make `count` lines from `line` on exact; return whether a height changed."""
        changed = False
        rows, heights = self.layout.rows, self.layout.heights
        row = self.layout.row_at(line)
        left = count + line - self.layout.tops[row]
        while left > 0 and row < len(rows):
            changed |= self.measure(rows[row])
            left -= heights[rows[row]]
            row += 1
        return changed

    def measure_around(self, row: int, lines: int) -> bool:
        """Make the rows exact that are within `lines` lines of a row, above and below."""
        changed = False
        rows, heights = self.layout.rows, self.layout.heights
        for step in (-1, 1):
            at, left = row, lines
            while left > 0 and 0 <= at < len(rows):
                changed |= self.measure(rows[at])
                left -= heights[rows[at]]
                at += step
        return changed

    def measure_few(self, most: int) -> None:
        """Make all heights exact, unless that would be more than so many."""
        if self._exact.count(0) <= most:
            while (item := self._exact.find(0)) >= 0:
                self.measure(item)

    def measure_ahead(self, count: int) -> bool:
        """Work out the heights of up to `count` more items; return whether any are left.

        They take effect all at once, with `accept`, so that nothing moves on screen meanwhile.
        """
        item = self._exact.find(0, self._ahead)
        while item >= 0 and count:
            self._waiting[item] = self._height(item)
            count -= 1
            self._ahead = item + 1
            item = self._exact.find(0, self._ahead)
        return item >= 0

    def accept(self) -> None:
        """Let the heights that were worked out take effect."""
        for item, height in self._waiting.items():
            self._exact[item] = 1
            self.layout.set_height(item, height)
        self._start_over()

    @property
    def is_measured(self) -> bool:
        """Whether all heights are exact."""
        return 0 not in self._exact

    def _height(self, item: int) -> int:
        lines = self.reserved.get(item, 0)
        return 1 + lines if lines else len(spans_of(self.words(item), self._room(item)))

    def _start_over(self) -> None:
        self._waiting = {}
        self._ahead = 0

    def _room(self, item: int) -> int:
        return room(self.width, self.branches.depths[item])

    def _lay_out(self) -> None:
        self.layout = Layout(self.branches.rows(self.folded), self.layout.heights)

    def _forget(self, items: Collection[int]) -> None:
        """Have the rows of these items made anew."""
        for item in items:
            self._words[item] = None
            self._exact[item] = 0
        self._start_over()

    def _estimates(self, items: Sequence[Item]) -> list[int]:
        """Return about how many lines the row of each item will take."""
        deepest = max([item.depth for item in items], default=0)
        rooms = [room(self.width, depth) for depth in range(deepest + 1)]
        return [
            1 + (len(item.content.text) + _BESIDE_TEXT) // rooms[item.depth]
            if isinstance(item.content, Claim)
            else 1
            for item in items
        ]


def _found(words: Words, sought: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in sought.finditer(words.text, words.body))
