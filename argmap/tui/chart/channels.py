"""Tracks in the channel between two ranks: each edge gets one of its own.

This is the channel routing of circuit boards with one net for each edge (Hashimoto and Stevens
1971, Deutsch 1976). Two edges may cross; they never share a cell otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

__all__ = ["Meets", "Net", "Tracks", "track_nets"]


class Meets(Enum):
    """What an end of a net meets: a side of the channel, or the edge it is about."""

    UPPER = "upper"
    LOWER = "lower"
    STEM = "stem"


@dataclass(frozen=True, slots=True)
class Net:
    """The part of an edge in one channel, from a column where it enters to one where it leaves.

    Its end on a STEM meets the edge `about`, which comes from the side `stem` of the channel.
    """

    edge: int
    start: int
    enters: Meets
    end: int
    leaves: Meets
    about: int = -1
    stem: Meets = Meets.LOWER

    @property
    def is_straight(self) -> bool:
        """Whether it crosses the channel without a turn."""
        return self.start == self.end and self.leaves is not Meets.STEM


@dataclass(frozen=True, slots=True)
class Tracks:
    """How many tracks a channel has, and the turns of each edge in it.

    A turn is (track, column): along the track, counted from the upper side, to the column.
    """

    count: int
    turns: dict[int, tuple[tuple[int, int], ...]]


@dataclass(slots=True, eq=False)
class _Wire:
    """A net, or one half of a net, that needs one track: its ends and who must be above it."""

    net: Net
    half: int
    left: int
    right: int
    uppers: tuple[int, ...]
    lowers: tuple[int, ...]
    above: set[int] = field(default_factory=set)
    track: int = 0


def track_nets(nets: Sequence[Net]) -> Tracks:
    """Return the tracks of a channel, with as few crossings as a greedy order gives.

    Where columns force a circle of who must be above whom, an edge changes track half-way.
    """
    splits: dict[int, int] = {}
    while True:
        wires = _wires(nets, splits)
        _add_constraints(wires)
        order = _ordered(wires)
        if len(order) == len(wires):
            break
        net = _to_split(wires, set(range(len(wires))).difference(order))
        splits[net.edge] = _free_column(net, nets, splits)
    count = _assign(wires, order)
    turns: dict[int, tuple[tuple[int, int], ...]] = {
        net.edge: () for net in nets if net.is_straight
    }
    for wire in wires:
        end = wire.net.end if wire.half or wire.net.edge not in splits else splits[wire.net.edge]
        turns[wire.net.edge] = (*turns.get(wire.net.edge, ()), (wire.track, end))
    return Tracks(count, turns)


def _wires(nets: Sequence[Net], splits: dict[int, int]) -> list[_Wire]:
    """Return what needs a track; the halves of a net stand one behind the other."""
    wires: list[_Wire] = []
    for net in nets:
        if net.is_straight:
            continue
        uppers = (net.start,) * (net.enters is Meets.UPPER)
        lowers = (net.start,) * (net.enters is Meets.LOWER)
        last_uppers = (net.end,) * (net.leaves is Meets.UPPER)
        last_lowers = (net.end,) * (net.leaves is Meets.LOWER)
        middle = splits.get(net.edge)
        if middle is None:
            left, right = sorted((net.start, net.end))
            wires.append(_Wire(net, 0, left, right, uppers + last_uppers, lowers + last_lowers))
            continue
        first_left, first_right = sorted((net.start, middle))
        last_left, last_right = sorted((middle, net.end))
        if net.enters is Meets.UPPER:
            lowers, last_uppers = (middle,), (*last_uppers, middle)
        else:
            uppers, last_lowers = (middle,), (*last_lowers, middle)
        wires.append(_Wire(net, 0, first_left, first_right, uppers, lowers))
        wires.append(_Wire(net, 1, last_left, last_right, last_uppers, last_lowers))
    return wires


def _add_constraints(wires: Sequence[_Wire]) -> None:
    """Note for each wire which ones must be above it, so that no two share a cell."""
    by_upper: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    for number, wire in enumerate(wires):
        for column in wire.uppers:
            by_upper.setdefault(column, []).append(number)
        first.setdefault(wire.net.edge, number)
    for number, wire in enumerate(wires):
        for column in wire.lowers:
            for other in by_upper.get(column, ()):
                if wires[other].net.edge != wire.net.edge:
                    wire.above.add(other)
        if wire.half:
            _order(wires, number - 1, number, upper_first=wire.net.enters is Meets.UPPER)
        is_last = wire.half or number + 1 == len(wires) or not wires[number + 1].half
        attacked = first.get(wire.net.about)
        if wire.net.leaves is Meets.STEM and is_last and attacked is not None:
            # Between the target's own track and the card that it comes from.
            _order(wires, attacked, number, upper_first=wire.net.stem is Meets.LOWER)


def _order(wires: Sequence[_Wire], one: int, other: int, *, upper_first: bool) -> None:
    if upper_first:
        wires[other].above.add(one)
    else:
        wires[one].above.add(other)


def _ordered(wires: Sequence[_Wire]) -> list[int]:
    """Return the wires from the upper side on; those in and behind a circle are missing.

    Of those that may come next, the one comes first that then crosses the fewest others.
    """
    dislikes, gains = _preferences(wires)
    below: list[list[int]] = [[] for _ in wires]
    waits = [len(wire.above) for wire in wires]
    for number, wire in enumerate(wires):
        for one in wire.above:
            below[one].append(number)
    ready = {number for number, count in enumerate(waits) if not count}
    order: list[int] = []
    while ready:
        best = min(ready, key=lambda number: (dislikes[number], number))
        ready.remove(best)
        order.append(best)
        for other, cost in gains[best]:
            dislikes[other] -= cost
        for other in below[best]:
            waits[other] -= 1
            if not waits[other]:
                ready.add(other)
    return order


def _preferences(wires: Sequence[_Wire]) -> tuple[list[int], list[list[tuple[int, int]]]]:
    """Return the crossings that each wire costs if it comes first, and whom it frees of how many.

    Only wires that lie side by side somewhere can cross.
    """
    dislikes = [0] * len(wires)
    gains: list[list[tuple[int, int]]] = [[] for _ in wires]
    by_left = sorted(range(len(wires)), key=lambda number: wires[number].left)
    for place, one in enumerate(by_left):
        right = wires[one].right
        for other in by_left[place + 1 :]:
            if wires[other].left > right:
                break
            cost = _crossings(wires[one], wires[other]) - _crossings(wires[other], wires[one])
            first, second = (one, other) if cost > 0 else (other, one)
            if cost:
                dislikes[first] += abs(cost)
                gains[second].append((first, abs(cost)))
    return dislikes, gains


def _crossings(above: _Wire, below: _Wire) -> int:
    """Return how often two wires cross if the first one has the upper track."""
    return sum(below.left < column < below.right for column in above.lowers) + sum(
        above.left < column < above.right for column in below.uppers
    )


def _to_split(wires: Sequence[_Wire], left: set[int]) -> Net:
    """Return a net on a circle of constraints that leads from one side to the other."""
    here = min(left)
    seen: list[int] = []
    while here not in seen:
        seen.append(here)
        here = min(wires[here].above & left)
    circle = seen[seen.index(here) :]
    return next(wires[number].net for number in circle if _leads_across(wires, number))


def _leads_across(wires: Sequence[_Wire], number: int) -> bool:
    wire = wires[number]
    if wire.half or (number + 1 < len(wires) and wires[number + 1].half):
        return False
    last = wire.net.stem if wire.net.leaves is Meets.STEM else wire.net.leaves
    return wire.net.enters is not last


def _free_column(net: Net, nets: Iterable[Net], splits: dict[int, int]) -> int:
    """Return the column nearest to the middle of a net at which nothing else turns."""
    taken = {column for one in nets for column in (one.start, one.end)} | set(splits.values())
    middle = (net.start + net.end) // 2
    away = 0
    while True:
        for column in (middle + away, middle - away):
            if column not in taken:
                return column
        away += 1


def _assign(wires: Sequence[_Wire], order: Sequence[int]) -> int:
    """Give each wire the first track below all those above it that it would touch."""
    count = 0
    done: list[_Wire] = []
    for number in order:
        wire = wires[number]
        left, right = wire.left - 1, wire.right + 1
        wire.track = max(
            (one.track + 1 for one in done if one.left <= right and left <= one.right), default=0
        )
        done.append(wire)
        count = max(count, wire.track + 1)
    return count
