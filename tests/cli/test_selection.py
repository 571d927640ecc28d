"""Which rules are applied."""

from __future__ import annotations

import pytest

from argmap.cli.exits import CommandError
from argmap.cli.selection import rules_for, rules_named
from argmap.rules.catalogue import ALL_RULES, DEFAULT_RULES


def codes(*select: str, ignore: tuple[str, ...] = (), pedantic: bool = False) -> list[str]:
    return [rule.code for rule in rules_for(select, ignore, pedantic=pedantic)]


def test_nothing_said_means_the_default_rules() -> None:
    assert rules_for((), (), pedantic=False) == DEFAULT_RULES


def test_pedantic_means_all_of_them() -> None:
    assert rules_for((), (), pedantic=True) == ALL_RULES


def test_codes_names_and_prefixes_select() -> None:
    assert codes("G004") == ["G004"]
    assert codes("circular-reasoning") == ["G004"]
    assert codes("g004,E001") == ["G004", "E001"]
    assert set(codes("G")) == {rule.code for rule in ALL_RULES if rule.family == "G"}
    assert codes("T00", "G004") == codes("T00,G004")


def test_a_pedantic_rule_can_be_selected() -> None:
    assert len(codes("ALL")) == len(ALL_RULES)


def test_ignoring_goes_before_selecting() -> None:
    assert "G004" not in codes("G", ignore=("circular-reasoning",))
    assert "G004" not in codes(ignore=("G",))


def test_a_blank_between_commas_is_nothing() -> None:
    assert codes(" G004 , ,") == ["G004"]


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(CommandError, match="Did you mean 'circular-reasoning'"):
        rules_named("circular-reasonin")
    with pytest.raises(CommandError, match="There is no rule 'X'"):
        codes("X")


def test_nothing_left_is_refused() -> None:
    with pytest.raises(CommandError, match="No rule is left"):
        codes("G004", ignore=("G",))
