"""The items of a map as an outline: subtrees are slices, and each kind has its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from argmap.model.claims import Claim, Content, Linked, Ref
from argmap.model.maps import Item, Kind, Map
from argmap.model.refusals import EditError

__all__ = [
    "branches",
    "check_content",
    "check_kind",
    "insertion_index",
    "item_at",
    "not_a_step",
    "parent_of",
    "shifted",
    "siblings",
    "subtree_end",
    "with_items",
]


def item_at(items: Sequence[Item], index: int) -> Item:
    """Return the item with this index.

    Raises:
        EditError: There is none.
    """
    if 0 <= index < len(items):
        return items[index]
    raise EditError(f"There is no item {index}: the map has {len(items)} items, counted from 0.")


def subtree_end(items: Sequence[Item], index: int) -> int:
    """Return the index after the last item below `index`."""
    depth = items[index].depth
    end = index + 1
    while end < len(items) and items[end].depth > depth:
        end += 1
    return end


def parent_of(items: Sequence[Item], index: int) -> int | None:
    """Return the index of the item above `index`, None for a root."""
    depth = items[index].depth
    while items[index].depth >= depth:
        index -= 1
        if index < 0:
            return None
    return index


def siblings(items: Sequence[Item], parent: int | None, kind: Kind) -> tuple[int, ...]:
    """Return the children of `parent` (None: the roots) that are of one kind, in reading order."""
    start, end, depth = 0, len(items), 0
    if parent is not None:
        start, end, depth = parent + 1, subtree_end(items, parent), items[parent].depth + 1
    return tuple(
        index
        for index in range(start, end)
        if items[index].depth == depth and items[index].kind is kind
    )


def branches(items: Sequence[Item], index: int) -> tuple[tuple[Item, ...], ...]:
    """Return the children of an item in reading order, each with all below it."""
    found: list[tuple[Item, ...]] = []
    start, end = index + 1, subtree_end(items, index)
    while start < end:
        stop = subtree_end(items, start)
        found.append(tuple(items[start:stop]))
        start = stop
    return tuple(found)


def insertion_index(
    items: Sequence[Item], parent: int | None, kind: Kind, position: int | None = None
) -> int:
    """Return the index that a new child of `parent` gets, at `position` among those of its kind.

    The first child of its kind goes behind all other children, as its list does in the file.

    Raises:
        EditError: The parent or the position is not there.
    """
    if parent is not None:
        item_at(items, parent)
    there = siblings(items, parent, kind)
    if position is not None and not 0 <= position <= len(there):
        raise EditError(f"There is no position {position} here: {len(there)} is the last.")
    if position is not None and position < len(there):
        return there[position]
    if there:
        return subtree_end(items, there[-1])
    return len(items) if parent is None else subtree_end(items, parent)


def shifted(items: Sequence[Item], by: int) -> tuple[Item, ...]:
    """Return items that stand `by` levels deeper, or higher if that is negative."""
    if not by:
        return tuple(items)
    return tuple(replace(item, depth=item.depth + by) for item in items)


def with_items(map_: Map, items: Sequence[Item]) -> Map:
    """Return the map with other items; their places follow from them."""
    return replace(map_, items=tuple(items), places=())


def check_kind(items: Sequence[Item], parent: int | None, kind: Kind) -> None:
    """Refuse a kind of child that the item `parent` (None: the top of the map) cannot have.

    Raises:
        EditError: The sentence says where such an item can stand.
    """
    if parent is None:
        if kind is not Kind.CLAIM:
            raise EditError("At the top of a map stands a claim, and not a step or premise.")
        return
    above = item_at(items, parent)
    match kind, above.content:
        case Kind.CLAIM, _:
            raise EditError(
                "A claim without a kind stands at the top of the map. Here it is a 'support', "
                "'rebut', 'undercut' or 'warrant'."
            )
        case Kind.PREMISE, Claim() | Ref():
            raise EditError("This step has no linked premises yet. Add the premise to the step.")
        case ((Kind.SUPPORT | Kind.REBUT), Ref(id=name)):
            raise EditError(f"A ref takes no '{kind}'. Argue about '{name}' at its home.")
        case ((Kind.SUPPORT | Kind.REBUT), Linked()):
            raise EditError(f"Linked premises take no '{kind}'. Argue about one of the premises.")
        case ((Kind.UNDERCUT | Kind.WARRANT), _) if not above.kind.is_step:
            raise EditError(
                f"An undercut or warrant argues about a step. {not_a_step(above.kind)} is none."
            )
        case _:
            pass


def not_a_step(kind: Kind) -> str:
    """Return the beginning of a sentence about an item that is no step."""
    return "A root" if kind is Kind.CLAIM else "One of several linked premises"


def check_content(kind: Kind, content: Content) -> None:
    """Refuse a ref or linked premises where only a claim can stand, and linked in linked.

    Raises:
        EditError: The sentence says what can stand there.
    """
    match kind, content:
        case Kind.CLAIM, Ref() | Linked():
            raise EditError("At the top of a map stands a claim, no ref and no linked premises.")
        case Kind.PREMISE, Linked():
            raise EditError("Linked premises are claims and refs. They cannot be linked again.")
        case _:
            pass
