"""Lines keep every character, stay within their width and are as even as can be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.metrics import UNITS, clusters, units, width
from argmap.diagram.wrap import SPACES, wrap

SENTENCE = "Direct meetings show that Beijing no longer depends on a go-between"
words = st.text(st.sampled_from("abcimwXW,.-/é北京（）。👍\u0301\u00a0"), min_size=1, max_size=12)
sentences = st.lists(words, max_size=14).map(" ".join)
anything = st.one_of(sentences, st.text(max_size=40))
sizes = st.sampled_from([8.0, 12.0, 15.0])


def squeezed(text: str) -> str:
    return SPACES.sub("", text)


def test_a_short_text_is_one_line() -> None:
    assert wrap("One line.", 200, 12) == ("One line.",)


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_no_text_is_no_line(text: str) -> None:
    assert wrap(text, 100, 12) == ()


def test_white_space_folds_to_one_blank() -> None:
    assert wrap("  two \n\t words ", 200, 12) == ("two words",)


def test_lines_are_balanced_not_filled() -> None:
    assert wrap(SENTENCE, 190, 12) == (
        "Direct meetings show that",
        "Beijing no longer depends",
        "on a go-between",
    )


def test_the_last_word_is_not_left_alone() -> None:
    text = "aaaa bbbb cccc dddd e"
    limit = width("aaaa bbbb", 12) + 0.01
    assert wrap(text, limit, 12) == ("aaaa", "bbbb cccc", "dddd e")


def test_a_bold_text_is_measured_bold() -> None:
    line = "Beijing will take a greater role"
    limit = width(line, 12) + 0.5
    assert len(wrap(line, limit, 12)) == 1
    assert len(wrap(line, limit, 12, True)) == 2


def test_a_line_may_end_after_a_hyphen_between_words() -> None:
    assert wrap("understanding-misunderstanding", 99, 12) == ("understanding-", "misunderstanding")


@pytest.mark.parametrize("word", ["e-mail", "2013-06-24", "U.S.-led", "no\u00a0break"])
def test_some_words_stay_whole(word: str) -> None:
    assert word in wrap(f"mmmmmmmm {word} mmmmmmmm", width("mmmmmmmm", 12) + 1, 12)


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    lines = wrap("塔利班与北京的会谈（今年）将会怎样。", 60, 12)
    assert len(lines) > 3
    assert not any(line.startswith(("。", "）")) for line in lines)
    assert not any(line.endswith("（") for line in lines)


def test_korean_breaks_at_its_spaces() -> None:
    assert wrap("베이징은 더 큰 역할을", 50, 12) == ("베이징은", "더 큰", "역할을")


def test_an_address_breaks_after_its_marks() -> None:
    address = "https://foreignpolicy.com/articles/2013/06/20/why_is_china_talking"
    lines = wrap(address, 120, 12)
    assert "".join(lines) == address
    assert all(line[-1] in "/._-" for line in lines[:-1])


def test_a_word_without_marks_breaks_where_it_must() -> None:
    lines = wrap("m" * 30, 60, 12)
    assert "".join(lines) == "m" * 30
    assert {len(line) for line in lines} <= {5, 6}


def test_a_cut_word_leaves_no_single_letter() -> None:
    assert len(wrap("misunderstanding", width("misunderstandin", 12), 12)[-1]) > 3


def test_what_is_wider_than_the_card_stands_alone() -> None:
    assert wrap("北京", 5, 12) == ("北", "京")


@given(text=anything, limit=st.floats(20, 300), size=sizes, bold=st.booleans())
def test_no_character_is_lost(*, text: str, limit: float, size: float, bold: bool) -> None:
    assert squeezed("".join(wrap(text, limit, size, bold))) == squeezed(text)


@given(text=anything, limit=st.floats(20, 300), size=sizes, bold=st.booleans())
def test_no_line_stands_out(*, text: str, limit: float, size: float, bold: bool) -> None:
    for line in wrap(text, limit, size, bold):
        assert width(line, size, bold) <= limit or len(clusters(line)) == 1 or _unbreakable(line)


def _unbreakable(line: str) -> bool:
    # Marks that start a piece may fuse with what stands before them once they share a line.
    return re.search("[\u0300-\u036f\u200d]", line) is not None


@given(sentences, st.floats(40, 300))
def test_a_wider_card_never_needs_more_lines(text: str, limit: float) -> None:
    longest = max((width(word, 12) for word in text.split(" ")), default=0)
    limit = max(limit, longest + 1)
    assert len(wrap(text, limit + 20, 12)) <= len(wrap(text, limit, 12))


@given(st.lists(st.sampled_from(["a", "of", "claim", "premises"]), min_size=1, max_size=12))
def test_the_lines_are_as_few_and_as_narrow_as_can_be(parts: list[str]) -> None:
    limit, text = 90.0, " ".join(parts)
    lines = wrap(text, limit, 12)
    filled = _greedy(parts, limit)
    assert len(lines) == len(filled)
    widest = max(units(line, False) for line in lines)
    narrower = _greedy(parts, (widest - 1) * 12 / UNITS)
    assert len(narrower) > len(lines) or max(units(line, False) for line in narrower) >= widest


def _greedy(parts: list[str], limit: float) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if lines and width(f"{lines[-1]} {part}", 12) <= limit:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return lines
