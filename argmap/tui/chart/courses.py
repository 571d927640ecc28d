"""The course of each edge through the ranks: its sides, its channels and its lanes.

Channel c lies between the ranks c - 1 and c; the last one lies beyond the last rank. An edge
crosses a rank by a lane of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from argmap.tui.chart.figure import Figure
from argmap.tui.chart.ranks import Ranking

__all__ = ["Course", "Side", "courses_of"]


class Side(Enum):
    """A side of a rank, and of a card in it: towards the first rank, or away from it."""

    NEAR = "near"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Course:
    """The way of an edge, by the numbers of its cards.

    `channels` are in their order from the tail; between two of them lies the lane through
    `lanes`, a rank each. `about` is the number of the edge that the last channel's track ends on,
    else it ends on the `head_side` of the card `head`.
    """

    tail: int
    tail_side: Side
    channels: tuple[int, ...]
    lanes: tuple[int, ...]
    lane_wishes: tuple[float, ...]
    head: int
    head_side: Side
    about: int | None = None


def courses_of(figure: Figure, ranking: Ranking) -> tuple[Course, ...]:
    """Return a course for each edge.

    Edges leave towards their target and arrive from beyond it. Between cards of one rank, and to a
    target further out, an edge leaves by the far side instead.
    """
    cards = {node.item: number for number, node in enumerate(figure.nodes)}
    numbers = {edge.item: number for number, edge in enumerate(figure.edges)}
    courses: list[Course] = []
    for number, edge in enumerate(figure.edges):
        tail = cards[figure.owner[edge.tail]]
        about = numbers[edge.head] if edge.about_step else None
        if about is None:
            head = cards[figure.owner[edge.head]]
            course = _to_card(tail, head, ranking.ranks)
        else:
            course = _to_edge(tail, about, courses[about], ranking.ranks)
        wishes = _lane_wishes(course, ranking, ranking.bends.get(number, ()))
        courses.append(replace(course, lane_wishes=wishes))
    return tuple(courses)


def _to_card(tail: int, head: int, ranks: Sequence[int]) -> Course:
    start, end = ranks[tail], ranks[head]
    if start > end:
        channels = tuple(range(start, end, -1))
        return Course(tail, Side.NEAR, channels, _between(channels), (), head, Side.FAR)
    if start == end:
        return Course(tail, Side.FAR, (start + 1,), (), (), head, Side.FAR)
    channels = tuple(range(start + 1, end + 1))
    return Course(tail, Side.FAR, channels, _between(channels), (), head, Side.NEAR)


def _to_edge(tail: int, about: int, attacked: Course, ranks: Sequence[int]) -> Course:
    """Return the course to the stem of another edge, right where that one leaves its card."""
    rank, channel = ranks[tail], attacked.channels[0]
    if rank >= channel:
        channels, side = tuple(range(rank, channel - 1, -1)), Side.NEAR
    else:
        channels, side = tuple(range(rank + 1, channel + 1)), Side.FAR
    lanes = _between(channels)
    return Course(tail, side, channels, lanes, (), attacked.tail, attacked.tail_side, about)


def _between(channels: Sequence[int]) -> tuple[int, ...]:
    """Return the ranks between channels that follow one another."""
    return tuple(min(pair) for pair in pairwise(channels))


def _lane_wishes(
    course: Course, ranking: Ranking, bends: Sequence[tuple[float, float]]
) -> tuple[float, ...]:
    """Return where each lane wishes to be: on the engine's route, else on the straight way."""
    if not course.lanes:
        return ()
    start = (float(ranking.ranks[course.tail]), ranking.wishes[course.tail])
    end = (float(ranking.ranks[course.head]), ranking.wishes[course.head])
    way = (start, *bends, end)
    return tuple(_across(way, rank) for rank in course.lanes)


def _across(way: Sequence[tuple[float, float]], rank: int) -> float:
    """Return where a way crosses the middle of a rank."""
    for (first, here), (second, there) in pairwise(way):
        if min(first, second) <= rank <= max(first, second) and first != second:
            return here + (there - here) * (rank - first) / (second - first)
    return way[-1][1]
