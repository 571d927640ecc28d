from __future__ import annotations

import re
import subprocess
import sys

import pytest

from argmap.rules.catalogue import ALL_RULES, DEFAULT_RULES, check, find_rule
from argmap.rules.rule import Rule, inspection_of

from .outlines import outline


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_why_and_who_says_so(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
    assert rule.family == rule.code[0]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    for sentence in (rule.summary, rule.rationale):
        assert sentence.endswith(".")
        assert sentence == sentence.strip()
    assert rule.source


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


def test_the_reader_applies_families_y_and_m() -> None:
    assert all((rule.check is None) == (rule.family in "YM") for rule in ALL_RULES)


@pytest.mark.parametrize("word", ["G004", "g004", "circular-reasoning", " Circular-Reasoning "])
def test_a_rule_is_found_by_its_code_or_name(word: str) -> None:
    rule = find_rule(word)
    assert rule is not None
    assert rule.code == "G004"


def test_no_rule_is_found_by_another_word() -> None:
    assert find_rule("G999") is None


def test_the_rules_asked_for_are_the_rules_applied() -> None:
    inspection = inspection_of(outline("claim a: Why? Because."))
    assert [rule.code for rule, _ in check(inspection)] == ["T003"]
    assert check(inspection, []) == []
    assert {rule for rule in ALL_RULES if not rule.pedantic} == set(DEFAULT_RULES)


def test_rules_load_nothing_but_the_model() -> None:
    code = (
        "import sys; import argmap.rules.catalogue, argmap.reporters.catalogue; "
        "print(*(name for name in sys.modules if name.split('.')[0] in "
        "('pydantic', 'ruamel', 'textual', 'graphviz', 'rich', 'wasmtime')), sep=',')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout == "\n"
