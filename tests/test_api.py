"""The Python API: three functions, typed, loaded when they are used."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest

import argmap
from argmap.exporters.export import UnsoundMapError
from argmap.exporters.settings import ExportError, Settings
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map

GOOD = "argmap: 1\nmap:\n- claim: The harbour should grow.\n  id: grow\n"
BAD = f"{GOOD}  suport: []\n  rebutt: []\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_file_is_read(good: Path) -> None:
    document = argmap.read(good)
    assert document.text == GOOD
    assert document.is_sound
    assert document.map.items[0].content == Claim("The harbour should grow.", id="grow")


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    (finding,) = argmap.read(tmp_path / "no.yaml").findings
    assert finding.name == "unreadable-file"


def test_paths_are_checked_in_their_order(good: Path, bad: Path) -> None:
    checked = argmap.check(good, str(bad))
    assert [Path(file.path).name for file in checked] == ["good.yaml", "bad.yaml"]
    assert checked[0].findings == ()
    assert [finding.name for finding in checked[1].findings] == ["unknown-field"] * 2


def test_folders_are_searched_and_texts_looked_up(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "s.txt").write_text("It grew.", encoding="utf-8")
    (tmp_path / "maps" / "m.yaml").write_text(
        "argmap: 1\nsources:\n  s: {author: The Courier}\n"
        "map:\n- claim: The harbour grew.\n  source: s\n  quote: It shrank.\n",
        encoding="utf-8",
    )
    (without,) = argmap.check(tmp_path / "maps")
    assert without.quotes_unchecked == 1
    (checked,) = argmap.check(tmp_path / "maps", texts=tmp_path / "texts")
    assert checked.quotes_unchecked == 0
    assert [finding.name for finding in checked.findings] == ["quote-not-found"]


def test_the_strict_rules_are_asked_for() -> None:
    parameters = inspect.signature(argmap.check).parameters
    assert parameters["pedantic"].default is False


def test_no_map_is_an_empty_answer(tmp_path: Path) -> None:
    assert argmap.check(tmp_path) == ()


def test_a_path_a_document_and_a_map_are_exported_alike(good: Path) -> None:
    document = argmap.read(good)
    outlines = {
        argmap.export(source, "txt") for source in (good, str(good), document, document.map)
    }
    assert outlines == {b"- CLAIM: The harbour should grow.\n"}


def test_the_default_is_a_picture(good: Path) -> None:
    assert argmap.export(good).startswith(b"<svg ")
    dark = argmap.export(good, format="svg", theme="dark", engine="tidy", fit=False, text="full")
    assert dark != argmap.export(good)


def test_a_map_with_errors_is_not_exported(bad: Path) -> None:
    with pytest.raises(UnsoundMapError, match=r"bad\.yaml:5:3: .*, and 1 more") as refused:
        argmap.export(bad, "txt")
    assert len(refused.value.checked.findings) == 2


def test_a_map_in_memory_is_exported_as_it_is() -> None:
    items = (Item(0, Kind.CLAIM, Claim("A.")), Item(1, Kind.SUPPORT, Claim("B.")))
    assert argmap.export(Map(items=items), "md").count(b"\n") == 2


def test_an_unknown_format_is_refused_with_the_nearest(good: Path) -> None:
    with pytest.raises(ExportError, match=r"There is no format 'svgz'.*Did you mean 'svg'"):
        argmap.export(good, "svgz")  # type: ignore[arg-type]


def test_a_setting_that_does_nothing_is_refused(good: Path) -> None:
    with pytest.raises(ExportError, match="'theme' does nothing in the format md"):
        argmap.export(good, "md", theme="dark")


def test_an_empty_map_has_no_picture() -> None:
    with pytest.raises(ExportError, match="nothing to draw"):
        argmap.export(Map())


def test_every_setting_of_the_command_is_one_of_the_function() -> None:
    named = set(inspect.signature(argmap.export).parameters) - {"source", "format"}
    assert named == set(get_type_hints(Settings))


def test_importing_argmap_imports_nothing() -> None:
    code = "import sys; before = set(sys.modules); import argmap; print(set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert set(eval(done.stdout)) <= {"argmap", "__future__"}  # noqa: S307


def test_the_three_names_are_listed_and_documented() -> None:
    assert {"check", "export", "read", "__version__"} <= set(dir(argmap))
    assert set(argmap.__all__) == {"check", "export", "read", "__version__"}
    for name in ("check", "export", "read"):
        assert inspect.getdoc(getattr(argmap, name))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        argmap.chekc  # type: ignore[attr-defined]  # noqa: B018
