"""A draft of a change: edits made one after the other, with items found again by what they say."""

from __future__ import annotations

from argmap.document.splice.origins import distinct
from argmap.model.apply import apply_edit
from argmap.model.claims import Content
from argmap.model.edits import Edit
from argmap.model.maps import Map

__all__ = ["Draft"]


class Draft:
    """Collects edits and knows the map that they lead to.

    Edits shift the indices of items; their contents stay the same objects unless an edit changes
    them, so an item is remembered by its content and looked up when it is needed.
    """

    def __init__(self, map_: Map) -> None:
        self.map = distinct(map_)
        self.edits: list[Edit] = []

    def add(self, *edits: Edit) -> None:
        """Make edits on what the ones before have left.

        Raises:
            EditError: The map cannot take one of them.
        """
        for edit in edits:
            self.map = apply_edit(self.map, edit)
            self.edits.append(edit)

    def add_new(self, edit: Edit) -> int:
        """Make an edit that adds items; return the first one that is new.

        Raises:
            EditError: The map cannot take it.
        """
        before = {id(item.content) for item in self.map.items}
        # What was there stays alive while this runs, so that no id is used twice.
        kept = self.map
        self.add(edit)
        del kept
        for index, item in enumerate(self.map.items):
            if id(item.content) not in before:
                return index
        return len(self.map.items) - 1

    def content(self, item: int) -> Content:
        """Return what an item says, to look it up by later."""
        return self.map.items[item].content

    def find(self, content: Content) -> int | None:
        """Return where a content stands now; None if it is gone."""
        for index, item in enumerate(self.map.items):
            if item.content is content:
                return index
        return None
