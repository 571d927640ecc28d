"""`argmap new`: the commented map to start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.cli.main import main
from argmap.document.reading import read

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_starter_passes_the_strictest_check(capsys: Output) -> None:
    assert main(["new", "debate.yaml"]) == 0
    assert main(["check", "--pedantic", "--fail-on", "info", "debate.yaml"]) == 0
    assert "not checked" not in capsys.readouterr().err


def test_the_starter_names_itself_in_the_commands_to_try(capsys: Output) -> None:
    assert main(["new", "debate.yaml"]) == 0
    assert "argmap export debate.yaml -o debate.svg" in Path("debate.yaml").read_text("utf-8")
    assert "argmap check debate.yaml" in capsys.readouterr().err


def test_nothing_is_overwritten(capsys: Output) -> None:
    Path("debate.yaml").write_text("mine", encoding="utf-8")
    assert main(["new", "debate.yaml"]) == 2
    assert "'debate.yaml' is there already." in capsys.readouterr().err
    assert Path("debate.yaml").read_text("utf-8") == "mine"


@pytest.mark.parametrize("title", ["A new harbour", 'A: "b" # c', "- [x]", "no", "  two\nlines "])
def test_any_title_is_a_title(title: str) -> None:
    assert main(["new", "debate.yaml", "--title", title]) == 0
    document = read("debate.yaml")
    assert document.is_sound
    assert document.map.title == " ".join(title.split())


@pytest.mark.parametrize(
    ("title", "sentence"), [("", "A title needs words."), ("\x1b]0;x", "This cannot be a title")]
)
def test_what_is_no_title_is_refused(title: str, sentence: str, capsys: Output) -> None:
    assert main(["new", "debate.yaml", "--title", title]) == 2
    assert sentence in capsys.readouterr().err
    assert not Path("debate.yaml").exists()


def test_a_missing_folder_is_refused(capsys: Output) -> None:
    assert main(["new", "no/debate.yaml"]) == 2
    assert "There is no folder 'no'" in capsys.readouterr().err


def test_an_ending_that_nobody_looks_for_is_refused(capsys: Output) -> None:
    assert main(["new", "debate.txt"]) == 2
    assert "'.yaml'" in capsys.readouterr().err
