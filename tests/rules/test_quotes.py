from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rules.quotes import SourceText

TEXT = (
    "“Islamabad” is clearly  uncom\u00adfortable — and it\nknows it holds the upper hand over "
    "Pakistan¹. Probably not. China's own “help me help you” is ﬁne. 这是中文。 In 2013 it was..."
)


@pytest.mark.parametrize(
    "quote",
    [
        "holds the upper hand",
        "it knows it",
        "Holds the upper hand",
        "probably not.",
        '"Islamabad" is clearly',
        "'Islamabad' is clearly",
        "“islamabad” is",
        "uncomfortable -- and",
        "uncomfortable—and",
        "China’s own 'help me help you'",
        "is fine",
        "over Pakistan",
        "clearly … upper hand",
        "clearly ... upper hand",
        "clearly [...] upper hand",
        "clearly [ … ] Upper hand",
        "... the upper hand …",
        "it was...",
        "中文",
        "2013",
        "…",
        "``help me help you''",
    ],
)
def test_a_quote_is_there_whatever_its_typesetting(quote: str) -> None:
    assert SourceText(TEXT).miss(quote) is None


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("holds the Upper hand", "holds the upper hand"),
        ("Probably, not", "Probably not."),
        (
            "knows it holds an upper hand over Pakistan",
            "knows it holds the upper hand over Pakistan¹.",
        ),
        ("knows that it holds the upper hand", "knows it holds the upper hand"),
        ("it holds the hand over Pakistan", "it holds the upper hand over Pakistan¹."),
    ],
)
def test_an_altered_quote_is_like_its_passage(quote: str, passage: str) -> None:
    miss = SourceText(TEXT).miss(quote)
    assert miss is not None
    assert miss.passage is not None
    assert " ".join(miss.passage.split()) == passage
    assert miss.likeness >= 0.7


@pytest.mark.parametrize("quote", ["it was said of old that", "wholly new words", "文是"])
def test_what_nobody_said_is_like_nothing(quote: str) -> None:
    miss = SourceText(TEXT).miss(quote)
    assert miss is not None
    assert miss.likeness < 0.7


@pytest.mark.parametrize(
    ("quote", "there"), [("rising", False), ("comprising", True), ("he", False)]
)
def test_a_quote_does_not_begin_or_end_inside_a_word(quote: str, *, there: bool) -> None:
    assert (SourceText("It was comprising them all; 12013.").miss(quote) is None) is there


def test_a_number_does_not_begin_inside_another() -> None:
    assert SourceText("12013").miss("2013") is not None


def test_the_part_that_is_missing_is_told() -> None:
    miss = SourceText(TEXT).miss("Islamabad … wholly new words … upper hand")
    assert miss is not None
    assert (miss.part, miss.is_whole) == ("wholly new words", False)


def test_parts_in_another_order_are_told_as_such() -> None:
    miss = SourceText(TEXT).miss("upper hand … Islamabad")
    assert miss is not None
    assert miss.is_out_of_order
    assert not miss.is_whole


def test_a_common_word_alone_still_finds_a_passage() -> None:
    # More than 200 of each word, so that none of them is rare.
    miss = SourceText("he is there. " * 300).miss("he is here")
    assert miss is not None
    assert miss.passage == "he is there."


def test_a_rare_word_leads_to_the_passage_past_common_ones() -> None:
    text = "the cat and " * 300 + "the zebra and a dog."
    miss = SourceText(text).miss("the zebra or the dog")
    assert miss is not None
    assert miss.passage is not None
    assert "zebra" in miss.passage


def test_a_text_of_one_letter_is_searched_in_no_time() -> None:
    text = SourceText("a" * 1_000_000)
    started = time.process_time()
    for _ in range(200):
        assert text.miss("aaa") is not None
    assert time.process_time() - started < 2


@pytest.mark.parametrize("filling", [" ", "\n", "-", "- ", ".", "'", "a'"])
def test_long_runs_of_one_sign_take_linear_time(filling: str) -> None:
    run = filling * 200_000
    started = time.process_time()
    SourceText(f"before{run}after").miss("before ... after!")
    SourceText("before and after").miss(f"before{run}after")
    assert time.process_time() - started < 3


def test_many_quotes_that_are_not_there_take_linear_time() -> None:
    text = SourceText(" ".join(f"word{n % 997} and then" for n in range(60_000)))
    started = time.process_time()
    for n in range(500):
        assert text.miss(f"word{n} or word{n + 1} or even then word{n + 2}") is not None
    assert time.process_time() - started < 5


@given(st.text(), st.text())
def test_no_text_or_quote_makes_the_search_crash(text: str, quote: str) -> None:
    SourceText(text).miss(quote)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_verbatim_passage_with_blanks_around_it_is_always_found(
    before: str, passage: str
) -> None:
    assert SourceText(f"{before} {passage} end").miss(passage) is None


@given(st.lists(st.sampled_from(["he", "is", "there", "now", "…", "“a”"]), max_size=8))
def test_any_words_and_gaps_are_judged(words: list[str]) -> None:
    SourceText("he is there, “a” is now; he is not.").miss(" ".join(words))
