"""Where items stand among the others of a map: above, beside and below."""

from __future__ import annotations

from collections.abc import Collection

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.maps import Kind, Map
from argmap.model.outline import parent_of, siblings, subtree_end

__all__ = [
    "KIND_WORDS",
    "claim_at",
    "claims_below",
    "described",
    "home_of",
    "next_sibling",
    "place_among",
    "previous_sibling",
    "quoted",
    "taken_ids",
    "topmost",
    "uses_of",
]

# What each kind does, in the words of every menu; the verb comes with its target.
KIND_WORDS = {
    Kind.CLAIM: "a claim at the top of the map",
    Kind.SUPPORT: "supports the claim above",
    Kind.REBUT: "argues against the claim above",
    Kind.UNDERCUT: "attacks the step above: why it does not follow",
    Kind.WARRANT: "backs the step above: why it does follow",
    Kind.PREMISE: "works only together with the premises beside it",
}
_LONGEST_QUOTED = 32


def claim_at(map_: Map, item: int) -> Claim | None:
    """Return the claim that an item is or refers to."""
    if not 0 <= item < len(map_.items):
        return None
    content = map_.items[item].content
    if isinstance(content, Ref):
        home = home_of(map_, content.id)
        content = content if home is None else map_.items[home].content
    return content if isinstance(content, Claim) else None


def home_of(map_: Map, name: str) -> int | None:
    """Return the item where the claim with an id has its home."""
    for index, item in enumerate(map_.items):
        if isinstance(item.content, Claim) and item.content.id == name:
            return index
    return None


def uses_of(map_: Map, name: str) -> tuple[int, ...]:
    """Return the refs to the claim with an id."""
    return tuple(
        index
        for index, item in enumerate(map_.items)
        if isinstance(item.content, Ref) and item.content.id == name
    )


def place_among(map_: Map, item: int) -> tuple[int | None, Kind, int]:
    """Return the parent of an item, its kind, and its position among those of its kind there."""
    parent, kind = parent_of(map_.items, item), map_.items[item].kind
    return parent, kind, siblings(map_.items, parent, kind).index(item)


def previous_sibling(map_: Map, item: int) -> int | None:
    """Return the item before this one, of any kind, under the same parent."""
    depth, index = map_.items[item].depth, item - 1
    while index >= 0 and map_.items[index].depth > depth:
        index -= 1
    return index if index >= 0 and map_.items[index].depth == depth else None


def next_sibling(map_: Map, item: int) -> int | None:
    """Return the item after this one, of any kind, under the same parent."""
    index = subtree_end(map_.items, item)
    ended = index == len(map_.items) or map_.items[index].depth < map_.items[item].depth
    return None if ended else index


def topmost(map_: Map, items: Collection[int]) -> tuple[int, ...]:
    """Return, in reading order, those items that no other of them has below it."""
    found: list[int] = []
    end = 0
    for item in sorted(items):
        if item >= end:
            found.append(item)
            end = subtree_end(map_.items, item)
    return tuple(found)


def claims_below(map_: Map, item: int) -> int:
    """Return how many claims stand at home in an item and below it."""
    end = subtree_end(map_.items, item)
    return sum(isinstance(one.content, Claim) for one in map_.items[item:end])


def taken_ids(map_: Map) -> set[str]:
    """Return the ids of all claims and steps."""
    found = {item.step.id for item in map_.items if item.step.id is not None}
    for item in map_.items:
        if isinstance(item.content, Claim) and item.content.id is not None:
            found.add(item.content.id)
    return found


def described(map_: Map, item: int) -> str:
    """Return how a label names an item: by its id, else by its first words."""
    match map_.items[item].content:
        case Claim(id=str(name)) | Ref(id=name):
            return f"'{name}'"
        case Claim(text=text):
            return quoted(text)
        case Linked():
            return "linked premises"


def quoted(text: str) -> str:
    """Return the beginning of a text in quotation marks."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTED:
        text = text[: _LONGEST_QUOTED - 1].rstrip() + "…"
    return f"“{text}”"
