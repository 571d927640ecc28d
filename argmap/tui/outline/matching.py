"""Which item of a changed map was which before, so that folds, marks and the cursor stay."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.maps import Item

__all__ = ["Match", "match_items"]


@dataclass(frozen=True, slots=True)
class Match:
    """For each item of the new map the index it had in the old one, -1 for those that are new.

    Items before `start` and from `end` on are equal to what they were.
    """

    origins: Sequence[int]
    start: int
    end: int

    def now(self, items: Iterable[int]) -> tuple[int, ...]:
        """Return where items of the old map are in the new one, leaving out those that are gone."""
        old = set(items)
        if not old:
            return ()
        return tuple(item for item, origin in enumerate(self.origins) if origin in old)


def match_items(old: Sequence[Item], new: Sequence[Item]) -> Match:
    """Find the items of `old` again in `new`.

    What stands equal at the beginning and at the end is the same. Between, items are known by
    their id or content, and those left over by their turn if there are as many as before.
    """
    start = _common(old, new)
    while start and isinstance(new[start - 1].content, Linked):
        # Without the premises that follow, all linked steps are equal.
        start -= 1
    tail = _common(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    between = _between(old[start:old_end], new[start:new_end])
    origins = [
        *range(start),
        *(start + one if one >= 0 else -1 for one in between),
        *range(old_end, len(old)),
    ]
    return Match(origins, start, new_end)


def _common(old: Sequence[Item], new: Sequence[Item]) -> int:
    """Return how many items are equal from the first on."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one is not other and one != other:
            break
        count += 1
    return count


def _between(old: Sequence[Item], new: Sequence[Item]) -> list[int]:
    """Return the origins of items that changed, moved or are new."""
    known: dict[object, deque[int]] = {}
    for index in range(len(old)):
        known.setdefault(_name(old, index), deque()).append(index)
    origins: list[int] = []
    for index in range(len(new)):
        same = known.get(_name(new, index))
        origins.append(same.popleft() if same else -1)
    lost = sorted(index for rest in known.values() for index in rest)
    fresh = [index for index, origin in enumerate(origins) if origin < 0]
    if len(lost) == len(fresh):
        for before, after in zip(lost, fresh, strict=True):
            if type(old[before].content) is type(new[after].content):
                origins[after] = before
    return origins


def _name(items: Sequence[Item], index: int) -> object:
    """Return what an item is known by: an id, else its text, for linked premises the first one."""
    item = items[index]
    match item.content:
        case Claim(id=None, text=text):
            return "text", text
        case Claim(id=name):
            return "id", name
        case Ref(id=name):
            return "ref", name
        case Linked() if item.step.id is not None:
            return "step", item.step.id
        case Linked():
            first = index + 1
            if first == len(items) or isinstance(items[first].content, Linked):
                return "linked", None
            return "linked", _name(items, first)
