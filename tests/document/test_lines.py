from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.document.lines import Lines, newline_of
from argmap.rules.findings import Location

TEXTS = st.text(alphabet="ab\n\r\x85\u2028\u2029\x0b\x0c🎉é")


def test_only_what_editors_break_lines_at_counts() -> None:
    text = "a\nb\r\nc\rd\x85e\u2028f\u2029g\x0bh\x0ci"
    assert Lines.of(text).starts == (0, 2, 5, 7)


def test_columns_count_code_points() -> None:
    lines = Lines.of("🎉é: x\ny")
    assert lines.line_column(4) == (1, 5)
    assert lines.location(4, 7) == Location(1, 5, 2, 2)


def test_an_offset_past_the_text_stands_on_the_last_line() -> None:
    lines = Lines.of("a\nbc")
    assert lines.line_column(9) == (2, 8)
    assert lines.offset(7) == 4
    assert lines.offset(2, 99) == 4


@given(TEXTS, st.integers(0, 30))
def test_an_offset_comes_back_from_its_line_and_column(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    lines = Lines.of(text)
    assert lines.offset(*lines.line_column(offset)) == offset


@given(TEXTS)
def test_lines_are_those_that_reading_a_file_gives(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(Lines.of(text).starts) == len(lines)


def test_the_newline_is_the_first_one() -> None:
    assert newline_of("a\r\nb\n") == "\r\n"
    assert newline_of("a\rb\n") == "\r"
    assert newline_of("a") == "\n"
