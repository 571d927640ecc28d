"""What is marked in an outline: selected rows, what a search finds, and findings."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from argmap.model.maps import Map
from argmap.rules.findings import Severity
from argmap.tui.outline.matching import Match
from argmap.tui.outline.messages import SelectionChanged
from argmap.tui.outline.painting import State
from argmap.tui.outline.steering import Steering

__all__ = ["Marking"]


class Marking(Steering):
    """Selects rows, finds text and shows which items have findings."""

    def __init__(self, map_: Map, remark: str, id: str | None, classes: str | None) -> None:  # noqa: A002 - the name that all widgets give it
        super().__init__(map_, remark, id, classes)
        self._selected: frozenset[int] = frozenset()
        # Where a range of selected rows began, and where the cursor was when it was last extended.
        self._range: tuple[int, int] | None = None
        self._findings: Mapping[int, Severity] = {}
        self._found: list[int] | None = None

    def show_findings(self, findings: Mapping[int, Severity]) -> None:
        """Mark items in the margin with the worst of their findings."""
        self._findings = dict(findings)
        self._repaint()

    # Selection.

    @property
    def selected(self) -> tuple[int, ...]:
        """The selected items in reading order."""
        return tuple(sorted(self._selected))

    def select(self, items: Collection[int]) -> None:
        """Select these items and no others."""
        self._range = None
        self._select(items)

    def toggle_selected(self, item: int | None = None) -> None:
        """Select an item beside the others, or no longer; by default that under the cursor."""
        item = self.cursor if item is None else item
        if item >= 0:
            self.select(self._selected ^ {item})

    def extend_selection(self, by: int) -> None:
        """Move the cursor by rows, and select all from where this began to where it is now."""
        start = self._range_start()
        self.move_cursor(by)
        self._extend(start)

    def extend_selection_to(self, item: int) -> None:
        """Put the cursor on an item, and select all rows from where this began."""
        start = self._range_start()
        self.go_to(item)
        self._extend(start)

    def _range_start(self) -> int:
        """Return where the range began that the cursor is at the end of, else the cursor."""
        if self._range is not None and self._range[1] == self.cursor:
            return self._range[0]
        return self.cursor

    def _extend(self, start: int) -> None:
        layout = self._sheet.layout
        if layout.rows:
            first, last = sorted((layout.nearest_row(start), layout.nearest_row(self.cursor)))
            self._select(layout.rows[first : last + 1])
            self._range = start, self.cursor

    def _select(self, items: Collection[int]) -> None:
        selected = frozenset(items)
        changed = selected ^ self._selected
        if changed:
            self._selected = selected
            self._repaint(*changed)
            self.post_message(SelectionChanged(self.selected))

    # Search.

    @property
    def matches(self) -> tuple[int, ...]:
        """The items in which the search text is found, in reading order."""
        if self._found is None:
            self._found = [] if self._sought is None else self._sheet.find(self._sought)
        return tuple(self._found)

    def search(self, text: str) -> int:
        """Mark a text wherever it is found, in any case; return in how many items it is.

        An empty text ends the search. The cursor stays where it is.
        """
        self._sought = re.compile(re.escape(text), re.IGNORECASE) if text else None
        self._found = None
        self._repaint()
        return len(self.matches)

    def next_match(self, *, from_here: bool = False) -> int | None:
        """Put the cursor on the next item found, after the last on the first; return it.

        With `from_here` that may be the one under the cursor.
        """
        found, least = self.matches, self.cursor + (not from_here)
        after = (one for one in found if one >= least)
        return self._go_to_match(next(after, found[0] if found else None))

    def previous_match(self) -> int | None:
        """Put the cursor on the item found before, from the first on the last; return it."""
        found = self.matches[::-1]
        before = (one for one in found if one < self.cursor)
        return self._go_to_match(next(before, found[0] if found else None))

    def _go_to_match(self, item: int | None) -> int | None:
        if item is not None:
            self.go_to(item)
        return item

    # What changes under the marks.

    def filter(self, items: Collection[int] | None) -> None:
        """Show only these items and, dimmed, all above them; None shows everything again.

        Folds come back as they were when the filter ends. The cursor goes to the next item shown;
        what is selected out of sight is no longer selected. A search finds what is shown.
        """
        self._found = None
        super().filter(items)
        shown = self._sheet.branches.shown
        if shown is not None:
            self._select(self._selected & shown)

    def _carry(self, match: Match) -> None:
        super()._carry(match)
        self._findings = {}
        self._found = None
        self._range = None
        self._select(match.now(self._selected))

    def _state(self, item: int) -> State:
        return replace(
            super()._state(item),
            has_cursor=item == self.cursor,
            is_selected=item in self._selected,
            severity=self._findings.get(item),
        )
