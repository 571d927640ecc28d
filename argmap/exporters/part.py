"""A part of a map as a map of its own: what argues about one claim, down to some depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from argmap.exporters.settings import ExportError
from argmap.model.claims import Claim, Ref, StepFields
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.model.outline import subtree_end
from argmap.model.suggestions import Vocabulary

__all__ = ["part_of"]


def part_of(map_: Map, root: str | None = None, depth: int | None = None) -> Map:
    """Return the claim `root` (default: all roots) with what argues about it.

    `depth` is how many steps away from a root a claim may be. A claim that is left with refs only
    has its home at the first of them, without the reasons that stayed behind.

    Raises:
        ExportError: If there is no claim with that id.
    """
    graph = graph_of(map_)
    start, end = 0, len(map_.items)
    if root is not None:
        start = _home_of(graph, root)
        end = subtree_end(map_.items, start)
    kept = list(_shallow(graph, start, end, depth))
    items = tuple(_rehomed(graph, kept, start))
    ids = {name for item in items for name in (item.step.id, _claim_id(item)) if name is not None}
    stances = tuple(stance for stance in map_.stances if stance.about in ids)
    return replace(map_, items=items, stances=stances, places=())


def _claim_id(item: Item) -> str | None:
    return item.content.id if isinstance(item.content, Claim) else None


def _home_of(graph: Graph, name: str) -> int:
    home = graph.homes.get(name)
    if home is None:
        guess = Vocabulary(graph.homes).did_you_mean(name)
        raise ExportError(f"There is no claim '{name}'.{'' if guess is None else f' {guess}'}")
    return home


def _shallow(graph: Graph, start: int, end: int, depth: int | None) -> Iterator[int]:
    """Yield the items of a slice that are at most `depth` steps from its top."""
    items = graph.map.items
    whole = graph.parents[start] < 0 if start < end else True
    distances: dict[int, int] = {}
    for index in range(start, end):
        kind, above = items[index].kind, graph.parents[index]
        if (
            not whole
            and index != start
            and (above not in distances or (above == start and kind.is_about_step))
        ):
            # The step from the chosen claim to its old target is no part of this; so what argues
            # about that step is none either.
            continue
        # A premise is as far away as the linked premises that it belongs to.
        distances[index] = distances.get(above, 0) + (kind.is_step and index != start)
        if depth is None or distances[index] <= depth:
            yield index


def _rehomed(graph: Graph, kept: list[int], start: int) -> Iterator[Item]:
    """Yield the items kept, each claim with a home among them."""
    items = graph.map.items
    at_home = {index for index in kept if not isinstance(items[index].content, Ref)}
    moved: set[int] = set()
    top = items[start].depth if start < len(items) else 0
    for index in kept:
        item = items[index]
        home = graph.home(index)
        content = item.content
        if home is not None and home not in at_home and home not in moved:
            moved.add(home)
            content = items[home].content
        item = replace(item, depth=item.depth - top, content=content)
        if index == start:
            # What was a reason for something else is here what all is about.
            item = replace(item, kind=Kind.CLAIM, step=StepFields())
        yield item
