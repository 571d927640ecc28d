"""Text is measured as Arial draws it, on a machine with no font at all."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.metrics import UNITS, clusters, units, width


def test_a_known_line_has_arials_width() -> None:
    # H 1479, a 1139, m 1706, b 1139, u 1139, r 682, g 1139, e 1139, f 569, o 1139, n 1139, s 1024
    expected = 1479 + 1139 + 1706 + 1139 + 1139 + 682 + 1139 + 1139 + 569 + 1139 + 1139 + 1024
    assert units("Hamburgefons", False) == expected
    assert width("Hamburgefons", 12) == pytest.approx(expected * 12 / 2048)


def test_bold_is_wider() -> None:
    assert width("Beijing", 12, True) > width("Beijing", 12)


def test_width_grows_with_size() -> None:
    assert width("claim", 24) == pytest.approx(2 * width("claim", 12))


@pytest.mark.parametrize("text", ["Ελλάδα", "Москва", "Việt Nam", "café", "“…”–—"])
def test_the_alphabets_of_europe_are_known(text: str) -> None:
    guessed = round(0.6 * UNITS)
    assert sum(units(char, False) == guessed for char in text) == 0


def test_chinese_is_one_em_a_character() -> None:
    assert width("北京", 12) == 24


@pytest.mark.parametrize("text", ["\u0301", "\u200b", "\u00ad", "\u200e"])
def test_marks_and_unseen_characters_take_no_room(text: str) -> None:
    assert units(text, False) == 0


def test_a_composed_and_a_decomposed_letter_are_equally_wide() -> None:
    assert units("é", False) == units("e\u0301", False)


@pytest.mark.parametrize(
    "emoji",
    ["👍", "👍🏽", "👨‍👩‍👧‍👦", "❤️", "🏳️‍🌈", "🇫🇷", "1️⃣"],
    ids=["thumb", "skin tone", "family", "heart", "rainbow", "flag", "keycap"],
)
def test_an_emoji_is_one_character_of_one_em(emoji: str) -> None:
    assert clusters(emoji) == [emoji]
    assert units(emoji, False) == UNITS


def test_korean_letters_form_one_block() -> None:
    assert clusters("\u1112\u1161\u11ab\u1100") == ["\u1112\u1161\u11ab", "\u1100"]
    assert units("\u1112\u1161\u11ab", False) == UNITS


def test_two_flags_are_two_characters() -> None:
    assert clusters("🇫🇷🇨🇳") == ["🇫🇷", "🇨🇳"]


def test_a_joiner_in_a_script_does_not_fuse_letters() -> None:
    assert len(clusters("क्\u200dष")) == 2
    assert units("क्\u200dष", False) == units("क", False) + units("ष", False)


@given(st.text())
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(text=st.text(), bold=st.booleans())
def test_no_text_breaks_the_measure(*, text: str, bold: bool) -> None:
    assert 0 <= units(text, bold) <= 4 * UNITS * len(text)


@pytest.mark.skipif(
    importlib.util.find_spec("fontpkg_arimo") is None
    or importlib.util.find_spec("fontTools") is None,
    reason="reads the font of the extras",
)
def test_the_table_is_what_the_font_says() -> None:
    made = subprocess.run(
        [sys.executable, Path(__file__).with_name("make_advances.py")],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    table = Path(__file__).parents[2] / "argmap" / "diagram" / "advances.py"
    assert made == table.read_text(encoding="utf-8")
