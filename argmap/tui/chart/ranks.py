"""Cards in ranks, as a layout engine orders them: what argues stands one rank beyond its target."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.engines import choice
from argmap.diagram.geometry import Arc, Box, Direction, Engine, EngineError, Point, Request, Route
from argmap.tui.chart.figure import Figure

__all__ = ["MANY", "Ranking", "rank_cards"]

# Points for a cell: Graphviz computes in whole points, so this is a tenth of a cell.
UNIT: Final = 10.0
# The box that holds several roots together, and is not drawn.
TOP: Final = "top"
# From rank to rank; only the order of ranks is taken from it.
RANK_GAP: Final = 100.0
# Above this a tidy tree places the boxes, in a fifth of the time.
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
    figure: Figure,
    sizes: Sequence[int],
    engine: Engine,
    direction: Direction,
    gap: int,
    limit: float,
) -> Ranking:
    """Return the ranks of cards that take `sizes` cells across, `gap` cells apart.

    An engine that fails is replaced by the tidy tree.
    """
    if not sizes:
        return Ranking((), (), {}, engine.name)
    blocks = _blocks(figure)
    request, arcs = _request(figure, blocks, sizes, direction, gap)
    try:
        laid = choice.lay_out(request, engine, limit)
    except EngineError as error:
        laid = choice.lay_out(request, choice.choose("tidy"), limit)
        laid = choice.Laid(laid.placement, laid.engine, f"{error} The map is drawn as a tidy tree.")
    points = [
        _turned(laid.placement.centres[str(number)], direction) for number in range(len(blocks))
    ]
    lines = _lines([depth for depth, _ in points])
    ranks, wishes = [0] * len(sizes), [0.0] * len(sizes)
    for block, (depth, across) in zip(blocks, points, strict=True):
        start = across / UNIT - _length(block, sizes, gap) / 2
        for card in block:
            ranks[card] = round(_rank(depth, lines))
            wishes[card] = start + sizes[card] / 2
            start += sizes[card] + gap
    bends = {
        number: _bends(laid.placement.routes[arc], direction, lines)
        for arc, number in enumerate(arcs)
    }
    return Ranking(tuple(ranks), tuple(wishes), bends, laid.engine, laid.note)


def _blocks(figure: Figure) -> tuple[tuple[int, ...], ...]:
    """Return the cards that stand side by side.

    Right after the premises of a step stands who argues about it.
    """
    numbers = {node.item: number for number, node in enumerate(figure.nodes)}
    by_item = {edge.item: edge for edge in figure.edges}
    groups = _Groups(len(figure.nodes))
    for edge in figure.edges:
        if edge.about_step and not edge.cross:
            attacked = figure.owner[by_item[edge.head].tail]
            groups.join(numbers[figure.owner[edge.tail]], numbers[attacked])
    return groups.found()


def _length(block: Sequence[int], sizes: Sequence[int], gap: int) -> int:
    return sum(sizes[card] for card in block) + (len(block) - 1) * gap


def _request(
    figure: Figure,
    blocks: Sequence[Sequence[int]],
    sizes: Sequence[int],
    direction: Direction,
    gap: int,
) -> tuple[Request, list[int]]:
    """Return the request, and the number of the edge that each arc of it stands for.

    Each block is a box to the engine, which then cannot pull it apart. Cross-links are left out
    where other steps lead to a root: they would move claims out of the order of the outline, and
    all of them with every new link.
    """
    cards = {node.item: number for number, node in enumerate(figure.nodes)}
    block_of = {card: number for number, block in enumerate(blocks) for card in block}
    items = figure.graph.map.items
    roots = [
        number
        for number, block in enumerate(blocks)
        if any(items[figure.nodes[card].item].depth == 0 for card in block)
    ]
    joined = _Groups(len(blocks))
    for root in roots:
        joined.join(roots[0], root)
    ends = {
        number: (block_of[cards[figure.owner[edge.tail]]], block_of[cards[figure.owner[edge.head]]])
        for number, edge in enumerate(figure.edges)
        if not edge.about_step
    }
    numbers = []
    for number, (tail, head) in sorted(
        ends.items(), key=lambda one: (figure.edges[one[0]].cross, one[0])
    ):
        if not figure.edges[number].cross or joined.are_apart(tail, head):
            numbers += [number] if tail != head else []
            joined.join(tail, head)
    numbers.sort()
    boxes = [
        _box(str(number), _length(block, sizes, gap), direction)
        for number, block in enumerate(blocks)
    ]
    arcs = [Arc(str(ends[number][0]), str(ends[number][1])) for number in numbers]
    if len(roots) > 1:
        # Under one box for all, Graphviz keeps the roots in their order.
        boxes.append(_box(TOP, 1, direction))
        arcs += [Arc(str(root), TOP) for root in roots]
    request = Request(
        tuple(boxes), tuple(arcs), (), direction, box_gap=gap * UNIT, rank_gap=RANK_GAP
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
    """Numbers joined in pairs into groups."""

    def __init__(self, count: int) -> None:
        self._of = [[number] for number in range(count)]

    def join(self, first: int, second: int) -> None:
        """Put the groups of two numbers into one."""
        one, other = self._of[first], self._of[second]
        if one is not other:
            one += other
            for number in other:
                self._of[number] = one

    def are_apart(self, first: int, second: int) -> bool:
        """Whether two numbers are in different groups."""
        return self._of[first] is not self._of[second]

    def found(self) -> tuple[tuple[int, ...], ...]:
        """Return the groups, each in rising order, by their first numbers."""
        groups = {id(group): group for group in self._of}
        return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


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
