"""Edits that give an id another name, wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from argmap.model.claims import Citation, Claim, Ref
from argmap.model.edits import EditError, RenameId, RenameSource
from argmap.model.maps import Item, Map
from argmap.model.references import (
    check_free,
    check_free_source,
    cited_by,
    holders_of,
    ids_of,
    no_such_id,
    no_such_source,
)
from argmap.model.values import check_id

__all__ = ["apply_renaming"]


def apply_renaming(map_: Map, edit: RenameId | RenameSource) -> Map:
    """Return the map with another name for an id, in its home and wherever it is used.

    Raises:
        EditError: Nothing has the old id, or the new one cannot be given.
    """
    check_id(edit.new)
    match edit:
        case RenameId(old=old, new=new):
            return _with_id_renamed(map_, old, new)
        case RenameSource(old=old, new=new):
            return _with_source_renamed(map_, old, new)
        case _:
            assert_never(edit)


def _with_id_renamed(map_: Map, old: str, new: str) -> Map:
    """Return the map with a claim or step renamed."""
    holders = holders_of(map_.items, old)
    if not holders:
        raise no_such_id(map_, old)
    if len(holders) > 1:
        raise EditError(
            f"{len(holders)} items have the id '{old}'. Set the 'id' of the later first."
        )
    if old == new:
        return map_
    check_free(new, {name for item in map_.items for name in ids_of(item)})
    items = tuple(_item_renamed(item, old, new) for item in map_.items)
    stances = tuple(
        replace(stance, about=new) if stance.about == old else stance for stance in map_.stances
    )
    return replace(map_, stances=stances, items=items)


def _item_renamed(item: Item, old: str, new: str) -> Item:
    """Return an item with another name for a claim or step."""
    match item.content:
        case Claim(id=name) if name == old:
            item = replace(item, content=replace(item.content, id=new))
        case Ref(id=name) if name == old:
            item = replace(item, content=Ref(new))
        case _:
            pass
    return replace(item, step=replace(item.step, id=new)) if item.step.id == old else item


def _with_source_renamed(map_: Map, old: str, new: str) -> Map:
    """Return the map with a source renamed."""
    if all(source.id != old for source in map_.sources):
        raise no_such_source(map_, old)
    if old == new:
        return map_
    check_free_source(map_, new)
    sources = tuple(
        replace(source, id=new) if source.id == old else source for source in map_.sources
    )
    stances = tuple(
        replace(stance, source=new) if stance.source == old else stance for stance in map_.stances
    )
    items = tuple(_item_citing(item, old, new) for item in map_.items)
    return replace(map_, sources=sources, stances=stances, items=items)


def _item_citing(item: Item, old: str, new: str) -> Item:
    """Return an item that names the source `new` where it named `old`."""
    if old not in cited_by(item):
        return item
    step = replace(item.step, by=_citing(item.step.by, old, new))
    match item.content:
        case Claim(source=source, expect=expect) as claim:
            if isinstance(expect, tuple):
                expect = tuple((new if name == old else name, word) for name, word in expect)
            claim = replace(claim, source=_citing(source, old, new), expect=expect)
            return replace(item, content=claim, step=step)
        case _:
            return replace(item, step=step)


def _citing(
    value: str | tuple[Citation, ...] | None, old: str, new: str
) -> str | tuple[Citation, ...] | None:
    """Return the value of a `source` or `by` with a source renamed."""
    match value:
        case tuple():
            return tuple(
                replace(
                    citation,
                    source=new if citation.source == old else citation.source,
                    via=new if citation.via == old else citation.via,
                )
                for citation in value
            )
        case _:
            return new if value == old else value
