"""A map as a chart of character cells: boxes, edges, and which item is where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagram.engines import choice
from argmap.diagram.geometry import Direction, Engine
from argmap.model.graph import Graph
from argmap.tui.chart.boxes import Rect, write_box
from argmap.tui.chart.cards import TextMode, set_cards
from argmap.tui.chart.courses import Course, Side, courses_of
from argmap.tui.chart.figure import Edge, Figure, figure_of, narrowed
from argmap.tui.chart.grid import Cell, Grid, Segment
from argmap.tui.chart.lines import DOWN, LEFT, RIGHT, UP, Arm
from argmap.tui.chart.places import Places, block_sizes, find_places, spacing_of
from argmap.tui.chart.ranks import MANY, Ranking, rank_cards
from argmap.tui.chart.routes import Plan, plan_routes

__all__ = ["Chart", "DrawnEdge", "Wish", "beside", "chart_of"]


@dataclass(frozen=True, slots=True)
class Wish:
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
    rows: tuple[tuple[Segment, ...], ...] = field(repr=False)
    figure: Figure = field(repr=False)
    boxes: Mapping[int, Rect] = field(repr=False)
    faces: Mapping[int, Rect] = field(repr=False)
    edges: tuple[DrawnEdge, ...] = field(repr=False)
    engine: str
    note: str | None = None
    _faces_in_row: tuple[tuple[tuple[int, int, int], ...], ...] = field(default=(), repr=False)
    _edge_in_cell: Mapping[Cell, int] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The chart as plain text, without blanks at the ends of lines."""
        lines = ("".join(segment.text for segment in row).rstrip() for row in self.rows)
        return "".join(f"{line}\n" for line in lines)

    def box_of(self, item: int) -> Rect | None:
        """Return where the claim of an item is shown, a ref's at its home; None if it is not."""
        shown = self.figure.shown(item)
        if shown is None:
            return None
        return self.boxes.get(shown) or self.faces[shown]

    def item_at(self, x: int, y: int) -> int | None:
        """Return the item whose box or edge has a cell, None where there is nothing.

        An edge stands for its step, and its head for the first edge that has it.
        """
        if not 0 <= y < self.height:
            return None
        for start, end, item in self._faces_in_row[y]:
            if start <= x < end:
                return item
        return self._edge_in_cell.get((x, y))

    def edges_of(self, item: int) -> tuple[DrawnEdge, ...]:
        """Return the edges that begin or end at the claim of an item; of a ref only its own.

        A linked premise also has the edge of its step, and linked premises those of each.
        """
        figure = self.figure
        shown = figure.shown(item)
        if shown is None:
            return ()
        if shown != item:
            return tuple(drawn for drawn in self.edges if drawn.edge.item == item)
        heads = {shown}
        if shown in self.boxes:
            heads = {one for one, node in figure.owner.items() if node == shown}
        tails = heads | {figure.owner[shown]}
        return tuple(
            drawn
            for drawn in self.edges
            if drawn.edge.tail in tails or (drawn.edge.head in heads and not drawn.edge.about_step)
        )


def beside(chart: Chart, item: int, way: Arm) -> int | None:
    """Return the item whose box is next to that of `item`, going UP, RIGHT, DOWN or LEFT.

    A row counts as two columns, and what lies aside twice as much as what lies ahead.
    """
    here = chart.box_of(item)
    if here is None:
        return None
    across, down = {UP: (0, -1), RIGHT: (1, 0), DOWN: (0, 1), LEFT: (-1, 0)}[way]
    found: list[tuple[int, int]] = []
    for other, there in chart.faces.items():
        dx = 2 * there.x + there.width - 2 * here.x - here.width
        dy = 2 * (2 * there.y + there.height - 2 * here.y - here.height)
        ahead, aside = dx * across + dy * down, abs(dx * down) + abs(dy * across)
        if ahead > 0 and there != here:
            found.append((ahead + 2 * aside, other))
    return min(found, default=(0, None))[1]


