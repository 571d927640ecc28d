"""Changes inside lines and between them, noted down in any order and made when lines are read."""

from __future__ import annotations

from bisect import bisect_left, insort

from argmap.document.splice.page import Page, Splice

__all__ = ["Script"]


class Script:
    """Notes of what becomes of the lines of a page; the page itself stays as it is.

    Changes never overlap: a stretch that is replaced lies in lines that are not dropped.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._splices: list[tuple[int, int, str]] = []

    def replace(self, start: int, end: int, new: str) -> None:
        """Note that a stretch of the text becomes another; not if it is the same."""
        if self.page.text[start:end] != new:
            insort(self._splices, (start, end, new))

    def drop(self, first: int, last: int) -> None:
        """Note that the lines from `first` to before `last` go."""
        self.replace(self.page.starts[first], self.page.starts[last], "")

    def insert(self, line: int, new: list[str]) -> None:
        """Note that new lines (without line breaks) stand at the end of the line before `line`.

        They belong to the line before, and go where that goes.
        """
        end = self.page.starts[line] - len(self.page.break_at(line - 1))
        newline = self.page.newline
        insort(self._splices, (end, end, "".join(newline + text for text in new)))

    def splices(self, first: int, last: int) -> list[Splice]:
        """Return the changes in the lines from `first` to before `last`."""
        start, end = self.page.starts[first], self.page.starts[last]
        # All stretches sort by their start, and no old line is empty.
        found = bisect_left(self._splices, (start, start, ""))
        beyond = bisect_left(self._splices, (end, 0, ""), lo=found)
        return [Splice(*change) for change in self._splices[found:beyond]]

    def text(self, first: int, last: int) -> str:
        """Return the lines from `first` to before `last` with the changes in them."""
        text = self.page.text
        position = self.page.starts[first]
        parts: list[str] = []
        for splice in self.splices(first, last):
            parts += [text[position : splice.start], splice.new]
            position = splice.end
        parts.append(text[position : self.page.starts[last]])
        return "".join(parts)
