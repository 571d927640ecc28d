"""Edits that set a field: of a claim or step, of a source, of the map itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import assert_never

from argmap.model.claims import CLAIM_FIELDS, Claim
from argmap.model.edits import EditError, FieldValue, SetField, SetMapField, SetSourceField
from argmap.model.fields import claim_with, map_with, source_with, step_with
from argmap.model.maps import Item, Map
from argmap.model.outline import item_at
from argmap.model.references import (
    check_free,
    check_sources,
    cited_by,
    holder_of,
    ids_of,
    no_such_source,
    refs_to,
)

__all__ = ["apply_setting"]


def apply_setting(map_: Map, edit: SetField | SetSourceField | SetMapField) -> Map:
    """Return the map with a field set or taken away.

    Raises:
        EditError: There is no such field there, or the value does not fit it.
    """
    match edit:
        case SetField(item=index, name=name, value=value):
            return _with_field(map_, index, name, value)
        case SetSourceField():
            return _with_source_field(map_, edit)
        case SetMapField(name=name, value=value):
            return map_with(map_, name, value)
        case _:
            assert_never(edit)


def _with_field(map_: Map, index: int, name: str, value: FieldValue) -> Map:
    """Return the map with a field of an item set."""
    item = item_at(map_.items, index)
    match item.content:
        case Claim() as claim if name in CLAIM_FIELDS:
            changed = replace(item, content=claim_with(claim, name, value))
        case content:
            changed = replace(item, step=step_with(item.step, item.kind, content, name, value))
    if name in ("id", "step") and changed != item:
        _check_id_change(map_, index, changed)
    # Only what the edit brings is its concern: an unknown source may stand there already.
    already = cited_by(item)
    check_sources(map_, (source for source in cited_by(changed) if source not in already))
    return replace(map_, items=(*map_.items[:index], changed, *map_.items[index + 1 :]))


def _check_id_change(map_: Map, index: int, changed: Item) -> None:
    """Refuse an id that is taken, and the loss of one that something points at."""
    before, after = Counter(ids_of(map_.items[index])), Counter(ids_of(changed))
    for name in after - before:
        check_free(name, {other for item in map_.items for other in ids_of(item)})
    for name in before - after:
        used = refs_to(map_.items, name) or any(stance.about == name for stance in map_.stances)
        if used and holder_of(map_.items, name) == index:
            raise EditError(f"Others refer to '{name}'. Rename the id, and they follow.")


def _with_source_field(map_: Map, edit: SetSourceField) -> Map:
    """Return the map with a field of a source set."""
    if edit.name == "id":
        raise EditError("To give a source another id, rename it: whatever cites it follows.")
    if all(source.id != edit.id for source in map_.sources):
        raise no_such_source(map_, edit.id)
    sources = tuple(
        source_with(source, edit.name, edit.value) if source.id == edit.id else source
        for source in map_.sources
    )
    return replace(map_, sources=sources)
