"""Items in brackets written anew after an edit, from what they had and what is new."""

from __future__ import annotations

from collections.abc import Sequence as Several

from argmap.document.splice.after import After
from argmap.document.splice.before import ROOT, Before
from argmap.document.splice.brackets import Piece, bracket_mapping, joined
from argmap.document.splice.spans import comments_within
from argmap.document.splice.writing import flow_value
from argmap.document.tree import Sequence
from argmap.model.edits import EditError
from argmap.model.outline import subtree_end

__all__ = ["bracketed_item", "bracketed_items"]


def bracketed_item(after: After, item: int) -> str:
    """Return an item with all below it, or the whole file, in braces.

    Raises:
        EditError: A comment would be lost.
    """
    items = after.map.items
    start, end = (0, len(items)) if item == ROOT else (item + 1, subtree_end(items, item))
    texts: dict[int, str] = {}
    # From the last to the first, so that what is below an item is always written before it.
    for index in (*range(end - 1, start - 1, -1), item):
        texts[index] = _one(after, index, texts)
    return texts[item]


def bracketed_items(after: After, tree: Sequence, old: Several[int], items: Several[int]) -> str:
    """Return a list in brackets that held the items `old` and is to hold `items`.

    Raises:
        EditError: A comment would be lost.
    """
    texts = {item: bracketed_item(after, item) for item in items}
    for item in items:
        _check_uncommented(after.before, after.origins[item].content)
    return _list(after, tree, old, items, texts)


def _list(
    after: After, tree: Sequence, old: Several[int], items: Several[int], texts: dict[int, str]
) -> str:
    """Return a list in brackets, its items being written already."""
    positions = {item: position for position, item in enumerate(old)}
    pieces = [Piece(texts[item], positions.get(after.origins[item].place)) for item in items]
    spans = [(entry.start, entry.end) for entry in tree.items]
    return joined(after.before.page, tree, spans, pieces)


def _one(after: After, item: int, texts: dict[int, str]) -> str:
    """Return an item in braces, what is below it being written already."""
    before, origin = after.before, after.origin(item)
    old = origin.content
    tree = before.tree(old) if old >= 0 or item == ROOT else None
    if tree is not None and tree.flow and item != ROOT and after.same[item]:
        return before.page.text[tree.start : tree.end]
    values = after.values(item)
    lists: dict[str, str] = {}
    for key, items in after.lists(item).items():
        for child in items:
            _check_uncommented(before, after.origins[child].content)
        there = before.sequence(old, key) if tree is not None and tree.flow else None
        if there is not None and there.items:
            lists[key] = _list(after, there, before.listed(old, key), items, texts)
        else:
            lists[key] = "[" + ", ".join(texts[child] for child in items) + "]"
    if tree is None or not tree.flow:
        written = {key: flow_value(value) for key, value in values.items()} | lists
        first = {"linked": written["linked"]} if "linked" in written else {}
        return "{" + ", ".join(f"{key}: {text}" for key, text in (first | written).items()) + "}"
    gone = [key for key in tree.keys if after.is_list(item, key) and key not in lists]
    empty = {key: "[]" if key == "map" else "" for key in gone if before.listed(old, key)}
    return bracket_mapping(
        before.page, tree, after.old_values(old), values, after.order(item), lists | empty
    )


def _check_uncommented(before: Before, old: int) -> None:
    """Refuse to put an old item (-1: none) that stood in lines with comments between brackets."""
    span = before.span(old) if old >= 0 else None
    if span is None:
        return
    if comments_within(before.page, before.tree(old), span.first, span.last):
        raise EditError(
            f"The item on line {span.line + 1} has a comment, which would be lost inside the "
            "brackets of that list. Put each entry of the list on a line of its own first."
        )
