"""The way of each edge, cell by cell: out of a card, along its tracks, to its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from argmap.diagram.geometry import Direction
from argmap.tui.chart.channels import Meets, Net, Tracks, track_nets
from argmap.tui.chart.courses import Course, Side
from argmap.tui.chart.places import Places, spacing_of

__all__ = ["Plan", "plan_routes"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Cells along the depth: where each rank starts and how deep it is; and the corners of edges.

    The corners of a way are (across, depth), from the cell outside its tail's card to its tip.
    """

    rank_starts: tuple[int, ...]
    rank_depths: tuple[int, ...]
    ways: tuple[tuple[tuple[int, int], ...], ...]
    low: int
    high: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Margins:
    """Cells of a channel: before the first track, after the last, from track to track."""

    before: int
    after: int
    track: int


def plan_routes(
    ranks: Sequence[int], places: Places, courses: Sequence[Course], direction: Direction
) -> Plan:
    """Return where ranks and edges lie, with channels as wide as their tracks need."""
    count = max(ranks, default=-1) + 1
    nets = _nets(courses, places, count + 1)
    channels = [track_nets(found) for found in nets]
    margins = _Margins(2 if direction == "left" else 1, 1, spacing_of(direction).tracks)
    widths = [_width(found, tracks, margins) for found, tracks in zip(nets, channels, strict=True)]
    depths = [0] * count
    for rank, block in zip(ranks, places.blocks, strict=True):
        depths[rank] = max(depths[rank], block.depth)
    both = [size for pair in zip(widths, (*depths, 0), strict=True) for size in pair]
    edges = list(accumulate(both, initial=0))
    channel_starts, rank_starts = edges[:-1:2], edges[1:-1:2]
    ways = []
    for number, course in enumerate(courses):
        way = [
            (
                places.tails[number],
                _outside(course.tail, course.tail_side, ranks, rank_starts, places),
            )
        ]
        for channel in course.channels:
            for track, column in channels[channel].turns[number]:
                depth = channel_starts[channel] + margins.before + track * margins.track
                way += [(way[-1][0], depth), (column, depth)]
        if course.about is None:
            way.append(
                (way[-1][0], _outside(course.head, course.head_side, ranks, rank_starts, places))
            )
        ways.append(tuple(way))
    lows = [*places.starts, *(across for way in ways for across, _ in way)]
    highs = [
        *(start + block.size for start, block in zip(places.starts, places.blocks, strict=True)),
        *(across + 1 for way in ways for across, _ in way),
    ]
    return Plan(
        tuple(rank_starts[:count]),
        tuple(depths),
        tuple(ways),
        min(lows, default=0),
        max(highs, default=0),
        edges[-1],
    )


def _outside(
    card: int, side: Side, ranks: Sequence[int], rank_starts: Sequence[int], places: Places
) -> int:
    """Return the depth of the cells just outside a side of a card."""
    start = rank_starts[ranks[card]]
    return start - 1 if side is Side.NEAR else start + places.blocks[card].depth


def _nets(courses: Sequence[Course], places: Places, count: int) -> list[list[Net]]:
    """Return the nets of each channel."""
    nets: list[list[Net]] = [[] for _ in range(count)]
    for number, course in enumerate(courses):
        columns = [
            places.tails[number],
            *(places.lanes[number, rank] for rank in course.lanes),
            places.heads[number],
        ]
        enters, leaves = Meets.LOWER, Meets.UPPER
        if course.tail_side is Side.FAR:
            enters, leaves = leaves, enters
        about, stem = -1, Meets.LOWER
        for place, channel in enumerate(course.channels):
            if place == len(course.channels) - 1:
                if course.about is None:
                    leaves = Meets.UPPER if course.head_side is Side.FAR else Meets.LOWER
                else:
                    leaves, about = Meets.STEM, course.about
                    attacked = courses[course.about].tail_side
                    stem = Meets.LOWER if attacked is Side.NEAR else Meets.UPPER
            start, end = columns[place], columns[place + 1]
            nets[channel].append(Net(number, start, enters, end, leaves, about, stem))
    return nets


def _width(nets: Sequence[Net], tracks: Tracks, margins: _Margins) -> int:
    """Return the cells from rank to rank that a channel takes."""
    if not nets:
        return 0
    between = (tracks.count - 1) * margins.track + 1 if tracks.count else 0
    return margins.before + between + margins.after
