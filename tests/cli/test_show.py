"""`argmap show`: the outline in the terminal, drawn and spoken."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.main import main
from argmap.cli.show import outline_lines
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map
from argmap.reporters.visible import cells
from tests.conftest import Golden
from tests.exporters.sample import SAMPLE

Output = pytest.CaptureFixture[str]


def drawn(map_: Map, width: int, *, color: bool = False) -> str:
    return "\n".join(outline_lines(map_, width, color=color)) + "\n"


def test_the_outline_is_drawn_with_guides(golden: Golden) -> None:
    golden("show.txt", drawn(SAMPLE, 64))


def test_colour_changes_no_word() -> None:
    painted = drawn(SAMPLE, 64, color=True)
    assert painted.count("\x1b[") > 20
    assert re.sub(r"\x1b\[\d*m", "", painted) == drawn(SAMPLE, 64)


@given(st.lists(st.integers(0, 1), max_size=80), st.integers(30, 90))
def test_lines_keep_to_the_width_and_guides_meet(steps: list[int], width: int) -> None:
    items = [Item(0, Kind.CLAIM, Claim("The root of it all."))]
    for deeper in steps:
        depth = max(1, items[-1].depth + (1 if deeper else -1))
        items.append(Item(depth, Kind.SUPPORT, Claim("Seven words that are quite short here.")))
    lines = drawn(Map(items=tuple(items)), width).splitlines()
    assert all(cells(line) <= width or cells(line) <= width // 2 + 26 for line in lines)
    assert sum("SUPPORT" in line for line in lines) == len(steps)


def test_a_guide_never_ends_in_the_air() -> None:
    lines = drawn(SAMPLE, 200).splitlines()
    for line, below in pairwise(lines):
        for column, character in enumerate(line):
            if character in "├│":
                assert below[column] in "├│└", below


def test_control_characters_never_reach_the_terminal() -> None:
    nasty = Map(
        title="\x1b]0;a\x07", question="\x9b1m", items=(Item(0, Kind.CLAIM, Claim("\x1b[2J")),)
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", drawn(nasty, 60))


MAP = "argmap: 1\nmap:\n- claim: The harbour should grow.\n  id: grow\n"


def test_a_map_is_shown(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(MAP, encoding="utf-8")
    assert main(["show", str(path)]) == 0
    assert capsys.readouterr().out == "● CLAIM The harbour should grow.\n  [grow]\n"


def test_a_map_with_errors_is_shown_as_far_as_it_can_be(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(f"{MAP}  suport: []\n", encoding="utf-8")
    assert main(["show", str(path), "--plain"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "1. Claim: The harbour should grow.\n"
    assert "argmap check" in captured.err


def test_colour_can_be_asked_for(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(MAP, encoding="utf-8")
    assert main(["show", str(path), "--color", "always"]) == 0
    assert "\x1b[1m" in capsys.readouterr().out


def test_a_width_can_be_asked_for(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(MAP, encoding="utf-8")
    assert main(["show", str(path), "--width", "20"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_missing_file_is_refused(tmp_path: Path, capsys: Output) -> None:
    assert main(["show", str(tmp_path / "no.yaml")]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no.yaml" in captured.err
