"""PNG and PDF bring their font along, and know what it cannot draw."""

from __future__ import annotations

import sys

import pytest

from argmap.diagram.metrics import UNITS, units
from argmap.exporters.fonts import MissingExtraError, font_path, missing_characters


def test_the_font_comes_from_a_package() -> None:
    path = font_path("png")
    assert path.is_file()
    assert path.name == "Arimo[wght].ttf"


def test_it_draws_what_the_font_library_says_it_draws() -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    points = set(TTFont(font_path("png")).getBestCmap())
    missing = set(map(ord, missing_characters(["".join(map(chr, range(0x2FFFF)))])))
    assert not points & missing
    assert set(map(ord, "北👍✓")) <= missing


def test_what_it_cannot_draw_is_named_once_and_in_order() -> None:
    assert missing_characters(["Beijing 北京", "京 👍 é"]) == ("京", "北", "👍")


def test_nobody_misses_what_draws_nothing() -> None:
    assert missing_characters(["a\n\u200b\u2009\u200d"]) == ()


@pytest.mark.parametrize("text", ["“Ελλάδα” – Москва… Việt Nam", "שלום", "€ → ≥ ½"])
def test_the_alphabets_of_europe_and_hebrew_are_drawn(text: str) -> None:
    assert missing_characters([text]) == ()


def test_what_is_drawn_was_measured() -> None:
    guessed = round(0.6 * UNITS)
    for char in map(chr, range(0x20, 0x530)):
        if not missing_characters([char]) and char.isprintable():
            assert units(char, False) != guessed


@pytest.mark.parametrize("extra", ["png", "pdf"])
def test_an_absent_font_is_refused_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, "fontpkg_arimo", None)
    with pytest.raises(MissingExtraError, match=rf"pip install '\.\[{extra}\]'\."):
        font_path(extra)  # type: ignore[arg-type]
