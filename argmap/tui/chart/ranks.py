"""Cards in ranks, as a layout engine orders them: what argues stands one rank beyond its target."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from argmap.diagram.engines import choice
from argmap.diagram.geometry import Arc, Box, Direction, Engine, EngineError, Point, Request, Route
from argmap.tui.chart.figure import Figure

__all__ = ["MANY", "Ranking", "rank_cards"]

# Points for a cell: Graphviz computes in whole points, so this is a tenth of a cell.
UNIT: Final = 10.0
# From rank to rank; only the order of ranks is taken from it.
RANK_GAP: Final = 100.0
# Graphviz takes 0.3 s for 300 boxes with cross-links, a tidy tree 6 ms.
MANY: Final = 300


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rank of each card from the top, and where across the rank its middle wishes to be.

    `bends` are the ways of edges as (rank, across), from tail to head, by number of the edge.
    Wishes are in cells. `note` says why the engine asked for did not do it.
    """

    ranks: tuple[int, ...]
    wishes: tuple[float, ...]
    bends: dict[int, tuple[tuple[float, float], ...]]
    engine: str
    note: str | None = None


def rank_cards(
    figure: Figure, sizes: Sequence[int], engine: Engine, direction: Direction, gap: int, limit: float
) -> Ranking:
    """Return the ranks of cards that take `sizes` cells across, `gap` cells apart.

    An engine that fails is replaced by the tidy tree.
    """
    if not sizes:
        return Ranking((), (), {}, engine.name)
    request, arcs = _request(figure, sizes, direction, gap)
    try:
        laid = choice.lay_out(request, engine, limit)
    except EngineError as error:
        laid = choice.lay_out(request, choice.choose("tidy"), limit)
        laid = choice.Laid(laid.placement, laid.engine, f"{error} The map is drawn as a tidy tree.")
    points = [laid.placement.centres[box.name] for box in request.boxes]
    depths = [_turned(point, direction)[0] for point in points]
    lines = _lines(depths)
    ranks = [_rank(depth, lines) for depth in depths]
    bends = {
        number: _bends(laid.placement.routes[arc], direction, lines)
        for arc, number in enumerate(arcs)
    }
    wishes = tuple(_turned(point, direction)[1] / UNIT for point in points)
    return Ranking(tuple(map(round, ranks)), wishes, bends, laid.engine, laid.note)


def _request(
    figure: Figure, sizes: Sequence[int], direction: Direction, gap: int
) -> tuple[Request, list[int]]:
    """Return the request, and the number of the edge that each arc of it stands for."""
    names = {node.item: str(number) for number, node in enumerate(figure.nodes)}
    owner = figure.owner
    by_item = {edge.item: edge for edge in figure.edges}
    arcs: list[Arc] = []
    numbers: list[int] = []
    groups = _Groups()
    for number, edge in enumerate(figure.edges):
        tail, head = names[owner[edge.tail]], ""
        if edge.about_step:
            # Who argues about a step stands beside its premises.
            head = names[owner[by_item[edge.head].tail]]
            if edge.cross or tail == head:
                continue
            groups.join(tail, head)
        else:
            head = names[owner[edge.head]]
        if tail != head:
            arcs.append(Arc(tail, head, ranks=not (edge.about_step or edge.cross)))
            numbers.append(number)
    roots = [names[node.item] for node in figure.nodes if figure.graph.map.items[node.item].depth == 0]
    for above, below in pairwise(roots):
        groups.join(above, below)
    boxes = tuple(_box(str(number), size, direction) for number, size in enumerate(sizes))
    request = Request(
        boxes, tuple(arcs), groups.found(), direction, box_gap=gap * UNIT, rank_gap=RANK_GAP
    )
    return request, numbers


def _box(name: str, size: int, direction: Direction) -> Box:
    across = size * UNIT
    match direction:
        case "up":
            return Box(name, across, UNIT)
        case "left":
            return Box(name, UNIT, across)


def _turned(point: Point, direction: Direction) -> Point:
    """Return a point as (depth, across)."""
    return point if direction == "left" else (point[1], point[0])


class _Groups:
    """Names that must share a rank, joined in pairs."""

    def __init__(self) -> None:
        self._of: dict[str, list[str]] = {}

    def join(self, first: str, second: str) -> None:
        """Put two names, and all that share a rank with either, into one group."""
        one = self._of.setdefault(first, [first])
        other = self._of.setdefault(second, [second])
        if one is not other:
            one += other
            for name in other:
                self._of[name] = one

    def found(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups."""
        groups = {id(group): group for group in self._of.values()}
        return tuple(tuple(sorted(group, key=int)) for group in groups.values())


def _lines(depths: Sequence[float]) -> list[float]:
    """Return the depth of each rank: boxes nearer than half a box are on one line."""
    lines: list[float] = []
    for depth in sorted(depths):
        if not lines or depth - lines[-1] > UNIT / 2:
            lines.append(depth)
    return lines


def _rank(depth: float, lines: Sequence[float]) -> float:
    """Return where a depth lies between the lines of the ranks, counted in ranks."""
    number = min(max(bisect_left(lines, depth), 1), len(lines) - 1)
    if number < 1:
        return 0.0
    above, below = lines[number - 1], lines[number]
    return number - 1 + (depth - above) / (below - above)


def _bends(
    route: Route, direction: Direction, lines: Sequence[float]
) -> tuple[tuple[float, float], ...]:
    """Return the way of an arc by its control points: near enough to choose a lane."""
    turned = (_turned(point, direction) for point in route.points)
    return tuple((_rank(depth, lines), across / UNIT) for depth, across in turned)
