"""The fields of an item for the user to read and write: each value as one line of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from argmap.model.claims import (
    CLAIM_FIELDS,
    STEP_FIELDS,
    Citation,
    Claim,
    Inference,
    Linked,
    Ref,
    Standard,
    Status,
    Verdict,
)
from argmap.model.edits import (
    AddSource,
    Edit,
    EditError,
    FieldValue,
    RemoveStance,
    RenameId,
    SetField,
    SetStance,
)
from argmap.model.maps import Map
from argmap.model.scale import Qualifier, parse_qualifier
from argmap.model.sources import Source, Stance
from argmap.model.suggestions import did_you_mean

__all__ = ["Field", "edits_for", "fields_of"]

_WORDS: Final[Mapping[str, type[Qualifier | Status | Standard | Inference | Verdict]]] = {
    "qualifier": Qualifier,
    "status": Status,
    "standard": Standard,
    "inference": Inference,
    "expect": Verdict,
}
_HINTS: Final = {
    "source": "A source id. Several, with commas, make a list.",
    "by": "Who draws this step: a source id.",
    "quote": "The words of the source, to the letter; … marks a gap.",
    "at": "Where in the source: a paragraph, a page.",
    "credence": "A number from 0 to 1.",
    "weight": "A number above 0, at most 1.",
    "tags": "Words with commas between.",
    "implicit": "true or false.",
    "short": "What a slide shows in place of a long claim.",
    "scheme": "The kind of argument, such as expert opinion.",
    "cq": "The critical question that this raises.",
    "step": "An id of the step, so that a stance can name it.",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an item: whose it is, its key in the file, its value as text.

    The owner is the claim, the step or a stance; the name of a stance is its source's id.
    """

    item: int
    owner: str
    name: str
    shown: str = ""
    suggestions: tuple[str, ...] = ()
    hint: str = ""


def fields_of(map_: Map, item: int) -> tuple[Field, ...]:
    """Return the fields that an item has or can have, in the order of the file."""
    if not 0 <= item < len(map_.items):
        return ()
    return (*_claim_fields(map_, item), *_step_fields(map_, item), *_stances(map_, item))


def _claim_fields(map_: Map, item: int) -> list[Field]:
    claim = map_.items[item].content
    if isinstance(claim, Ref):
        return [Field(item, "claim", "ref", claim.id, hint="Press ] to go to its home.")]
    if not isinstance(claim, Claim):
        return []
    found: list[Field] = []
    for name in CLAIM_FIELDS:
        value = claim.text if name == "claim" else getattr(claim, name)
        if name in ("quote", "at") and isinstance(claim.source, tuple):
            continue
        found.append(_field(map_, item, "claim", name, value))
        if name == "source" and isinstance(value, tuple):
            found += _citation_fields(item, value)
    return found


def _step_fields(map_: Map, item: int) -> list[Field]:
    entry = map_.items[item]
    if not entry.kind.is_step:
        return []
    absent = {"inference"} if not isinstance(entry.content, Linked) else set()
    if isinstance(entry.content, Claim):
        absent |= {"tags", "note"}
    return [
        _field(map_, item, "step", name, getattr(entry.step, "id" if name == "step" else name))
        for name in STEP_FIELDS
        if name not in absent
    ]


def _citation_fields(item: int, citations: tuple[Citation, ...]) -> list[Field]:
    """Return the words and the places of several citations, each as a field of its own."""
    found: list[Field] = []
    for number, one in enumerate(citations, 1):
        said = one.source if one.via is None else f"{one.source} via {one.via}"
        for name, value in (("quote", one.quote), ("at", one.at)):
            hint = f"{said}: {_HINTS[name]}"
            found.append(Field(item, f"citation {number}", name, _shown(value), (), hint))
    return found


def _field(map_: Map, item: int, owner: str, name: str, value: object) -> Field:
    words = _WORDS.get(name)
    suggestions: tuple[str, ...] = ()
    if words is not None:
        suggestions = tuple(str(word) for word in words)
    elif name in ("source", "by"):
        suggestions = tuple(source.id for source in map_.sources)
    hint = _HINTS.get(name, "")
    if words is not None:
        hint = f"One of: {', '.join(suggestions)}."
    return Field(item, owner, name, _shown(value), suggestions, hint)


def _stances(map_: Map, item: int) -> list[Field]:
    content, step = map_.items[item].content, map_.items[item].step
    names = {step.id} if step.id is not None else set()
    if isinstance(content, Claim) and content.id is not None:
        names.add(content.id)
    by_source = {one.source: one for one in map_.stances if one.about in names}
    choices = tuple(str(word) for word in Qualifier)
    hint = f"One of: {', '.join(choices)}; or a number from 0 to 1."
    if not names:
        return []
    found: list[Field] = []
    for source in map_.sources:
        stance = by_source.get(source.id)
        shown = ""
        if stance is not None:
            shown = _shown(stance.qualifier or stance.credence)
        found.append(Field(item, "stance", source.id, shown, choices, hint))
    return found


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:g}"
        case tuple():
            return ", ".join(_part(part) for part in value)
        case _:
            return " ".join(str(value).split())


