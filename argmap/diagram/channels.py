"""The ways of cross-links: out of a block, along the gaps between blocks, and in again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final, Literal

from argmap.diagram.cards import BAR, HEADER, ICON_ROOM, PAD_X
from argmap.diagram.curves import Rectangle, Way, elbow
from argmap.diagram.field import Field
from argmap.diagram.geometry import Point
from argmap.diagram.metrics import width
from argmap.diagram.picture import spline

__all__ = ["Approach", "approach", "loop_way", "short_way"]

CORNER: Final = 8.0
# Between a block and a line beside it, and between two lines side by side.
BESIDE: Final = 7.0
TRACK: Final = 4.5
TRACKS: Final = 4
# Between the lowest card of a rank and the first line along the gap below it.
BELOW: Final = 13.0
# A gate keeps this far from the middle of a border, where a card's own line leaves, and its ends.
MIDDLE: Final = 13.0
EDGE: Final = 11.0
REACH: Final = 16.0
# Half of the room between two cards in a stack.
BETWEEN: Final = 4.5
# A gap between two blocks that a line may pass.
NARROWEST: Final = 9.0

Entry = Literal["below", "above", "beside", "neck"]


@dataclass(frozen=True, slots=True)
class Approach:
    """A way all but its end, if it comes from below: then it bends from `at` into a port."""

    way: Way
    at: Point | None = None


def approach(field: Field, tail: int, head: int, track: int, level: int = 0) -> Approach:
    """Return the way of a cross-link from the claim of `tail` towards that of `head`.

    With a `level` it leads to the line over the card `head` instead. `track` keeps the ways of
    several cross-links apart.
    """
    entry = "neck" if level else _entry(field, tail, head)
    from_rank = field.rank_of[field.number(tail)]
    to_rank = field.rank_of[field.number(head)]
    below = entry == "below" or (entry == "beside" and to_rank < from_rank)
    end_gap = to_rank + 1 if below else to_rank
    upward = end_gap <= from_rank
    towards = _middle(field.boxes[field.number(head)])[0]
    points = _leave(field, tail, towards, track, upward=upward)
    gap = from_rank if upward else from_rank + 1
    points = _pass_ranks(field, points, gap, end_gap, towards, track)
    x = points[-1][0]
    if entry == "below":
        if len(points) > 1:
            top = field.ranks[end_gap].top if end_gap < len(field.ranks) else None
            y = _track_y(field, end_gap, track) + TRACK if top is None else top
            points = [*points, (x, y)]
        return Approach(elbow(_tidied(points), CORNER), points[-1])
    y = _track_y(field, end_gap, track)
    if entry == "neck":
        place = field.neck(head, level)
        points = [*points, (x, place[1]), place]
    elif entry == "above":
        gate = _gate(field, head, x, track)
        points = [*points, (x, y), (gate, y), (gate, field.card(head)[1])]
    else:
        points = [*points, *_enter_beside(field, head, (x, y), track)]
    return Approach(elbow(_tidied(points), CORNER))


def short_way(tail: Rectangle, tip: Point) -> Way:
    """Return a way from the top of a card to a point anywhere."""
    x, y = (tail[0] + tail[2]) / 2, tail[1]
    reach = hypot(tip[0] - x, tip[1] - y) / 2
    return spline(((x, y), (x, y - reach), tip, tip))


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


def _middle(box: Rectangle) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _entry(field: Field, tail: int, head: int) -> Entry:
    """Return from where a cross-link comes to a claim: from below, if nothing is stacked there."""
    number = field.number(head)
    alone = len(field.layout.blocks[number].rows) == 1
    member = field.scene.owner[head] != head
    if alone and (member or field.rank_of[number] < field.rank_of[field.number(tail)]):
        return "below"
    return "above" if field.stands_first(head) and not member else "beside"


def _leave(field: Field, item: int, towards: float, track: int, *, upward: bool) -> list[Point]:
    """Return the first points of a way, the last where it goes up or down beside its block.

    Upwards it takes the top of a card that nothing covers.
    """
    left, top, right, bottom = field.card(item)
    if upward and field.stands_first(item):
        gate = _gate(field, item, towards, track)
        if left < gate < right:
            return [(gate, top)]
    beside = field.boxes[field.number(item)][2] + BESIDE + TRACK * (track % TRACKS)
    _, _, frame_right, frame_bottom = field.card(field.scene.owner[item])
    if right < frame_right - 2 * PAD_X:  # other premises stand between this one and the border
        x, y = right - EDGE, frame_bottom + BETWEEN
        return [(x, bottom), (x, y), (beside, y)]
    middle = (top + bottom) / 2
    return [(right, middle), (beside, middle)]


def _gate(field: Field, item: int, towards: float, track: int) -> float:
    """Return where on a card's top a way towards an x may leave or arrive.

    For a premise under the heading of its frame that may be nowhere on its top.
    """
    left, _, right, _ = field.card(item)
    middle = (left + right) / 2
    room = MIDDLE + TRACK * (track % TRACKS)
    gate = middle + (room if towards >= middle else -room)
    gate = min(max(gate, left + EDGE), right - EDGE)
    owner = field.scene.owner[item]
    if owner != item and not field.turned:
        frame = field.cards[owner]
        words = width(frame.set.header, HEADER, bold=True) + ICON_ROOM + BAR + PAD_X
        gate = max(gate, frame.x + words + TRACK * (1 + track % TRACKS))
    return gate


def _pass_ranks(
    field: Field, points: list[Point], gap: int, end_gap: int, towards: float, track: int
) -> list[Point]:
    """Return the points with those added that lead from one gap between ranks to another."""
    upward = gap > end_gap
    while gap != end_gap:
        rank = gap - 1 if upward else gap
        x = points[-1][0]
        passage = _passage(field, rank, x, towards)
        y = _track_y(field, gap, track)
        points = [*points, (x, y), (passage, y)]
        gap += -1 if upward else 1
    return points


def _passage(field: Field, rank: int, x: float, towards: float) -> float:
    """Return where between or beside the blocks of a rank a way from `x` makes least detour."""
    boxes = [field.boxes[number] for number in field.ranks[rank].blocks]
    found = [boxes[0][0] - 2 * BESIDE, boxes[-1][2] + 2 * BESIDE]
    for one, other in pairwise(boxes):
        if other[0] - one[2] >= NARROWEST:
            found.append((one[2] + other[0]) / 2)
    return min(found, key=lambda place: (abs(place - x) + abs(place - towards), place))


def _track_y(field: Field, gap: int, track: int) -> float:
    """Return the height at which a way runs along the gap above a rank."""
    shift = TRACK * (track % TRACKS)
    if gap == 0:
        return field.ranks[0].top - BELOW - shift
    y = field.ranks[gap - 1].floor + BELOW + shift
    return y if gap == len(field.ranks) else min(y, field.ranks[gap].top - TRACK)


def _enter_beside(field: Field, head: int, start: Point, track: int) -> list[Point]:
    """Return the points of a way from a gap down or up beside a block and into a card's side."""
    left, top, right, bottom = field.card(head)
    x, y = start
    beside = field.boxes[field.number(head)][2] + BESIDE + TRACK * (track % TRACKS)
    _, _, frame_right, frame_bottom = field.card(field.scene.owner[head])
    if right < frame_right - 2 * PAD_X:
        between, middle = frame_bottom + BETWEEN, (left + right) / 2
        return [(x, y), (beside, y), (beside, between), (middle, between), (middle, bottom)]
    middle = (top + bottom) / 2
    return [(x, y), (beside, y), (beside, middle), (right, middle)]


def _tidied(points: list[Point]) -> tuple[Point, ...]:
    """Return the points without those that repeat, nearly, the one before or lie on the way."""
    kept: list[Point] = []
    for point in points:
        if kept and hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) < 1:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _in_line(one: Point, two: Point, three: Point) -> bool:
    return (abs(one[0] - two[0]) < 1 and abs(two[0] - three[0]) < 1) or (
        abs(one[1] - two[1]) < 1 and abs(two[1] - three[1]) < 1
    )
