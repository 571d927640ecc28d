"""The characters of boxes and edges: each kind has its own line, to be read without colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.themes import Kind as Look

__all__ = [
    "BORDERS",
    "DOWN",
    "HEAVY",
    "LEFT",
    "RIGHT",
    "UP",
    "Arm",
    "Border",
    "head_of",
    "joint",
    "line_glyph",
    "weight_of",
]

# What leads out of the middle of a cell: a digit of base 3 for each arm, 0 none, 1 light, 2 heavy.
Arm = Literal[27, 9, 3, 1]
UP: Final = 27
RIGHT: Final = 9
DOWN: Final = 3
LEFT: Final = 1
LIGHT: Final = 1
HEAVY: Final = 2

# By the sum of weight times arm.
_GLYPHS: Final = " ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋"
_HORIZONTAL: Final = LEFT + RIGHT
_VERTICAL: Final = UP + DOWN
# Lines that are drawn broken, where they run straight.
_BROKEN: Final[Mapping[Look, Mapping[int, str]]] = {
    "undercut": {_HORIZONTAL: "┈", _VERTICAL: "┊"},
    "warrant": {_HORIZONTAL: "╌", _VERTICAL: "╎"},
}
_HEADS: Final[Mapping[Look, Mapping[Arm, str]]] = {
    "claim": {UP: "▲", RIGHT: "▶", DOWN: "▼", LEFT: "◀"},
    "support": {UP: "▲", RIGHT: "▶", DOWN: "▼", LEFT: "◀"},
    "rebut": {UP: "┳", RIGHT: "┫", DOWN: "┻", LEFT: "┣"},
    "undercut": {UP: "◆", RIGHT: "◆", DOWN: "◆", LEFT: "◆"},
    "warrant": {UP: "●", RIGHT: "●", DOWN: "●", LEFT: "●"},
}


@dataclass(frozen=True, slots=True)
class Border:
    """The characters around a box: lines, corners, and where a joint between faces meets them."""

    across: str
    upright: str
    corners: str
    top: str
    bottom: str
    left: str
    right: str


BORDERS: Final[Mapping[Look, Border]] = {
    "claim": Border("═", "║", "╔╗╚╝", "╦", "╩", "╠", "╣"),
    "support": Border("─", "│", "┌┐└┘", "┬", "┴", "├", "┤"),
    "rebut": Border("━", "┃", "┏┓┗┛", "┳", "┻", "┣", "┫"),
    "undercut": Border("┈", "┊", "┌┐└┘", "┬", "┴", "├", "┤"),
    "warrant": Border("═", "│", "╒╕╘╛", "╤", "╧", "╞", "╡"),
}

# The arms of each character of a border; a double line counts as light.
_ARMS: Final[Mapping[str, int]] = {
    **{glyph: code for code, glyph in enumerate(_GLYPHS) if code},
    "┈": _HORIZONTAL,
    "┊": _VERTICAL,
}
# Where an edge of either weight leaves a double line.
_DOUBLE: Final[Mapping[tuple[str, Arm], str]] = {
    ("═", UP): "╧",
    ("═", DOWN): "╤",
    ("║", LEFT): "╢",
    ("║", RIGHT): "╟",
    ("╦", UP): "╬",
    ("╩", DOWN): "╬",
    ("╠", LEFT): "╬",
    ("╣", RIGHT): "╬",
    ("╤", UP): "╪",
    ("╧", DOWN): "╪",
    ("╞", LEFT): "╪",
    ("╡", RIGHT): "╪",
}


def weight_of(look: Look) -> int:
    """Return how heavy the line of a kind is: rebuts are heavy."""
    return HEAVY if look == "rebut" else LIGHT


def line_glyph(arms: int, look: Look) -> str:
    """Return the character of a cell in which lines have these arms."""
    broken = _BROKEN.get(look)
    if broken is not None and arms in broken:
        return broken[arms]
    return _GLYPHS[arms]


def head_of(look: Look, going: Arm) -> str:
    """Return the head of an edge that arrives in a direction."""
    return _HEADS[look][going]


def joint(border: str, look: Look, leaving: Arm) -> str:
    """Return a character of a border with an edge that leaves it, or the character as it is."""
    double = _DOUBLE.get((border, leaving))
    if double is not None:
        return double
    arms = _ARMS.get(border, 0)
    if not arms:
        return border
    return _GLYPHS[arms + weight_of(look) * leaving]
