"""A whole map: its items in reading order, its sources and its stances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.model.claims import Content, StepFields
from argmap.model.sources import Source, Stance

__all__ = ["STEP_KINDS", "Item", "Kind", "Map", "Place", "children_of", "item_places", "parents_of"]

# A symbolic place in the file, e.g. ("map", 0, "rebut", 1, "source").
Place = tuple[str | int, ...]


class Kind(StrEnum):
    """What an item is to the item above it: the name of the list it sits in.

    A root is a `claim`, a member of linked premises a `premise`; the others are steps.
    """

    CLAIM = "claim"
    PREMISE = "premise"
    SUPPORT = "support"
    REBUT = "rebut"
    UNDERCUT = "undercut"
    WARRANT = "warrant"

    @property
    def is_step(self) -> bool:
        """Whether an item of this kind argues about the one above it."""
        return self not in (Kind.CLAIM, Kind.PREMISE)

    @property
    def is_about_step(self) -> bool:
        """Whether an item of this kind argues about the step above, not about the claim."""
        return self in (Kind.UNDERCUT, Kind.WARRANT)


STEP_KINDS = (Kind.SUPPORT, Kind.REBUT, Kind.UNDERCUT, Kind.WARRANT)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the map. Its children are the deeper items that follow it.

    `depth` is 0 for a root. `step` says more of the step that the item is; it stays empty on
    roots and on the premises of a linked item.
    """

    depth: int
    kind: Kind
    content: Content
    step: StepFields = StepFields()


@dataclass(frozen=True, slots=True)
class Map:
    """A debate. `items` stand in reading order, so a subtree is a slice of them.

    The children of one item that share a kind stand together, as they do in the file.
    `places` says where each item stands in the file; it takes no part in equality.
    """

    title: str | None = None
    question: str | None = None
    lang: str | None = None
    draft: bool = False
    sources: tuple[Source, ...] = ()
    stances: tuple[Stance, ...] = ()
    items: tuple[Item, ...] = ()
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.places and self.items:
            object.__setattr__(self, "places", item_places(self.items))


def item_places(items: Sequence[Item]) -> tuple[Place, ...]:
    """Return the place of each item when every one of them stands in the file."""
    places: list[Place] = []
    path: list[Place] = [("map",)]
    counts: list[dict[Kind, int]] = [{}]
    for item in items:
        del path[item.depth + 1 :], counts[item.depth + 1 :]
        count = counts[-1].get(item.kind, 0)
        counts[-1][item.kind] = count + 1
        place = path[-1] + _LIST_KEYS[item.kind] + (count,)
        places.append(place)
        path.append(place)
        counts.append({})
    return tuple(places)


_LIST_KEYS: dict[Kind, tuple[str, ...]] = {kind: (str(kind),) for kind in STEP_KINDS} | {
    Kind.CLAIM: (),
    Kind.PREMISE: ("linked",),
}


def parents_of(items: Sequence[Item]) -> tuple[int, ...]:
    """Return the index of each item's parent, -1 for roots."""
    parents: list[int] = []
    open_items: list[int] = []
    for index, item in enumerate(items):
        del open_items[item.depth :]
        parents.append(open_items[-1] if open_items else -1)
        open_items.append(index)
    return tuple(parents)


def children_of(items: Sequence[Item]) -> tuple[tuple[int, ...], ...]:
    """Return the indices of each item's children, in reading order."""
    children: list[list[int]] = [[] for _ in items]
    for index, parent in enumerate(parents_of(items)):
        if parent >= 0:
            children[parent].append(index)
    return tuple(map(tuple, children))
