"""Trees as plain tuples, to be compared and printed."""

from __future__ import annotations

from typing import Any

from argmap.document.tree import Mapping, Scalar, Sequence, Tree


def dump(tree: Tree | None) -> Any:
    match tree:
        case None:
            return None
        case Scalar(value, start, end, style):
            return value, start, end, style
        case Mapping(start, end, flow, keys, values):
            inner = [(dump(keys[key]), dump(value)) for key, value in values.items()]
            return start, end, flow, inner
        case Sequence(start, end, flow, items):
            return start, end, flow, [dump(item) for item in items]


def scalars(tree: Tree | None) -> list[Scalar]:
    """Return every key and value of a tree."""
    match tree:
        case None:
            return []
        case Scalar():
            return [tree]
        case Mapping(keys=keys, values=values):
            below = [scalar for value in values.values() for scalar in scalars(value)]
            return [*keys.values(), *below]
        case Sequence(items=items):
            return [scalar for item in items for scalar in scalars(item)]
