"""Where each item of a map after an edit comes from in the map before it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace

from argmap.model.claims import Claim, Ref
from argmap.model.edits import Edit, Move, Remove
from argmap.model.maps import Item, Kind, Map, parents_of
from argmap.model.outline import subtree_end

__all__ = ["Origin", "distinct", "origins_of"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The items (indices before the edit) that an item is made of; -1 where it is new.

    `place` is the item in whose place it stands, `content` the one whose claim, ref or premises
    it has, `step` those of which it has what is said of the step. `heard` are items that exist no
    more, but whose comments belong to this one.
    """

    place: int = -1
    content: int = -1
    step: tuple[int, ...] = ()
    heard: tuple[int, ...] = ()


def distinct(map_: Map) -> Map:
    """Return a map in which no two items share the object that is their content.

    So an item can be recognised after an edit, however much else is equal.
    """
    seen: set[int] = set()
    items = list(map_.items)
    for index, item in enumerate(items):
        if id(item.content) in seen:
            items[index] = replace(item, content=copy(item.content))
        seen.add(id(item.content))
    return replace(map_, items=tuple(items)) if len(seen) < len(items) else map_


def origins_of(before: Map, after: Map, edit: Edit) -> tuple[Origin, ...]:
    """Return the origin of each item; the contents of `before` must be distinct objects."""
    old, new = before.items, after.items
    contents = _contents(old, new)
    alive = set(contents)
    parents, above = parents_of(old), parents_of(new)
    homes = _new_homes(old, contents, edit)
    collapsed: set[int] = set()
    found: list[Origin] = []
    for index, (item, content) in enumerate(zip(new, contents, strict=True)):
        if content < 0:
            found.append(_joined(new, index, old, contents))
            continue
        is_moved = isinstance(edit, Move) and edit.item == content
        place = content
        heard: tuple[int, ...] = ()
        if content in homes:
            place = homes[content]
            heard = (place,)
        linked = parents[place]
        if (
            old[place].kind is Kind.PREMISE
            and item.kind.is_step
            and linked not in alive
            and linked not in collapsed
            and not is_moved
        ):
            collapsed.add(linked)
            place, heard = linked, (linked, *heard)
        step: tuple[int, ...] = (place,)
        if item.kind is Kind.PREMISE and found[above[index]].content < 0:
            # It was a step of its own before it was linked; what is said of that is up there.
            place, step = -1, ()
        found.append(Origin(-1 if is_moved else place, content, step, heard))
    return tuple(found)


def _contents(old: Sequence[Item], new: Sequence[Item]) -> list[int]:
    """Return the index before the edit of each item's content, -1 for a new one."""
    known = {id(item.content): index for index, item in enumerate(old)}
    contents = [known.get(id(item.content), -1) for item in new]
    alive = set(contents)
    for type_ in (Claim, Ref):
        left = [i for i, one in enumerate(old) if i not in alive and type(one.content) is type_]
        changed = [i for i, one in enumerate(new) if contents[i] < 0 and type(one.content) is type_]
        # What has changed has mostly kept its id, or at least its words.
        for name_of in (_id, _text):
            names = {name_of(old[index]): index for index in reversed(left)}
            names.pop(None, None)
            for index in changed:
                contents[index] = names.pop(name_of(new[index]), -1)
            found = set(contents)
            left = [index for index in left if index not in found]
            changed = [index for index in changed if contents[index] < 0]
        if len(left) == len(changed):
            for index, origin in zip(changed, left, strict=True):
                contents[index] = origin
    return contents


def _id(item: Item) -> str | None:
    """Return the id of a claim or ref."""
    return item.content.id if isinstance(item.content, Claim | Ref) else None


def _text(item: Item) -> str | None:
    """Return the words of a claim; a ref has none."""
    return item.content.text if isinstance(item.content, Claim) else None


def _new_homes(old: Sequence[Item], contents: Sequence[int], edit: Edit) -> dict[int, int]:
    """Return, for claims of a removed branch that live on, the ref that each has taken over."""
    if not isinstance(edit, Remove):
        return {}
    end = subtree_end(old, edit.item)
    refs: dict[str, int] = {}
    for index, item in enumerate(old):
        if isinstance(item.content, Ref) and not edit.item <= index < end:
            refs.setdefault(item.content.id, index)
    homes: dict[int, int] = {}
    for content in set(contents):
        claim = old[content].content
        if edit.item <= content < end and isinstance(claim, Claim) and claim.id in refs:
            homes[content] = refs[claim.id]
    alive = set(contents)
    return {content: ref for content, ref in homes.items() if ref not in alive}


def _joined(
    new: Sequence[Item], index: int, old: Sequence[Item], contents: Sequence[int]
) -> Origin:
    """Return the origin of linked premises that were steps of their own, or of a new item."""
    members = [
        contents[below]
        for below in range(index + 1, subtree_end(new, index))
        if new[below].depth == new[index].depth + 1
        and new[below].kind is Kind.PREMISE
        and contents[below] >= 0
        and old[contents[below]].kind.is_step
    ]
    return Origin(place=members[0], step=tuple(members)) if members else Origin()
