"""Cards drawn as boxes: a border that tells the kind, the words of each face, joints between."""

from __future__ import annotations

from typing import NamedTuple

from argmap.diagram.geometry import Direction
from argmap.tui.chart.grid import Grid, Role
from argmap.tui.chart.lines import BORDERS
from argmap.tui.chart.places import Block

__all__ = ["Rect", "write_box"]


class Rect(NamedTuple):
    """Cells from the column `x` and the row `y` on."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell lies within."""
        return 0 <= x - self.x < self.width and 0 <= y - self.y < self.height


def write_box(grid: Grid, block: Block, place: Rect, direction: Direction) -> tuple[Rect, ...]:
    """Write a block into its rectangle; return where each of its faces is, borders included."""
    faces = _faces(block, place, direction)
    _write_frame(grid, block, place)
    role = block.card.node.look
    border = BORDERS[role]
    for number, (face, at) in enumerate(zip(block.card.faces, faces, strict=True)):
        words: Role = "mention" if face.mention else "text"
        first = at.y + 1 + (at.height - 2 - len(face.lines)) // 2
        if number and direction == "left":
            across = border.across * ((at.width - 3) // 2)
            seam = f"{across}+{border.across * (at.width - 3 - len(across))}"
            grid.write(at.x, at.y, f"{border.left}{seam}{border.right}", role)
        for y in range(at.y + 1, at.y + at.height - 1):
            line = face.lines[y - first] if 0 <= y - first < len(face.lines) else ""
            edge = border.upright
            if number and direction == "up":
                edge = "+" if y == at.y + at.height // 2 else edge
            grid.write(at.x, y, edge, role)
            if line:
                grid.write(at.x + 2, y, line, words)
            if number == len(faces) - 1 or direction == "left":
                grid.write(at.x + at.width - 1, y, border.upright, role)
    return faces


def _faces(block: Block, place: Rect, direction: Direction) -> tuple[Rect, ...]:
    """Return the rectangle of each face, sharing a border with the next one."""
    starts = [block.face_start(number) - 1 for number in range(len(block.inner))]
    match direction:
        case "up":
            return tuple(
                Rect(place.x + start, place.y, inner + 2, place.height)
                for start, inner in zip(starts, block.inner, strict=True)
            )
        case "left":
            return tuple(
                Rect(place.x, place.y + start, place.width, inner + 2)
                for start, inner in zip(starts, block.inner, strict=True)
            )


def _write_frame(grid: Grid, block: Block, place: Rect) -> None:
    """Write the upper border with the kind, and the lower one with how much is hidden."""
    card = block.card
    look = card.node.look
    border = BORDERS[look]
    inside = place.width - 2
    top = [border.across] * inside
    bottom = [border.across] * inside
    if card.beside:
        for number in range(1, len(block.inner)):
            top[block.face_start(number) - 2] = border.top
            bottom[block.face_start(number) - 2] = border.bottom
    corners = border.corners
    top[: len(card.title) + 1] = [*card.title, " "]
    if card.foot:
        bottom[-len(card.foot) - 1 :] = [" ", *card.foot]
    last = place.y + place.height - 1
    grid.write(place.x, place.y, corners[0] + "".join(top) + corners[1], look)
    grid.write(place.x, last, corners[2] + "".join(bottom) + corners[3], look)
