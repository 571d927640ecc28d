from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.rules.catalogue import ALL_RULES, find_rule
from argmap.rules.manual import _readable, example, manual_page
from argmap.rules.rule import Rule

CIRCLE = find_rule("circular-reasoning")
assert CIRCLE is not None


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_that_any_terminal_can_show(rule: Rule) -> None:
    page = manual_page(rule)
    assert page.startswith(f"## {rule.code} {rule.name}\n\n{rule.summary}")
    assert page.endswith("\n")
    assert all(line.isprintable() for line in page.split("\n"))


def test_a_page_shows_both_sides_and_what_is_said_of_the_mistake() -> None:
    assert CIRCLE is not None
    page = manual_page(CIRCLE, "maps/x.yaml:1:1: G004\n")
    before, said, after = page.partition("```text\nmaps/x.yaml:1:1: G004\n```\n")
    assert "# expect: G004" in before
    assert said
    assert "```yaml\nargmap: 1\n" in after


def test_a_rule_that_no_file_can_show_has_a_page_without_examples() -> None:
    assert CIRCLE is not None
    rule = replace(CIRCLE, code="G999", pedantic=True)
    assert example(rule, "bad") is None
    page = manual_page(rule)
    assert "```" not in page
    assert "(Error, only with `--pedantic` or when selected.)" in page


def test_what_a_page_cannot_show_is_shown_as_an_escape() -> None:
    assert _readable(b"a: \xff\x1b\r\nb: \xe2\x80\xae\n") == "a: \\xff\\x1b\nb: \\u202e\n"


def test_an_example_with_a_fence_in_it_gets_a_longer_one() -> None:
    assert CIRCLE is not None
    assert "````text\n```\n````" in manual_page(CIRCLE, "```")
