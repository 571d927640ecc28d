"""The tree of a YAML text with places: scalars, mappings and sequences, each with its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.model.maps import Place

__all__ = ["Mapping", "Scalar", "Sequence", "Style", "Tree", "tree_at"]

# How a scalar is written: plain, in single or double quotes, literal or folded.
Style = Literal["", "'", '"', "|", ">"]

# Offsets count code points from the start of the text (without byte order mark); ends are
# exclusive. The classes are not frozen because a frozen one takes three times as long to make,
# and a map of 10,000 claims makes 100,000 of them; once the reader is done nobody changes them.


@dataclass(slots=True, eq=False)
class Scalar:
    """A text: every scalar is one. `value` is None where nothing (or `~`, `null`) is written.

    The span holds quotes, and the header of a block scalar; it ends after the last line that
    carries text, without its line break.
    """

    value: str | None
    start: int
    end: int
    style: Style = ""


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys and values in the order of the text; of a repeated key only the first is kept.

    A block mapping starts at its first key and ends where its last value ends, a flow mapping
    spans its braces. `keys` and `values` have the same keys.
    """

    start: int
    end: int
    flow: bool
    keys: dict[str, Scalar]
    values: dict[str, Tree]


@dataclass(slots=True, eq=False)
class Sequence:
    """Items in the order of the text.

    A block sequence starts at its first dash and ends where its last item ends, a flow sequence
    spans its brackets.
    """

    start: int
    end: int
    flow: bool
    items: list[Tree]


Tree = Scalar | Mapping | Sequence


def tree_at(tree: Tree | None, place: Place) -> Tree | None:
    """Return what stands at a place of the tree, or None if nothing does."""
    for part in place:
        match tree, part:
            case Mapping(values=values), str(key):
                tree = values.get(key)
            case Sequence(items=items), int(index) if index < len(items):
                tree = items[index]
            case _:
                return None
    return tree
