"""A forest found in any graph of boxes: who hangs from whom, in what order and at what rank."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.diagram.geometry import Request

__all__ = ["ROOT", "Forest", "find_forest"]

# The parent of a root.
ROOT = -1


@dataclass(frozen=True, slots=True)
class Forest:
    """For each box, by its number: parent, the arc to it, children in order, rank from the top.

    `arcs` holds -1 for a box that hangs from no arc of its own: a root, or one that stands
    beside the box it points at. `order` lists parents before children.
    """

    parents: tuple[int, ...]
    arcs: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    ranks: tuple[int, ...]
    roots: tuple[int, ...]
    order: tuple[int, ...]


def find_forest(request: Request) -> Forest:
    """Return the forest of first arcs: each box hangs from the head of its first arc that ranks.

    A circle is cut at the first of its boxes. A box whose only arc does not rank, such as an
    undercut that points at a step, stands beside the box it points at.
    """
    numbers = {box.name: number for number, box in enumerate(request.boxes)}
    ends = [(numbers[arc.tail], numbers[arc.head]) for arc in request.arcs]
    parents = [ROOT] * len(numbers)
    arcs = [-1] * len(numbers)
    beside: dict[int, int] = {}
    for number, ((tail, head), arc) in enumerate(zip(ends, request.arcs, strict=True)):
        if tail == head:
            continue
        if not arc.ranks:
            beside.setdefault(tail, head)
        elif arcs[tail] < 0:
            parents[tail], arcs[tail] = head, number
    _cut_circles(parents, arcs)
    beside = {tail: head for tail, head in beside.items() if arcs[tail] < 0}
    _settle(beside, parents)
    children, roots = _families(parents, beside)
    ranks, order = _ranks(request, arcs, children, roots, beside)
    return Forest(tuple(parents), tuple(arcs), children, ranks, roots, order)


def _cut_circles(parents: list[int], arcs: list[int]) -> None:
    """Make a root of the first box of every circle."""
    seen = [0] * len(parents)
    for start in range(len(parents)):
        here = start
        while here != ROOT and not seen[here]:
            seen[here] = start + 1
            here = parents[here]
        if here == ROOT or seen[here] != start + 1:
            continue
        circle = [here]
        while (here := parents[here]) != circle[0]:
            circle.append(here)
        first = min(circle)
        parents[first], arcs[first] = ROOT, -1


def _settle(beside: dict[int, int], parents: list[int]) -> None:
    """Give each box that stands beside another that one's parent; forget who waits in a ring.

    So does one that stands beside its own descendant: it would hang from itself.
    """
    for tail in list(beside):
        chain = [tail]
        while (head := beside[chain[-1]]) in beside and head not in chain:
            chain.append(head)
        above = head
        while above not in (ROOT, *chain):
            above = parents[above]
        if above != ROOT:
            del beside[tail]
            continue
        parents[tail] = parents[head]


def _families(
    parents: list[int], beside: dict[int, int]
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Return the children of each box and the roots, who stands beside another right after it."""
    followers: dict[int, list[int]] = {}
    for tail, head in beside.items():
        followers.setdefault(head, []).append(tail)
    children: list[list[int]] = [[] for _ in parents]
    roots: list[int] = []
    for number, parent in enumerate(parents):
        if number in beside:
            continue
        family = roots if parent == ROOT else children[parent]
        waiting = [number]
        while waiting:
            family.append(waiting.pop())
            waiting.extend(reversed(followers.get(family[-1], ())))
    return tuple(map(tuple, children)), tuple(roots)


def _ranks(
    request: Request,
    arcs: list[int],
    children: tuple[tuple[int, ...], ...],
    roots: tuple[int, ...],
    beside: dict[int, int],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return each box's rank and an order that has parents before children."""
    ranks = [0] * len(children)
    order = list(roots)
    for number in order:
        for child in children[number]:
            anchor = child
            while anchor in beside:
                anchor = beside[anchor]
            ranks[child] = ranks[number] + max(1, request.arcs[arcs[anchor]].length)
            order.append(child)
    return tuple(ranks), tuple(order)
