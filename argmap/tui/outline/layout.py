"""On which lines the rows of an outline stand, estimated until they are measured."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

__all__ = ["Layout"]


class Layout:
    """The rows of an outline from top to bottom, and the line on which each begins.

    `rows` are item indices in rising order; `heights` has lines for every item, a row or not.
    Where rows begin is summed up when it is asked for, 0.4 ms for 10,000 rows, so that a fold or
    a new height costs no more than writing it down.
    """

    __slots__ = ("_tops", "heights", "rows")

    def __init__(self, rows: list[int], heights: list[int]) -> None:
        self.rows = rows
        self.heights = heights
        self._tops: list[int] | None = None

    @property
    def tops(self) -> list[int]:
        """The first line of each row, and the line after the last row."""
        if self._tops is None:
            heights = self.heights
            self._tops = list(accumulate([heights[item] for item in self.rows], initial=0))
        return self._tops

    @property
    def total(self) -> int:
        """How many lines all rows take."""
        return self.tops[-1]

    def set_height(self, item: int, height: int) -> bool:
        """Give an item its height in lines; return whether that is news."""
        if self.heights[item] == height:
            return False
        self.heights[item] = height
        self._tops = None
        return True

    def row_of(self, item: int) -> int | None:
        """Return the row of an item, None if it has none."""
        row = bisect_left(self.rows, item)
        return row if row < len(self.rows) and self.rows[row] == item else None

    def nearest_row(self, item: int) -> int:
        """Return the row of an item, or of the last one before it."""
        return max(0, bisect_right(self.rows, item) - 1)

    def row_at(self, line: int) -> int:
        """Return the row that takes a line, the first or last row for a line beyond them."""
        return max(0, min(bisect_right(self.tops, line), len(self.rows)) - 1)
