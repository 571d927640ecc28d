"""A grid of cells, written by boxes and edges, that becomes rows of text with roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from argmap.diagram.themes import Kind as Look
from argmap.tui.chart.lines import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Arm,
    head_of,
    joint,
    line_glyph,
    weight_of,
)

__all__ = ["Cell", "Grid", "Role", "Segment"]

# What a piece of text is, which decides how it is painted. A kind paints borders and edges.
Role = Literal["blank", "text", "mention"] | Look
_WORDS = ("text", "mention")
# Column and row, from the upper left.
Cell = tuple[int, int]


class Segment(NamedTuple):
    """A piece of a row in one role."""

    text: str
    role: Role


class Grid:
    """Cells of a chart, of which most are blank."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._texts: list[list[tuple[int, str, Role]]] = [[] for _ in range(height)]
        self._arms: list[dict[int, int]] = [{} for _ in range(height)]
        self._looks: list[dict[int, Look]] = [{} for _ in range(height)]
        self._marks: list[dict[int, str]] = [{} for _ in range(height)]
        self._leaving: list[dict[int, tuple[Look, Arm]]] = [{} for _ in range(height)]

    def write(self, x: int, y: int, text: str, role: Role) -> None:
        """Write a piece of a box; pieces never overlap."""
        self._texts[y].append((x, text, role))

    def draw(self, points: Sequence[Cell], look: Look, *, leaving: Arm) -> tuple[Cell, ...]:
        """Draw an edge through its corners, leaving a border; return its cells from tail to head.

        In the last cell stands its head.
        """
        cells = _cells(points)
        weight = weight_of(look)
        back = _opposite(leaving)
        here = cells[0]
        x, y = here
        dx, dy = _STEPS[back]
        if 0 <= y + dy < self.height:
            self._leaving[y + dy][x + dx] = (look, leaving)
        for there in cells[1:]:
            going = _direction(here, there)
            self._add(here, weight * (back + going), look)
            back, here = _opposite(going), there
        going = _opposite(back)
        x, y = here
        self._marks[y][x] = head_of(look, going)
        self._looks[y][x] = look
        return cells

    def _add(self, cell: Cell, arms: int, look: Look) -> None:
        x, y = cell
        row = self._arms[y]
        row[x] = row.get(x, 0) + arms
        self._looks[y].setdefault(x, look)

    def rows(self) -> tuple[tuple[Segment, ...], ...]:
        """Return every row from left to right, each as wide as the grid."""
        return tuple(self._row(y) for y in range(self.height))

    def _row(self, y: int) -> tuple[Segment, ...]:
        looks, marks, arms = self._looks[y], self._marks[y], self._arms[y]
        pieces: list[tuple[int, str, Role]] = [
            (x, marks[x] if x in marks else line_glyph(arms[x], look), look)
            for x, look in looks.items()
        ]
        pieces += self._joined(y)
        pieces.sort()
        segments: list[Segment] = []
        text, end = "", 0
        role: Role = "blank"
        for x, piece, kind in pieces:
            if x > end:
                if role != "blank":
                    segments.append(Segment(text, role))
                    text, role = "", "blank"
                text += " " * (x - end)
            if kind != role:
                if text:
                    segments.append(Segment(text, role))
                text, role = "", kind
            text += piece
            end = x + (cell_len(piece) if kind in _WORDS else len(piece))
        if end < self.width and role != "blank":
            segments.append(Segment(text, role))
            text, role = "", "blank"
        text += " " * (self.width - end)
        if text:
            segments.append(Segment(text, role))
        return tuple(segments)

    def _joined(self, y: int) -> list[tuple[int, str, Role]]:
        """Return the texts of a row, with edges leaving their borders."""
        leaving = self._leaving[y]
        if not leaving:
            return self._texts[y]
        found: list[tuple[int, str, Role]] = []
        for x, text, role in self._texts[y]:
            if role in _WORDS:
                found.append((x, text, role))
                continue
            for column, (look, arm) in leaving.items():
                place = column - x
                if 0 <= place < len(text):
                    joined = joint(text[place], look, arm)
                    text = text[:place] + joined + text[place + 1 :]  # noqa: PLW2901
            found.append((x, text, role))
        return found


_STEPS: dict[Arm, Cell] = {UP: (0, -1), RIGHT: (1, 0), DOWN: (0, 1), LEFT: (-1, 0)}


def _cells(points: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return every cell on the way through the points."""
    cells = [points[0]]
    for x, y in points[1:]:
        here_x, here_y = cells[-1]
        if x == here_x:
            step = 1 if y > here_y else -1
            cells.extend((x, row) for row in range(here_y + step, y + step, step))
        else:
            step = 1 if x > here_x else -1
            cells.extend((column, y) for column in range(here_x + step, x + step, step))
    return tuple(cells)


def _direction(here: Cell, there: Cell) -> Arm:
    if there[0] > here[0]:
        return RIGHT
    if there[0] < here[0]:
        return LEFT
    return DOWN if there[1] > here[1] else UP


def _opposite(arm: Arm) -> Arm:
    match arm:
        case 27:
            return DOWN
        case 3:
            return UP
        case 9:
            return LEFT
        case 1:
            return RIGHT
