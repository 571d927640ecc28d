"""The text before an edit, item by item: which lines each has, and how the file indents."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from argmap.document.document import Document
from argmap.document.splice.contents import list_key
from argmap.document.splice.page import Page
from argmap.document.splice.spans import (
    ItemSpan,
    Part,
    blank_habit,
    content_end,
    item_spans,
    parts_of,
)
from argmap.document.splice.writing import Indents
from argmap.document.tree import Mapping, Sequence
from argmap.model.maps import Map, children_of, parents_of

__all__ = ["ROOT", "Before"]

# Stands for the file itself, which holds the roots as an item holds its children.
ROOT = -1


@dataclass
class Before:
    """A document before an edit, asked by the index of an item or by `ROOT`.

    Spans are found when first asked for, because an edit needs few of them.
    """

    map: Map
    page: Page
    root: Mapping
    trees: tuple[Mapping, ...]
    _parts: dict[int, tuple[Part, ...]] = field(default_factory=dict)
    _spans: dict[int, tuple[ItemSpan, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, map_: Map, root: Mapping) -> Before:
        """Return what a document is before an edit; `map_` is its map."""
        page = Page.of(document.text or "", document.lines, document.newline)
        return cls(map_, page, root, document.trees)

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """The item above each, `ROOT` for a root."""
        return parents_of(self.map.items)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The items directly below each."""
        return children_of(self.map.items)

    def tree(self, item: int) -> Mapping:
        """Return the mapping of an item, or that of the file."""
        return self.root if item == ROOT else self.trees[item]

    def key_of_list(self, item: int) -> str:
        """Return the key of the list in which an item stands."""
        return list_key(self.map.items[item].kind)

    def listed(self, item: int, key: str) -> tuple[int, ...]:
        """Return the items in one of the lists of an item, in reading order."""
        below = self.roots if item == ROOT else self.children[item]
        return tuple(child for child in below if self.key_of_list(child) == key)

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The items at the top."""
        return tuple(index for index, parent in enumerate(self.parents) if parent == ROOT)

    def sequence(self, item: int, key: str) -> Sequence | None:
        """Return one of the lists of an item in the text, None if there is none."""
        value = self.tree(item).values.get(key)
        return value if isinstance(value, Sequence) else None

    def parts(self, item: int) -> tuple[Part, ...]:
        """Return the parts of an item written in lines."""
        if item not in self._parts:
            self._parts[item] = parts_of(self.page, self.tree(item))
        return self._parts[item]

    def end(self, item: int, part: Part) -> int:
        """Return the line behind the value of a part, where comments that belong to it begin."""
        value = self.tree(item).values[part.key]
        return max(content_end(self.page, value, open_=part.is_open), part.line + 1)

    def spans(self, item: int, key: str) -> tuple[ItemSpan, ...]:
        """Return the items of a list written in lines."""
        sequence = self.sequence(item, key)
        if sequence is None or sequence.flow:
            return ()
        if id(sequence) not in self._spans:
            floor = self.page.line_at(self.tree(item).keys[key].start) + 1
            self._spans[id(sequence)] = item_spans(self.page, sequence, floor)
        return self._spans[id(sequence)]

    def span(self, item: int) -> ItemSpan | None:
        """Return the lines of an item, None if it stands in a list in brackets."""
        key = self.key_of_list(item)
        spans = self.spans(self.parents[item], key)
        if not spans:
            return None
        place = self.map.places[item][-1]
        return spans[place] if isinstance(place, int) else None

    def column(self, item: int) -> int:
        """Return the column of the keys of an item."""
        return self.page.column(self.tree(item).start)

    def indents(self, item: int) -> Indents | None:
        """Return how the first list of an item written in lines is indented."""
        for value in self.tree(item).values.values():
            if isinstance(value, Sequence) and not value.flow and value.items:
                first = value.items[0]
                dash = self.page.column(value.start)
                if isinstance(first, Mapping):
                    width = self.page.column(first.start) - dash
                    is_alone = self.page.line_at(first.start) != self.page.line_at(value.start)
                    return Indents(dash - self.column(item), 2 if is_alone else width, self.step)
        return None

    @cached_property
    def step(self) -> int:
        """How far a mapping below a key is indented."""
        for key in ("sources", "stances"):
            value = self.root.values.get(key)
            if isinstance(value, Mapping) and not value.flow:
                return max(self.page.column(value.start), 1)
        roots = self.root.values.get("map")
        if isinstance(roots, Sequence) and roots.items and not roots.flow:
            dash = self.page.column(roots.start)
            return 4 if 4 in (dash, self.page.column(roots.items[0].start) - dash) else 2
        return 2

    @cached_property
    def usual(self) -> Indents:
        """How lists below items are mostly indented: as the first of them."""
        for index, below in enumerate(self.children):
            if below and not self.tree(index).flow:
                found = self.indents(index)
                if found is not None:
                    return found
        return self.indents(ROOT) or Indents(step=self.step)

    def blanks(self, item: int, key: str) -> int:
        """Return how many blank lines mostly stand between the items of a list."""
        habit = blank_habit(self.page, self.spans(item, key))
        if habit is None:
            return 1 if item == ROOT else self.nested_blanks
        return habit

    @cached_property
    def nested_blanks(self) -> int:
        """How many blank lines stand between the first items that stand below another."""
        for index, below in enumerate(self.children):
            for child, sibling in pairwise(below):
                key = self.key_of_list(child)
                if key == self.key_of_list(sibling):
                    habit = blank_habit(self.page, self.spans(index, key))
                    if habit is not None:
                        return habit
        return 0
