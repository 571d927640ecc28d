"""`argmap doctor`: what was found, proved where it can be."""

from __future__ import annotations

import pytest

from argmap import __version__
from argmap.cli import doctor
from argmap.cli.main import main

Output = pytest.CaptureFixture[str]


def test_everything_a_bug_report_needs_is_there(capsys: Output) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    for label in (
        "argmap",
        "Python",
        "platform",
        "locale",
        "YAML reader",
        "cache",
        "configuration",
    ):
        assert f"\n{label} " in f"\n{out}"
    assert __version__ in out
    assert out.endswith("\nAll is well.\n")


def test_an_engine_that_works_has_laid_something_out(capsys: Output) -> None:
    main(["doctor"])
    out = capsys.readouterr().out
    assert "engine wasm" in out
    assert "works: laid out two boxes in" in out


def test_a_missing_dot_is_no_trouble(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["doctor"]) == 0
    assert "There is no Graphviz program 'dot'" in capsys.readouterr().out


def test_a_missing_package_is_trouble_and_a_missing_extra_is_not(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_version_of", lambda name: None if name != "pydantic" else "2")
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "pip install '.[png]'" in out
    assert out.endswith("\nSomething is missing, see above.\n")
