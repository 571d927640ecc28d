"""The fields of claims, steps, sources and stances: which go where, and which go together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from argmap.model.claims import CLAIM_FIELDS, STEP_FIELDS, Claim, Content, Linked, Ref, StepFields
from argmap.model.maps import Kind, Map
from argmap.model.outline import not_a_step
from argmap.model.refusals import EditError, FieldValue
from argmap.model.sources import SOURCE_FIELDS, Source, Stance
from argmap.model.suggestions import did_you_mean
from argmap.model.values import checked_value

__all__ = [
    "checked_claim",
    "checked_source",
    "checked_stance",
    "checked_step",
    "claim_with",
    "filled_step_fields",
    "map_with",
    "source_with",
    "step_with",
]

Value = TypeVar("Value", Claim, StepFields, Source, Stance, Map)

# Keys of the file whose attribute is called otherwise.
_CLAIM_ATTRIBUTES = {"claim": "text"}
_STEP_ATTRIBUTES = {"step": "id"}
_SOURCE_ATTRIBUTES = {"in": "published_in"}

_CLAIM_FIELDS_ONLY = frozenset(CLAIM_FIELDS).difference(STEP_FIELDS)
_STANCE_FIELDS = ("source", "about", "qualifier", "credence", "quote", "at", "note")
_MAP_FIELDS = ("title", "question", "lang", "draft")


def claim_with(claim: Claim, name: str, value: FieldValue) -> Claim:
    """Return the claim with the field `name` (of `CLAIM_FIELDS`) set; None takes it away.

    Raises:
        EditError: The value does not fit the field, or does not go with the other fields.
    """
    if value is None and name == "claim":
        raise EditError("A claim cannot be without its text. Remove the claim instead.")
    empty: FieldValue = () if name == "tags" else None
    changed = _with(claim, _CLAIM_ATTRIBUTES, name, value, empty)
    _check_together(changed, (name,))
    return changed


def checked_claim(claim: Claim) -> Claim:
    """Return a new claim as the map keeps it.

    Raises:
        EditError: A value does not fit its field, or two fields do not go together.
    """
    checked = _checked(claim, CLAIM_FIELDS, _CLAIM_ATTRIBUTES)
    _check_together(checked, CLAIM_FIELDS)
    return checked


def _check_together(claim: Claim, names: Iterable[str]) -> None:
    """Refuse what `names` cannot say beside the other fields of the claim."""
    if not isinstance(claim.source, str) and {"source", "quote", "at"}.intersection(names):
        for name, value in (("quote", claim.quote), ("at", claim.at)):
            if value is not None and claim.source is None:
                raise EditError(
                    f"'{name}' says where in a source. Give the claim a 'source' first."
                )
            if value is not None:
                raise EditError(
                    f"'{name}' cannot stand beside a list of citations. Put it into a citation."
                )
    if {"qualifier", "credence"}.intersection(names):
        _check_one_belief(claim)


def _check_one_belief(value: Claim | Stance) -> None:
    """Refuse a qualifier beside a credence."""
    if value.qualifier is not None and value.credence is not None:
        raise EditError("'qualifier' and 'credence' say the same thing. Take one of them away.")


def step_with(
    step: StepFields, kind: Kind, content: Content, name: str, value: FieldValue
) -> StepFields:
    """Return the step that `content` makes as `kind` with a field set; None takes it away.

    Raises:
        EditError: The item has no such field, or the value does not fit it.
    """
    _check_step_field(name, kind, content)
    empty: FieldValue = () if name == "tags" else None
    return _with(step, _STEP_ATTRIBUTES, name, value, empty)


def checked_step(step: StepFields, kind: Kind, content: Content) -> StepFields:
    """Return what is said of a new step as the map keeps it.

    Raises:
        EditError: A field cannot stand on this item, or a value does not fit its field.
    """
    for name in filled_step_fields(step):
        _check_step_field(name, kind, content)
    return _checked(step, STEP_FIELDS, _STEP_ATTRIBUTES)


def filled_step_fields(step: StepFields) -> tuple[str, ...]:
    """Return the keys of the fields that say something."""
    return tuple(
        name
        for name in STEP_FIELDS
        if getattr(step, _STEP_ATTRIBUTES.get(name, name)) not in (None, ())
    )


def _check_step_field(name: str, kind: Kind, content: Content) -> None:
    """Refuse a field that an item of this kind and content does not have."""
    match content:
        case Claim():
            _check_name(name, (*CLAIM_FIELDS, *STEP_FIELDS), "A claim")
        case Ref(id=home) if name in _CLAIM_FIELDS_ONLY:
            raise EditError(
                f"A ref has no '{name}' of its own. Set it where '{home}' has its home."
            )
        case Linked() if name in _CLAIM_FIELDS_ONLY:
            raise EditError(f"Linked premises have no '{name}' in common. Set it on one of them.")
        case _:
            _check_name(name, STEP_FIELDS, "A step")
    if not kind.is_step:
        raise EditError(f"{not_a_step(kind)} is no step, so it has no '{name}'.")
    if name == "inference" and not isinstance(content, Linked):
        raise EditError("'inference' says how linked premises work together. Link some first.")
    if name in ("tags", "note") and isinstance(content, Claim):
        raise EditError(f"On a claim, '{name}' belongs to the claim and not to the step.")


def source_with(source: Source, name: str, value: FieldValue) -> Source:
    """Return the source with the field `name` (a key of the file) set; None takes it away.

    Raises:
        EditError: There is no such field, or the value does not fit it or the other fields.
    """
    _check_name(name, SOURCE_FIELDS, "A source")
    changed = _with(source, _SOURCE_ATTRIBUTES, name, value, None)
    if name in ("text", "file"):
        _check_one_text(changed)
    return changed


def checked_source(source: Source) -> Source:
    """Return a new source as the map keeps it.

    Raises:
        EditError: A value does not fit its field, or two fields do not go together.
    """
    _check_one_text(source)
    return _checked(source, ("id", *SOURCE_FIELDS), _SOURCE_ATTRIBUTES)


def _check_one_text(source: Source) -> None:
    """Refuse a text inline beside one in a file."""
    if source.text is not None and source.file is not None:
        raise EditError("A source has a 'text' or a 'file'. Take one of them away.")


def checked_stance(stance: Stance) -> Stance:
    """Return a stance as the map keeps it.

    Raises:
        EditError: A value does not fit its field, or it does not say what the author believes.
    """
    _check_one_belief(stance)
    if stance.qualifier is None and stance.credence is None:
        raise EditError("A stance needs a 'qualifier' or a 'credence'.")
    return _checked(stance, _STANCE_FIELDS, {})


def map_with(map_: Map, name: str, value: FieldValue) -> Map:
    """Return the map with one of its own fields set; None takes it away.

    Raises:
        EditError: There is no such field, or the value does not fit it.
    """
    _check_name(name, _MAP_FIELDS, "A map")
    return _with(map_, {}, name, value, False if name == "draft" else None)


def _check_name(name: str, known: tuple[str, ...], whose: str) -> None:
    """Refuse a field that is not known."""
    if name not in known:
        raise EditError(f"{whose} has no field '{name}'.{did_you_mean(name, known)}")


def _with(
    value: Value, attributes: Mapping[str, str], name: str, to: FieldValue, empty: FieldValue
) -> Value:
    """Return a value with the field `name` set to what it keeps of `to`, None being `empty`."""
    change: dict[str, Any] = {
        attributes.get(name, name): empty if to is None else checked_value(name, to)
    }
    return replace(value, **change)


def _checked(value: Value, names: Iterable[str], attributes: Mapping[str, str]) -> Value:
    """Return a value with every field that says something as the map keeps it."""
    changes: dict[str, Any] = {}
    for name in names:
        attribute = attributes.get(name, name)
        given = getattr(value, attribute)
        if given is not None:
            changes[attribute] = checked_value(name, given)
    return replace(value, **changes)
