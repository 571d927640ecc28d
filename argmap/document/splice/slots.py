"""The keys of an item after an edit: which entries of the old text it has, and which are new."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.document.splice.after import After, content_keys
from argmap.document.splice.before import ROOT
from argmap.document.splice.brackets import placed
from argmap.document.splice.contents import Value
from argmap.document.splice.spans import Part

__all__ = ["Slot", "slots_of"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One key of an item: with its part of `owner` in the old text, or new.

    Of a slot that `goes` only comments stay that are not its own.
    """

    key: str
    owner: int = ROOT
    part: Part | None = None
    goes: bool = False


def slots_of(
    after: After, item: int, values: dict[str, Value], lists: dict[str, list[int]]
) -> list[Slot]:
    """Return the keys of an item in the order in which they are written."""
    before, origin = after.before, after.origin(item)
    slots: list[Slot] = []
    for owner in dict.fromkeys((origin.content, *origin.step)):
        if owner == ROOT != item or before.tree(owner).flow:
            continue
        own = () if owner == ROOT else content_keys(before.map.items[owner])
        for part in before.parts(owner):
            if part.key in own and owner != origin.content:
                continue
            if owner != ROOT and part.key not in own and owner not in origin.step:
                continue
            goes = _goes(after, item, owner, part.key, values, lists)
            goes = goes or any(slot.key == part.key and not slot.goes for slot in slots)
            at = len(slots)
            if owner != origin.content and not after.is_list(item, part.key):
                at = next((i for i, slot in enumerate(slots) if after.is_list(item, slot.key)), at)
            slots.insert(at, Slot(part.key, owner, part, goes))
    _add_new(after, item, slots, values, lists)
    return _in_order_of(slots, lists)


def _goes(
    after: After,
    item: int,
    owner: int,
    key: str,
    values: dict[str, Value],
    lists: dict[str, list[int]],
) -> bool:
    """Whether an entry that the old text has stands no more in the new one."""
    if after.is_list(item, key):
        return key != "map" and key not in lists and bool(after.before.listed(owner, key))
    return key not in values and key in after.old_values(owner)


def _add_new(
    after: After,
    item: int,
    slots: list[Slot],
    values: dict[str, Value],
    lists: dict[str, list[int]],
) -> None:
    """Add the keys of an item that the old text does not have."""
    order = after.order(item)
    for key in (*(key for key in order if key in values), *lists):
        live = [slot for slot in slots if not slot.goes]
        names = [slot.key for slot in live]
        if key in names:
            continue
        if key in lists:
            at = 0 if key == "linked" else len(slots)
        else:
            before = placed(names, key, order)
            at = slots.index(live[before - 1]) + 1 if before else 0
        slots.insert(at, Slot(key))


def _in_order_of(slots: list[Slot], lists: dict[str, list[int]]) -> list[Slot]:
    """Return the slots with the lists in the order in which the items below stand."""
    places = [at for at, slot in enumerate(slots) if slot.key in lists and not slot.goes]
    by_key = {slots[at].key: slots[at] for at in places}
    for at, key in zip(places, lists, strict=True):
        slots[at] = by_key[key]
    return slots
