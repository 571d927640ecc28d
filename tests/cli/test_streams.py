"""Where output goes, and in which colours."""

from __future__ import annotations

import io
import os

import pytest

from argmap.cli.streams import say, terminal_width, uses_color


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_gets_colour_and_a_file_does_not() -> None:
    assert uses_color("auto", Terminal())
    assert not uses_color("auto", io.StringIO())


def test_no_color_goes_before_force_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert uses_color("auto", io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not uses_color("auto", Terminal())


def test_an_empty_no_color_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert uses_color("auto", Terminal())


def test_a_dumb_terminal_gets_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not uses_color("auto", Terminal())


def test_the_option_goes_before_all_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert uses_color("always", io.StringIO())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not uses_color("never", Terminal())


def test_talk_goes_to_stderr_without_control_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("a \x1b]0;b\x07\nc \x9b")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "a \\x1b]0;b\\x07\nc \\x9b\n"


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("0", 80), ("wide", 80), ("²", 80)])
def test_the_width_follows_the_environment(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: (_ for _ in ()).throw(OSError))
    assert terminal_width() == width


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr(Terminal, "fileno", lambda _: 1, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((132, 40)))
    assert terminal_width() == 132
