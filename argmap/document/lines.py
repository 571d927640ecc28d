"""The lines of a text: from offsets to 1-based lines and columns, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from argmap.rules.findings import Location

__all__ = ["Lines", "newline_of"]

# Only these break a line: editors, git and Python's `open` agree on them, while libyaml and
# `str.splitlines` also count U+0085, U+2028 and U+2029.
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Lines:
    """The offsets at which the lines of a text start, in code points, and the text's length."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> Lines:
        """Return the lines of a text; an empty text has one."""
        return cls((0, *(found.end() for found in _BREAK.finditer(text))), len(text))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Return the offset of a 1-based line and column; past the last line, the text's end."""
        if line > len(self.starts):
            return self.length
        return min(self.starts[line - 1] + column - 1, self.length)

    def location(self, start: int, end: int) -> Location:
        """Return the location of a stretch of the text."""
        return Location(*self.line_column(start), *self.line_column(end))


def newline_of(text: str) -> str:
    r"""Return the line break that the text uses first; `\n` if it has none."""
    found = _BREAK.search(text)
    return found.group() if found else "\n"
