from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regress
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from argmap.document.reader import read_bytes
from argmap.document.schema import schema, schema_text
from argmap.document.shape import ID_PATTERN
from argmap.model.ids import is_valid_id
from argmap.rules.catalogue import ALL_RULES
from argmap.rules.manual import example
from tests.document.gallery import FIELDS
from tests.document.test_mapping import EVERYTHING

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))


class Dateless(SafeConstructor):
    """Leaves dates the texts that they are, as YAML 1.2 has it."""


Dateless.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def load(content: bytes | str) -> Any:
    """Return what a general YAML reader makes of a text, its keys as texts like in JSON."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = Dateless
    return json.loads(json.dumps(yaml.load(content)))


def examples(side: Any, families: str) -> list[bytes]:
    found = (example(rule, side) for rule in ALL_RULES if rule.family in families)
    return [content for content in found if content is not None]


def test_the_schema_is_a_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(schema_text()) == SCHEMA
    assert schema_text().endswith("}\n")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_our_maps_are_valid(path: Path) -> None:
    assert not list(VALIDATOR.iter_errors(load(path.read_text(encoding="utf-8"))))


def test_every_field_is_known_to_the_schema() -> None:
    # `2013` and `1.10` are numbers and `no` is a text to other readers; we take all for texts.
    assert not list(VALIDATOR.iter_errors(load(EVERYTHING)))


@pytest.mark.parametrize("content", examples("good", "MGLTE"))
def test_what_the_reader_takes_the_schema_takes(content: bytes) -> None:
    assert not list(VALIDATOR.iter_errors(load(content)))


@pytest.mark.parametrize("content", examples("bad", "M"))
def test_what_a_field_cannot_hold_the_schema_refuses(content: bytes) -> None:
    assert list(VALIDATOR.iter_errors(load(content)))


# What only the reader sees: values that other readers give a meaning, and the whole of the map.
BEYOND = ("claim: *x", "? claim", "support: []\n  support", "<<", "{}\n  source: []")


@pytest.mark.parametrize(
    "text",
    [
        text
        for text in FIELDS
        if not any(word in text for word in BEYOND)
        and any(found.code[0] == "M" for found in read_bytes(text.encode()).findings)
    ],
)
def test_the_schema_refuses_the_gallery_of_mistakes(text: str) -> None:
    assert list(VALIDATOR.iter_errors(load(text)))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def test_editors_offer_neither_null_nor_titles_but_descriptions() -> None:
    for node in nodes(SCHEMA):
        assert node.get("type") != "null"
        assert node is SCHEMA or "title" not in node or isinstance(node["title"], dict)
        for name, field in node.get("properties", {}).items():
            if isinstance(field, dict) and node.get("type") == "object":
                assert field.get("description"), name


def test_unknown_keys_are_errors_everywhere() -> None:
    for node in nodes(SCHEMA):
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False


@given(st.text(min_size=1, max_size=5))
def test_every_id_is_an_id_to_the_schema(name: str) -> None:
    errors = list(VALIDATOR.iter_errors({"argmap": 1, "map": [], "sources": {name: {}}}))
    assert not (is_valid_id(name) and errors)


@pytest.mark.parametrize("name", ["a b", "-a", ".a", "a,b", "a'b", "“a”", "a:b", "", "a/b"])
def test_common_mistakes_in_ids_are_errors(name: str) -> None:
    assert list(VALIDATOR.iter_errors({"argmap": 1, "map": [], "sources": {name: {}}}))
    assert list(VALIDATOR.iter_errors({"argmap": 1, "map": [{"claim": "x", "id": name}]}))


@pytest.mark.parametrize("word", ["Probably  Not", "LIKELY", "roughly even", "almost certainly"])
def test_words_of_the_scale_are_taken_in_any_case(word: str) -> None:
    given_map = {"argmap": 1, "map": [{"claim": "x", "qualifier": word}]}
    assert not list(VALIDATOR.iter_errors(given_map))


def test_the_pattern_of_ids_means_the_same_in_javascript() -> None:
    pattern = regress.Regex(ID_PATTERN, "u")
    for name in ("a", "1.10", "no", "rôle", "国务院", "a-b_c.d", "x2"):
        assert pattern.find(name)
    for name in ("a b", "-a", "_a", "“a”", "a/b", "a\n"):
        assert not pattern.find(name)
