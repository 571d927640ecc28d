"""The ways of cross-links: out of a block, along the lanes between blocks, and in again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import hypot
from typing import Final

from argmap.diagram.cards import BAR, HEADER, ICON_ROOM, PAD_X
from argmap.diagram.curves import (
    Rectangle,
    Way,
    elbow,
    end_of,
    start_of,
    straight_stretches,
)
from argmap.diagram.field import Field
from argmap.diagram.geometry import Point
from argmap.diagram.grid import Gate, grid_of
from argmap.diagram.metrics import width
from argmap.diagram.picture import spline
from argmap.diagram.scene import Line

__all__ = ["detours", "loop_way", "short_way", "top_gate"]

CORNER: Final = 8.0
# Lanes run this far beside, above and below every block.
BESIDE: Final = 7.0
ABOVE: Final = 9.0
BELOW: Final = 12.0
# A way turns this far before its end at the latest, so that its head stands on a straight piece.
STRAIGHT: Final = 17.0
# A gate keeps this far from the middle of a border, where a card's own line leaves, from the
# border's ends and from other gates.
MIDDLE: Final = 13.0
EDGE: Final = 11.0
APART: Final = 14.0
REACH: Final = 16.0
# Half of the room between two cards in a stack.
BETWEEN: Final = 4.5
# What it weighs, in points of detour, to leave or arrive by another border than the usual one.
SIDE_COST: Final = 20.0
WRONG_COST: Final = 30.0
CROWDED_COST: Final = 150.0
# Beyond this many blocks the search for a way takes longer than the layout itself.
MANY: Final = 150


def detours(field: Field, lines: Sequence[Line], ways: Collection[Way]) -> dict[int, Way]:
    """Return a way for each of these cross-links that passes between the blocks.

    It keeps off the straight stretches of the `ways` that are drawn already, and off their ends.
    """
    if not lines:
        return {}
    if len(field.boxes) > MANY:
        return {line.item: _straight_way(field, line) for line in lines}
    taken = [place for way in ways for place in (start_of(way), end_of(way))]
    found = [(line, *_gates_of(field, line, taken)) for line in lines]
    xs, ys = _lanes(field, [gate for _, starts, ends in found for gate in (*starts, *ends)])
    grid = grid_of(field.boxes, xs, ys)
    for stretch in (stretch for way in ways for stretch in straight_stretches(way)):
        grid.use(*stretch)
    result: dict[int, Way] = {}
    for line, starts, ends in found:
        points = grid.way(starts, ends)
        result[line.item] = (
            _straight_way(field, line) if points is None else elbow(_tidied(points), CORNER)
        )
    return result


def _straight_way(field: Field, line: Line) -> Way:
    """Return a way that heeds nothing between, for want of a better or of time."""
    level = field.attacks.levels.get(line.item)
    if level is not None:
        return short_way(field.card(line.tail), field.neck(line.target, level))
    left, _, right, bottom = field.card(line.target)
    return short_way(field.card(line.tail), ((left + right) / 2, bottom))


def short_way(tail: Rectangle, tip: Point, rise: float = 0.0) -> Way:
    """Return a way from the top of a card straight up for `rise` points, then anywhere."""
    x, y = (tail[0] + tail[2]) / 2, tail[1]
    up = y - rise
    reach = hypot(tip[0] - x, tip[1] - up) / 2
    return (("M", x, y), ("L", x, up), ("C", x, up - reach, *tip, *tip))


def loop_way(tail: Rectangle, head: Rectangle) -> Way:
    """Return a way from a card round to itself, or below to another in the same frame."""
    left, top, right, bottom = tail
    if head == tail:
        quarter, out = (bottom - top) / 4, right + REACH
        low, high = bottom - quarter, top + quarter
        return spline(((right, low), (out, low), (out, high), (right, high)))
    below = max(bottom, head[3]) + 2 * REACH
    start, end = (left + right) / 2, (head[0] + head[2]) / 2
    return spline(((start, bottom), (start, below), (end, below), (end, head[3])))


def top_gate(field: Field, item: int, towards: float, taken: list[Point]) -> Point | None:
    """Return a place on the top of a card that nothing covers, towards an x, or None."""
    left, top, right, _ = field.card(item)
    if not field.stands_first(item):
        return None
    side = 1 if towards >= (left + right) / 2 else -1
    low = left + EDGE
    owner = field.scene.owner[item]
    if owner != item and not field.turned:  # the heading of the frame is in the way
        frame = field.cards[owner]
        words = width(frame.set.header, HEADER, bold=True) + ICON_ROOM + BAR + PAD_X
        low = max(low, frame.x + words + EDGE)
    middle = (left + right) / 2
    wishes = [middle + shift * side for shift in (MIDDLE, 2 * MIDDLE, -MIDDLE, -2 * MIDDLE)]
    places = [(x, top) for x in (*wishes, right - EDGE) if low <= x <= right - EDGE]
    return _free(places, taken)[0] if places else None


def _gates_of(
    field: Field, line: Line, taken: list[Point]
) -> tuple[tuple[Gate, ...], tuple[Gate, ...]]:
    """Return where a cross-link may begin and where it may end, the usual gate first."""
    tail_x, head_x = (_middle(field.boxes[field.number(item)]) for item in (line.tail, line.target))
    starts = _gates(field, line.tail, head_x, taken, ends=False)
    level = field.attacks.levels.get(line.item)
    if level is None:
        return starts, _gates(field, line.target, tail_x, taken, ends=True)
    tip = field.neck(line.target, level)
    sides = (tip[0] - REACH, tip[0] + REACH)
    return starts, tuple(Gate((x, tip[1]), (tip,), upright=False) for x in sides)


def _gates(
    field: Field, item: int, towards: float, taken: list[Point], *, ends: bool
) -> tuple[Gate, ...]:
    """Return the gates of a card: its top, its bottom if nothing is stacked there, its sides.

    A way leaves best at the top and `ends` best at the bottom.
    """
    above, below, beside = (STRAIGHT,) * 3 if ends else (ABOVE, BELOW, BESIDE)
    left, top, right, bottom = field.card(item)
    box = field.boxes[field.number(item)]
    frame = field.card(field.scene.owner[item])
    alone = len(field.layout.blocks[field.number(item)].rows) == 1
    gates = []
    place = top_gate(field, item, towards, taken)
    if place is not None:
        cost = WRONG_COST if ends else 0.0
        gates.append(Gate((place[0], box[1] - above), (place,), upright=True, cost=cost))
    if alone:
        middle = (left + right) / 2
        wishes = [middle + shift for shift in (0, MIDDLE, -MIDDLE, 2 * MIDDLE, -2 * MIDDLE)]
        place, cost = _free([(x, bottom) for x in wishes if left < x < right], taken)
        cost += 0.0 if ends else WRONG_COST
        gates.append(Gate((place[0], box[3] + below), (place,), upright=True, cost=cost))
    middle = (top + bottom) / 2
    wishes = [middle + shift for shift in (0, MIDDLE, -MIDDLE) if top < middle + shift < bottom]
    if right > frame[2] - 2 * PAD_X and (alone or not field.turned):
        place, cost = _free([(right, y) for y in wishes], taken)
        cost += SIDE_COST
        gates.append(Gate((box[2] + beside, place[1]), (place,), upright=False, cost=cost))
    elif not alone:  # a premise within a frame within a stack: out below it
        y, x = frame[3] + BETWEEN, right - EDGE
        points = ((x, y), (x, bottom))
        gates.append(Gate((box[2] + beside, y), points, upright=False, cost=SIDE_COST))
    if field.stands_first(item) and left < frame[0] + 3 * PAD_X:
        place, cost = _free([(left, y) for y in wishes], taken)
        cost += SIDE_COST
        gates.append(Gate((box[0] - beside, place[1]), (place,), upright=False, cost=cost))
    return tuple(gates)


def _free(wishes: list[Point], taken: list[Point]) -> tuple[Point, float]:
    """Return the first place where no other line begins or ends, or else the first; take it.

    With it comes what it costs that there was none.
    """
    for place in wishes:
        if all(hypot(place[0] - x, place[1] - y) >= APART for x, y in taken):
            taken.append(place)
            return place, 0.0
    return wishes[0], CROWDED_COST


def _lanes(field: Field, gates: Sequence[Gate]) -> tuple[list[float], list[float]]:
    """Return where lanes run: around every block and through every gate."""
    xs = [gate.place[0] for gate in gates]
    ys = [gate.place[1] for gate in gates]
    for left, top, right, bottom in field.boxes:
        xs += (left - BESIDE, right + BESIDE)
        ys += (top - ABOVE, top - 2 * STRAIGHT, bottom + BELOW)
    return xs, ys


def _middle(box: Rectangle) -> float:
    return (box[0] + box[2]) / 2


def _tidied(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points without those that repeat the one before, nearly, or lie on the way."""
    kept: list[Point] = []
    for point in points:
        if kept and hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) < 0.5:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _in_line(one: Point, two: Point, three: Point) -> bool:
    return (abs(one[0] - two[0]) < 0.5 and abs(two[0] - three[0]) < 0.5) or (
        abs(one[1] - two[1]) < 0.5 and abs(two[1] - three[1]) < 0.5
    )
