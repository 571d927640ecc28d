"""The shape of a map's file as a JSON Schema, for editors and for general validators."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Required

from pydantic import Field, TypeAdapter

# pydantic reads only this TypedDict before Python 3.12.
from argmap.document.shape import (
    FORMAT_VERSION,
    ID_PATTERN,
    Fraction,
    Id,
    Linked,
    MapFields,
    MemberRef,
    Ref,
    Root,
    Source,
    Stance,
    StepClaim,
    strict,
)
from argmap.model.scale import Qualifier, qualifier_words

__all__ = ["schema", "schema_text"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = f"urn:argmap:map:{FORMAT_VERSION}"


@strict
class RootItem(Root, total=False):
    """A claim that argues about nothing, or one of several linked premises."""

    support: Annotated[list[StepItem], Field(description="Reasons for the claim.")]
    rebut: Annotated[list[StepItem], Field(description="Reasons against the claim.")]


@strict
class ClaimItem(StepClaim, total=False):
    """A claim that argues about what it stands under."""

    support: Annotated[list[StepItem], Field(description="Reasons for the claim.")]
    rebut: Annotated[list[StepItem], Field(description="Reasons against the claim.")]
    undercut: Annotated[list[StepItem], Field(description="Why the step does not follow.")]
    warrant: Annotated[list[StepItem], Field(description="Why the step does follow.")]


@strict
class RefItem(Ref, total=False):
    """A claim a second time; argue about it at its home."""

    undercut: Annotated[list[StepItem], Field(description="Why the step does not follow.")]
    warrant: Annotated[list[StepItem], Field(description="Why the step does follow.")]


@strict
class LinkedItem(Linked, total=False):
    """Premises that only work together."""

    linked: Required[
        Annotated[list[RootItem | MemberRef], Field(min_length=1, description="The premises.")]
    ]
    undercut: Annotated[list[StepItem], Field(description="Why the step does not follow.")]
    warrant: Annotated[list[StepItem], Field(description="Why the step does follow.")]


StepItem = ClaimItem | RefItem | LinkedItem


@strict
class MapFile(MapFields, total=False):
    """A map of a debate."""

    sources: Annotated[dict[Id, Source], Field(description="Who says it: texts, by id.")]
    stances: Annotated[
        dict[Id, dict[Id, Qualifier | Fraction | Stance]],
        Field(description="What each source believes, of a claim or of a step."),
    ]
    map: Required[Annotated[list[RootItem], Field(description="The claims that are debated.")]]
    views: Annotated[dict[str, Any], Field(description="Kept for later versions.")]
    scenarios: Annotated[dict[str, Any], Field(description="Kept for later versions.")]


def schema_text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the schema of a map's file (JSON Schema 2020-12).

    It knows each field and each list, but not what the whole map means: for that there is
    `argmap check`.
    """
    drafted = TypeAdapter(MapFile).json_schema()
    for node in _nodes(drafted):
        _make_strict(node)
        _take_what_yaml_makes_of_text(node)
    definitions = drafted["$defs"]
    definitions["Qualifier"] = _words_of_the_scale()
    for name in ("RootItem", "ClaimItem", "Stance"):
        definitions[name]["not"] = {"required": ["qualifier", "credence"]}
    for name in ("RootItem", "ClaimItem"):
        definitions[name]["dependentRequired"] = {"quote": ["source"], "at": ["source"]}
        definitions[name]["if"] = {"properties": {"source": {"type": "array"}}}
        definitions[name]["if"]["required"] = ["source"]
        definitions[name]["then"] = {"properties": {"quote": False, "at": False}}
    definitions["Stance"]["anyOf"] = [{"required": ["qualifier"]}, {"required": ["credence"]}]
    definitions["Source"]["not"] = {"required": ["text", "file"]}
    drafted["properties"]["argmap"] = {
        "const": FORMAT_VERSION,
        "description": "The version of the format.",
    }
    return {"$schema": _DIALECT, "$id": _ID, "title": "argmap map"} | drafted


def _nodes(drafted: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a schema, itself included."""
    work = [drafted]
    while work:
        node = work.pop()
        yield node
        for key in ("properties", "patternProperties", "$defs"):
            work.extend(node.get(key, {}).values())
        for key in ("anyOf", "oneOf"):
            work.extend(node.get(key, ()))
        work.extend(
            node[key]
            for key in ("items", "additionalProperties")
            if isinstance(node.get(key), dict)
        )


def _make_strict(node: dict[str, Any]) -> None:
    """Refuse ids that are not well formed, which pydantic's schema leaves unread with all below.

    pydantic's titles go: editors show them in place of the descriptions.
    """
    if isinstance(node.get("title"), str):
        del node["title"]
    if "patternProperties" in node:
        ((_, value),) = node.pop("patternProperties").items()
        node["propertyNames"] = {"pattern": ID_PATTERN}
        node["additionalProperties"] = value


def _take_what_yaml_makes_of_text(node: dict[str, Any]) -> None:
    """Take numbers and booleans for texts: other readers make them of `2013`, `1.10` and `no`."""
    match node.get("type"):
        case "string" if "enum" not in node:
            node["type"] = ["string", "number", "boolean"]
        case "number":
            node["type"] = ["number", "string"]
            node["pattern"] = r"^[0-9.eE+-]+$"
        case _:
            pass


def _words_of_the_scale() -> dict[str, Any]:
    """Return the schema of a qualifier: its words are offered, and taken in any case."""
    letters = {
        word: "".join(f"[{c.upper()}{c}]" if c.isalpha() else " +" for c in word)
        for word in qualifier_words()
    }
    return {
        "description": "A word of the scale of ICD 203.",
        "anyOf": [
            {"enum": list(letters)},
            {"type": "string", "pattern": f"^ *({'|'.join(letters.values())}) *$"},
        ],
    }
