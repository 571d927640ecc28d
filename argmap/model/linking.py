"""Edits of linked premises: one more of them, several steps into one, one step into several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, assert_never

from argmap.model.additions import inserted, new_item
from argmap.model.claims import STEP_FIELDS, Claim, Content, Linked, StepFields
from argmap.model.edits import AddPremise, EditError, Link, Unlink
from argmap.model.fields import filled_step_fields
from argmap.model.maps import Item, Kind, Map
from argmap.model.outline import (
    branches,
    item_at,
    not_a_step,
    parent_of,
    shifted,
    siblings,
    subtree_end,
    with_items,
)
from argmap.model.references import check_new_items

__all__ = ["apply_linking", "single_step", "unlinked"]


def apply_linking(map_: Map, edit: AddPremise | Link | Unlink) -> Map:
    """Return the map with premises linked or unlinked as the edit says.

    Raises:
        EditError: The map cannot take it.
    """
    match edit:
        case AddPremise():
            return _add_premise(map_, edit)
        case Link(items=indices):
            return _link(map_, tuple(sorted(set(indices))))
        case Unlink(item=index):
            if not isinstance(item_at(map_.items, index).content, Linked):
                raise EditError("Only linked premises can be unlinked.")
            return with_items(map_, unlinked(map_.items, index))
        case _:
            assert_never(edit)


def _add_premise(map_: Map, edit: AddPremise) -> Map:
    """Return the map with one more premise in a step."""
    items = map_.items
    item = item_at(items, edit.item)
    if not item.kind.is_step:
        raise EditError(f"{not_a_step(item.kind)} is no step. Add the premise to a step.")
    branch = [new_item(Kind.PREMISE, edit.premise)]
    check_new_items(map_, branch)
    if not isinstance(item.content, Linked):
        items = _linked(items, (edit.item,), item.step)
    return with_items(map_, inserted(items, branch, edit.item, Kind.PREMISE, edit.position))


def _link(map_: Map, indices: tuple[int, ...]) -> Map:
    """Return the map with sibling steps made into one."""
    items = map_.items
    steps = [item_at(items, index) for index in indices]
    if len(steps) < 2:
        raise EditError("Choose two or more steps to link.")
    if any(isinstance(step.content, Linked) for step in steps):
        raise EditError("Linked premises cannot be linked again. Add premises to them instead.")
    parent, kind = parent_of(items, indices[0]), steps[0].kind
    if not kind.is_step or not set(indices) <= set(siblings(items, parent, kind)):
        raise EditError("Only steps of one kind under the same item can be linked.")
    return with_items(map_, _linked(items, indices, _joined([step.step for step in steps])))


def _joined(steps: Sequence[StepFields]) -> StepFields:
    """Return what is said of several steps as said of one."""
    changes: dict[str, Any] = {}
    for name in STEP_FIELDS:
        attribute = "id" if name == "step" else name
        said = dict.fromkeys(
            getattr(step, attribute) for step in steps if name in filled_step_fields(step)
        )
        if name == "tags":
            changes[name] = tuple(dict.fromkeys(tag for tags in said for tag in tags))
        elif len(said) > 1:
            raise EditError(f"The steps differ in '{name}'. Make it the same first.")
        elif said:
            changes[attribute] = next(iter(said))
    return StepFields(**changes)


def _linked(
    items: tuple[Item, ...], indices: tuple[int, ...], step: StepFields
) -> tuple[Item, ...]:
    """Return the items with the steps at `indices` as premises of one, where the first stood."""
    first = items[indices[0]]
    premises: list[Item] = []
    about: dict[Kind, list[Item]] = {}
    for index in indices:
        premises.append(Item(first.depth + 1, Kind.PREMISE, items[index].content))
        for child in branches(items, index):
            if child[0].kind.is_about_step:
                about.setdefault(child[0].kind, []).extend(child)
            else:
                premises.extend(shifted(child, 1))
    joined = [Item(first.depth, first.kind, Linked(), step), *premises]
    joined += [item for branch in about.values() for item in branch]
    rest: list[Item] = []
    for index, following in pairwise((*indices, len(items))):
        rest += items[subtree_end(items, index) : following]
    return (*items[: indices[0]], *joined, *rest)


def unlinked(items: tuple[Item, ...], index: int) -> tuple[Item, ...]:
    """Return the items with each premise of a linked step as a step of its own.

    What was said of the step stays with the first premise, and so does what argues about it.

    Raises:
        EditError: The step has no premises.
    """
    linked = items[index]
    children = branches(items, index)
    premises = [child for child in children if child[0].kind is Kind.PREMISE]
    if not premises:
        raise EditError("This step has no premises. Remove it instead.")
    steps = [single_step(linked, premises[0][0].content)]
    for child in children:
        if child is premises[0]:
            steps += shifted(child[1:], -1)
        elif child[0].kind is not Kind.PREMISE:
            steps += child
    for premise in premises[1:]:
        step, *below = shifted(premise, -1)
        steps += [replace(step, kind=linked.kind), *below]
    return (*items[:index], *steps, *items[subtree_end(items, index) :])


def single_step(step: Item, premise: Content) -> Item:
    """Return a step, linked or a ref, with a single premise in its place.

    On a claim, `tags` and `note` are the claim's: those of the step are added to its own.
    """
    said = replace(step.step, inference=None)
    if isinstance(premise, Claim):
        tags = tuple(dict.fromkeys(premise.tags + said.tags))
        notes = [note for note in (premise.note, said.note) if note is not None]
        premise = replace(premise, tags=tags, note="\n".join(notes) if notes else None)
        said = replace(said, tags=(), note=None)
    return replace(step, content=premise, step=said)
