"""The way of every line: from a card to the card or the line that it argues about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from argmap.diagram.attacks import neck
from argmap.diagram.curves import Way, elbow, flipped, middle_near
from argmap.diagram.detours import detours, loop_way, short_way, top_gate
from argmap.diagram.field import Field, field_of
from argmap.diagram.geometry import Point
from argmap.diagram.layout import Layout
from argmap.diagram.scene import Line, Scene

__all__ = ["DrawnLine", "route_lines"]

CORNER: Final = 6.0
# Only a line from this far beyond a card's side may enter by that side.
BESIDE: Final = 24.0
# Between two heads on one border, and from a border's end to the first.
PORT_STEP: Final = 15.0
PORT_MARGIN: Final = 14.0
# Straight room above the highest attack on a line, before the line may bend.
NECK_ROOM: Final = 3.0


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line with its way from tail to tip. One that `joins` another's trunk has no head."""

    line: Line
    way: Way
    joins: bool = False


def route_lines(scene: Scene, layout: Layout) -> tuple[DrawnLine, ...]:
    """Return the lines in reading order, each from its card's border to its target's."""
    field = field_of(scene, layout)
    ways: dict[int, Way] = {}
    joining: set[int] = set()
    arrivals: dict[int, list[_Arrival]] = {}
    for number, block in enumerate(layout.blocks):
        if block.attacked is not None:
            item = block.rows[0].set.card.item
            ways[item] = _attack_way(field, number, item, block.attacked)
        else:
            _add_home_arrival(field, number, arrivals, ways, joining)
        _add_inner_ways(field, number, ways, joining)
    taken = [field.exit(number) for number in range(len(layout.blocks))]
    far = _add_near_links(field, arrivals, ways, taken)
    for target, found in arrivals.items():
        for arrival, port in _ports(field, target, sorted(found, key=lambda one: one.at)):
            floor = max(arrival.free, port.y)
            ways[arrival.item] = (*arrival.way, *_bend(arrival.at, port, floor))
    ways |= detours(field, far, ways.values())
    for line in scene.lines:
        if line.item not in ways:
            ways[line.item] = _stray_way(field, line, ways[line.target])
    return tuple(
        DrawnLine(
            line,
            flipped(ways[line.item]) if field.turned else ways[line.item],
            line.item in joining,
        )
        for line in scene.lines
    )


def _stray_way(field: Field, line: Line, attacked: Way) -> Way:
    """Return the way of what argues about a cross-link, to a place in the middle of that."""
    tail = field.card(line.tail)
    top = 0 if line.cross else field.attacks.tops.get(line.tail, 0)
    tip = middle_near(attacked, ((tail[0] + tail[2]) / 2, tail[1]))
    return short_way(tail, tip, neck(top) + NECK_ROOM if top else 0.0)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A line that comes from below: its way up to `at`, from where it bends into a port.

    From `at` up to the height `free` no block stands in its way, however far it bends.
    """

    item: int
    way: Way
    at: Point
    free: float


def _add_home_arrival(
    field: Field,
    number: int,
    arrivals: dict[int, list[_Arrival]],
    ways: dict[int, Way],
    joining: set[int],
) -> None:
    """Add the line that leaves a block for the claim above; its siblings in a column join it."""
    block = field.layout.blocks[number]
    item = block.rows[0].set.card.item
    line = field.lines.get(item)
    if line is None or line.about_step:
        return
    x, y = field.exit(number)
    free = field.boxes[number][1] - field.layout.gap
    way: Way = (("M", x, y),)
    if not block.headed:
        way = _trunk(field, number, 0, y)
        joined = [row for row, other in enumerate(block.rows) if row and other.up is None]
        _join(field, number, [0, *joined], ways, joining)
    top = field.attacks.tops.get(item, 0)
    if top:
        y -= neck(top) + NECK_ROOM
        way = (*way, ("L", x, y))
    arrivals.setdefault(line.target, []).append(_Arrival(item, way, (x, y), free))


def _add_near_links(
    field: Field, arrivals: dict[int, list[_Arrival]], ways: dict[int, Way], taken: list[Point]
) -> list[Line]:
    """Add the cross-links that need no detour, and return those that do.

    What stands right below the claim anyway goes up to it as if this were its home. Attacks on
    another cross-link are neither.
    """
    far: list[Line] = []
    for line in field.scene.lines:
        level = field.attacks.levels.get(line.item)
        if not line.cross or (line.about_step and level is None):
            continue
        if level is not None:
            far.append(line)
            continue
        owner = field.scene.owner[line.target]
        if field.scene.owner[line.tail] == owner:
            ways[line.item] = loop_way(field.card(line.tail), field.card(line.target))
            continue
        number = field.number(line.tail)
        gate = None
        if field.layout.blocks[number].parent == owner:
            left, _, right, _ = field.card(line.target)
            gate = top_gate(field, line.tail, (left + right) / 2, taken)
        if gate is None:
            far.append(line)
        else:
            free = field.boxes[number][1] - field.layout.gap
            arrival = _Arrival(line.item, (("M", *gate),), gate, free)
            arrivals.setdefault(line.target, []).append(arrival)
    return far


@dataclass(frozen=True, slots=True)
class _Port:
    """Where a line ends on a card's border; `side` is -1 left, 0 below, 1 right."""

    x: float
    y: float
    side: int


