"""What a chart shows of a map: which claims have a box, and which steps are an edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from argmap.diagram.themes import Kind as Look
from argmap.model.claims import Claim, Linked, Ref
from argmap.model.graph import Graph
from argmap.model.maps import Kind

__all__ = ["Edge", "Figure", "Node", "figure_of", "narrowed"]


@dataclass(frozen=True, slots=True)
class Node:
    """A box: a claim at its home, linked premises with their `members`, or a ref to no claim.

    `item` and `members` are items of the map. `hidden` counts the edges that are not shown.
    """

    item: int
    look: Look
    members: tuple[int, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A step: `tail` argues by `look` about `head`.

    `item` is the step's entry. A tail is the item of a node or of a member of one; so is a head,
    unless the step is `about_step`: then it is the item of another edge. The edge of a ref is
    `cross`: its tail has its home elsewhere.
    """

    item: int
    look: Look
    tail: int
    head: int
    about_step: bool = False
    cross: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Nodes and edges in reading order; each edge stands after the one it is about.

    `owner` names the node that shows an item: its own, or the linked premises it is part of.
    """

    graph: Graph
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    owner: Mapping[int, int]

    def shown(self, item: int) -> int | None:
        """Return the item of the node or member that shows the claim of `item`."""
        if item in self.owner:
            return item
        home = self.graph.home(item) if 0 <= item < len(self.graph.map.items) else None
        return home if home in self.owner else None


def figure_of(graph: Graph) -> Figure:
    """Return the whole of a map; whatever a draft lacks, every claim has its box."""
    items = graph.map.items
    nodes: list[Node] = []
    edges: list[Edge] = []
    owner: dict[int, int] = {}
    for index, item in enumerate(items):
        parent = graph.parents[index]
        if item.kind is Kind.PREMISE and parent >= 0 and isinstance(items[parent].content, Linked):
            owner[index] = parent
            continue
        home = graph.home(index) if isinstance(item.content, Ref) else None
        if home is None:
            members = (
                tuple(child for child in graph.children[index] if items[child].kind is Kind.PREMISE)
                if isinstance(item.content, Linked)
                else ()
            )
            owner[index] = index
            nodes.append(Node(index, _look(item.kind), members))
        if item.kind.is_step and parent >= 0:
            edges.append(_edge(graph, index, index if home is None else home))
    return Figure(graph, tuple(nodes), tuple(edges), owner)


def _edge(graph: Graph, index: int, tail: int) -> Edge:
    item, parent = graph.map.items[index], graph.parents[index]
    above = graph.map.items[parent]
    about_step = item.kind.is_about_step and above.kind.is_step and graph.parents[parent] >= 0
    head = parent
    if not about_step and not isinstance(above.content, Claim):
        home = graph.home(parent)
        head = parent if home is None else home
    return Edge(index, _look(item.kind), tail, head, about_step, cross=tail != index)


def _look(kind: Kind) -> Look:
    match kind:
        case Kind.CLAIM | Kind.PREMISE:
            return "claim"
        case Kind.SUPPORT:
            return "support"
        case Kind.REBUT:
            return "rebut"
        case Kind.UNDERCUT:
            return "undercut"
        case Kind.WARRANT:
            return "warrant"


def narrowed(figure: Figure, item: int, radius: int) -> Figure:
    """Return what lies within `radius` steps of an item's box, with the steps between.

    Whoever argues about a step is next to its premises and to its target. An edge that is
    argued about brings both its ends along.
    """
    shown = figure.shown(item)
    if shown is None:
        if not figure.nodes:
            return figure
        shown = figure.nodes[0].item
    by_item = {edge.item: edge for edge in figure.edges}
    ends = {edge.item: _ends(figure, edge, by_item) for edge in figure.edges}
    kept = _within(ends.values(), figure.owner[shown], radius)
    # An edge about a step needs that step's edge, which stands before it.
    for edge in reversed(figure.edges):
        attacked = by_item.get(edge.head) if edge.about_step else None
        if attacked is None or figure.owner[edge.tail] not in kept:
            continue
        target = _base(figure, attacked, by_item)
        if figure.owner[attacked.tail] in kept or target in kept:
            kept |= {figure.owner[attacked.tail], target}
    edges = tuple(edge for edge in figure.edges if kept.issuperset(ends[edge.item]))
    hidden: dict[int, int] = {}
    for edge in figure.edges:
        near = kept.intersection(ends[edge.item])
        if near and len(near) < len(set(ends[edge.item])):
            for node in near:
                hidden[node] = hidden.get(node, 0) + 1
    nodes = tuple(
        replace(node, hidden=hidden.get(node.item, 0)) for node in figure.nodes if node.item in kept
    )
    owner = {one: node for one, node in figure.owner.items() if node in kept}
    return Figure(figure.graph, nodes, edges, owner)


def _ends(figure: Figure, edge: Edge, by_item: Mapping[int, Edge]) -> tuple[int, ...]:
    """Return the nodes that must be there for an edge to be drawn."""
    ends = [figure.owner[edge.tail]]
    while edge.about_step:
        edge = by_item[edge.head]
        ends.append(figure.owner[edge.tail])
    return (*ends, figure.owner[edge.head])


def _base(figure: Figure, edge: Edge, by_item: Mapping[int, Edge]) -> int:
    """Return the node at the end of a chain of steps about steps."""
    return _ends(figure, edge, by_item)[-1]


def _within(groups: Iterable[tuple[int, ...]], start: int, radius: int) -> set[int]:
    """Return the nodes at most `radius` edges from `start`; the ends of an edge are neighbours."""
    neighbours: dict[int, set[int]] = {}
    for group in groups:
        for node in group:
            neighbours.setdefault(node, set()).update(group)
    kept = fresh = {start}
    for _ in range(radius):
        fresh = {near for node in fresh for near in neighbours.get(node, ())} - kept
        kept = kept | fresh
    return kept
