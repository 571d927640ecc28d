"""Which item stands on which line of the file, for findings, the text view and other editors."""

from __future__ import annotations

from bisect import bisect_right

from argmap.document.document import Document
from argmap.document.locate import locate

__all__ = ["item_at_line", "line_of_item"]


def line_of_item(document: Document, item: int) -> int:
    """Return the 1-based line on which the text of an item begins."""
    if not 0 <= item < len(document.map.items):
        return 1
    return locate(document, document.map.places[item]).line


def item_at_line(document: Document, line: int) -> int | None:
    """Return the item that a line of the file belongs to; None above the first."""
    offset = document.lines.offset(line + 1) - 1
    starts = [(tree.start, item) for item, tree in enumerate(document.trees)]
    starts.sort()
    at = bisect_right(starts, (offset, len(starts))) - 1
    return starts[at][1] if at >= 0 else None
