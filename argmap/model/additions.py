"""Edits that add items: a claim, a ref, or a step with linked premises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from argmap.model.claims import Claim, Content, Linked, StepFields
from argmap.model.edits import AddClaim, AddLinked, AddRef, EditError
from argmap.model.fields import checked_claim, checked_step
from argmap.model.maps import Item, Kind, Map
from argmap.model.outline import (
    check_content,
    check_kind,
    insertion_index,
    shifted,
    with_items,
)
from argmap.model.references import check_new_items

__all__ = ["apply_addition", "inserted", "new_item"]


def apply_addition(map_: Map, edit: AddClaim | AddRef | AddLinked) -> Map:
    """Return the map with what the edit adds.

    Raises:
        EditError: The map cannot take it there.
    """
    match edit:
        case AddClaim(claim=claim):
            branch = [new_item(edit.kind, claim, edit.step)]
        case AddRef(ref=ref):
            branch = [new_item(edit.kind, ref, edit.step)]
        case AddLinked(premises=premises):
            if len(premises) < 2:
                raise EditError("Linked premises are two or more. Add a claim or a ref instead.")
            branch = [new_item(edit.kind, Linked(), edit.step)]
            branch += shifted([new_item(Kind.PREMISE, premise) for premise in premises], 1)
        case _:
            assert_never(edit)
    check_new_items(map_, branch)
    return with_items(map_, inserted(map_.items, branch, edit.parent, edit.kind, edit.position))


def new_item(kind: Kind, content: Content, step: StepFields = StepFields()) -> Item:
    """Return a new item at depth 0 as the map keeps it.

    Raises:
        EditError: Such an item cannot be of this kind, or a field is not as it must be.
    """
    check_content(kind, content)
    if isinstance(content, Claim):
        content = checked_claim(content)
    return Item(0, kind, content, checked_step(step, kind, content))


def inserted(
    items: tuple[Item, ...],
    branch: Sequence[Item],
    parent: int | None,
    kind: Kind,
    position: int | None,
) -> tuple[Item, ...]:
    """Return the items with one more and all below it, at a position among those of its kind.

    Raises:
        EditError: Such an item cannot stand there.
    """
    check_kind(items, parent, kind)
    index = insertion_index(items, parent, kind, position)
    depth = 0 if parent is None else items[parent].depth + 1
    return (*items[:index], *shifted(branch, depth - branch[0].depth), *items[index:])
