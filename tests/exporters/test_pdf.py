"""A PDF holds the picture's lines as vectors and its words as text, and no date."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from argmap.diagram.metrics import width
from argmap.diagram.picture import Group, Item, Path, Picture, Rect, Text, polyline
from argmap.diagram.themes import DARK, LIGHT, PRINT
from argmap.exporters import pdf
from argmap.exporters.fonts import MissingExtraError
from argmap.exporters.pdf import export_pdf


def word(string: str, y: float = 100, *, bold: bool = False, **more: object) -> Text:
    text = Text(100, y, string, 12, width(string, 12, bold), "ink", bold)
    return replace(text, **more)  # type: ignore[arg-type]


def picture(*items: Item) -> Picture:
    return Picture(960, 540, items, "A picture", lang="en")


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words_of(data: bytes) -> str:
    return str(read(data).pages[0].extract_text())


def strokes_of(data: bytes) -> str:
    contents = read(data).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def test_the_page_is_as_large_as_the_picture() -> None:
    document = read(export_pdf(picture()))
    assert len(document.pages) == 1
    assert document.pages[0].mediabox[2:] == [960, 540]


@pytest.mark.parametrize(
    "string", ["greater role", "“Ελλάδα” – Москва…", "Việt Nam", "(a\\b)", "fi fl"]
)
def test_words_can_be_found(string: str) -> None:
    assert string in words_of(export_pdf(picture(word(string))))


def test_every_font_is_embedded_and_cut_down() -> None:
    data = export_pdf(picture(word("plain"), word("bold", 120, bold=True)))
    fonts = read(data).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert len(fonts) == 2
    for font in fonts.values():
        described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert isinstance(described, DictionaryObject)
        assert "/FontFile2" in described
        assert re.match(r"/[A-Z]{6}\+", str(described["/FontName"]))
    assert len(data) < 20_000


def test_the_same_picture_is_the_same_file_and_bears_no_date() -> None:
    data = export_pdf(picture(word("same"), word("bold", bold=True)))
    assert data == export_pdf(picture(word("same"), word("bold", bold=True)))
    assert b"/CreationDate" not in data
    assert read(data).metadata is not None


def test_it_is_the_same_file_under_every_hash_seed() -> None:
    code = (
        "import hashlib; from argmap.diagram.picture import Picture, Text;"
        "from argmap.exporters.pdf import export_pdf;"
        "texts = tuple(Text(9, 9, s, 12, 50, 'ink', b) for s in ('one', 'two') for b in (0, 1));"
        "print(hashlib.sha256(export_pdf(Picture(99, 99, texts, 't'))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_a_line_is_stretched_to_the_width_it_was_measured() -> None:
    stretched = strokes_of(export_pdf(picture(word("role", width=2 * width("role", 12)))))
    assert re.search(r"(19\d|20\d)\.\d+ Tz", stretched)


def test_a_line_of_its_own_width_is_not_stretched() -> None:
    found = re.findall(r"([\d.]+) Tz", strokes_of(export_pdf(picture(word("greater role")))))
    assert {float(percent) for percent in found} <= {100.0}


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 70), ("end", 40)])
def test_a_line_hangs_from_its_anchor(anchor: str, left: float) -> None:
    strokes = strokes_of(export_pdf(picture(word("role", width=60, anchor=anchor))))
    assert f"BT {left:.2f} 440.00 Td" in strokes


def test_the_drawing_is_moved_and_scaled_as_in_every_format() -> None:
    moved = replace(picture(word("role")), x=10, y=20, scale=2)
    assert "BT 210.00 320.00 Td" in strokes_of(export_pdf(moved))


def test_lines_stay_vectors_with_their_dashes() -> None:
    line = Path(
        polyline(((0, 0), (50, 0))), stroke="rebut", stroke_width=2, dash=(6, 4), cap="round"
    )
    curve = Path((("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("Z",)), fill="ink", join="round")
    data = export_pdf(picture(line, curve, Rect(0, 0, 9, 9, 3, fill="claim", stroke="claim")))
    strokes = strokes_of(data)
    assert "1 2" not in re.findall(r"/Im\d", strokes)
    assert " c" in strokes
    resources = str(read(data).pages[0]["/Resources"].get_object())
    assert "/XObject" not in resources


def test_each_theme_has_its_own_colours() -> None:
    page = picture(word("role"), Rect(0, 0, 9, 9, fill="support"))
    files = {export_pdf(page, theme) for theme in (LIGHT, DARK, PRINT)}
    assert len(files) == 3
    assert export_pdf(page) == export_pdf(page, LIGHT)
    assert export_pdf(replace(page, theme=DARK)) == export_pdf(page, DARK)


def test_the_page_is_filled_with_the_background() -> None:
    strokes = strokes_of(export_pdf(picture(), DARK))
    assert "0.0588 0.0784 0.102 rg" in strokes


def test_links_lie_on_what_they_belong_to() -> None:
    tag = Group(
        (Group((word("Andrew Small", width=60),)), Rect(100, 96, 10, 4)),
        link="https://example.org/a",
    )
    page = read(export_pdf(picture(tag))).pages[0]
    (annotation,) = (reference.get_object() for reference in page["/Annots"])  # type: ignore[attr-defined]
    assert annotation["/A"]["/URI"] == "https://example.org/a"
    assert [float(side) for side in annotation["/Rect"]] == [100, 437, 160, 452]


def test_a_link_around_nothing_and_an_empty_line_are_harmless() -> None:
    data = export_pdf(picture(Group((), link="https://example.org"), word("")))
    assert words_of(data).strip() == ""


def test_what_is_hidden_is_not_there() -> None:
    data = export_pdf(picture(Group((word("secret"),), hidden=True), word("open")))
    assert "secret" not in words_of(data)
    assert "open" in words_of(data)


@pytest.mark.parametrize(
    ("string", "seen"),
    [
        ("שלום", "םולש"),
        ("say שלום twice", "say םולש twice"),
        ("no Hebrew – here", "no Hebrew – here"),
    ],
)
def test_hebrew_runs_from_right_to_left(string: str, seen: str) -> None:
    assert pdf._as_seen(string) == seen


def test_characters_of_no_font_are_left_to_the_caller_to_name(
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = export_pdf(picture(word("role 北京"), word("北京", bold=True)))
    assert "role" in words_of(data)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("module", ["fpdf", "fontpkg_arimo"])
def test_without_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[pdf\]'\.") as refused:
        export_pdf(picture(word("role")))
    assert str(refused.value).startswith("PDF needs the package ")