def _ports(field: Field, target: int, arrivals: list[_Arrival]) -> Iterator[tuple[_Arrival, _Port]]:
    """Yield a port for each line, so that no two that come straight up cross.

    What comes from far out enters by the sides, if nothing stands beside the card.
    """
    left, top, right, bottom = field.card(target)
    first, last = 0, len(arrivals)
    if _stands_free(field, target):
        most = int((bottom - top - PORT_STEP / 2) // PORT_STEP)
        first = min(most, sum(one.at[0] < left - BESIDE for one in arrivals))
        last -= min(most, sum(one.at[0] > right + BESIDE for one in arrivals))
    for place, one in enumerate(arrivals[:first], start=1):
        yield one, _Port(left, top + (bottom - top) * place / (first + 1), -1)
    low, high = left + PORT_MARGIN, right - PORT_MARGIN
    places = _spread([one.at[0] for one in arrivals[first:last]], low, high)
    for one, x in zip(arrivals[first:last], places, strict=True):
        yield one, _Port(x, bottom, 0)
    east = arrivals[last:]
    for place, one in enumerate(reversed(east), start=1):
        yield one, _Port(right, top + (bottom - top) * place / (len(east) + 1), 1)


def _stands_free(field: Field, target: int) -> bool:
    if field.scene.owner[target] != target:
        return False
    return field.rank_of[field.number(target)] == 0 and len(field.ranks[0].blocks) == 1


def _spread(wishes: list[float], low: float, high: float) -> list[float]:
    """Return places between `low` and `high`, as wished but for the room that heads need."""
    count = len(wishes)
    step = min(PORT_STEP, (high - low) / (count - 1)) if count > 1 else 0.0
    places: list[float] = []
    for wish in wishes:
        place = min(max(wish, low), high)
        places.append(max(place, places[-1] + step) if places else place)
    for back in range(count):
        places[-1 - back] = min(places[-1 - back], high - back * step)
    return places


def _bend(start: Point, port: _Port, floor: float) -> Way:
    """Return what leads from over a block, going up, into a port; below `floor` all is free."""
    x, y = start
    if port.side:
        rise, run = y - port.y, port.x - x
        return (("C", x, y - 0.6 * rise, port.x - 0.5 * run, port.y, port.x, port.y),)
    if abs(x - port.x) < 0.5:
        return (("L", port.x, port.y),)
    reach = (y - floor) / 2
    curve: Way = (("C", x, y - reach, port.x, floor + reach, port.x, floor),)
    return (*curve, ("L", port.x, port.y)) if floor > port.y else curve


def _attack_way(field: Field, number: int, item: int, attacked: int) -> Way:
    """Return the way from a block up and sideways to the line of the block beside it."""
    start = field.exit(number)
    tip = field.neck(attacked, field.attacks.levels[item])
    return elbow((start, (start[0], tip[1]), tip), CORNER)


def _add_inner_ways(field: Field, number: int, ways: dict[int, Way], joining: set[int]) -> None:
    """Add the ways between the rows of a block; those to the same border share a trunk."""
    block = field.layout.blocks[number]
    trunks: dict[tuple[int, float], list[int]] = {}
    for place, row in enumerate(block.rows):
        if row.up is not None:
            trunks.setdefault((row.up, row.lane), []).append(place)
    top = field.layout.corners[number][1]
    for (up, _), places in trunks.items():
        above, first = block.rows[up], block.rows[places[0]]
        end = above.y + above.set.height / (2 if first.attacks else 1)
        way = _trunk(field, number, places[0], top + end)
        ways[first.set.card.item] = flipped(way) if field.turned else way
        _join(field, number, places, ways, joining)


def _trunk(field: Field, number: int, place: int, end: float) -> Way:
    """Return the way from a row's left border into its lane and up to `end`, unturned."""
    x, y = field.layout.corners[number]
    row = field.layout.blocks[number].rows[place]
    middle = y + row.y + row.set.height / 2
    return elbow(((x + row.x, middle), (x + row.lane, middle), (x + row.lane, end)), CORNER)


def _join(
    field: Field, number: int, places: list[int], ways: dict[int, Way], joining: set[int]
) -> None:
    """Add the ways of rows into the trunk of the first: each up to where the last one turned."""
    rows = field.layout.blocks[number].rows
    top = field.layout.corners[number][1]
    for before, place in pairwise(places):
        last = rows[before]
        way = _trunk(field, number, place, top + last.y + last.set.height / 2 - CORNER)
        item = rows[place].set.card.item
        ways[item] = flipped(way) if field.turned else way
        joining.add(item)
