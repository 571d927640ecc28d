"""A picture as values: what is drawn, where and in which paint, whatever the output format.

Lengths are points, y goes down, and everything in a picture's `items` is drawn in their order,
later over earlier, after `x + scale * item_x` and `y + scale * item_y`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from argmap.diagram.geometry import Point
from argmap.diagram.themes import LIGHT, Paint, Theme

__all__ = [
    "Anchor",
    "Group",
    "Item",
    "Path",
    "Picture",
    "Rect",
    "Segment",
    "Text",
    "polygon",
    "polyline",
    "spline",
    "texts",
]

Anchor = Literal["start", "middle", "end"]
# Absolute, as in SVG: move to, line to, cubic Bezier to (two handles, then the end), close.
Segment = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


@dataclass(frozen=True, slots=True)
class Rect:
    """A box whose top left corner is (x, y), its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Paint | None = None
    stroke: Paint | None = None
    stroke_width: float = 1.0


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and curves, filled or stroked or both.

    `dash` is lengths drawn and left out in turn, empty for a solid line.
    """

    segments: tuple[Segment, ...]
    fill: Paint | None = None
    stroke: Paint | None = None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "butt"
    join: Literal["miter", "round"] = "miter"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: where its baseline is anchored, and how wide it was measured."""

    x: float
    y: float
    string: str
    size: float
    width: float
    fill: Paint
    bold: bool = False
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together: a card, an edge, a linked premise, an author tag.

    `title` is what a pointer or a screen reader finds there, `link` a URL to follow, `role` an
    ARIA role, `step` the number of the build step that shows it, `hidden` keeps it invisible.
    """

    children: tuple[Item, ...]
    id: str | None = None
    classes: tuple[str, ...] = ()
    title: str | None = None
    link: str | None = None
    role: str | None = None
    step: int | None = None
    hidden: bool = False


Item = Rect | Path | Text | Group


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole drawing on its canvas; `description` is the outline in reading order."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str
    description: str = ""
    lang: str | None = None
    theme: Theme = LIGHT
    background: Paint = "bg"
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


def polyline(points: tuple[Point, ...]) -> tuple[Segment, ...]:
    """Return straight lines through `points`."""
    (x, y), *rest = points
    return (("M", x, y), *(("L", x, y) for x, y in rest))


def polygon(points: tuple[Point, ...]) -> tuple[Segment, ...]:
    """Return straight lines through `points` and back to the first."""
    return (*polyline(points), ("Z",))


def spline(points: tuple[Point, ...]) -> tuple[Segment, ...]:
    """Return cubic Beziers from a start and triples of two handles and an end."""
    (x, y), *rest = points
    curves = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return (("M", x, y), *(("C", *first, *second, *end) for first, second, end in curves))


def texts(picture: Picture) -> Iterator[Text]:
    """Yield the picture's texts in the order they are drawn, hidden ones too."""
    waiting: list[Item] = list(reversed(picture.items))
    while waiting:
        match waiting.pop():
            case Group(children=children):
                waiting.extend(reversed(children))
            case Text() as text:
                yield text
            case Rect() | Path():
                pass
