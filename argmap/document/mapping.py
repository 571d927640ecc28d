"""From the tree of a text to the map that it says, with a problem for all that it cannot say."""

from __future__ import annotations

from typing import Any

from argmap.document import shape
from argmap.document.explaining import bad_id, no_value, span_of, two_beliefs, wrong_collection
from argmap.document.fields import checked_fields, fold_in, plain
from argmap.document.items import read_items
from argmap.document.problems import Problem, suggestion
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.ids import is_valid_id
from argmap.model.maps import Map
from argmap.model.scale import parse_qualifier
from argmap.model.sources import Source, Stance

__all__ = ["map_of"]

_LISTS = ("sources", "stances", "map")
_KNOWN = frozenset((*shape.MapFields.__annotations__, "sources", "stances", "views", "scenarios"))
# Known keys that say nothing to this version.
_LATER = ("views", "scenarios")


def map_of(root: Mapping, problems: list[Problem], text: str) -> tuple[Map, tuple[Mapping, ...]]:
    """Return the map that a file's root mapping says, and the mapping of each of its items.

    What is wrong with it is added to `problems`, and left out of the map.
    """
    own = {key: plain(value) for key, value in root.values.items() if key not in (*_LISTS, *_LATER)}
    fields = checked_fields(shape.MapFields, own, root, problems, (*_LISTS, *_LATER))
    for key in _LATER:
        _mapping_at(root, key, problems)
    sources = _sources(_mapping_at(root, "sources", problems), problems)
    stances = _stances(_mapping_at(root, "stances", problems), problems)
    items = read_items(_roots(root, problems), problems, text)
    fields.pop("argmap", None)
    fold_in(fields, ("title",))
    map_ = Map(
        **fields,
        sources=sources,
        stances=stances,
        items=tuple(items.items),
        places=tuple(items.places),
    )
    return map_, tuple(items.trees)


def _roots(root: Mapping, problems: list[Problem]) -> Sequence:
    """Return the list `map`, which must be there."""
    value = root.values.get("map")
    if isinstance(value, Sequence):
        return value
    key = root.keys.get("map")
    if value is None or key is None:
        misspelt = any(suggestion(name, ("map",)) for name in root.keys if name not in _KNOWN)
        if "argmap" in root.keys and not misspelt:
            help_ = "Write 'map:' and below it the claims, each after '- claim:'."
            problems.append(Problem("M001", "'map' is missing.", *span_of(root), help_))
    elif isinstance(value, Scalar) and value.value is None:
        problems.append(no_value("map", span_of(value, key)))
    else:
        help_ = "Put '- ' before each item."
        span = span_of(value, key)
        problems.append(wrong_collection("map", value, span, "a list of items", help_))
    return Sequence(root.start, root.start, False, [value] if isinstance(value, Mapping) else [])


def _mapping_at(root: Mapping, name: str, problems: list[Problem]) -> Mapping | None:
    """Return the mapping at a key, or None where there is none."""
    value = root.values.get(name)
    if value is None or isinstance(value, Mapping):
        return value
    span = span_of(value, root.keys[name])
    if isinstance(value, Scalar) and value.value is None:
        problems.append(no_value(name, span))
    else:
        help_ = "Write 'id:' and below it the fields, without '- '."
        problems.append(wrong_collection(name, value, span, "a mapping from ids", help_))
    return None


def _named(node: Mapping | None, problems: list[Problem]) -> list[tuple[str, Scalar, Tree]]:
    """Return the entries of a mapping from ids, and say which id is not well formed."""
    if node is None:
        return []
    for name, key in node.keys.items():
        if not is_valid_id(name):
            problems.append(bad_id(name, (key.start, key.end)))
    return [(name, key, node.values[name]) for name, key in node.keys.items()]


def _sources(node: Mapping | None, problems: list[Problem]) -> tuple[Source, ...]:
    """Return the sources of a map."""
    sources: list[Source] = []
    for name, key, value in _named(node, problems):
        fields: dict[str, Any] = {}
        if isinstance(value, Mapping):
            given = {key: plain(field) for key, field in value.values.items()}
            fields = checked_fields(shape.Source, given, value, problems)
            if "text" in fields and "file" in fields:
                del fields["file"]
                problems.append(_two_texts(value))
        else:
            problems.append(_no_fields(name, key, value, "its 'author:', 'title:' and 'date:'"))
        fold_in(fields, ("title",))
        if "in" in fields:
            fields["published_in"] = fields.pop("in")
        sources.append(Source(name, **fields))
    return tuple(sources)


def _two_texts(node: Mapping) -> Problem:
    """Return the problem of a source with its words in two places."""
    key, first = node.keys["file"], node.keys["text"]
    message = "'file' stands beside 'text', and both give the words of the source."
    labels = ((first.start, first.end, "the other one"),)
    return Problem("M010", message, key.start, key.end, "Delete one of the two.", labels)


def _no_fields(name: str, key: Scalar, value: Tree, wanted: str) -> Problem:
    """Return the problem of a named entry that is no mapping."""
    span = span_of(value, key)
    if isinstance(value, Scalar) and value.value is None:
        return no_value(name, span)
    return wrong_collection(name, value, span, "a mapping", f"Write below it {wanted}.")


def _stances(node: Mapping | None, problems: list[Problem]) -> tuple[Stance, ...]:
    """Return what the sources believe, in the order of the text."""
    stances: list[Stance] = []
    for source, key, value in _named(node, problems):
        if not isinstance(value, Mapping):
            problems.append(_no_fields(source, key, value, "the id of a claim, and how likely"))
            continue
        for about, about_key, belief in _named(value, problems):
            stance = _stance(source, about, about_key, belief, problems)
            if stance is not None:
                stances.append(stance)
    return tuple(stances)


def _stance(
    source: str, about: str, key: Scalar, belief: Tree, problems: list[Problem]
) -> Stance | None:
    """Return one stance, or None where it does not say what the source believes."""
    if isinstance(belief, Sequence) or (isinstance(belief, Scalar) and belief.value is None):
        problems.append(_no_fields(about, key, belief, "a 'qualifier:' or a 'credence:'"))
        return None
    node = _written_out(belief) if isinstance(belief, Scalar) else belief
    given = {name: plain(value) for name, value in node.values.items()}
    fields = checked_fields(shape.Stance, given, node, problems)
    problem = two_beliefs(node, fields)
    if problem is not None:
        problems.append(problem)
    if "qualifier" not in given and "credence" not in given:
        message = f"This stance does not say what '{source}' believes."
        help_ = "Write a 'qualifier:' such as likely, or a 'credence:' from 0 to 1."
        problems.append(Problem("M001", message, key.start, key.end, help_))
    if "qualifier" not in fields and "credence" not in fields:
        return None
    fold_in(fields, ("quote",))
    return Stance(source, about, **fields)


def _written_out(belief: Scalar) -> Mapping:
    """Return the mapping for which a bare word or number is short."""
    text = belief.value or ""
    name = "qualifier"
    if parse_qualifier(text) is None and any(character.isdigit() for character in text):
        name = "credence"
    key = Scalar(name, belief.start, belief.end)
    return Mapping(belief.start, belief.end, False, {name: key}, {name: belief})
