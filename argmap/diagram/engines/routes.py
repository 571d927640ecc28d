"""The ways of arcs between boxes that a tidy tree has placed: verticals, and curves in the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from argmap.diagram.engines.trees import Forest
from argmap.diagram.geometry import Arc, Box, Point, Request, Route

__all__ = ["route_arcs"]

# As long as Graphviz draws a head with arrowsize .8.
HEAD: Final = 8.0
# The part of a box's edge on which its arcs arrive.
LANDING: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Field:
    """Where everything lies: top and bottom of each rank, and each box's neighbours to a side."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    places: tuple[int, ...]
    rank_gap: float


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an arc: its box with its centre, its upper and lower edge and its number."""

    box: Box
    x: float
    y: float
    top: float
    bottom: float
    number: int


def route_arcs(request: Request, forest: Forest, points: list[Point]) -> tuple[Route, ...]:
    """Return a route for each arc, for boxes with these centres, targets above."""
    numbers = {box.name: number for number, box in enumerate(request.boxes)}
    ends = [
        _End(box, x, y, y - box.height / 2, y + box.height / 2, number)
        for number, (box, (x, y)) in enumerate(zip(request.boxes, points, strict=True))
    ]
    field = _measure(request, forest, ends)
    landings = _landings(forest, ends)
    routes = []
    for number, arc in enumerate(request.arcs):
        tail, head = ends[numbers[arc.tail]], ends[numbers[arc.head]]
        if forest.arcs[tail.number] == number:
            landing = landings[tail.number]
            routes.append(_branch(arc, tail, head, landing, field, forest.ranks[head.number]))
        else:
            routes.append(_crossing(arc, tail, head, field, forest))
    return tuple(routes)


def _measure(request: Request, forest: Forest, ends: list[_End]) -> _Field:
    count = max(forest.ranks) + 1
    tops, bottoms = [float("inf")] * count, [0.0] * count
    rows: list[list[int]] = [[] for _ in range(count)]
    for rank, end in zip(forest.ranks, ends, strict=True):
        tops[rank] = min(tops[rank], end.top)
        bottoms[rank] = max(bottoms[rank], end.bottom)
        rows[rank].append(end.number)
    places = [0] * len(ends)
    for row in rows:
        for place, number in enumerate(sorted(row, key=lambda number: ends[number].x)):
            places[number] = place
    return _Field(tuple(tops), tuple(bottoms), tuple(places), request.rank_gap)


def _landings(forest: Forest, ends: list[_End]) -> list[float]:
    """Return the x at which each box's own arc arrives: spread along the parent in their order."""
    landings = [end.x for end in ends]
    for parent, family in enumerate(forest.children):
        own = [child for child in family if forest.arcs[child] >= 0]
        x, width = ends[parent].x, ends[parent].box.width * LANDING
        if len(own) == 1:
            landings[own[0]] = min(max(ends[own[0]].x, x - width / 2), x + width / 2)
            continue
        for place, child in enumerate(own, start=1):
            landings[child] = x + (place / (len(own) + 1) - 0.5) * width
    return landings


def _branch(arc: Arc, tail: _End, head: _End, landing: float, field: _Field, rank: int) -> Route:
    """Return an arc of the tree: straight up through its own column, one curve in the last gap."""
    end = head.bottom + (HEAD if arc.pointed else 0.0)
    turn = min(field.tops[rank + 1], tail.top)
    settle = min(max(field.bottoms[rank], end), turn)
    tip = (landing, head.bottom) if arc.pointed else None
    points = [(tail.x, tail.top)]
    if turn < tail.top:
        points += _straight(points[-1], (tail.x, turn))
    bend = (turn + settle) / 2
    points += [(tail.x, bend), (landing, bend), (landing, settle)]
    if end < settle:
        points += _straight(points[-1], (landing, end))
    return Route(tuple(points), tip)


def _straight(start: Point, end: Point) -> list[Point]:
    return [start, end, end]


def _crossing(arc: Arc, tail: _End, head: _End, field: _Field, forest: Forest) -> Route:
    """Return an arc outside the tree: beside, over the row, up or down."""
    if tail.number == head.number:
        return _loop(arc, tail, field)
    height = forest.ranks[tail.number] - forest.ranks[head.number]
    if height == 0:
        apart = abs(field.places[tail.number] - field.places[head.number])
        return _beside(arc, tail, head) if apart == 1 else _over(arc, tail, head, field)
    return _upward(arc, tail, head) if height > 0 else _downward(arc, tail, head, field)


def _beside(arc: Arc, tail: _End, head: _End) -> Route:
    side = 1.0 if head.x > tail.x else -1.0
    start = tail.x + side * tail.box.width / 2
    tip = head.x - side * head.box.width / 2
    end = tip - side * (min(HEAD, abs(tip - start) / 2) if arc.pointed else 0.0)
    points = ((start, tail.y), *_straight((start, tail.y), (end, head.y)))
    return Route(points, (tip, head.y) if arc.pointed else None)


def _over(arc: Arc, tail: _End, head: _End, field: _Field) -> Route:
    crest = min(tail.top, head.top) - field.rank_gap
    end = head.top - (HEAD if arc.pointed else 0.0)
    points = ((tail.x, tail.top), (tail.x, crest), (head.x, crest), (head.x, end))
    return Route(points, (head.x, head.top) if arc.pointed else None)


def _upward(arc: Arc, tail: _End, head: _End) -> Route:
    side = 1.0 if tail.x > head.x else -1.0
    landing = head.x + side * head.box.width * LANDING / 2
    leaving = tail.x - side * tail.box.width / 4
    end = head.bottom + (HEAD if arc.pointed else 0.0)
    bend = (tail.top + end) / 2
    points = ((leaving, tail.top), (leaving, bend), (landing, bend), (landing, end))
    return Route(points, (landing, head.bottom) if arc.pointed else None)


def _downward(arc: Arc, tail: _End, head: _End, field: _Field) -> Route:
    side = 1.0 if head.x >= tail.x else -1.0
    start = (tail.x + side * tail.box.width / 2, tail.y)
    landing = head.x - side * head.box.width / 4
    end = head.top - (HEAD if arc.pointed else 0.0)
    bow = start[0] + side * field.rank_gap
    points = (start, (bow, tail.y), (landing, end - field.rank_gap), (landing, end))
    return Route(points, (landing, head.top) if arc.pointed else None)


def _loop(arc: Arc, end: _End, field: _Field) -> Route:
    side, third = end.x + end.box.width / 2, end.box.height / 6
    out = side + field.rank_gap
    stop = side + (HEAD if arc.pointed else 0.0)
    points = (
        (side, end.y + third),
        (out, end.y + third),
        (out, end.y - third),
        (stop, end.y - third),
    )
    return Route(points, (side, end.y - third) if arc.pointed else None)
