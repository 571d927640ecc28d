"""Edits that take items away or elsewhere: remove, move, change kind."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from argmap.model.additions import inserted
from argmap.model.claims import Claim, Ref
from argmap.model.edits import ChangeKind, EditError, Move, Remove
from argmap.model.fields import filled_step_fields
from argmap.model.linking import single_step, unlinked
from argmap.model.maps import Item, Kind, Map
from argmap.model.outline import (
    branches,
    check_content,
    check_kind,
    insertion_index,
    item_at,
    parent_of,
    shifted,
    siblings,
    subtree_end,
    with_items,
)
from argmap.model.references import holder_of, ids_of

__all__ = ["apply_moving"]


def apply_moving(map_: Map, edit: Remove | Move | ChangeKind) -> Map:
    """Return the map with an item gone or elsewhere.

    Raises:
        EditError: The map cannot take it.
    """
    item = item_at(map_.items, edit.item)
    match edit:
        case Remove():
            return _removed(map_, edit)
        case Move():
            return _moved(map_, edit)
        case ChangeKind(item=index, kind=kind):
            if not (item.kind.is_step and kind.is_step):
                raise EditError("Only a step can change its kind, and only to that of a step.")
            if kind is item.kind:
                return map_
            return _moved(map_, Move(index, parent_of(map_.items, index), kind))
        case _:
            assert_never(edit)


def _removed(map_: Map, edit: Remove) -> Map:
    """Return the map without an item, all below it and the stances on what has gone."""
    before = {name for item in map_.items for name in ids_of(item)}
    items, index = map_.items, edit.item
    while (use := _use_from_outside(items, index)) is not None:
        home, ref = use
        if not edit.keep_referenced:
            raise EditError(
                f"The claim '{ids_of(items[home])[0]}' is used elsewhere. Remove its refs first, "
                "or let one of them become its home."
            )
        items, index = _with_home_at(items, home, ref, index)
    parent = parent_of(items, index)
    kept = items[:index] + items[subtree_end(items, index) :]
    if items[index].kind is Kind.PREMISE and parent is not None:
        kept = _with_enough_premises(kept, parent)
    gone = before.difference(name for item in kept for name in ids_of(item))
    stances = tuple(stance for stance in map_.stances if stance.about not in gone)
    return with_items(replace(map_, stances=stances), kept)


def _use_from_outside(items: tuple[Item, ...], index: int) -> tuple[int, int] | None:
    """Return the first home in a branch whose claim a ref elsewhere names, and the first such."""
    end = subtree_end(items, index)
    refs: dict[str, int] = {}
    for place, item in enumerate(items):
        if isinstance(item.content, Ref) and not index <= place < end:
            refs.setdefault(item.content.id, place)
    for place in range(index, end):
        match items[place].content:
            # Of two claims with one id, which is a mistake, refs mean the first.
            case Claim(id=str(name)) if name in refs and holder_of(items, name) == place:
                return place, refs[name]
            case _:
                pass
    return None


def _with_home_at(
    items: tuple[Item, ...], home: int, ref: int, index: int
) -> tuple[tuple[Item, ...], int]:
    """Return the items with a ref turned into the home of its claim, and where `index` is then.

    Reasons and rebuts go along. A ref stays at the former home, with what is about its step.
    """
    claim = items[home].content
    below = branches(items, home)
    about = [item for branch in below if branch[0].kind.is_about_step for item in branch]
    reasons = [item for branch in below if not branch[0].kind.is_about_step for item in branch]
    reasons = list(shifted(reasons, items[ref].depth - items[home].depth))
    left = replace(items[home], content=items[ref].content)
    items = (*items[:home], left, *about, *items[subtree_end(items, home) :])
    if ref > home:
        ref -= len(reasons)
    items = (*items[:ref], single_step(items[ref], claim), *items[ref + 1 :])
    end = subtree_end(items, ref)
    items = (*items[:end], *reasons, *items[end:])
    return items, index + len(reasons) if end <= index else index


def _moved(map_: Map, edit: Move) -> Map:
    """Return the map with an item and all below it elsewhere."""
    items, index = map_.items, edit.item
    item, end = items[index], subtree_end(items, index)
    if edit.parent is not None and index <= edit.parent < end:
        raise EditError("An item cannot be moved under itself.")
    check_kind(items, edit.parent, edit.kind)
    check_content(edit.kind, item.content)
    if not edit.kind.is_step:
        _check_says_nothing_of_step(items, index)
    parent = edit.parent
    if parent is not None and parent >= end:
        parent -= end - index
    branch = (replace(item, kind=edit.kind), *items[index + 1 : end])
    kept = items[:index] + items[end:]
    moved = inserted(kept, branch, parent, edit.kind, edit.position)
    left = parent_of(items, index)
    if item.kind is Kind.PREMISE and left is not None:
        before = insertion_index(kept, parent, edit.kind, edit.position) <= left
        moved = _with_enough_premises(moved, left + len(branch) if before else left)
    return with_items(map_, moved)


def _check_says_nothing_of_step(items: tuple[Item, ...], index: int) -> None:
    """Refuse to lose what is said of a step where the item will be none."""
    said = (
        *filled_step_fields(items[index].step),
        *(branch[0].kind for branch in branches(items, index) if branch[0].kind.is_about_step),
    )
    if said:
        raise EditError(f"There the item is no step of its own. Take its '{said[0]}' away first.")


def _with_enough_premises(items: tuple[Item, ...], linked: int) -> tuple[Item, ...]:
    """Return the items with a linked step made plain if one premise has stayed."""
    count = len(siblings(items, linked, Kind.PREMISE))
    if not count:
        raise EditError("This is the only premise of its step. Remove the step instead.")
    return unlinked(items, linked) if count == 1 else items
