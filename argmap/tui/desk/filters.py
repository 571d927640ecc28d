"""What an outline can be narrowed down to: kinds, sources, authors, tags, words."""

from __future__ import annotations

from argmap.model.claims import Claim
from argmap.model.maps import Item, Map
from argmap.tui.session.items import claim_at

__all__ = ["filter_options", "filtered"]


def filter_options(map_: Map) -> tuple[tuple[str, str, str], ...]:
    """Return the filters that leave something in a map, for a list to pick from."""
    found: list[tuple[str, str, str]] = [("words:", "words …", "text")]
    kinds = dict.fromkeys(str(item.kind) for item in map_.items)
    found += [(f"kind:{kind}", kind, "kind") for kind in kinds]
    found += [(f"source:{one.id}", one.id, "source") for one in map_.sources]
    authors = dict.fromkeys(one.author for one in map_.sources if one.author)
    found += [(f"author:{author}", author, "author") for author in authors]
    tags = dict.fromkeys(tag for item in map_.items for tag in _tags(item))
    found += [(f"tag:{tag}", tag, "tag") for tag in tags]
    return tuple(found)


def filtered(map_: Map, wanted: str) -> tuple[int, ...]:
    """Return the items that a filter leaves, such as "kind:rebut" or "words:veto"."""
    what, _, value = wanted.partition(":")
    return tuple(index for index in range(len(map_.items)) if _fits(map_, index, what, value))


def _fits(map_: Map, index: int, what: str, value: str) -> bool:
    item, claim = map_.items[index], claim_at(map_, index)
    match what:
        case "kind":
            return item.kind == value
        case "source":
            return claim is not None and any(one.source == value for one in claim.citations)
        case "author":
            mine = {one.id for one in map_.sources if one.author == value}
            return claim is not None and any(one.source in mine for one in claim.citations)
        case "tag":
            return value in _tags(item)
        case _:
            words = f"{claim.text} {claim.id or ''}".casefold() if claim is not None else ""
            return value.casefold() in words


def _tags(item: Item) -> tuple[str, ...]:
    """Return the tags of a claim, or of a step that is none."""
    return item.content.tags if isinstance(item.content, Claim) else item.step.tags
