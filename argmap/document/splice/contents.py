"""What the file says of items, sources and stances, as plain values in the order of its keys."""

from __future__ import annotations

from collections.abc import Container, Iterable

from argmap.model.claims import CLAIM_FIELDS, STEP_FIELDS, Citation, Claim, Ref
from argmap.model.maps import STEP_KINDS, Item, Kind, Map
from argmap.model.sources import SOURCE_FIELDS, Source, Stance

__all__ = [
    "ITEM_KEYS",
    "LIST_KEYS",
    "MAP_KEYS",
    "Value",
    "content_values",
    "is_same",
    "list_key",
    "map_values",
    "number",
    "step_values",
]

# A value of the file: a text, a list or a mapping. Every scalar is a text.
Value = str | list["Value"] | dict[str, "Value"]

MAP_KEYS = (
    "argmap", "title", "question", "lang", "draft",
    "sources", "stances", "map", "views", "scenarios",
)  # fmt: skip
LIST_KEYS = ("linked", *map(str, STEP_KINDS))
ITEM_KEYS = tuple(dict.fromkeys(("ref", "linked", *CLAIM_FIELDS, *STEP_FIELDS, *LIST_KEYS)))
_STANCE_KEYS = ("qualifier", "credence", "quote", "at", "note")
_CITATION_KEYS = ("source", "quote", "at", "via")


def list_key(kind: Kind) -> str:
    """Return the key of the list in which items of a kind stand."""
    match kind:
        case Kind.CLAIM:
            return "map"
        case Kind.PREMISE:
            return "linked"
        case _:
            return str(kind)


def content_values(item: Item) -> dict[str, Value]:
    """Return what an item says as a claim or ref; linked premises say it in their items."""
    match item.content:
        case Claim() as claim:
            return _filled(
                (name, getattr(claim, _CLAIM_NAMES.get(name, name))) for name in CLAIM_FIELDS
            )
        case Ref(id=name):
            return {"ref": name}
        case _:
            return {}


_CLAIM_NAMES = {"claim": "text"}
_STEP_NAMES = {"step": "id"}
_SOURCE_NAMES = {"in": "published_in"}


def step_values(item: Item) -> dict[str, Value]:
    """Return what an item says of the step that it is."""
    step = item.step
    return _filled((name, getattr(step, _STEP_NAMES.get(name, name))) for name in STEP_FIELDS)


def map_values(map_: Map, written_out: Container[tuple[str, str]] = ()) -> dict[str, Value]:
    """Return what a map says beside its items, but for the version of the format.

    A stance is a word or number if it says no more, unless (source, about) is `written_out`.
    """
    values = _filled(
        (
            ("title", map_.title),
            ("question", map_.question),
            ("lang", map_.lang),
            ("draft", map_.draft or None),
        )
    )
    if map_.sources:
        values["sources"] = {source.id: _source(source) for source in map_.sources}
    if map_.stances:
        voices: dict[str, dict[str, Value]] = {}
        for stance in map_.stances:
            is_short = (stance.source, stance.about) not in written_out
            voices.setdefault(stance.source, {})[stance.about] = _stance(stance, is_short=is_short)
        values["stances"] = dict(voices.items())
    return values


def _source(source: Source) -> Value:
    """Return a source without its id."""
    return _filled((name, getattr(source, _SOURCE_NAMES.get(name, name))) for name in SOURCE_FIELDS)


def _stance(stance: Stance, *, is_short: bool) -> Value:
    """Return a stance, as a word or number if it is to be short and says no more than that."""
    values = _filled((name, getattr(stance, name)) for name in _STANCE_KEYS)
    return next(iter(values.values())) if is_short and len(values) == 1 else values


def _filled(fields: Iterable[tuple[str, object]]) -> dict[str, Value]:
    """Return the fields that say something."""
    return {name: _value(value) for name, value in fields if value not in (None, ())}


def _value(value: object) -> Value:
    """Return the value of a field as the file has it."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() | int():
            return number(value)
        case Citation():
            return _filled((name, getattr(value, name)) for name in _CITATION_KEYS)
        case tuple():
            voices = {part[0]: str(part[1]) for part in value if isinstance(part, tuple)}
            return dict(voices) if voices else [_value(part) for part in value]
        case _:
            return str(value)


def is_same(one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same in the same order."""
    return one == other and not (isinstance(one, dict) and list(one) != list(other or ()))


def number(value: float) -> str:
    """Return a number as people write it: without a point if it is whole."""
    return str(int(value)) if value == int(value) else repr(float(value))
