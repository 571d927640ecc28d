"""Lines and cubic Bezier curves as sequences of points: cut, joined, sampled and turned."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from typing import Final

from argmap.diagram.geometry import Point
from argmap.diagram.picture import Segment

__all__ = [
    "Rectangle",
    "Way",
    "direction_at_end",
    "elbow",
    "end_of",
    "flipped",
    "middle_near",
    "pulled_back",
    "start_of",
    "straight_stretches",
    "ways_points",
]

# What a pen follows: absolute moves, lines and curves, as in a picture's path.
Way = tuple[Segment, ...]
# Left, top, right, bottom.
Rectangle = tuple[float, float, float, float]
SAMPLES: Final = 12


def end_of(way: Way) -> Point:
    """Return the last point of a way."""
    return _points(way[-1])[-1]


def start_of(way: Way) -> Point:
    """Return the first point of a way."""
    return _points(way[0])[-1]


def straight_stretches(way: Way) -> Iterator[tuple[Point, Point]]:
    """Yield the ends of each straight piece of a way."""
    here = start_of(way)
    for segment in way[1:]:
        there = _points(segment)[-1]
        if segment[0] == "L":
            yield here, there
        here = there


def direction_at_end(way: Way) -> Point:
    """Return the unit vector in which the way arrives."""
    end = end_of(way)
    for segment in reversed(way):
        points = _points(segment)
        for point in reversed(points):
            apart = hypot(end[0] - point[0], end[1] - point[1])
            if apart > 0.01:
                return (end[0] - point[0]) / apart, (end[1] - point[1]) / apart
    return 0.0, -1.0


def pulled_back(way: Way, length: float) -> Way:
    """Return the way ending `length` points earlier, in the direction in which it arrives."""
    if not length:
        return way
    ux, uy = direction_at_end(way)
    dx, dy = ux * length, uy * length
    match way[-1]:
        case ("C", ax, ay, bx, by, x, y):
            return (*way[:-1], ("C", ax, ay, bx - dx, by - dy, x - dx, y - dy))
        case ("L", x, y):
            return (*way[:-1], ("L", x - dx, y - dy))
        case _:
            return way


def elbow(points: tuple[Point, ...], radius: float) -> Way:
    """Return straight lines through `points`, corners rounded by `radius` where there is room."""
    way: list[Segment] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near = _towards(corner, before, radius)
        far = _towards(corner, after, radius)
        way.append(("L", *near))
        way.append(
            (
                "C",
                *_towards(corner, near, 0.45 * _apart(corner, near)),
                *_towards(corner, far, 0.45 * _apart(corner, far)),
                *far,
            )
        )
    if len(points) > 1:
        way.append(("L", *points[-1]))
    return tuple(way)


def _towards(start: Point, end: Point, length: float) -> Point:
    """Return the point `length` from `start` on the way to `end`, at most halfway."""
    apart = _apart(start, end)
    share = min(length / apart, 0.5) if apart else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def middle_near(way: Way, place: Point) -> Point:
    """Return the point in the middle half of a way that is nearest to `place`."""
    points = ways_points(way)
    middle = points[len(points) // 4 : -(len(points) // 4) or None] or points
    return min(middle, key=lambda point: _apart(point, place))


def ways_points(way: Way) -> list[Point]:
    """Return points along a way, close enough to tell what it meets."""
    found: list[Point] = []
    here: Point = (0.0, 0.0)
    for segment in way:
        match segment:
            case ("M", x, y):
                found.append((x, y))
                here = (x, y)
            case ("L", x, y):
                found.extend(
                    (here[0] + (x - here[0]) * n / SAMPLES, here[1] + (y - here[1]) * n / SAMPLES)
                    for n in range(1, SAMPLES + 1)
                )
                here = (x, y)
            case ("C", ax, ay, bx, by, x, y):
                curve = (here, (ax, ay), (bx, by), (x, y))
                found.extend(_at(curve, n / SAMPLES) for n in range(1, SAMPLES + 1))
                here = (x, y)
            case _:
                pass
    return found


def flipped(way: Way) -> Way:
    """Return the way with x and y exchanged."""
    turned: list[Segment] = []
    for segment in way:
        match segment:
            case ("M", x, y):
                turned.append(("M", y, x))
            case ("L", x, y):
                turned.append(("L", y, x))
            case ("C", ax, ay, bx, by, x, y):
                turned.append(("C", ay, ax, by, bx, y, x))
            case _:
                turned.append(segment)
    return tuple(turned)


def _points(segment: Segment) -> tuple[Point, ...]:
    match segment:
        case ("C", ax, ay, bx, by, x, y):
            return (ax, ay), (bx, by), (x, y)
        case (_, x, y):
            return ((x, y),)
        case _:
            return ()


def _at(curve: tuple[Point, ...], t: float) -> Point:
    a, b, c, d = curve
    u = 1 - t
    p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return (
        p * a[0] + q * b[0] + r * c[0] + s * d[0],
        p * a[1] + q * b[1] + r * c[1] + s * d[1],
    )
