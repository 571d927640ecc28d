"""The values of the file's fields: what a single one may hold, and how it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeGuard

from argmap.model.claims import Citation, Inference, Standard, Status, Verdict
from argmap.model.ids import is_valid_id
from argmap.model.refusals import EditError, FieldValue
from argmap.model.scale import Qualifier

__all__ = ["check_id", "checked_value", "fold_space"]


def fold_space(text: str) -> str:
    """Return `text` with each run of white space as one blank, and none at the ends.

    A no-break space stays: someone set it on purpose.
    """
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def check_id(name: str) -> None:
    """Refuse an id that is not well formed.

    Raises:
        EditError: The sentence says what an id may look like.
    """
    if not is_valid_id(name):
        raise EditError(
            f"'{name}' cannot be an id. Use letters, digits, '-', '_' and '.', "
            "and begin with a letter or digit."
        )


def checked_value(name: str, value: object) -> FieldValue:
    """Return what the field `name` (a key of the file) keeps of a value that is not None.

    Raises:
        EditError: The value is of the wrong type or out of range.
    """
    return _CHECKS[name](name, value)


def _text(name: str, value: object) -> str:
    """Return a text as it is."""
    # Members of the scale and its like are texts too, but no user ever typed one as a text.
    if not isinstance(value, str) or isinstance(value, StrEnum):
        raise EditError(f"'{name}' is a text, not {value!r}.")
    return value


def _line(name: str, value: object) -> str:
    """Return a text with its white space folded."""
    return fold_space(_text(name, value))


def _id(name: str, value: object) -> str:
    """Return a well-formed id."""
    text = _text(name, value)
    check_id(text)
    return text


def _fraction(name: str, value: object) -> float:
    """Return a number from 0 to 1."""
    if not _is_number(value) or not 0 <= value <= 1:
        raise EditError(f"'{name}' is a number from 0 to 1, not {value!r}.")
    return float(value)


def _weight(name: str, value: object) -> float:
    """Return a number above 0, at most 1."""
    if not _is_number(value) or not 0 < value <= 1:
        raise EditError(f"'{name}' is a number above 0 and at most 1, not {value!r}.")
    return float(value)


def _is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _truth(name: str, value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise EditError(f"'{name}' is true or false, not {value!r}.")
    return value


def _tags(name: str, value: object) -> tuple[str, ...]:
    """Return a tuple of texts."""
    if not isinstance(value, tuple):
        raise EditError(f"'{name}' is a list of texts, not {value!r}.")
    return tuple(_text(name, tag) for tag in value)


def _citations(name: str, value: object) -> str | tuple[Citation, ...]:
    """Return a source id, or one or more citations."""
    if not isinstance(value, tuple):
        return _id(name, value)
    if not value:
        raise EditError(f"'{name}' needs at least one citation. Take the field away instead.")
    return tuple(_citation(name, citation) for citation in value)


def _citation(name: str, value: object) -> Citation:
    """Return a citation with its quote folded."""
    if not isinstance(value, Citation):
        raise EditError(f"'{name}' is a source id or a list of citations, not of {value!r}.")
    return Citation(
        source=_id("source", value.source),
        quote=None if value.quote is None else _line("quote", value.quote),
        at=None if value.at is None else _text("at", value.at),
        via=None if value.via is None else _id("via", value.via),
    )


def _expect(name: str, value: object) -> Verdict | tuple[tuple[str, Verdict], ...]:
    """Return a verdict, or one verdict for each of several sources."""
    match value:
        case Verdict():
            return value
        case tuple():
            voices = tuple(_voice(name, pair) for pair in value)
        case _:
            raise EditError(f"'{name}' is a verdict, not {value!r}. {_choices(Verdict)}")
    if not voices or len(dict(voices)) < len(voices):
        raise EditError(f"'{name}' needs one verdict for each source it names.")
    return voices


def _voice(name: str, value: object) -> tuple[str, Verdict]:
    """Return a source id and the verdict that is expected with it."""
    match value:
        case (str(source), Verdict() as verdict):
            return _id(name, source), verdict
        case _:
            raise EditError(f"'{name}' pairs a source id with a verdict, not {value!r}.")


def _one_of(words: type[StrEnum]) -> Callable[[str, object], FieldValue]:
    """Return a check that a value is one of `words`."""

    def check(name: str, value: object) -> FieldValue:
        if not isinstance(value, words):
            raise EditError(f"'{name}' cannot be {value!r}. {_choices(words)}")
        return value

    return check


def _choices(words: type[StrEnum]) -> str:
    """Return the sentence that lists what can be chosen."""
    return f"Choose from {', '.join(words)}."


def _date(name: str, value: object) -> str:
    """Return a day, month or year of the calendar."""
    text = _text(name, value)
    try:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
            date.fromisoformat((text + "-01-01")[:10])
            return text
    except ValueError:
        pass  # the form is right, but there is no such day
    raise EditError(f"'{name}' is YYYY, YYYY-MM or YYYY-MM-DD, not {value!r}.")


_CHECKS: Mapping[str, Callable[[str, object], FieldValue]] = {
    **dict.fromkeys(("claim", "short", "quote", "title"), _line),
    **dict.fromkeys(("at", "note", "scheme", "cq", "author", "in", "url", "text", "file"), _text),
    **dict.fromkeys(("question", "lang"), _text),
    **dict.fromkeys(("id", "step", "about"), _id),
    **dict.fromkeys(("source", "by"), _citations),
    **dict.fromkeys(("implicit", "draft"), _truth),
    "tags": _tags,
    "qualifier": _one_of(Qualifier),
    "credence": _fraction,
    "status": _one_of(Status),
    "standard": _one_of(Standard),
    "expect": _expect,
    "weight": _weight,
    "inference": _one_of(Inference),
    "date": _date,
}