def chart_of(
    graph: Graph,
    wish: Wish = Wish(),
    engine: Engine | None = None,
    limit: float = choice.LIMIT,
) -> Chart:
    """Return the chart of a map.

    Without `engine`, Graphviz places up to 300 boxes, and the tidy tree more. An engine that fails
    or takes longer than `limit` seconds gives way to the tidy tree.
    """
    direction = wish.direction
    figure = figure_of(graph)
    if wish.around is not None:
        figure = narrowed(figure, wish.around, wish.radius)
    if engine is None:
        engine = choice.choose("tidy" if len(figure.nodes) > MANY else "auto")
    spacing = spacing_of(direction)
    cards = set_cards(figure, wish.width, wish.mode, beside=direction == "up")
    sizes = block_sizes(figure, cards, direction, spacing)
    ranking = rank_cards(figure, sizes, engine, direction, spacing.cards, limit)
    courses = courses_of(figure, ranking)
    places = find_places(figure, cards, ranking, courses, direction)
    plan = plan_routes(ranking.ranks, places, courses, direction)
    return _drawn(figure, ranking, courses, places, plan, direction)


def _drawn(
    figure: Figure,
    ranking: Ranking,
    courses: Sequence[Course],
    places: Places,
    plan: Plan,
    direction: Direction,
) -> Chart:
    """Return the chart of what has its place."""
    across = plan.high - plan.low
    width, height = (plan.depth, across) if direction == "left" else (across, plan.depth)
    grid = Grid(width, height)
    boxes: dict[int, Rect] = {}
    faces: dict[int, Rect] = {}
    for block, place in zip(places.blocks, _rects(ranking, places, plan, direction), strict=True):
        boxes[block.card.node.item] = place
        found = write_box(grid, block, place, direction)
        items = (face.item for face in block.card.faces)
        faces.update(zip(items, found, strict=True))
    edges = []
    for edge, course, way in zip(figure.edges, courses, plan.ways, strict=True):
        leaving = _leaving(course.tail_side, direction)
        points = [_cell(point, plan.low, direction) for point in way]
        edges.append(DrawnEdge(edge, grid.draw(points, edge.look, leaving=leaving)))
    in_row: list[list[tuple[int, int, int]]] = [[] for _ in range(height)]
    for item, (x, y, wide, high) in faces.items():
        for row in range(y, y + high):
            in_row[row].append((x, x + wide, item))
    return Chart(
        width=width,
        height=height,
        rows=grid.rows(),
        figure=figure,
        boxes=boxes,
        faces=faces,
        edges=tuple(edges),
        engine=ranking.engine,
        note=ranking.note,
        _faces_in_row=tuple(map(tuple, in_row)),
        _edge_in_cell={cell: one.edge.item for one in reversed(edges) for cell in one.cells},
    )


def _rects(ranking: Ranking, places: Places, plan: Plan, direction: Direction) -> Iterator[Rect]:
    """Yield the rectangle of each block."""
    for block, start, rank in zip(places.blocks, places.starts, ranking.ranks, strict=True):
        x, y = _cell((start, plan.rank_starts[rank]), plan.low, direction)
        match direction:
            case "up":
                yield Rect(x, y, block.size, block.depth)
            case "left":
                yield Rect(x, y, block.depth, block.size)


def _cell(point: tuple[int, int], low: int, direction: Direction) -> Cell:
    """Return the column and row of what lies at (across, depth)."""
    across, depth = point
    return (depth, across - low) if direction == "left" else (across - low, depth)


def _leaving(side: Side, direction: Direction) -> Arm:
    """Return which way an edge goes that leaves by a side."""
    match direction, side:
        case "left", Side.NEAR:
            return LEFT
        case "left", Side.FAR:
            return RIGHT
        case "up", Side.NEAR:
            return UP
        case _:
            return DOWN
