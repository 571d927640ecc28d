"""Who stands under whom in an outline, which rows folds and a filter leave, and who comes last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from argmap.model.maps import Item

__all__ = ["Branches", "branches_of", "with_ancestors"]


@dataclass(frozen=True, slots=True)
class Branches:
    """The tree of a map's items, all numbers being their indices.

    `parents` has -1 for roots; the items below `i` are those from `i + 1` up to `ends[i]`.
    `shown` are the items that a filter leaves, with all above each of them; None leaves all.
    """

    depths: tuple[int, ...]
    parents: tuple[int, ...]
    ends: tuple[int, ...]
    shown: AbstractSet[int] | None = None

    def rows(self, folded: AbstractSet[int]) -> list[int]:
        """Return the items that have a row when those in `folded` hide what is below them."""
        ends, shown, count = self.ends, self.shown, len(self.ends)
        if not folded and shown is None:
            return list(range(count))
        rows: list[int] = []
        item = 0
        while item < count:
            hidden = shown is not None and item not in shown
            if not hidden:
                rows.append(item)
            item = ends[item] if hidden or item in folded else item + 1
        return rows

    def children(self, item: int) -> Iterator[int]:
        """Yield the shown children of an item, the shown roots for -1."""
        child, end = (item + 1, self.ends[item]) if item >= 0 else (0, len(self.ends))
        while child < end:
            if self.shown is None or child in self.shown:
                yield child
            child = self.ends[child]

    def has_children(self, item: int) -> bool:
        """Return whether there is a shown item below."""
        if self.shown is None:
            return self.ends[item] > item + 1
        return next(self.children(item), None) is not None

    def next_sibling(self, item: int) -> int | None:
        """Return the next shown item under the same parent."""
        above = self.parents[item]
        end = self.ends[above] if above >= 0 else len(self.ends)
        following = self.ends[item]
        while following < end:
            if self.shown is None or following in self.shown:
                return following
            following = self.ends[following]
        return None

    def previous_sibling(self, item: int) -> int | None:
        """Return the shown item before this one under the same parent."""
        above, before = self.parents[item], item - 1
        while before > above:
            while self.parents[before] != above:
                before = self.parents[before]
            if self.shown is None or before in self.shown:
                return before
            before -= 1
        return None

    def ancestors(self, item: int) -> Iterator[int]:
        """Yield the parent of an item, then its parent, up to a root; nothing for -1."""
        while item >= 0 and (item := self.parents[item]) >= 0:
            yield item

    def below(self, item: int) -> int:
        """Return how many items stand below one, on all levels."""
        return self.ends[item] - item - 1

    def topmost(self, items: Collection[int]) -> tuple[int, ...]:
        """Return, in reading order, those items that no other of them has below it."""
        found: list[int] = []
        for item in sorted(items):
            if not found or item >= self.ends[found[-1]]:
                found.append(item)
        return tuple(found)


def branches_of(items: Sequence[Item]) -> Branches:
    """Return the tree of a map's items."""
    depths = tuple([item.depth for item in items])
    parents: list[int] = []
    ends = [len(depths)] * len(depths)
    open_items: list[int] = []
    for index, depth in enumerate(depths):
        while len(open_items) > depth:
            ends[open_items.pop()] = index
        parents.append(open_items[-1] if open_items else -1)
        open_items.append(index)
    return Branches(depths, tuple(parents), tuple(ends))


def with_ancestors(branches: Branches, items: Collection[int]) -> frozenset[int]:
    """Return the items and all that stand above one of them."""
    found = set(items)
    for item in items:
        for above in branches.ancestors(item):
            if above in found:
                # An earlier walk went on from here, or one of its own is to come.
                break
            found.add(above)
    return frozenset(found)
