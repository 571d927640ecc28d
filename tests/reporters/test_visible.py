from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reporters.visible import cells, visible

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_no_character_that_a_terminal_obeys_is_left() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        shown = visible(character)
        if unicodedata.category(character) in HIDDEN and character not in "\u200c\u200d":
            assert shown.isascii()
            assert shown.isprintable()
            assert shown.startswith("\\")
        else:
            assert shown == character


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ‘text’ 北京 é", "plain ‘text’ 北京 é"),
        ("a\u00a0b", "a\u00a0b"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\tc\0", "a\\nb\\tc\\x00"),
        ("\u202e\u2066\ufeff", "\\u202e\\u2066\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_shows_stays_and_what_hides_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("", 0),
        ("北京", 4),
        ("ｱ", 1),
        ("Ａ", 2),
        ("e\u0301", 1),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_width_is_counted_in_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text())
def test_what_was_made_visible_is_left_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
