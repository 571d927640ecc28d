"""What the outline tells those above it: the cursor moved, a row was activated, items were dropped.

Items are indices in the map that the outline shows while the message is on its way; whoever has
shown another map meanwhile asks the outline for its cursor instead.
"""

from __future__ import annotations

from typing import Literal

from textual.message import Message

__all__ = [
    "Activated",
    "ContextWanted",
    "CursorMoved",
    "DragMoved",
    "DropWanted",
    "SelectionChanged",
    "Where",
]

# Where dropped items go: above or below the target as its siblings, or inside as its children.
Where = Literal["before", "after", "inside"]


class CursorMoved(Message, namespace="outline"):
    """The cursor is on another item, or none: then `item` is -1."""

    def __init__(self, item: int) -> None:
        super().__init__()
        self.item = item


class SelectionChanged(Message, namespace="outline"):
    """Other items are selected, in reading order."""

    def __init__(self, items: tuple[int, ...]) -> None:
        super().__init__()
        self.items = items


class Activated(Message, namespace="outline"):
    """An item was clicked twice."""

    def __init__(self, item: int) -> None:
        super().__init__()
        self.item = item


class ContextWanted(Message, namespace="outline"):
    """An item was clicked with the right button, at `x` and `y` on the screen."""

    def __init__(self, item: int, x: int, y: int) -> None:
        super().__init__()
        self.item = item
        self.x = x
        self.y = y


class DragMoved(Message, namespace="outline"):
    """Items are being dragged over a target; `target` is None where they cannot be dropped.

    The first of these for a drag tells that it began. A drag ends with one whose target is None,
    before the `DropWanted` if there is one.
    """

    def __init__(self, sources: tuple[int, ...], target: int | None, where: Where) -> None:
        super().__init__()
        self.sources = sources
        self.target = target
        self.where = where


class DropWanted(Message, namespace="outline"):
    """Items, none below another, were dropped on a target that is not among or below them."""

    def __init__(self, sources: tuple[int, ...], target: int, where: Where) -> None:
        super().__init__()
        self.sources = sources
        self.target = target
        self.where = where
