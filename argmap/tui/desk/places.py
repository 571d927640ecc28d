"""Which item stands on which line of the file, for findings, the text view and other editors."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from argmap.document.document import Document
from argmap.document.locate import locate
from argmap.rules.findings import Finding, Severity

__all__ = ["item_at_line", "line_of_item", "severities_by_item"]


def line_of_item(document: Document, item: int) -> int:
    """Return the 1-based line on which the text of an item begins."""
    if not 0 <= item < len(document.map.items):
        return 1
    return locate(document, document.map.places[item]).line


def item_at_line(document: Document, line: int) -> int | None:
    """Return the item that a line of the file belongs to; None above the first."""
    return _item_at(document, _starts(document), line)


def severities_by_item(document: Document, findings: Iterable[Finding]) -> Mapping[int, Severity]:
    """Return the worst severity of the findings of each item."""
    starts = _starts(document)
    found: dict[int, Severity] = {}
    for finding in findings:
        if finding.location is None:
            continue
        item = _item_at(document, starts, finding.location.line)
        if item is not None:
            found[item] = max(finding.severity, found.get(item, Severity.INFO))
    return found


def _starts(document: Document) -> list[tuple[int, int]]:
    """Return the offset at which each item starts, with the item, in the order of the text."""
    return sorted((tree.start, item) for item, tree in enumerate(document.trees))


def _item_at(document: Document, starts: list[tuple[int, int]], line: int) -> int | None:
    offset = document.lines.offset(line + 1) - 1
    at = bisect_right(starts, (offset, len(starts))) - 1
    return starts[at][1] if at >= 0 else None
