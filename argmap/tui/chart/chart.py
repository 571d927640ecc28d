"""A map as a chart of character cells: boxes, edges, and which item is where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagram.engines import choice
from argmap.diagram.geometry import Direction, Engine
from argmap.model.graph import Graph
from argmap.model.maps import Map
from argmap.tui.chart.boxes import Rect, write_box
from argmap.tui.chart.cards import TextMode, set_cards
from argmap.tui.chart.courses import Side, courses_of
from argmap.tui.chart.figure import Edge, Figure, figure_of, narrowed
from argmap.tui.chart.grid import Cell, Grid, Segment
from argmap.tui.chart.lines import DOWN, LEFT, RIGHT, UP, Arm
from argmap.tui.chart.places import block_sizes, find_places, spacing_of
from argmap.tui.chart.ranks import MANY, rank_cards
from argmap.tui.chart.routes import plan_routes

__all__ = ["Chart", "ChartRequest", "DrawnEdge", "chart_of"]


class ChartRequest(NamedTuple):
    """What to draw: how wide a box may be in cells, which texts, which way, and how much.

    With `around`, only what lies within `radius` steps of that item is drawn.
    """

    width: int = 26
    mode: TextMode = "short"
    direction: Direction = "left"
    around: int | None = None
    radius: int = 2


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """An edge with the cells that it runs through, from beside its tail to its head.

    The last cell holds the head. That of an edge about a step is a cell of that step's edge.
    """

    edge: Edge
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of `width` cells, each in segments of one role.

    `boxes` are the outer rectangles of nodes by their item, `faces` those of each claim and
    linked premise. `engine` placed them, and `note` says why it was not the one asked for.
    """

    width: int
    height: int
    rows: tuple[tuple[Segment, ...], ...]
    figure: Figure
    boxes: Mapping[int, Rect]
    faces: Mapping[int, Rect]
    edges: tuple[DrawnEdge, ...]
    engine: str
    note: str | None = None
    _by_row: tuple[tuple[tuple[int, int, int], ...], ...] = field(default=(), repr=False)
    _by_cell: Mapping[Cell, int] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The chart as plain text, without blanks at the ends of lines."""
        lines = ("".join(segment.text for segment in row).rstrip() for row in self.rows)
        return "\n".join(lines) + "\n"

    def box_of(self, item: int) -> Rect | None:
        """Return where the claim of an item is shown, a ref's at its home; None if it is not."""
        shown = self.figure.shown(item)
        if shown is None:
            return None
        return self.faces.get(shown) or self.boxes.get(shown)

    def item_at(self, x: int, y: int) -> int | None:
        """Return the item whose box or edge has a cell, None where there is nothing."""
        if not 0 <= y < self.height:
            return None
        for start, end, item in self._by_row[y]:
            if start <= x < end:
                return item
        return self._by_cell.get((x, y))

    def edges_of(self, item: int) -> tuple[DrawnEdge, ...]:
        """Return the edges that begin or end at an item's claim; of a ref the one that it draws.

        A linked premise also has the edge of its step, and linked premises those of each.
        """
        items = self.figure.graph.map.items
        shown = self.figure.shown(item)
        if shown is None:
            return ()
        if shown != item:
            return tuple(drawn for drawn in self.edges if drawn.edge.item == item)
        near = {shown, self.figure.owner[shown]}
        if shown in self.boxes:
            near = {one for one, node in self.figure.owner.items() if node == shown}
        del items
        return tuple(drawn for drawn in self.edges if self._touches(drawn.edge, shown, near))

    def _touches(self, edge: Edge, shown: int, near: set[int]) -> bool:
        if edge.tail in near:
            return True
        return (
            not edge.about_step
            and edge.head in near
            and (edge.head == shown or shown in self.boxes)
        )


def chart_of(
    map_: Map,
    graph: Graph,
    request: ChartRequest = ChartRequest(),  # noqa: B008 - a tuple never changes
    engine: Engine | None = None,
    limit: float = choice.LIMIT,
) -> Chart:
    """Return the chart of a map; an engine that fails is replaced by the tidy tree.

    Without `engine`, Graphviz places up to 300 boxes, and the tidy tree more.
    """
    del map_
    direction = request.direction
    figure = figure_of(graph)
    if request.around is not None:
        figure = narrowed(figure, request.around, request.radius)
    if engine is None:
        engine = choice.choose("tidy" if len(figure.nodes) > MANY else "auto")
    spacing = spacing_of(direction)
    cards = set_cards(figure, request.width, request.mode, beside=direction == "up")
    sizes = block_sizes(figure, cards, direction, spacing)
    ranking = rank_cards(figure, sizes, engine, direction, spacing.cards, limit)
    courses = courses_of(figure, ranking)
    places = find_places(figure, cards, ranking, courses, direction)
    plan = plan_routes(ranking.ranks, places, courses, direction)

    size = (plan.depth, plan.high - plan.low)
    width, height = size if direction == "left" else (size[1], size[0])
    grid = Grid(width, height)
    boxes: dict[int, Rect] = {}
    faces: dict[int, Rect] = {}
    for block, start, rank in zip(places.blocks, places.starts, ranking.ranks, strict=True):
        across, down = start - plan.low, plan.rank_starts[rank]
        if direction == "left":
            place = Rect(down, across, plan.rank_depths[rank], block.size)
        else:
            place = Rect(across, down, block.size, block.depth)
        boxes[block.card.node.item] = place
        for face, at in zip(
            block.card.faces, write_box(grid, block, place, direction), strict=True
        ):
            faces[face.item] = at
    drawn = []
    for edge, course, way in zip(figure.edges, courses, plan.ways, strict=True):
        points = [
            (down, across - plan.low) if direction == "left" else (across - plan.low, down)
            for across, down in way
        ]
        cells = grid.draw(points, edge.look, leaving=_leaving(course.tail_side, direction))
        drawn.append(DrawnEdge(edge, cells))
    by_cell = {cell: one.edge.item for one in reversed(drawn) for cell in one.cells}
    by_row: list[list[tuple[int, int, int]]] = [[] for _ in range(height)]
    for item, (x, y, wide, high) in faces.items():
        for row in range(y, y + high):
            by_row[row].append((x, x + wide, item))
    return Chart(
        width,
        height,
        grid.rows(),
        figure,
        boxes,
        faces,
        tuple(drawn),
        ranking.engine,
        ranking.note,
        tuple(map(tuple, by_row)),
        by_cell,
    )


def _leaving(side: Side, direction: Direction) -> Arm:
    if direction == "left":
        return LEFT if side is Side.NEAR else RIGHT
    return UP if side is Side.NEAR else DOWN
