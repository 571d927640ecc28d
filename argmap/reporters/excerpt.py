"""The lines of a file that a finding is about, with its spans underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.reporters.ink import Ink, Style
from argmap.reporters.visible import cells, visible
from argmap.rules.findings import Location

__all__ = ["Span", "excerpt"]

# Cells of the file's own text in a row; longer lines are cut around what is underlined.
_WIDTH = 100
# Of a span over more lines than this, the first two and the last are shown.
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the file to underline, with `mark` in a style, and a label after it."""

    location: Location
    mark: str
    style: Style
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Mark:
    """The part of a span on one line: 0-based columns, end exclusive."""

    start: int
    end: int
    span: Span
    label: str


def excerpt(lines: Sequence[str], spans: Sequence[Span], gutter: int, ink: Ink) -> Iterator[str]:
    """Yield the rows of an excerpt, without line breaks.

    `lines` are those of the whole file, `gutter` is the width of the line numbers. Lines between
    two shown ones are left out behind `...`, except a single one.
    """
    marks: dict[int, list[_Mark]] = {}
    for span in spans:
        for line, mark in _marks(lines, span):
            marks.setdefault(line, []).append(mark)
    last = 0
    for line in sorted(marks):
        if last and line == last + 2:
            yield from _rows(lines, last + 1, (), gutter, ink)
        elif last and line > last + 2:
            yield ink("...", "frame")
        yield from _rows(lines, line, marks[line], gutter, ink)
        last = line


def _marks(lines: Sequence[str], span: Span) -> Iterator[tuple[int, _Mark]]:
    """Yield the marks of a span by line; its label stands at the last."""
    where = span.location
    last = where.end_line
    # A span that ends where a line begins has nothing on that line.
    if last > where.line and where.end_column == 1:
        last -= 1
    last = min(last, len(lines))
    numbers: Sequence[int] = range(where.line, last + 1)
    if len(numbers) > _MOST_LINES:
        numbers = (*numbers[:2], last)
    for number in numbers:
        text = lines[number - 1]
        start = where.column - 1 if number == where.line else len(text) - len(text.lstrip())
        end = where.end_column - 1 if number == where.end_line else len(text)
        label = span.label if number == last else ""
        yield number, _Mark(min(start, len(text)), end, span, label)


def _rows(
    lines: Sequence[str], line: int, marks: Sequence[_Mark], gutter: int, ink: Ink
) -> Iterator[str]:
    """Yield a line of the file and the rows that underline parts of it."""
    window = _Window.around(lines[line - 1], marks[0].start if marks else 0)
    bar = ink("|", "frame")
    yield f"{ink(f'{line:>{gutter}}', 'frame')} {bar} {window.shown}".rstrip()
    for mark in marks:
        start = window.cell(mark.start)
        width = max(1, window.cell(mark.end) - start)
        told = mark.span.mark * width + (f" {visible(mark.label)}" if mark.label else "")
        yield f"{' ' * gutter} {bar} {' ' * start}{ink(told, mark.span.style)}"


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a line that is shown: `shown` text, and the cell at which each column starts."""

    shown: str
    first: int
    starts: tuple[int, ...]

    @classmethod
    def around(cls, line: str, column: int) -> _Window:
        """Return a window of a line in which the 0-based column can be seen."""
        first = 0 if column < _WIDTH * 2 // 3 else column - _WIDTH // 3
        shown = ["…"] if first else []
        starts = [len(shown)]
        for character in line[first:]:
            safe = visible(character)
            if starts[-1] + cells(safe) > _WIDTH:
                shown.append("…")
                break
            shown.append(safe)
            starts.append(starts[-1] + cells(safe))
        return cls("".join(shown), first, tuple(starts))

    def cell(self, column: int) -> int:
        """Return the cell at which a 0-based column begins, or the nearest edge of the window."""
        if column < self.first:
            return 0
        return self.starts[min(column - self.first, len(self.starts) - 1)]
