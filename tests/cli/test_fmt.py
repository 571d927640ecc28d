"""`argmap fmt`: what it writes, what it only says, and what it leaves alone."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from argmap.cli.main import main
from argmap.document import format as layout

Output = pytest.CaptureFixture[str]

TIDY = "argmap: 1\n\nmap:\n- claim: The harbour should grow.\n"
UNTIDY = "argmap:   1\nmap:\n    - claim:   The harbour should grow.   # so they say\n"
TIDIED = "argmap: 1\n\nmap:\n- claim: The harbour should grow. # so they say\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_file_is_tidied_in_place_once_and_for_all(capsys: Output) -> None:
    path = write("m.yaml", UNTIDY)
    assert main(["fmt", "m.yaml"]) == 0
    assert "1 of 1 map changed." in capsys.readouterr().err
    tidied = path.read_text("utf-8")
    assert tidied.split() == UNTIDY.split()
    assert tidied != UNTIDY
    assert main(["fmt", "m.yaml"]) == 0
    assert "0 of 1 map changed." in capsys.readouterr().err
    assert path.read_text("utf-8") == tidied


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing_and_fails_on_untidy_files(option: str, capsys: Output) -> None:
    untidy = write("maps/b.yaml", UNTIDY)
    write("maps/a.yaml", TIDY)
    assert main(["fmt", option]) == 1
    captured = capsys.readouterr()
    assert f"maps{os.sep}b.yaml" in captured.out
    assert "a.yaml" not in captured.out
    assert "1 of 2 maps would change." in captured.err
    assert untidy.read_text("utf-8") == UNTIDY
    assert main(["fmt", option, "maps/a.yaml"]) == 0


def test_a_difference_can_be_coloured(capsys: Output) -> None:
    write("m.yaml", UNTIDY)
    assert main(["fmt", "--diff", "--color", "always", "m.yaml"]) == 1
    out = capsys.readouterr().out
    assert "\x1b[31m-argmap:   1\x1b[0m\n" in out
    assert "\x1b[32m+argmap: 1\x1b[0m\n" in out


def test_ids_are_given_to_claims_without_one() -> None:
    path = write("m.yaml", TIDY)
    assert main(["fmt", "--ids", "m.yaml"]) == 0
    assert "  id: " in path.read_text("utf-8")


def test_standard_input_comes_out_tidied(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO(UNTIDY.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert main(["fmt", "-"]) == 0
    captured = capfdbinary.readouterr()
    assert captured.out.split() == UNTIDY.encode().split()
    assert captured.err == b""


def test_a_broken_file_is_left_alone_and_stops_no_other(capsys: Output) -> None:
    broken = write("maps/a.yaml", "argmap: [\n")
    tidied = write("maps/b.yaml", UNTIDY)
    assert main(["fmt"]) == 2
    err = capsys.readouterr().err
    assert "a.yaml:1:10: " in err
    assert "is left as it is" in err
    assert broken.read_text("utf-8") == "argmap: [\n"
    assert tidied.read_text("utf-8") != UNTIDY


def test_a_file_that_cannot_be_read_is_named(capsys: Output) -> None:
    assert main(["fmt", "no.yaml"]) == 2
    assert "There is no file 'no.yaml'." in capsys.readouterr().err


def test_no_map_is_trouble(capsys: Output) -> None:
    assert main(["fmt"]) == 2
    assert "There is no map" in capsys.readouterr().err


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("m.yaml", UNTIDY)
    real = layout.formatted

    def slow(*arguments: object, **options: object) -> object:
        path.write_text(TIDY, encoding="utf-8")
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(layout, "formatted", slow)
    assert main(["fmt", "m.yaml"]) == 2
    assert "was changed on disk" in capsys.readouterr().err
    assert path.read_text("utf-8") == TIDY
