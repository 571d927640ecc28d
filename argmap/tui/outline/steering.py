"""The cursor of an outline, its folds and its filter, and how they outlive a change of the map."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.reactive import var

from argmap.model.graph import Graph
from argmap.model.maps import Map
from argmap.tui.outline.canvas import Canvas, Hold
from argmap.tui.outline.matching import Match, match_items
from argmap.tui.outline.messages import CursorMoved
from argmap.tui.outline.sheet import Sheet

__all__ = ["Steering"]


class Steering(Canvas):
    """Moves a cursor over the rows, folds what is below them and leaves some out."""

    cursor: var[int] = var(-1, init=False)
    """The item under the cursor, -1 if there is none."""

    def __init__(self, map_: Map, remark: str, id: str | None, classes: str | None) -> None:  # noqa: A002 - the name that all widgets give it
        super().__init__(map_, remark, id, classes)
        self._unfiltered_folds: frozenset[int] = frozenset()
        self._scroll_stays = False
        if map_.items:
            self.set_reactive(Steering.cursor, 0)

    # The map.

    @property
    def map(self) -> Map:
        """The map that is shown."""
        return self._sheet.map

    def show(self, map_: Map, graph: Graph | None = None, *, cursor: int | None = None) -> None:
        """Show a map, or what an edit made of the one that is shown.

        Cursor, scroll position, folds, filter and selection stay with the claims they were on;
        where the claim under the cursor is gone, the cursor goes to what took its place. `cursor`
        puts it elsewhere, in sight. A `CursorMoved` follows in any case. Findings go with the old
        map.
        """
        held = self._held()
        match = match_items(self.map.items, map_.items)
        homes = None if graph is None else graph.homes
        self._sheet = self._sheet.replaced(map_, match, homes)
        self._carry(match)
        stays = match.now((self.cursor,))
        place = stays[0] if stays else min(max(self.cursor, 0), len(map_.items) - 1)
        holds = match.now(held[:1]) if held is not None else ()
        self._arrange((holds[0], held[1]) if held is not None and holds else None)
        before = self.cursor
        if cursor is None:
            self._put_cursor(place)
        else:
            self.go_to(cursor)
        if self.cursor == before:
            # Moved or not, it may be on another claim now, or on one that says something else.
            self.post_message(CursorMoved(before))

    def show_another(self, map_: Map, graph: Graph | None = None) -> None:
        """Show a map from its first claim on, without anything that was true of another one."""
        self._carry(Match((), 0, 0))
        self._sheet = Sheet(map_, self._width, None if graph is None else graph.homes)
        self._arrange(None)
        self._scroll_to_line(0)
        self._put_cursor(0)
        self.post_message(CursorMoved(self.cursor))

    def _carry(self, match: Match) -> None:
        """Take over what is kept by item from the map before."""
        self._unfiltered_folds = frozenset(match.now(self._unfiltered_folds))

    # The cursor.

    def move_cursor(self, by: int) -> None:
        """Move the cursor by that many rows, as far as there are rows."""
        layout = self._sheet.layout
        if layout.rows:
            row = max(0, min(layout.nearest_row(self.cursor) + by, len(layout.rows) - 1))
            self.cursor = layout.rows[row]

    def page(self, by: int) -> None:
        """Move the cursor by that many screens, and at least by a row."""
        layout = self._sheet.layout
        if not layout.rows:
            return
        row = layout.nearest_row(self.cursor)
        lines = max(1, self._lines - 1)
        self._sheet.measure_around(row, (abs(by) + 1) * lines)
        there = layout.row_at(layout.tops[row] + by * lines)
        self.move_cursor((there - row) or (1 if by > 0 else -1))

    def go_to(self, item: int) -> None:
        """Put the cursor on an item, unfolding what hides it. A filter that hides it ends."""
        if 0 <= item < len(self._sheet):
            shown = self._sheet.branches.shown
            if shown is not None and item not in shown:
                self.filter(None)
            self._unfold_above(item)
            self.cursor = item
            self._reveal(item)

    def go_to_first(self) -> None:
        """Put the cursor on the first row."""
        self.move_cursor(-len(self._sheet))

    def go_to_last(self) -> None:
        """Put the cursor on the last row."""
        self.move_cursor(len(self._sheet))

    def go_to_parent(self) -> None:
        """Put the cursor on the item above, if there is one."""
        if self.cursor >= 0 and (above := self._sheet.branches.parents[self.cursor]) >= 0:
            self.cursor = above

    def go_to_first_child(self) -> None:
        """Put the cursor on the first item below, which is unfolded."""
        if self.cursor >= 0 and self._sheet.branches.has_children(self.cursor):
            self.unfold()
            self.move_cursor(1)

    def validate_cursor(self, item: int) -> int:
        """Keep the cursor on a row: where an item has none, on the one that hides it."""
        layout = self._sheet.layout
        return layout.rows[layout.nearest_row(item)] if layout.rows else -1

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the cursor where it is now, in sight, and tell it."""
        self._repaint(old, new)
        if not self._scroll_stays:
            self._reveal(new)
        if self.has_focus and (region := self.region_of(new)) is not None:
            # Braille displays and magnifiers follow the terminal's own cursor, hidden as it is.
            self.app.cursor_position = self.content_region.offset + region.offset
        self.post_message(CursorMoved(new))

    def _put_cursor(self, item: int) -> None:
        """Move the cursor without scrolling: what it is on, or the screen, has not moved."""
        self._scroll_stays = True
        self.cursor = item
        self._scroll_stays = False

    def _held(self) -> Hold | None:
        """Return the row under the cursor if it is in sight, else the one on top."""
        layout = self._sheet.layout
        row = layout.row_of(self.cursor)
        if row is not None:
            line = layout.tops[row] - self.scroll_offset.y
            if 0 <= line < max(self._lines, self._lines_before):
                return self.cursor, line
        return super()._held()

    # Folds.

    @property
    def folded(self) -> frozenset[int]:
        """The items that hide what is below them."""
        return frozenset(filter(self._sheet.is_folded, self._sheet.folded))

    def fold(self, item: int | None = None) -> None:
        """Hide what is below an item, by default that under the cursor."""
        item = self.cursor if item is None else item
        if item >= 0 and self._sheet.branches.has_children(item):
            self._fold({*self._sheet.folded, item})

    def unfold(self, item: int | None = None) -> None:
        """Show again what is below an item."""
        item = self.cursor if item is None else item
        if item in self._sheet.folded:
            self._fold(self._sheet.folded - {item})

    def toggle(self, item: int | None = None) -> None:
        """Fold an item, or unfold it if it is."""
        item = self.cursor if item is None else item
        if item in self._sheet.folded:
            self.unfold(item)
        else:
            self.fold(item)

    def fold_to_depth(self, depth: int) -> None:
        """Show that many levels, at least 1, and fold what is deeper."""
        branches = self._sheet.branches
        least = max(depth, 1) - 1
        self._fold(
            item
            for item, level in enumerate(branches.depths)
            if level >= least and branches.ends[item] > item + 1
        )

    def unfold_all(self) -> None:
        """Show all levels."""
        self._fold(())

    def _unfold_above(self, item: int) -> None:
        hiding = self._sheet.folded & set(self._sheet.branches.ancestors(item))
        if hiding:
            self._fold(self._sheet.folded - hiding)

    def _fold(self, items: Iterable[int]) -> None:
        folded = frozenset(items)
        held = self._held()
        # Where the cursor's row is folded away, the row that hides it is the one to keep in place.
        hiding = [above for above in self._sheet.branches.ancestors(self.cursor) if above in folded]
        if held is not None and held[0] == self.cursor and hiding:
            layout = self._sheet.layout
            line = layout.tops[layout.nearest_row(hiding[-1])] - self.scroll_offset.y
            held = hiding[-1], max(line, 0)
        self._sheet.fold(folded)
        self._arrange(held)
        self._put_cursor(self.cursor)

    # Filter.

    def filter(self, items: Collection[int] | None) -> None:
        """Show only these items and, dimmed, all above them; None shows everything again.

        Folds come back as they were when the filter ends. The cursor goes to the next item shown.
        """
        held = self._held()
        if items is not None and self._sheet.kept is None:
            self._unfiltered_folds = frozenset(self._sheet.folded)
        self._sheet.keep(items)
        self._sheet.fold(self._unfiltered_folds if items is None else ())
        self._arrange(held)
        kept = self._sheet.kept
        if kept is None or self.cursor in kept:
            self._put_cursor(self.cursor)
        else:
            self._put_cursor(
                min((one for one in kept if one >= self.cursor), default=max(kept, default=-1))
            )
        self._reveal(self.cursor)