def _part(part: object) -> str:
    match part:
        case Citation(source=source, via=via):
            return source if via is None else f"{source} via {via}"
        case (str(source), verdict):
            return f"{source}: {verdict}"
        case _:
            return str(part)


def edits_for(map_: Map, field: Field, text: str) -> tuple[Edit, ...]:
    """Return the edits that give a field the value that a text says; an empty one takes it away.

    Sources that are not known yet are added.

    Raises:
        EditError: The text says no value that the field can have.
    """
    text = text.strip()
    if text == field.shown:
        return ()
    if field.owner == "stance":
        return _stance_edits(map_, field, text)
    entry = map_.items[field.item]
    if field.owner.startswith("citation"):
        return (_citation_edit(map_, field, text),)
    if field.name == "ref":
        raise EditError("A link goes where it goes. Delete it, and link to another claim with L.")
    if field.name == "id" and isinstance(entry.content, Claim) and entry.content.id and text:
        return (RenameId(entry.content.id, text),)
    if field.name == "step" and entry.step.id and text:
        return (RenameId(entry.step.id, text),)
    value = _value(map_, field, text) if text else None
    edits: list[Edit] = [*_new_sources(map_, field.name, value)]
    claim = entry.content
    if field.name == "source" and isinstance(claim, Claim) and not isinstance(value, str):
        # What was said of the only source now stands in its citation, or has lost its source.
        edits += [
            SetField(field.item, name, None)
            for name in ("quote", "at")
            if getattr(claim, name) is not None
        ]
    return (*edits, SetField(field.item, field.name, value))


def _citation_edit(map_: Map, field: Field, text: str) -> Edit:
    """Return the edit that sets the words or the place of one of several citations."""
    content = map_.items[field.item].content
    if not isinstance(content, Claim) or not isinstance(content.source, tuple):
        raise EditError("This claim has no list of citations any more.")
    at = int(field.owner.rpartition(" ")[2]) - 1
    citations = list(content.source)
    if field.name == "quote":
        citations[at] = replace(citations[at], quote=text or None)
    else:
        citations[at] = replace(citations[at], at=text or None)
    return SetField(field.item, "source", tuple(citations))


def _value(map_: Map, field: Field, text: str) -> FieldValue:
    name = field.name
    if name in _WORDS:
        return _word(name, text)
    match name:
        case "credence" | "weight":
            return _number(name, text)
        case "implicit":
            if text.casefold() not in ("true", "false", "yes", "no"):
                raise EditError("'implicit' is true or false.")
            return text.casefold() in ("true", "yes") or None
        case "tags":
            return tuple(word.strip() for word in text.split(",") if word.strip())
        case "source" | "by":
            return _sources(map_, field, text)
        case _:
            return text


def _word(name: str, text: str) -> FieldValue:
    words = _WORDS[name]
    wanted = text.casefold()
    if name == "qualifier" and (grade := parse_qualifier(text)) is not None:
        return grade
    for word in words:
        if str(word).casefold() == wanted:
            return word
    known = [str(word) for word in words]
    raise EditError(
        f"'{text}' is no {name}. Choose from {', '.join(known)}.{did_you_mean(wanted, known)}"
    )


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise EditError(f"'{name}' is a number such as 0.7, not '{text}'.") from None


def _sources(map_: Map, field: Field, text: str) -> str | tuple[Citation, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if len(names) == 1 and " via " not in names[0]:
        return names[0]
    entry = map_.items[field.item]
    told: tuple[Citation, ...] = ()
    if isinstance(entry.content, Claim) and field.name == "source":
        told = entry.content.citations
    known = {(one.source, one.via): one for one in told}
    found: list[Citation] = []
    for name in names:
        source, _, via = name.partition(" via ")
        key = (source, via or None)
        found.append(known.get(key, Citation(source, via=via or None)))
    return tuple(found)


def _new_sources(map_: Map, name: str, value: FieldValue) -> tuple[Edit, ...]:
    if name not in ("source", "by") or value is None:
        return ()
    cited = [value] if isinstance(value, str) else []
    if isinstance(value, tuple):
        for part in value:
            if isinstance(part, Citation):
                cited += [part.source, *([part.via] if part.via else [])]
    known = {source.id for source in map_.sources}
    return tuple(AddSource(Source(one)) for one in dict.fromkeys(cited) if one not in known)


def _stance_edits(map_: Map, field: Field, text: str) -> tuple[Edit, ...]:
    entry = map_.items[field.item]
    about = entry.content.id if isinstance(entry.content, Claim) else entry.step.id
    if about is None:
        raise EditError("A stance names its claim. Give the claim an id first, with #.")
    before = next(
        (one for one in map_.stances if one.source == field.name and one.about == about), None
    )
    if not text:
        return (RemoveStance(field.name, about),) if before is not None else ()
    quote, at = (before.quote, before.at) if before is not None else (None, None)
    note = before.note if before is not None else None
    if text.replace(".", "", 1).isdigit():
        belief = Stance(field.name, about, None, _number("credence", text), quote, at, note)
    else:
        word = _word("qualifier", text)
        assert isinstance(word, Qualifier)  # noqa: S101 - that is what the words of it are
        belief = Stance(field.name, about, word, None, quote, at, note)
    return (SetStance(belief),)
