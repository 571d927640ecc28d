"""Cycles in a directed graph: the groups of nodes that have one, and the shortest of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["shortest_cycle", "strong_components"]

# About 0.2 s of breadth-first search.
_EDGES_OF_A_SEARCH = 1_000_000


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

    Empty if there is none. Breadth-first from every fork, which is quadratic at worst: after a
    million edges (0.2 s) the shortest cycle found so far has to do.
    """
    inside = set(within)
    kept = {
        node: tuple(other for other in edges.get(node, ()) if other in inside) for node in inside
    }
    best: tuple[int, ...] = ()
    patience = _EDGES_OF_A_SEARCH
    for component in strong_components(kept):
        members = set(component)
        for start in _forks(kept, members):
            if best and (len(best) == 1 or patience <= 0):
                break
            cycle, edges_seen = _cycle_from(start, kept, members, len(best))
            best = cycle or best
            patience -= edges_seen
            # Whatever cycle is shorter still does not pass here.
            members.discard(start)
    if not best:
        return ()
    first = best.index(min(best))
    return best[first:] + best[:first]


def _forks(edges: Mapping[int, Sequence[int]], component: set[int]) -> list[int]:
    """Return the nodes of a component where ways part: each of its cycles passes one of them.

    A component without any is a single circle, and any of its nodes will do.
    """
    forks = [node for node in component if len(component.intersection(edges[node])) > 1]
    return sorted(forks) or [min(component)]


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
