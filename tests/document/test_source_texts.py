from __future__ import annotations

from pathlib import Path

import pytest

from argmap.document.document import Document
from argmap.document.reader import read_text
from argmap.document.source_texts import NO_TEXTS, SourceTexts, texts_of

HEAD = "argmap: 1\nmap: []\nsources:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for name, text in (
        ("one.txt", "beside"),
        ("texts/one.txt", "in the folder"),
        ("texts/two.txt", "by id"),
        ("texts/three-2013.txt", "by beginning"),
        ("texts/four-1.txt", "a guess"),
        ("texts/four-2.txt", "a guess"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def with_sources(folder: Path, sources: str) -> Document:
    return read_text(HEAD + sources, str(folder / "map.yaml"))


def test_words_stand_inline_or_in_a_file_beside_the_map(folder: Path) -> None:
    document = with_sources(folder, "  a: {text: inline}\n  b: {file: one.txt}\n  c: {}\n")
    assert texts_of(document) == SourceTexts({"a": "inline", "b": "beside"})


def test_a_folder_of_texts_is_looked_into_first(folder: Path) -> None:
    document = with_sources(
        folder,
        "  a: {file: far/away/one.txt}\n  two: {}\n  three: {title: x}\n  four: {}\n  five: {}\n",
    )
    assert texts_of(document, folder / "texts") == SourceTexts(
        {"a": "in the folder", "two": "by id", "three": "by beginning"}
    )


def test_words_that_are_not_there_are_named(folder: Path) -> None:
    (folder / "latin.txt").write_bytes(b"\xe9")
    document = with_sources(
        folder, "  a: {file: gone.txt}\n  b: {file: latin.txt}\n  c: {file: texts}\n"
    )
    assert texts_of(document) == SourceTexts({}, ("gone.txt", "latin.txt", "texts"))


def test_a_file_is_never_looked_for_by_its_whole_path(folder: Path) -> None:
    document = with_sources(folder, f"  a: {{file: {folder.as_posix()}/one.txt}}\n")
    assert texts_of(document).texts == {}


def test_a_folder_that_is_not_there_holds_nothing(folder: Path) -> None:
    document = with_sources(folder, "  a: {file: one.txt}\n")
    assert texts_of(document, folder / "gone") == SourceTexts({"a": "beside"})
    assert NO_TEXTS.texts == {}
