"""The map after an edit, item by item: where each comes from and what is new about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from argmap.document.splice.before import ROOT, Before
from argmap.document.splice.contents import (
    ITEM_KEYS,
    LIST_KEYS,
    MAP_KEYS,
    Value,
    content_values,
    list_key,
    map_values,
    step_values,
)
from argmap.document.splice.origins import Origin
from argmap.document.splice.writing import Indents
from argmap.document.tree import Mapping
from argmap.model.claims import CLAIM_FIELDS, Claim, Ref
from argmap.model.maps import Item, Map, children_of, parents_of

__all__ = ["After", "ItemTask", "content_keys"]

_REASONS = ("support", "rebut")


@dataclass(frozen=True, slots=True)
class ItemTask:
    """An item still to be written in a list of lines: its dash at one column, its keys at another.

    `indents` are those of the list; an item that `stays` is where it was.
    """

    item: int
    dash: int
    start: int
    indents: Indents
    stays: bool


@dataclass
class After:
    """A map after an edit, with the origin of each item; asked by index or by `ROOT`."""

    before: Before
    map: Map
    origins: tuple[Origin, ...]
    _old_values: dict[int, dict[str, Value]] = field(default_factory=dict)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The items directly below each."""
        return children_of(self.map.items)

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The items at the top."""
        return tuple(i for i, parent in enumerate(parents_of(self.map.items)) if parent == ROOT)

    def lists(self, item: int) -> dict[str, list[int]]:
        """Return the items below one, by the key of their list and in the order of the lists."""
        lists: dict[str, list[int]] = {}
        for child in self.roots if item == ROOT else self.children[item]:
            lists.setdefault(list_key(self.map.items[child].kind), []).append(child)
        return lists

    def values(self, item: int) -> dict[str, Value]:
        """Return what an item says, but for its lists."""
        if item == ROOT:
            return map_values(self.map, self._written_out)
        return content_values(self.map.items[item]) | step_values(self.map.items[item])

    def old_values(self, item: int) -> dict[str, Value]:
        """Return what an item of the old map says, but for its lists."""
        if item not in self._old_values:
            if item == ROOT:
                self._old_values[item] = map_values(self.before.map, self._written_out)
            else:
                old = self.before.map.items[item]
                self._old_values[item] = content_values(old) | step_values(old)
        return self._old_values[item]

    @cached_property
    def _written_out(self) -> frozenset[tuple[str, str]]:
        """The stances that the text has as a mapping, however little they say."""
        voices = self.before.root.values.get("stances")
        found = {
            (source, about)
            for source, beliefs in (voices.values if isinstance(voices, Mapping) else {}).items()
            for about, belief in (beliefs.values if isinstance(beliefs, Mapping) else {}).items()
            if isinstance(belief, Mapping)
        }
        old, new = self.before.map.stances, self.map.stances
        if len(old) == len(new):
            # Whoever was renamed stands where he stood.
            pairs = zip(old, new, strict=True)
            found |= {(b.source, b.about) for a, b in pairs if (a.source, a.about) in found}
        return frozenset(found)

    def origin(self, item: int) -> Origin:
        """Return where an item comes from."""
        return Origin(ROOT, ROOT, (ROOT,)) if item == ROOT else self.origins[item]

    @cached_property
    def same(self) -> tuple[bool, ...]:
        """Whether each item says what it said before, with all below it."""
        old, new = self.before.map.items, self.map.items
        same = [True] * len(new)
        for index in range(len(new) - 1, -1, -1):
            origin = self.origins[index]
            same[index] = (
                origin.content >= 0
                and origin.step == (origin.content,)
                and not origin.heard
                and _says(old[origin.content]) == _says(new[index])
                and self._has_same_below(index, origin.content, same)
            )
        return tuple(same)

    def _has_same_below(self, index: int, origin: int, same: list[bool]) -> bool:
        """Whether an item has the same items below it, of the same kinds."""
        old, new = self.before.map.items, self.map.items
        below, were = self.children[index], self.before.children[origin]
        return len(below) == len(were) and all(
            same[child] and self.origins[child].content == was and new[child].kind is old[was].kind
            for child, was in zip(below, were, strict=True)
        )

    def order(self, item: int) -> tuple[str, ...]:
        """Return the order in which keys of an item are written."""
        return MAP_KEYS if item == ROOT else ITEM_KEYS

    def is_list(self, item: int, key: str) -> bool:
        """Whether a key of an item holds items."""
        return key == "map" if item == ROOT else key in LIST_KEYS


def _says(item: Item) -> tuple[object, object]:
    """Return all that an item says itself."""
    return item.content, item.step


def content_keys(item: Item) -> Iterable[str]:
    """Return the keys of an item that belong to its claim, ref or premises and not to its step."""
    match item.content:
        case Claim():
            return (*CLAIM_FIELDS, *_REASONS)
        case Ref():
            return ("ref",)
        case _:
            return ("linked",)
