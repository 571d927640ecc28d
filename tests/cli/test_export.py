"""`argmap export`: targets, formats, refusals and notes."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from argmap.cli import export as command
from argmap.cli.main import main

Output = pytest.CaptureFixture[str]

GOOD = (
    "argmap: 1\ntitle: Harbour\nmap:\n- claim: The harbour should grow.\n  id: grow\n"
    "  rebut:\n  - claim: Dredging is dear.\n    id: dear\n"
    "    support:\n    - claim: It costs a lot.\n"
)
BAD = f"{GOOD}  rebutt: []\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str = GOOD) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def test_the_ending_of_the_target_is_the_format(capsys: Output) -> None:
    name = write("m.yaml")
    for target, start in (
        ("m.svg", b"<svg "),
        ("M.SVG", b"<svg "),
        ("m.png", b"\x89PNG"),
        ("m.pdf", b"%PDF-"),
        ("m.dot", b"digraph"),
        ("m.gv", b"digraph"),
        ("m.md", b"# Harbour"),
        ("m.markdown", b"# Harbour"),
        ("m.txt", b"Harbour\n===="),
        ("m.json", b"{"),
    ):
        assert main(["export", name, "-o", target]) == 0
        data = Path(target).read_bytes()
        assert start in data[:200], target
        assert f"Wrote {target}" in capsys.readouterr().err


def test_a_format_goes_before_the_ending() -> None:
    assert main(["export", write("m.yaml"), "-o", "m.svg", "-f", "json"]) == 0
    assert json.loads(Path("m.svg").read_text("utf-8"))["version"] == 1


def test_standard_output_gets_the_product_alone(capfd: Output) -> None:
    assert main(["export", write("m.yaml"), "-o", "-", "-f", "txt"]) == 0
    captured = capfd.readouterr()
    assert captured.out.startswith("Harbour\n=======\n")
    assert captured.err == ""


def test_standard_input_is_a_map(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(GOOD.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert main(["export", "-", "-o", "out/", "-f", "md"]) == 0
    assert Path("out/map.md").exists()


def test_several_maps_go_into_a_folder_that_is_made() -> None:
    write("maps/a.yaml")
    write("maps/b.yml")
    assert main(["export", "maps", write("c.yaml"), "-f", "txt", "-o", "slides/"]) == 0
    assert sorted(path.name for path in Path("slides").iterdir()) == ["a.txt", "b.txt", "c.txt"]


def test_one_map_goes_into_a_folder_too() -> None:
    Path("slides").mkdir()
    assert main(["export", write("a.yaml"), "-f", "txt", "-o", "slides"]) == 0
    assert Path("slides/a.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.yaml"], "Say with -o where to write"),
        (["a.yaml", "-o", "a.xyz"], "Say with -f in which format to write 'a.xyz': svg,"),
        (["a.yaml", "-o", "-"], "Say with -f in which format to write standard output"),
        (["a.yaml", "b.yaml", "-o", "x.svg"], "2 maps need a folder"),
        (["a.yaml", "d/a.yaml", "-f", "md", "-o", "x/"], "would both be"),
        (["a.yaml", "-f", "txt", "-o", "a.yaml"], "'a.yaml' is a map itself"),
        (["a.yaml", "-f", "txt", "-o", "./a.yaml"], "is a map itself"),
        (["a.yaml", "-o", "no/a.svg", "-f", "txt"], "There is no folder 'no'"),
        (["a.yaml", "-f", "svgz", "-o", "x"], "Did you mean 'svg'?"),
        (["a.yaml", "-o", "x.svg", "--theme", "drak"], "Did you mean 'dark'?"),
        (["a.yaml", "-o", "x.md", "--theme", "dark"], "'theme' does nothing in the format md"),
        (["a.yaml", "-o", "x.svg", "--width", "9"], "not a whole number from 20"),
        (["a.yaml", "-o", "x.txt", "--root", "gorw"], "Did you mean 'grow'?"),
        (["empty", "-o", "x/", "-f", "md"], "There is no map in 'empty'"),
        (["no.yaml", "-o", "x.md"], "There is no file 'no.yaml'."),
    ],
)
def test_what_cannot_be_done_is_refused(
    arguments: list[str], sentence: str, capsys: Output
) -> None:
    write("a.yaml")
    write("b.yaml")
    write("d/a.yaml")
    Path("empty").mkdir()
    assert main(["export", *arguments]) == 2
    captured = capsys.readouterr()
    assert sentence in captured.err
    assert captured.out == ""
    assert Path("a.yaml").read_text("utf-8") == GOOD


def test_a_map_with_errors_is_not_exported_and_the_others_are(capsys: Output) -> None:
    arguments = ["export", write("bad.yaml", BAD), write("good.yaml"), "-f", "md", "-o", "x/"]
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert "error[M002] unknown-field" in captured.err
    assert "bad.yaml has errors and is not exported." in captured.err
    assert captured.out == ""
    assert [path.name for path in Path("x").iterdir()] == ["good.md"]


def test_a_warning_stops_nothing(capsys: Output) -> None:
    name = write("m.yaml", f"{GOOD}sources:\n  nobody: {{author: The Courier}}\n")
    assert main(["export", name, "-o", "m.txt"]) == 0
    assert "unused-source" not in capsys.readouterr().err


def test_pixels_do_not_go_to_a_terminal(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    name = write("m.yaml")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert main(["export", name, "-o", "-", "-f", "png"]) == 2
    assert "A terminal cannot show png." in capsys.readouterr().err


def test_the_size_of_the_text_is_told(capsys: Output) -> None:
    assert main(["export", write("m.yaml"), "-o", "m.svg"]) == 0
    assert " pt on 960 x 540 pt.\n" in capsys.readouterr().err


def test_a_part_of_the_map_says_so(capsys: Output) -> None:
    assert main(["export", write("m.yaml"), "-o", "m.txt", "--root", "dear", "--depth", "0"]) == 0
    assert "This is a part of the map: 1 of 3 claims." in capsys.readouterr().err
    assert "- CLAIM: Dredging is dear.\n" in Path("m.txt").read_text("utf-8")


def test_settings_reach_the_picture() -> None:
    name = write("m.yaml")
    for number, setting in enumerate((["--theme", "dark"], ["--theme", "print"], ["--no-fit"])):
        assert main(["export", name, "-o", f"{number}.svg", *setting]) == 0
    assert main(["export", name, "-o", "plain.svg"]) == 0
    texts = {path.read_bytes() for path in Path().glob("*.svg")}
    assert len(texts) == 4


@pytest.mark.parametrize("engine", ["auto", "wasm", "tidy"])
def test_an_engine_can_be_chosen(engine: str) -> None:
    assert main(["export", write("m.yaml"), "-o", "m.svg", "--engine", engine]) == 0


def test_an_engine_that_is_not_there_is_a_sentence(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["export", write("m.yaml"), "-o", "m.svg", "--engine", "dot"]) == 2
    assert "There is no Graphviz program 'dot'" in capsys.readouterr().err


NATIVE = ["--style", "native"]


@pytest.mark.skipif(shutil.which("dot") is None, reason="no Graphviz here")
@pytest.mark.parametrize("target", ["m.svg", "m.png"])
def test_graphviz_may_draw(target: str) -> None:
    assert main(["export", write("m.yaml"), "-o", target, *NATIVE, "--theme", "dark"]) == 0
    assert Path(target).read_bytes()[:5] in (b"<svg ", b"\x89PNG\r", b"<?xml")


def test_a_graphviz_that_is_not_there_is_a_sentence(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["export", write("m.yaml"), "-o", "m.svg", *NATIVE]) == 2
    assert "Try --style painted" in capsys.readouterr().err


@pytest.mark.parametrize("setting", [["--engine", "wasm"], ["--no-fit"]])
def test_graphviz_does_not_take_our_settings(setting: list[str], capsys: Output) -> None:
    assert main(["export", write("m.yaml"), "-o", "m.svg", *NATIVE, *setting]) == 2
    assert "does nothing in the style native." in capsys.readouterr().err


def test_a_width_makes_pixels_and_lines() -> None:
    name = write("m.yaml")
    assert main(["export", name, "-o", "m.png", "--width", "480"]) == 0
    assert int.from_bytes(Path("m.png").read_bytes()[16:20]) == 480
    assert main(["export", name, "-o", "m.txt", "--width", "20"]) == 0
    assert max(map(len, Path("m.txt").read_text("utf-8").splitlines())) <= 40


def test_a_missing_extra_is_a_sentence(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    assert main(["export", write("m.yaml"), "-o", "m.pdf"]) == 2
    assert "pip install '.[pdf]'" in capsys.readouterr().err
    assert not Path("m.pdf").exists()


def test_characters_that_no_font_covers_are_named(capsys: Output) -> None:
    name = write("m.yaml", GOOD.replace("Dredging is dear", "浚渫 is dear"))
    assert main(["export", name, "-o", "m.pdf"]) == 0
    assert "浚 (U+6D5A)" in capsys.readouterr().err


def test_every_format_is_described_in_the_help() -> None:
    assert all(f"  {name}" in command.EXAMPLES for name, _ in command.FORMATS)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_the_map_is_the_map(capsys: Output) -> None:
    name = write("m.yaml")
    Path("link.txt").symlink_to(name)
    assert main(["export", name, "-o", "link.txt"]) == 2
    assert "is a map itself" in capsys.readouterr().err
