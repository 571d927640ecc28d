"""What is wrong with a node of the file: from pydantic's errors to sentences with a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Table
from enum import StrEnum
from typing import Any

from argmap.document.problems import Problem, shown, suggestion
from argmap.document.shape import FORMAT_VERSION, Citation
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.claims import Inference, Standard, Status, Verdict
from argmap.model.scale import Qualifier, qualifier_words

__all__ = [
    "bad_id",
    "explain",
    "no_value",
    "span_of",
    "two_beliefs",
    "unknown_field",
    "wrong_collection",
]

Span = tuple[int, int]

_WORDS: Table[str, type[StrEnum]] = {
    "status": Status,
    "standard": Standard,
    "inference": Inference,
    "expect": Verdict,
}
_REQUIRED = ("argmap", "map", "claim", "ref", "linked")
_RANGES = {"weight": "above 0 and at most 1"}


def explain(error: Any, node: Mapping, shape: type, more: Iterable[str] = ()) -> Problem:
    """Return the problem that one of pydantic's errors with `node` stands for.

    `more` are keys that the node may have beside those of its shape.
    """
    loc, type_ = error["loc"], error["type"]
    name, value, key, span = _find(node, loc)
    if type_ == "missing":
        return _missing(str(loc[-1]), span)
    if type_ == "extra_forbidden" and key is not None:
        known = (*shape.__annotations__, *more) if len(loc) == 1 else Citation.__annotations__
        return unknown_field(name, (key.start, key.end), known)
    if isinstance(value, Scalar) and value.value is None:
        return no_value(name, span)
    if name == "argmap":
        return _wrong_version(value, span)
    return _wrong_value(type_, name, value, span)


def _wrong_value(type_: str, name: str, value: Tree, span: Span) -> Problem:
    """Return the problem of a value that its field cannot hold."""
    match type_:
        case "string_pattern_mismatch" | "id":
            return _wrong_form(name, value, span)
        case "enum" | "qualifier":
            return _wrong_word(name, value, span)
        case "date":
            message = f"There is no day {_words(value)} in the calendar."
            problem = Problem("M008", message, *span, "Write YYYY, YYYY-MM or YYYY-MM-DD.")
        case "less_than_equal" | "greater_than_equal" | "greater_than" | "finite_number":
            range_ = _RANGES.get(name, "from 0 to 1")
            message = f"'{name}' is a number {range_}, not {_words(value)}."
            problem = Problem("M005", message, *span, _as_fraction(value))
        case "bool_type":
            message = f"'{name}' is true or false, not {_words(value)}."
            problem = Problem("M004", message, *span, "Write true or false.")
        case "float_parsing":
            problem = Problem("M003", f"'{name}' is a number, not {_words(value)}.", *span)
        case "too_short":
            problem = Problem("M003", f"'{name}' names nothing.", *span, "Delete the line.")
        case _:
            problem = _wrong_type(name, value, span)
    return problem


def _as_fraction(value: Tree) -> str | None:
    """Return the help that turns a percentage into a fraction."""
    text = value.value or "" if isinstance(value, Scalar) else ""
    if re.fullmatch(r"[1-9][0-9]", text):
        return f"Write 0.{text.rstrip('0')} for {text} in a hundred."
    return None


def _find(node: Mapping, loc: Iterable[str | int]) -> tuple[str, Tree, Scalar | None, Span]:
    """Return the field, the value, its key and the span that an error is about."""
    name = ""
    key: Scalar | None = None
    value: Tree = node
    for part in loc:
        match value, part:
            case Mapping(), str() if part in value.keys:
                key = value.keys[part]
                value = value.values[part]
                # The keys below `expect` are the names of sources, not fields.
                name = name if name == "expect" else part
            case Sequence(), int():
                key = None
                value = value.items[part]
            case _, "[key]" if key is not None:
                value = key
            case _:
                pass  # the tag of a union, or a field that is missing
    return name, value, key, span_of(value, key)


def span_of(value: Tree, key: Scalar | None = None) -> Span:
    """Return where a value is shown: a scalar as it is, all else by its key or first line."""
    if isinstance(value, Scalar) and value.start < value.end:
        return value.start, value.end
    if key is not None:
        return key.start, key.end
    if isinstance(value, Mapping) and value.keys:
        first = next(iter(value.keys.values()))
        return first.start, first.end
    return value.start, max(value.start + 1, value.end)


def _words(value: Tree) -> str:
    """Return what a value is, in a few words."""
    if isinstance(value, Scalar):
        return "empty" if value.value is None else shown(value.value)
    return "a mapping" if isinstance(value, Mapping) else "a list"


def _missing(name: str, span: Span) -> Problem:
    """Return the problem of a field that must be there."""
    help_ = f"Write '{name}:' and a value."
    if name == "argmap":
        help_ = f"Begin the file with 'argmap: {FORMAT_VERSION}'."
    return Problem("M001", f"'{name}' is missing.", *span, help_)


def unknown_field(name: str, span: Span, known: Iterable[str]) -> Problem:
    """Return the problem of a key that is no field at all."""
    known = tuple(known)
    meant = suggestion(name, known)
    help_ = f"Did you mean '{meant}'?" if meant else f"Known here are {', '.join(known)}."
    return Problem("M002", f"There is no field {shown(name)} here.", *span, help_)


def no_value(name: str, span: Span) -> Problem:
    """Return the problem of a field that holds nothing."""
    help_ = "Write one." if name in _REQUIRED else "Write one, or delete the line."
    return Problem("M003", f"{shown(name)} has no value.", *span, help_)


def _wrong_version(value: Tree, span: Span) -> Problem:
    """Return the problem of a format that is not ours."""
    if not isinstance(value, Scalar):
        return wrong_collection("argmap", value, span, "a number", None)
    message = f"This map is written in format {_words(value)}; this argmap reads {FORMAT_VERSION}."
    help_ = f"Write 'argmap: {FORMAT_VERSION}'."
    if (value.value or "").isdecimal():
        help_ = "Update argmap to read a newer format."
    return Problem("M007", message, *span, help_)


def _wrong_form(name: str, value: Tree, span: Span) -> Problem:
    """Return the problem of a text that does not have the form of its field."""
    text = value.value or "" if isinstance(value, Scalar) else ""
    if name == "date":
        message = f"The date {shown(text)} cannot be read."
        return Problem("M008", message, *span, "Write YYYY, YYYY-MM or YYYY-MM-DD.")
    if name == "lang":
        message = f"{shown(text)} names no language."
        return Problem("M004", message, *span, "Write a language tag such as en or zh-Hans.")
    if name in ("source", "by") and "," in text:
        return _list_as_text(name, text, span)
    return bad_id(text, span)


def bad_id(text: str, span: Span) -> Problem:
    """Return the problem of an id that is not well formed."""
    help_ = "Use letters, digits, '-', '_' and '.', and begin with a letter or digit."
    return Problem("M006", f"{shown(text)} cannot be an id.", *span, help_)


def _list_as_text(name: str, text: str, span: Span) -> Problem:
    """Return the problem of several things in one text."""
    parts = ", ".join(part.strip() for part in text.split(","))
    message = f"'{name}' takes a list, and {shown(text)} is one text."
    help_ = f"Write [{shown(parts)[1:-1]}]."
    return Problem("M009", message, *span, help_)


def _wrong_word(name: str, value: Tree, span: Span) -> Problem:
    """Return the problem of a word that is none of those a field can hold."""
    if not isinstance(value, Scalar):
        return _wrong_type(name, value, span)
    words = _WORDS.get(name)
    choices = tuple(map(str, words)) if words else tuple(map(str, Qualifier))
    meant = suggestion(value.value or "", choices if words else qualifier_words())
    help_ = f"Choose from {', '.join(choices)}."
    message = f"'{name}' cannot be {_words(value)}."
    return Problem("M004", message, *span, f"Did you mean '{meant}'? {help_}" if meant else help_)


def _wrong_type(name: str, value: Tree, span: Span) -> Problem:
    """Return the problem of a text, list or mapping where another of them is wanted."""
    match name, value:
        case "tags", Scalar():
            return _list_as_text(name, value.value or "", span)
        case (("source" | "by"), Mapping()):
            help_ = "Put the citation in a list: after '- ', or between '[' and ']'."
            return wrong_collection(name, value, span, "a source id or a list of citations", help_)
        case (("source" | "by"), _):
            return wrong_collection(name, value, span, "a source id or a list of citations", None)
        case "expect", _:
            help_ = "Write a verdict, or 'source: verdict' for each voice."
            return wrong_collection(name, value, span, "a verdict", help_)
        case "tags", _:
            return wrong_collection(name, value, span, "a list of texts", None)
        case _:
            help_ = "If it begins with a bracket, put the text in quotes."
            return wrong_collection(name, value, span, "a text", help_ if _is_flow(value) else None)


def _is_flow(value: Tree) -> bool:
    """Whether a value stands in brackets."""
    return not isinstance(value, Scalar) and value.flow


def wrong_collection(name: str, value: Tree, span: Span, wanted: str, help_: str | None) -> Problem:
    """Return the problem of a value that is not the kind of thing its field wants."""
    return Problem("M003", f"'{name}' takes {wanted}, and here is {_words(value)}.", *span, help_)


def two_beliefs(node: Mapping, fields: dict[str, Any]) -> Problem | None:
    """Return the problem of a qualifier beside a credence, whose credence is then dropped."""
    if "qualifier" not in fields or "credence" not in fields:
        return None
    del fields["credence"]
    key, first = node.keys["credence"], node.keys["qualifier"]
    message = "'credence' stands beside 'qualifier', and both say how likely it is."
    labels = ((first.start, first.end, "the other one"),)
    return Problem("M010", message, key.start, key.end, "Delete one of the two.", labels)
