"""A net of lanes between boxes, and the shortest way along it with few turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final

from argmap.diagram.curves import Rectangle
from argmap.diagram.geometry import Point

__all__ = ["Gate", "Grid", "grid_of"]

# What a turn, or a stretch that another way takes already, weighs against points of detour.
TURN: Final = 45.0
SHARED: Final = 6.0
# Nearer to a box than this no way runs.
CLEAR: Final = 4.0
# Two lines closer than this look like one.
NEAR: Final = 5.0


@dataclass(frozen=True, slots=True)
class Gate:
    """Where a way may begin or end: the place in the net, and points from there to the card.

    `upright` says whether it passes the gate up or down, not sideways.
    """

    place: Point
    points: tuple[Point, ...]
    upright: bool
    cost: float = 0.0


@dataclass(slots=True)
class Grid:
    """Lanes at `xs` and `ys`. A stretch is named by the number of the crossing where it starts."""

    xs: Sequence[float]
    ys: Sequence[float]
    across: set[int]
    down: set[int]
    used_across: set[int] = field(default_factory=set)
    used_down: set[int] = field(default_factory=set)

    def way(self, starts: Sequence[Gate], ends: Sequence[Gate]) -> tuple[Point, ...] | None:
        """Return the corners of the best way from a gate to a gate, and mark it as used.

        A* (Hart, Nilsson and Raphael 1968); None if the boxes leave no way.
        """
        goals = {(self._crossing(gate.place), gate.upright): gate for gate in ends}
        places = [gate.place for gate in ends]
        before: dict[tuple[int, bool], tuple[int, bool] | None] = {}
        costs: dict[tuple[int, bool], float] = {}
        first: dict[tuple[int, bool], Gate] = {}
        queue: list[tuple[float, float, tuple[int, bool], tuple[int, bool] | None]] = []
        for gate in starts:
            state = (self._crossing(gate.place), gate.upright)
            first[state] = gate
            costs[state] = gate.cost
            heappush(queue, (gate.cost + _nearest(gate.place, places), gate.cost, state, None))
        while queue:
            _, cost, state, origin = heappop(queue)
            if state in before:
                continue
            before[state] = origin
            if state in goals:
                return self._traced(state, before, first, goals[state])
            for other, step in self._steps(state):
                total = cost + step + (goals[other].cost if other in goals else 0.0)
                if other not in before and total < costs.get(other, float("inf")):
                    costs[other] = total
                    guess = total + _nearest(self._point(other[0]), places)
                    heappush(queue, (guess, total, other, state))
        return None

    def use(self, start: Point, end: Point) -> None:
        """Mark the lanes that run along a level or upright stretch of another line as used."""
        (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        tall = len(self.ys)
        if bottom - top < 1:
            for row in _between(self.ys, top - NEAR, bottom + NEAR):
                stretches = _between(self.xs, left, right)[:-1]
                self.used_across.update(column * tall + row for column in stretches)
        elif right - left < 1:
            for column in _between(self.xs, left - NEAR, right + NEAR):
                stretches = _between(self.ys, top, bottom)[:-1]
                self.used_down.update(column * tall + row for row in stretches)

    def _crossing(self, place: Point) -> int:
        return bisect_left(self.xs, place[0]) * len(self.ys) + bisect_left(self.ys, place[1])

    def _point(self, crossing: int) -> Point:
        column, row = divmod(crossing, len(self.ys))
        return self.xs[column], self.ys[row]

    def _steps(self, state: tuple[int, bool]) -> Iterable[tuple[tuple[int, bool], float]]:
        """Yield the states one stretch or one turn away, with their costs."""
        crossing, upright = state
        yield (crossing, not upright), TURN
        tall = len(self.ys)
        column, row = divmod(crossing, tall)
        if upright:
            for stretch, other in ((crossing, row + 1), (crossing - 1, row - 1)):
                if 0 <= other < tall and stretch not in self.down:
                    length = abs(self.ys[other] - self.ys[row])
                    length *= SHARED if stretch in self.used_down else 1
                    yield (column * tall + other, True), length
        else:
            for stretch, other in ((crossing, column + 1), (crossing - tall, column - 1)):
                if 0 <= other < len(self.xs) and stretch not in self.across:
                    length = abs(self.xs[other] - self.xs[column])
                    length *= SHARED if stretch in self.used_across else 1
                    yield (other * tall + row, False), length

    def _traced(
        self,
        state: tuple[int, bool],
        before: dict[tuple[int, bool], tuple[int, bool] | None],
        first: dict[tuple[int, bool], Gate],
        end: Gate,
    ) -> tuple[Point, ...]:
        states = [state]
        while (origin := before[states[-1]]) is not None:
            states.append(origin)
        states.reverse()
        for (one, upright), (other, _) in pairwise(states):
            (self.used_down if upright else self.used_across).add(min(one, other))
        middle = [self._point(crossing) for crossing, _ in states]
        return (*first[states[0]].points[::-1], *middle, *end.points)


def grid_of(boxes: Sequence[Rectangle], xs: Iterable[float], ys: Iterable[float]) -> Grid:
    """Return the net of these lanes with the stretches closed that would run through a box."""
    columns, rows = sorted(set(xs)), sorted(set(ys))
    tall = len(rows)
    across: set[int] = set()
    down: set[int] = set()
    for left, top, right, bottom in boxes:
        low_x, high_x = bisect_right(columns, left - CLEAR), bisect_left(columns, right + CLEAR)
        low_y, high_y = bisect_right(rows, top - CLEAR), bisect_left(rows, bottom + CLEAR)
        for column in range(max(low_x - 1, 0), high_x):
            across.update(range(column * tall + low_y, column * tall + high_y))
        for column in range(low_x, high_x):
            down.update(range(column * tall + max(low_y - 1, 0), column * tall + high_y))
    return Grid(columns, rows, across, down)


def _between(lanes: Sequence[float], low: float, high: float) -> range:
    return range(bisect_left(lanes, low), bisect_right(lanes, high))


def _nearest(place: Point, goals: Sequence[Point]) -> float:
    x, y = place
    return min(abs(x - goal[0]) + abs(y - goal[1]) for goal in goals)
