"""The small shapes that tell kinds apart without colour: icons of cards, heads of lines."""

from __future__ import annotations

from typing import Final

from argmap.diagram.curves import Way, direction_at_end, end_of, pulled_back
from argmap.diagram.geometry import Point
from argmap.diagram.picture import Item, Path, Segment, polygon, polyline
from argmap.diagram.themes import LOOKS, Kind

__all__ = ["icon", "line_items", "plus"]

ARROW: Final = 9.0
ARROW_HALF: Final = 4.0
# The bar of a rebut stands clear of the border it stops at, else the two would look like one.
BAR_THICK: Final = 3.4
BAR_HALF: Final = 6.5
BAR_CLEAR: Final = 1.2
DIAMOND: Final = 6.2
CIRCLE: Final = 4.6
# How far the handles of four Beziers stand from the ends of each quarter of a circle.
ROUND: Final = 0.5523


def icon(kind: Kind, x: float, y: float) -> tuple[Segment, ...]:
    """Return the outline of a kind's icon, 8 wide, its left end at x on the baseline y."""
    match LOOKS[kind].icon:
        case "none":
            return ()
        case "triangle-up":
            return polygon(((x, y), (x + 8, y), (x + 4, y - 7)))
        case "triangle-down":
            return polygon(((x, y - 6.6), (x + 8, y - 6.6), (x + 4, y + 0.4)))
        case "diamond":
            return polygon(((x + 4, y + 0.9), (x + 8, y - 3.1), (x + 4, y - 7.1), (x, y - 3.1)))
        case "square":
            return polygon(((x + 0.5, y), (x + 7, y), (x + 7, y - 6.5), (x + 0.5, y - 6.5)))


def plus(kind: Kind, x: float, y: float) -> Path:
    """Return the sign between linked premises, its middle at (x, y)."""
    across, down = polyline(((x - 4.6, y), (x + 4.6, y))), polyline(((x, y - 4.6), (x, y + 4.6)))
    return Path((*across, *down), stroke=kind, stroke_width=2.4)


def line_items(kind: Kind, way: Way, *, joins: bool = False) -> tuple[Item, ...]:
    """Return a line as its kind is drawn, with its head at the way's end unless it `joins`."""
    look = LOOKS[kind]
    head = "none" if joins else look.head
    tip, along = end_of(way), direction_at_end(way)
    match head:
        case "none":
            return (_stroke(kind, way),)
        case "arrow":
            base = _back(tip, along, ARROW)
            points = (tip, _beside(base, along, ARROW_HALF), _beside(base, along, -ARROW_HALF))
            shaft = _stroke(kind, pulled_back(way, ARROW - 1))
            return shaft, Path(polygon(points), fill=kind)
        case "bar":
            middle = _back(tip, along, BAR_CLEAR + BAR_THICK / 2)
            ends = _beside(middle, along, BAR_HALF), _beside(middle, along, -BAR_HALF)
            shaft = _stroke(kind, pulled_back(way, BAR_CLEAR + BAR_THICK / 2))
            return shaft, Path(polyline(ends), stroke=kind, stroke_width=BAR_THICK)
        case "diamond":
            x, y = tip
            corners = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
            mark = Path(polygon(corners), fill=kind, stroke="bg", stroke_width=1.5)
            return _stroke(kind, pulled_back(way, DIAMOND)), mark
        case "circle":
            return _stroke(kind, pulled_back(way, CIRCLE)), _circle(kind, tip)


def _stroke(kind: Kind, way: Way) -> Path:
    look = LOOKS[kind]
    return Path(
        way,
        stroke=kind,
        stroke_width=look.width,
        dash=look.dash,
        cap="round" if look.rounded else "butt",
    )


def _circle(kind: Kind, middle: Point) -> Path:
    x, y = middle
    r, h = CIRCLE, CIRCLE * ROUND
    return Path(
        (
            ("M", x + r, y),
            ("C", x + r, y + h, x + h, y + r, x, y + r),
            ("C", x - h, y + r, x - r, y + h, x - r, y),
            ("C", x - r, y - h, x - h, y - r, x, y - r),
            ("C", x + h, y - r, x + r, y - h, x + r, y),
            ("Z",),
        ),
        fill=kind,
        stroke="bg",
        stroke_width=1.5,
    )


def _back(tip: Point, along: Point, length: float) -> Point:
    return tip[0] - along[0] * length, tip[1] - along[1] * length


def _beside(place: Point, along: Point, length: float) -> Point:
    return place[0] - along[1] * length, place[1] + along[0] * length
