from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.tui.outline.lines import line_spans


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in line_spans(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one line", 10, ["one line"]),
        ("just wide enough", 16, ["just wide enough"]),
        ("two lines here", 9, ["two lines", "here"]),
        ("no  double   blanks at ends", 9, ["no", "double", "blanks at", "ends"]),
        ("antidisestablishment is long", 8, ["antidise", "stablish", "ment is", "long"]),
        ("so antidisestablishment", 8, ["so", "antidise", "stablish", "ment"]),
        ("‘curly’ – quotes", 9, ["‘curly’ –", "quotes"]),
    ],
)
def test_a_text_breaks_at_blanks_and_long_words_anywhere(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width) == expected


def test_chinese_and_japanese_break_between_characters_but_not_before_a_full_stop() -> None:
    assert lines("北京会在会谈中发挥作用。", 8) == ["北京会在", "会谈中发", "挥作用。"]
    assert lines("北京会在。会谈", 8) == ["北京会", "在。会谈"]
    assert lines("「北京」だった", 8) == ["「北京」", "だった"]
    assert lines("北京「会谈」", 6) == ["北京", "「会", "谈」"]


def test_korean_breaks_at_its_blanks() -> None:
    assert lines("베이징 회담", 8) == ["베이징", "회담"]


def test_an_accent_or_a_joined_emoji_stays_with_its_letter() -> None:
    family = "👨\u200d👩\u200d👧"
    assert lines(f"{family}{family}{family}", 4) == [f"{family}{family}", family]
    assert lines("e\u0301" * 6, 4) == ["e\u0301" * 4, "e\u0301" * 2]


@given(
    st.text(
        st.sampled_from("abc déü “”—…北京。「」베이אבعر\u0301👩\u200d👧\ufe0f❤\u00a0"), max_size=60
    ),
    st.integers(2, 30),
)
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in found)
    assert all(not line.endswith(" ") for line in found)
