"""The scrolled rows of an outline on screen, which stay where they are while heights settle."""

from __future__ import annotations

import re
from typing import Final

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from argmap.model.maps import Map
from argmap.tui.outline.painting import Painter, State
from argmap.tui.outline.rows import words_column
from argmap.tui.outline.sheet import Sheet

__all__ = ["Canvas", "Hold"]

# Rows measured at a time while nobody waits, about 6 ms, and the seconds between. What an edit
# leaves to measure is less, and done at once, because to settle later takes a second frame.
_SLICE: Final = 200
_AT_ONCE: Final = 50
_PAUSE: Final = 0.01
# Lines kept in sight above and below the cursor where there is room.
_CONTEXT: Final = 2

# An item and the line of the screen on which its row begins.
Hold = tuple[int, int]


class Canvas(ScrollView):
    """Draws the rows of a sheet and scrolls them; what the rows are about is left to others."""

    ALLOW_SELECT = False

    def __init__(self, map_: Map, remark: str, id: str | None, classes: str | None) -> None:  # noqa: A002 - the name that all widgets give it
        super().__init__(id=id, classes=classes)
        self._remark = remark
        self._sheet = Sheet(map_, 80)
        self._sought: re.Pattern[str] | None = None
        self._painter: Painter | None = None
        self._strips: dict[tuple[int, int], Strip] = {}
        self._measuring: Timer | None = None
        self._held_before: Hold | None = None
        self._lines_before = 0

    # Room for an editor.

    def reserve(self, item: int, lines: int) -> Region | None:
        """Keep that many lines free below the kind of an item, for an editor of its text.

        With 0 the text comes back. Returns the free cells as `region_of` does.
        """
        held = self._held()
        self._sheet.reserve(item, lines)
        self._arrange(held)
        if lines:
            self._reveal(item)
        return self.region_of(item)

    def region_of(self, item: int) -> Region | None:
        """Return the cells where an item's text stands or where lines are reserved for it.

        They count from the outline's upper left corner inside its border, and may lie out of sight
        above or below. None for an item without a row.
        """
        layout = self._sheet.layout
        row = layout.row_of(item)
        if row is None:
            return None
        self._sheet.measure(item)
        reserved = self._sheet.reserved.get(item, 0)
        column = words_column(self._width, self._sheet.branches.depths[item])
        top = layout.tops[row] - self.scroll_offset.y + (1 if reserved else 0)
        return Region(
            column, top, max(1, self._width - column - 1), reserved or layout.heights[item]
        )

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """Return the strip of a line of the screen."""
        if self._sheet.width != self._width:
            # The first frame comes before the first resize event.
            self._rewrap()
        painter = self._painter
        if painter is None:
            painter = self._painter = self._new_painter()
        width = self.size.width
        layout = self._sheet.layout
        line = y + self.scroll_offset.y
        if line >= layout.total:
            return painter.remark("" if layout.rows or y else self._nothing, width)
        row = layout.row_at(line)
        item, number = layout.rows[row], line - layout.tops[row]
        strip = self._strips.get((item, number))
        if strip is None:
            # A row is drawn whole, because its other lines are mostly on screen too.
            drawn, state = self._sheet.row(item, self._sought), self._state(item)
            for each in range(drawn.height):
                self._strips[item, each] = painter.line(drawn, each, state, width)
            strip = self._strips.get((item, number)) or painter.blank(width)
        return strip

    @property
    def _nothing(self) -> str:
        """What is said where there are no rows."""
        is_empty = not len(self._sheet)
        return self._remark if is_empty else "The filter leaves no claim in sight."

    def notify_style_update(self) -> None:
        """Look all styles up anew."""
        super().notify_style_update()
        self._painter = None
        self._strips.clear()

    def _new_painter(self) -> Painter:
        def look_up(name: str) -> Style:
            return self.get_component_rich_style(f"outline--{name}")

        def has_colour(name: str) -> bool:
            return self.get_component_styles(f"outline--{name}").has_rule("color")

        return Painter(self.rich_style, look_up, has_colour)

    def _state(self, item: int) -> State:
        """Return what is true of a row beside what it says."""
        kept = self._sheet.kept
        return State(is_dimmed=kept is not None and item not in kept)

    def _repaint(self, *items: int) -> None:
        """Draw the rows of these items anew, or all rows."""
        if not items:
            self._strips.clear()
            self.refresh()
            return
        layout, scrolled = self._sheet.layout, self.scroll_offset.y
        for item in items:
            row = layout.row_of(item) if 0 <= item < len(self._sheet) else None
            if row is None:
                continue
            height = layout.heights[item]
            for number in range(height):
                self._strips.pop((item, number), None)
            top = layout.tops[row] - scrolled
            if -height < top < self._lines:
                self.refresh(Region(0, top, self.size.width, height))

    # Scrolling.

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width or 80

    @property
    def _lines(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap all texts anew when the width has changed."""
        if self._sheet.width != self._width:
            self._rewrap()
        held, self._held_before = self._held_before or self._held(), None
        self._arrange(held)
        self._lines_before = self._lines

    def _rewrap(self) -> None:
        self._held_before = self._held()
        self._strips.clear()
        self._sheet.resize(self._width)
        self._sheet.measure_lines(self.scroll_offset.y, self._lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        if self._sheet.measure_lines(self.scroll_offset.y, self._lines):
            self._fit()
            self.refresh()

    def _held(self) -> Hold | None:
        """Return what must not move on screen when rows change: by default the row on top."""
        layout = self._sheet.layout
        if not layout.rows:
            return None
        row = layout.row_at(self.scroll_offset.y)
        return layout.rows[row], layout.tops[row] - self.scroll_offset.y

    def _arrange(self, held: Hold | None) -> None:
        """Show changed rows, with the held one on the line where it was."""
        self._strips.clear()
        self._sheet.measure_few(_AT_ONCE)
        layout, top = self._sheet.layout, self.scroll_offset.y
        if held is not None and layout.rows:
            row = layout.nearest_row(held[0])
            self._sheet.measure_around(row, self._lines)
            # On a lower screen, or when it grew, the row goes up as far as it must.
            top = max(layout.tops[row] - held[1], layout.tops[row + 1] - self._lines)
            top = min(top, layout.tops[row] - min(held[1], 0))
        self._sheet.measure_lines(max(0, top), self._lines)
        self._scroll_to_line(top)
        self._measure_rest()
        self.refresh()

    def _reveal(self, item: int) -> None:
        """Scroll as little as brings a row in sight, with some lines around it."""
        layout, scrolled, lines = self._sheet.layout, self.scroll_offset.y, self._lines
        row = layout.row_of(item)
        if row is None:
            return
        first = layout.row_at(scrolled)
        into = scrolled - layout.tops[first]
        self._sheet.measure_around(row, lines)
        scrolled = layout.tops[first] + into
        top, bottom = layout.tops[row], layout.tops[row + 1]
        context = _CONTEXT if bottom - top + 2 * _CONTEXT <= lines else 0
        to = min(max(scrolled, bottom + context - lines), max(0, top - context))
        self._scroll_to_line(to)

    def _scroll_to_line(self, line: int) -> None:
        self._fit()
        line = max(0, min(line, self._sheet.layout.total - self._lines))
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, force=True)

    def _fit(self) -> None:
        """Tell the scroll bar how many lines there are."""
        size = Size(self._width, self._sheet.layout.total)
        if size != self.virtual_size:
            self.virtual_size = size

    # Measuring the rows out of sight, bit by bit.

    @property
    def is_measured(self) -> bool:
        """Whether all rows are laid out, those out of sight too."""
        return self._sheet.is_measured

    def _measure_rest(self) -> None:
        if self._measuring is None and not self._sheet.is_measured:
            # A timer that fires once would be dropped without a word if the machine, busy with
            # something else, came to start it only after it was due; one that repeats is not.
            self._measuring = self.set_interval(_PAUSE, self._measure_more)

    def _measure_more(self) -> None:
        if self._measuring is None or self._sheet.measure_ahead(_SLICE):
            return
        self._measuring.stop()
        self._measuring = None
        held = Canvas._held(self)
        self._sheet.accept()
        if held is not None:
            self._scroll_to_line(
                self._sheet.layout.tops[self._sheet.layout.nearest_row(held[0])] - held[1]
            )
