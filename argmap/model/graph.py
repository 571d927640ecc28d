"""The graph a map spells out: which steps there are, what they rest on and what they aim at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.maps import Kind, Map, children_of, parents_of

__all__ = ["Graph", "Step", "graph_of", "shortest_cycle", "strong_components"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `premises` (home items of claims) argue, by `kind`, about `target`.

    `item` is the entry that is the step. The target of a support or rebut is the home item of a
    claim, that of an undercut or warrant the `item` of another step.
    """

    item: int
    kind: Kind
    premises: tuple[int, ...]
    target: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A map seen as claims and steps; all numbers are indices into `map.items`.

    `homes` and `step_ids` name the first item with an id. `dangling` are refs to no claim.
    `into` lists, in reading order, the steps that aim at a claim's home or at a step's item.
    """

    map: Map
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    claims: tuple[int, ...]
    homes: Mapping[str, int]
    step_ids: Mapping[str, int]
    dangling: tuple[int, ...]
    steps: tuple[Step, ...]
    into: Mapping[int, tuple[Step, ...]]

    @property
    def roots(self) -> tuple[int, ...]:
        """The items at the top of the map, in reading order."""
        return tuple(index for index, item in enumerate(self.map.items) if item.depth == 0)

    def home(self, item: int) -> int | None:
        """Return the item where the claim of `item` has its home; None for linked or dangling."""
        match self.map.items[item].content:
            case Claim():
                return item
            case Ref(id=name):
                return self.homes.get(name)
            case Linked():
                return None

    def claim(self, item: int) -> Claim | None:
        """Return the claim that `item` puts or refers to."""
        home = self.home(item)
        if home is None:
            return None
        content = self.map.items[home].content
        return content if isinstance(content, Claim) else None

    def depths(self) -> dict[int, int]:
        """Return how many steps lie between each claim and the nearest root; roots have 0.

        Claims that no chain of steps leads to a root are missing.
        """
        depths = dict.fromkeys(self.roots, 0)
        # An undercut of a step argues one level further out than the premises of that step.
        level: list[int] = list(depths)
        distance = 0
        while level:
            distance += 1
            found: dict[int, int] = {}
            for target in level:
                for step in self._steps_about(target):
                    for premise in step.premises:
                        if premise not in depths:
                            found[premise] = distance
            depths |= found
            level = list(found)
        return depths

    def _steps_about(self, claim: int) -> Iterable[Step]:
        """Yield the steps into a claim, with all that argue about those steps."""
        todo = list(self.into.get(claim, ()))
        while todo:
            step = todo.pop()
            yield step
            todo.extend(self.into.get(step.item, ()))

    def support_edges(self) -> dict[int, list[int]]:
        """Return the claims that each claim supports, alone or with others."""
        edges: dict[int, list[int]] = {}
        for step in self.steps:
            if step.kind is Kind.SUPPORT:
                for premise in step.premises:
                    edges.setdefault(premise, []).append(step.target)
        return edges

    def support_components(self) -> tuple[tuple[int, ...], ...]:
        """Return the groups of claims that support one another in a circle, in reading order."""
        return strong_components(self.support_edges())


def graph_of(map_: Map) -> Graph:
    """Return the graph of a map. Refs without a home add no premise; their step remains."""
    items = map_.items
    parents = parents_of(items)
    children = children_of(items)
    homes: dict[str, int] = {}
    step_ids: dict[str, int] = {}
    claims: list[int] = []
    for index, item in enumerate(items):
        if isinstance(item.content, Claim):
            claims.append(index)
            if item.content.id is not None:
                homes.setdefault(item.content.id, index)
        if item.step.id is not None:
            step_ids.setdefault(item.step.id, index)
    dangling = tuple(
        index
        for index, item in enumerate(items)
        if isinstance(item.content, Ref) and item.content.id not in homes
    )
    steps = tuple(
        step
        for index, item in enumerate(items)
        if item.kind.is_step and (step := _step(map_, index, parents, children, homes)) is not None
    )
    into: dict[int, list[Step]] = {}
    for step in steps:
        into.setdefault(step.target, []).append(step)
    return Graph(
        map=map_,
        parents=parents,
        children=children,
        claims=tuple(claims),
        homes=homes,
        step_ids=step_ids,
        dangling=dangling,
        steps=steps,
        into={target: tuple(found) for target, found in into.items()},
    )


def _step(
    map_: Map,
    index: int,
    parents: tuple[int, ...],
    children: tuple[tuple[int, ...], ...],
    homes: Mapping[str, int],
) -> Step | None:
    """Return the step that an item is, or None where its target is missing."""
    item = map_.items[index]
    members = [index]
    if isinstance(item.content, Linked):
        members = [c for c in children[index] if map_.items[c].kind is Kind.PREMISE]
    premises: list[int] = []
    for member in members:
        match map_.items[member].content:
            case Claim():
                premises.append(member)
            case Ref(id=name) if name in homes:
                premises.append(homes[name])
            case _:
                pass
    target: int | None = parents[index]
    if not item.kind.is_about_step:
        match map_.items[parents[index]].content:
            case Ref(id=name):
                target = homes.get(name)
            case _:
                pass
    return None if target is None else Step(index, item.kind, tuple(premises), target)


def strong_components(edges: Mapping[int, Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    """Return the strongly connected components with a cycle in them (Tarjan 1972), sorted.

    A node with an edge to itself is a component of one. Iterative: depth costs no stack.
    """
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[tuple[int, ...]] = []
    for start in sorted(edges):
        if start in number:
            continue
        number[start] = low[start] = len(number)
        stack.append(start)
        on_stack.add(start)
        work = [(start, iter(tuple(edges[start])))]
        while work:
            node, following = work[-1]
            for other in following:
                if other not in number:
                    number[other] = low[other] = len(number)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(tuple(edges.get(other, ())))))
                    break
                if other in on_stack:
                    low[node] = min(low[node], number[other])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == number[node]:
                    component = _pop_to(node, stack, on_stack)
                    if len(component) > 1 or node in edges.get(node, ()):
                        found.append(component)
    return tuple(sorted(found))


def _pop_to(node: int, stack: list[int], on_stack: set[int]) -> tuple[int, ...]:
    """Take the component that `node` closes off the stack, sorted."""
    component: list[int] = []
    while True:
        top = stack.pop()
        on_stack.discard(top)
        component.append(top)
        if top == node:
            return tuple(sorted(component))


def shortest_cycle(edges: Mapping[int, Iterable[int]], within: Iterable[int]) -> tuple[int, ...]:
    """Return one shortest cycle among the nodes `within`, from its smallest node on.

    Empty if there is none. Breadth-first from every node, which would be quadratic, so after
    50,000 edges and 5 more a node it makes do with the shortest found so far.
    """
    inside = set(within)
    patience = 50_000 + 5 * len(inside)
    best: tuple[int, ...] = ()
    for start in sorted(inside):
        cycle, edges_seen = _cycle_from(start, edges, inside, len(best))
        best = cycle or best
        patience -= edges_seen
        if 0 < len(best) <= 2 or (best and patience < 0):
            break
        # Whatever cycle is shorter still does not pass here.
        inside.discard(start)
    if not best:
        return ()
    first = best.index(min(best))
    return best[first:] + best[:first]


def _cycle_from(
    start: int, edges: Mapping[int, Iterable[int]], inside: set[int], bound: int
) -> tuple[tuple[int, ...], int]:
    """Return a shortest way from `start` back to it, and how many edges were looked at.

    The way is shorter than `bound` (0: of any length), or empty.
    """
    before: dict[int, int] = {}
    level = [start]
    length = edges_seen = 0
    while level and (not bound or length + 1 < bound):
        length += 1
        following: list[int] = []
        for node in level:
            for other in edges.get(node, ()):
                edges_seen += 1
                if other == start:
                    way = [node]
                    while way[-1] != start:
                        way.append(before[way[-1]])
                    return tuple(reversed(way)), edges_seen
                if other in inside and other not in before:
                    before[other] = node
                    following.append(other)
        level = following
    return (), edges_seen
