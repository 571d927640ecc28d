"""`argmap rule`: the manual."""

from __future__ import annotations

import pytest

from argmap.cli.main import main
from argmap.rules.catalogue import ALL_RULES

Output = pytest.CaptureFixture[str]


def test_a_page_has_the_reason_and_what_a_check_prints(capsys: Output) -> None:
    assert main(["rule", "circular-reasoning"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("## G004 circular-reasoning\n")
    assert "**Why.**" in out
    assert "error[G004] circular-reasoning" in out
    assert "--> map.yaml:" in out


def test_codes_and_first_letters_work_too_and_no_page_comes_twice(capsys: Output) -> None:
    assert main(["rule", "g004", "G00"]) == 0
    out = capsys.readouterr().out
    assert out.count("## G004 ") == 1
    assert out.startswith("## G004 ")
    assert "## G001 " in out


def test_no_rule_lists_them_all(capsys: Output) -> None:
    assert main(["rule"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in ALL_RULES]


def test_all_prints_every_page(capsys: Output) -> None:
    assert main(["rule", "--all"]) == 0
    out = capsys.readouterr().out
    assert all(f"## {rule.code} {rule.name}\n" in out for rule in ALL_RULES)


def test_an_unknown_rule_is_refused_with_the_nearest(capsys: Output) -> None:
    assert main(["rule", "circular-reasonin"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Did you mean 'circular-reasoning'?" in captured.err
