"""Who points at whom: the ids of claims and steps, and the refs and citations that name them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from argmap.model.claims import Citation, Claim, Ref, Verdict
from argmap.model.maps import Item, Map
from argmap.model.refusals import EditError
from argmap.model.suggestions import did_you_mean

__all__ = [
    "check_free",
    "check_free_source",
    "check_new_items",
    "check_sources",
    "cited_by",
    "holder_of",
    "holders_of",
    "ids_of",
    "no_such_id",
    "no_such_source",
    "refs_to",
]


def ids_of(item: Item) -> tuple[str, ...]:
    """Return the ids that an item has as a claim and as a step."""
    claim = item.content.id if isinstance(item.content, Claim) else None
    return tuple(name for name in (claim, item.step.id) if name is not None)


def holders_of(items: Sequence[Item], name: str) -> tuple[int, ...]:
    """Return the items that have the id; more than one is a mistake in the file."""
    return tuple(index for index, item in enumerate(items) if name in ids_of(item))


def holder_of(items: Sequence[Item], name: str) -> int | None:
    """Return the item an id names: the first claim that has it, else the first step."""
    holders = holders_of(items, name)
    for index in holders:
        content = items[index].content
        if isinstance(content, Claim) and content.id == name:
            return index
    return holders[0] if holders else None


def refs_to(items: Sequence[Item], name: str) -> tuple[int, ...]:
    """Return the refs that name a claim."""
    return tuple(index for index, item in enumerate(items) if item.content == Ref(name))


def cited_by(item: Item) -> tuple[str, ...]:
    """Return the source ids an item names, in `source`, `expect` and `by`."""
    by = _cited_in(item.step.by)
    match item.content:
        case Claim(source=source, expect=expect):
            return _cited_in(source) + _cited_in(expect) + by
        case _:
            return by


def _cited_in(value: object) -> tuple[str, ...]:
    """Return the source ids in a value of `source`, `by` or `expect`, in its order."""
    match value:
        case Verdict():
            return ()
        case str():
            return (value,)
        case tuple():
            return tuple(name for part in value for name in _named_in(part))
        case _:
            return ()


def _named_in(part: Citation | tuple[str, Verdict]) -> tuple[str, ...]:
    """Return the source ids of one citation, or of one voice of an `expect`."""
    if isinstance(part, Citation):
        return (part.source,) if part.via is None else (part.source, part.via)
    return (part[0],)


def check_new_items(map_: Map, branch: Sequence[Item]) -> None:
    """Refuse new items that bring an id twice or point at what is not there.

    Raises:
        EditError: The sentence names the id.
    """
    taken = {name for item in map_.items for name in ids_of(item)}
    for item in branch:
        for name in ids_of(item):
            check_free(name, taken)
            taken.add(name)
        check_sources(map_, cited_by(item))
    claims = {item.content.id for item in (*map_.items, *branch) if isinstance(item.content, Claim)}
    for item in branch:
        if isinstance(item.content, Ref) and item.content.id not in claims:
            raise no_such_claim(map_, item.content.id)


def check_free(name: str, taken: Container[str]) -> None:
    """Refuse an id that a claim or step has already.

    Raises:
        EditError: The sentence names the id.
    """
    if name in taken:
        raise EditError(
            f"The id '{name}' is taken. Claims and steps share their ids: choose another."
        )


def check_free_source(map_: Map, name: str) -> None:
    """Refuse an id that a source has already.

    Raises:
        EditError: The sentence names the id.
    """
    if any(source.id == name for source in map_.sources):
        raise EditError(f"There is a source '{name}' already. Choose another id.")


def check_sources(map_: Map, names: Iterable[str]) -> None:
    """Refuse source ids that the map does not know.

    Raises:
        EditError: The sentence names the first one.
    """
    known = {source.id for source in map_.sources}
    for name in names:
        if name not in known:
            raise no_such_source(map_, name)


def no_such_claim(map_: Map, name: str) -> EditError:
    """Return the refusal of an id that no claim has."""
    claims = (item.content.id for item in map_.items if isinstance(item.content, Claim))
    known = [claim for claim in claims if claim is not None]
    return EditError(f"There is no claim '{name}'.{did_you_mean(name, known)}")


def no_such_id(map_: Map, name: str) -> EditError:
    """Return the refusal of an id that neither a claim nor a step has."""
    known = [known for item in map_.items for known in ids_of(item)]
    return EditError(f"There is no claim or step '{name}'.{did_you_mean(name, known)}")


def no_such_source(map_: Map, name: str) -> EditError:
    """Return the refusal of an id that no source has."""
    known = [source.id for source in map_.sources]
    return EditError(f"There is no source '{name}'.{did_you_mean(name, known)}")
