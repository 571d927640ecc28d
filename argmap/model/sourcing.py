"""Edits of where claims come from: sources, and the stances of their authors."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from argmap.model.edits import AddSource, EditError, RemoveSource, RemoveStance, SetStance
from argmap.model.fields import checked_source, checked_stance
from argmap.model.maps import Map
from argmap.model.references import (
    check_free_source,
    check_sources,
    cited_by,
    holder_of,
    no_such_id,
    no_such_source,
)
from argmap.model.sources import Stance

__all__ = ["apply_sourcing"]


def apply_sourcing(map_: Map, edit: AddSource | RemoveSource | SetStance | RemoveStance) -> Map:
    """Return the map with a source or stance added, replaced or taken away.

    Raises:
        EditError: The map cannot take it.
    """
    match edit:
        case AddSource(source=source):
            added = checked_source(source)
            check_free_source(map_, added.id)
            return replace(map_, sources=(*map_.sources, added))
        case RemoveSource(id=name):
            return _without_source(map_, name)
        case SetStance(stance=stance):
            return _with_stance(map_, checked_stance(stance))
        case RemoveStance(source=source, about=about):
            kept = tuple(
                stance
                for stance in map_.stances
                if (stance.source, stance.about) != (source, about)
            )
            if len(kept) == len(map_.stances):
                raise EditError(f"'{source}' has no stance on '{about}'.")
            return replace(map_, stances=kept)
        case _:
            assert_never(edit)


def _without_source(map_: Map, name: str) -> Map:
    """Return the map without a source that nothing names."""
    kept = tuple(source for source in map_.sources if source.id != name)
    if len(kept) == len(map_.sources):
        raise no_such_source(map_, name)
    citing = sum(name in cited_by(item) for item in map_.items)
    believing = sum(stance.source == name for stance in map_.stances)
    if citing or believing:
        raise EditError(
            f"The source '{name}' is still in use (items: {citing}, stances: {believing}). "
            "Take these away first."
        )
    return replace(map_, sources=kept)


def _with_stance(map_: Map, new: Stance) -> Map:
    """Return the map with a stance in place of the old one, or behind the others of its source."""
    check_sources(map_, (new.source,))
    if holder_of(map_.items, new.about) is None:
        raise no_such_id(map_, new.about)
    stances = list(map_.stances)
    last = len(stances)
    for index, stance in enumerate(stances):
        if (stance.source, stance.about) == (new.source, new.about):
            stances[index] = new
            return replace(map_, stances=tuple(stances))
        if stance.source == new.source:
            last = index + 1
    stances.insert(last, new)
    return replace(map_, stances=tuple(stances))
