from __future__ import annotations

import re

import pytest

from argmap.document.checking import check_document
from argmap.document.reading import read_bytes
from argmap.document.source_texts import texts_of
from argmap.reporters.full import report
from argmap.rules.catalogue import ALL_RULES
from argmap.rules.findings import CheckedFile
from argmap.rules.manual import example
from argmap.rules.rule import Rule
from tests.conftest import Golden

SHOWN = [rule for rule in ALL_RULES if example(rule, "bad") is not None]
BY_CODE = pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)

EXPECTED = re.compile(r"# expect: ([A-Z]\d{3}(?:, [A-Z]\d{3})*)$")


def checked(content: bytes, path: str) -> CheckedFile:
    document = read_bytes(content, path)
    return check_document(document, ALL_RULES, texts_of(document))


def expected(content: bytes) -> list[tuple[int, str]]:
    """Return the lines and codes that an example announces."""
    lines = content.decode("utf-8", errors="replace").splitlines()
    return sorted(
        (number, code)
        for number, line in enumerate(lines, 1)
        if (found := EXPECTED.search(line))
        for code in found.group(1).split(", ")
    )


def found(file: CheckedFile) -> list[tuple[int, str]]:
    return sorted(
        (finding.location.line, finding.code)
        for finding in file.findings
        if finding.location is not None
    )


def test_every_rule_that_a_map_can_show_has_examples() -> None:
    missing = {rule.code for rule in ALL_RULES if rule.check is not None and rule not in SHOWN}
    assert not missing


@BY_CODE
def test_a_bad_example_has_the_findings_it_announces_and_no_other(rule: Rule) -> None:
    bad = example(rule, "bad")
    assert bad is not None
    assert rule.code in {code for _, code in expected(bad)}
    assert found(checked(bad, "bad.yaml")) == expected(bad)


@BY_CODE
def test_a_good_example_has_no_finding(rule: Rule) -> None:
    good = example(rule, "good")
    assert good is not None
    assert checked(good, "good.yaml").findings == ()


@BY_CODE
def test_the_gallery_shows_what_is_printed_of_each_mistake(rule: Rule, golden: Golden) -> None:
    bad = example(rule, "bad")
    assert bad is not None
    golden(f"{rule.code}.txt", "".join(report([checked(bad, "bad.yaml")])))
