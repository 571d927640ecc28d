"""A reader's finger: it follows a line in the printed cells of a chart, knowing nothing else."""

from __future__ import annotations

import unicodedata

from rich.cells import split_graphemes

from argmap.tui.chart.chart import Chart
from argmap.tui.chart.grid import Cell

UP, RIGHT, DOWN, LEFT = (0, -1), (1, 0), (0, 1), (-1, 0)
_WORDS = {
    "UP": (UP,),
    "RIGHT": (RIGHT,),
    "DOWN": (DOWN,),
    "LEFT": (LEFT,),
    "VERTICAL": (UP, DOWN),
    "HORIZONTAL": (LEFT, RIGHT),
}
MARKS = "◆●"
HEADS = {UP: "▲┳", RIGHT: "▶┫", DOWN: "▼┻", LEFT: "◀┣"}


def cells_of(chart: Chart) -> list[list[str]]:
    """The characters of a chart by row and column; the second cell of a wide one is empty."""
    rows = []
    for row in chart.rows:
        text = "".join(segment.text for segment in row)
        clusters, _ = split_graphemes(text)
        cells: list[str] = []
        for start, end, width in clusters:
            if width:
                cells += [text[start:end], *[""] * (width - 1)]
        rows.append(cells)
    return rows


def arms(glyph: str) -> set[Cell]:
    """The directions in which a box-drawing character leads, by what Unicode calls it."""
    if len(glyph) != 1 or not "\u2500" <= glyph <= "\u257f":
        return set()
    words = unicodedata.name(glyph).split()
    return {step for word in words for step in _WORDS.get(word, ())}


def traced(grid: list[list[str]], start: Cell, going: Cell) -> tuple[Cell, ...]:
    """The cells of the line that begins at `start` and goes on as it came, to its head."""
    path = [start]
    while True:
        x, y = path[-1]
        glyph = grid[y][x]
        ahead = (x + going[0], y + going[1])
        if glyph in HEADS[going]:
            return tuple(path)
        if glyph in MARKS:
            if not _goes_on(grid, ahead, going):
                return tuple(path)
        else:
            leads = arms(glyph)
            back = (-going[0], -going[1])
            assert back in leads, f"{glyph!r} at {x}, {y} does not go on from the cell before"
            if len(leads) == 2:
                (going,) = leads - {back}
            else:
                assert len(leads) == 4, f"{glyph!r} at {x}, {y} is a fork"
            ahead = (x + going[0], y + going[1])
        assert ahead not in path, "a line runs in a circle"
        path.append(ahead)


def _goes_on(grid: list[list[str]], ahead: Cell, going: Cell) -> bool:
    """Whether a line goes on behind a mark on it."""
    x, y = ahead
    if not (0 <= y < len(grid) and 0 <= x < len(grid[y])):
        return False
    glyph = grid[y][x]
    if glyph in HEADS[going] or (glyph and glyph in MARKS):
        return True
    return (-going[0], -going[1]) in arms(glyph)
