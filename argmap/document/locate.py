"""Where a symbolic place stands in a document: the line and column that a finding points at."""

from __future__ import annotations

from argmap.document.document import Document
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.maps import Place
from argmap.rules.findings import Location

__all__ = ["locate", "span_at"]

_ITEM_KEYS = ("claim", "ref", "linked")


def locate(document: Document, place: Place) -> Location:
    """Return where a place stands: an item by its text, a list or mapping by its key.

    Of a place that is not in the text, the nearest one around it is shown.
    """
    return document.lines.location(*span_at(document.tree, place))


def span_at(tree: Tree | None, place: Place) -> tuple[int, int]:
    """Return the offsets between which a place is shown."""
    if tree is None:
        return 0, 1
    key: Scalar | None = None
    for part in place:
        match tree, part:
            case Mapping(keys=keys, values=values), str(name) if name in keys:
                key, tree = keys[name], values[name]
            case Sequence(items=items), int(index) if index < len(items):
                key, tree = None, items[index]
            case _:
                break
    return _shown(tree, key)


def _shown(tree: Tree, key: Scalar | None) -> tuple[int, int]:
    """Return the span that stands for a value whose key is given, if it has one."""
    if isinstance(tree, Scalar) and tree.start < tree.end:
        return tree.start, tree.end
    if isinstance(tree, Mapping) and key is None:
        for name in _ITEM_KEYS:
            if name in tree.keys:
                value = tree.values[name]
                whole = isinstance(value, Scalar) and value.start < value.end
                return (value.start, value.end) if whole else _span(tree.keys[name])
        return _span(next(iter(tree.keys.values()), None) or tree)
    return _span(key or tree)


def _span(tree: Tree) -> tuple[int, int]:
    """Return the offsets of a value, at least one character wide."""
    return tree.start, max(tree.end, tree.start + 1)
