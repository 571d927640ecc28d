"""The outline of a map on screen: wrapped claims that fold, with what they do to one another."""

from argmap.tui.outline.messages import (
    Activated,
    ContextWanted,
    CursorMoved,
    DragMoved,
    DropWanted,
    SelectionChanged,
    Where,
)
from argmap.tui.outline.widget import Outline

__all__ = [
    "Activated",
    "ContextWanted",
    "CursorMoved",
    "DragMoved",
    "DropWanted",
    "Outline",
    "SelectionChanged",
    "Where",
]
