"""Rows of a chart as strips of the terminal: the part in sight, with the cursor's box and edges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Final, Literal

from rich.cells import cell_len
from rich.segment import Segment as Piece
from rich.style import Style
from textual.strip import Strip

from argmap.tui.chart.chart import Chart
from argmap.tui.chart.grid import Role, Segment

__all__ = ["Painter"]

# What lies behind cells of the cursor's claim: its box, or the edges that begin or end there.
Fill = Literal["cursor", "near"]
_Span = tuple[int, int, Fill]
_COMPONENTS: Final[dict[Role, str]] = {"blank": "text"}


class Painter:
    """Paints lines of one chart with one cursor; `look_up` gives the style of a component class.

    `has_colour` tells whether a class sets a colour of its own.
    """

    def __init__(
        self,
        chart: Chart,
        cursor: int,
        base: Style,
        look_up: Callable[[str], Style],
        has_colour: Callable[[str], bool],
    ) -> None:
        self._chart = chart
        self._base = base
        self._look_up = look_up
        self._has_colour = has_colour
        self._styles: dict[tuple[Role, Fill | None], Style] = {}
        self._starts: dict[int, list[int]] = {}
        self._spans = _spans(chart, cursor)

    def line(self, row: int, left: int, width: int) -> Strip:
        """Return the cells of a row from the column `left` on, `width` cells wide."""
        if not 0 <= row < self._chart.height or left >= self._chart.width:
            return Strip.blank(width, self._base)
        segments = self._chart.rows[row]
        starts = self._starts.get(row)
        if starts is None:
            lengths = (cell_len(segment.text) for segment in segments)
            starts = self._starts[row] = list(accumulate(lengths, initial=0))
        first = max(0, bisect_right(starts, left) - 1)
        last = bisect_right(starts, left + width - 1)
        spans = self._spans.get(row, ())
        pieces = [
            Piece(text, self._style(role, fill))
            for segment, start in zip(segments[first:last], starts[first:last], strict=False)
            for text, role, fill in _cut(segment, start, spans)
        ]
        shift = left - starts[first]
        strip = Strip(pieces).adjust_cell_length(shift + width, self._base)
        return strip.crop(shift, shift + width)

    def _style(self, role: Role, fill: Fill | None) -> Style:
        key = role, fill
        style = self._styles.get(key)
        if style is None:
            style = self._look_up(_COMPONENTS.get(role, role))
            if fill is not None:
                over = self._look_up(fill)
                style += Style(
                    color=over.color if self._has_colour(fill) else None,
                    bgcolor=over.bgcolor,
                    bold=over.bold or None,
                    reverse=over.reverse or None,
                )
            self._styles[key] = style
        return style


def _spans(chart: Chart, cursor: int) -> dict[int, tuple[_Span, ...]]:
    """Return which cells of each row belong to the cursor's claim, from left to right."""
    rows: dict[int, list[_Span]] = {}
    box = chart.box_of(cursor)
    if box is not None:
        for row in range(box.y, box.y + box.height):
            rows.setdefault(row, []).append((box.x, box.x + box.width, "cursor"))
    cells = {cell for drawn in chart.edges_of(cursor) for cell in drawn.cells}
    for x, y in sorted(cells):
        spans = rows.setdefault(y, [])
        if spans and spans[-1][1] == x and spans[-1][2] == "near":
            spans[-1] = (spans[-1][0], x + 1, "near")
        else:
            spans.append((x, x + 1, "near"))
    return {row: tuple(sorted(spans)) for row, spans in rows.items()}


def _cut(
    segment: Segment, start: int, spans: tuple[_Span, ...]
) -> Iterator[tuple[str, Role, Fill | None]]:
    """Yield a segment in pieces, cut where a span begins or ends.

    Words lie wholly in a span or out of all, and in all other segments a character is a cell.
    """
    text, role = segment
    here, end = start, start + cell_len(text)
    for left, right, fill in spans:
        if right <= here or left >= end:
            continue
        if left <= here and end <= right:
            yield text[here - start :], role, fill
            return
        if left > here:
            yield text[here - start : left - start], role, None
        stop = min(right, end)
        yield text[max(left, here) - start : stop - start], role, fill
        here = stop
    if here < end:
        yield text[here - start :], role, None
