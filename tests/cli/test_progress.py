"""The progress bar: seen on a terminal when work is slow, and nowhere else."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from argmap.cli import progress
from argmap.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _interactive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def impatient_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal as stderr; pytest would take it away again after a fixture."""
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def work(bar: Progress) -> None:
    bar.advance()
    if bar._timer is not None:
        bar._timer.join()
    bar.advance()


def test_slow_work_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = impatient_terminal(monkeypatch)
    with Progress("Checking", 3) as bar:
        work(bar)
    shown = terminal.getvalue()
    assert "Checking" in shown
    assert "2/3" in shown


def test_the_bar_leaves_while_something_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = impatient_terminal(monkeypatch)
    with Progress("Checking", 3) as bar:
        work(bar)
        with bar.aside():
            assert bar._bar is None
            before = len(terminal.getvalue())
            print("a finding", file=terminal)
        assert terminal.getvalue()[before:].startswith("a finding\n")


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = impatient_terminal(monkeypatch)
    monkeypatch.setattr(progress, "_PATIENCE", 60.0)
    with Progress("Checking", 3) as bar:
        bar.advance()
    assert terminal.getvalue() == ""


def test_ci_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    terminal = impatient_terminal(monkeypatch)
    with Progress("Checking", 3) as bar:
        work(bar)
    assert terminal.getvalue() == ""


def test_a_file_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    with Progress("Checking", 3) as bar:
        assert bar._timer is None
        bar.advance()
    assert written.getvalue() == ""


def stumble(bar: Progress) -> None:
    with bar:
        work(bar)
        raise KeyError


def test_an_error_takes_the_bar_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = impatient_terminal(monkeypatch)
    bar = Progress("Checking", 3)
    with pytest.raises(KeyError):
        stumble(bar)
    assert bar._bar is None
    assert terminal.getvalue()


def test_rich_is_imported_for_slow_work_only() -> None:
    code = (
        "import sys; from argmap.cli.progress import Progress\n"
        "with Progress('x', 1) as bar: bar.advance()\n"
        "assert 'rich' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
