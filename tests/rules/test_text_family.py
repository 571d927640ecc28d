from __future__ import annotations

import pytest

from argmap.model.maps import Map
from argmap.rules.findings import Related

from .outlines import outline, remarks, said


def one(text: str, **map_fields: object) -> Map:
    return outline(f"claim a: {text}", **map_fields)


@pytest.mark.parametrize("text", ["", "…", " - ", "?!"])
def test_a_text_without_a_word_is_empty(text: str) -> None:
    assert said("empty-text", one(text)) == ["This claim has no words."]


@pytest.mark.parametrize("text", ["No", "42", "不", "ไม่"])
def test_one_word_of_any_script_is_a_text(text: str) -> None:
    assert said("T001", one(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "We stay because it rains.",
        "It rains; therefore we stay.",
        "THUS we stay.",
        "Hence we stay.",
        "(Consequently, we stay.)",
    ],
)
def test_a_claim_with_its_reason_in_it_is_found(text: str) -> None:
    assert len(said("reasoning-in-box", one(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Flights stop because of fog.",
        "Nothing came of it thus far.",
        "Two years hence we shall know.",
        "The thusness of things is hard to see.",
        "A just-because answer helps nobody.",
        "We have talked since Monday, so often.",
    ],
)
def test_words_that_only_look_like_reasoning_are_left_alone(text: str) -> None:
    assert said("T003", one(text)) == []


@pytest.mark.parametrize(
    ("lang", "count"), [(None, 1), ("en", 1), ("en-GB", 1), ("EN", 1), ("de", 0), ("fr", 0)]
)
def test_english_words_are_looked_for_in_english_maps(lang: str | None, count: int) -> None:
    assert len(said("T003", one("Because it rains.", lang=lang))) == count


@pytest.mark.parametrize("text", ["Who pays?", "Really?!", "Who pays? ", "谁付钱？", "من؟"])
def test_a_question_is_no_claim(text: str) -> None:
    assert len(said("question-as-claim", one(text, lang="zh"))) == 1


@pytest.mark.parametrize("text", ["They asked “Who pays?”", "Who pays? is the question.", ""])
def test_a_claim_may_quote_a_question(text: str) -> None:
    assert said("T005", one(text)) == []


def test_a_claim_said_twice_is_found_but_for_case_blanks_and_the_final_stop() -> None:
    map_ = outline("""
claim a: Dogs bark.
  support: dogs  BARK
claim: .
claim: .
""")
    (remark,) = remarks("duplicate-text", map_)
    assert remark.message == "“dogs BARK” says the same as 'a'."
    assert remark.help == "Keep one, and write 'ref: a' for the other."
    assert remark.related == (Related(("map", 0), "said here first"),)


def test_a_claim_without_an_id_is_given_one_first() -> None:
    map_ = outline("""
claim: Dogs bark.
  support b: Dogs bark.
""")
    (remark,) = remarks("T008", map_)
    assert remark.message == "'b' says the same as a claim above."
    assert remark.help == "Give that one an 'id', and write a 'ref' to it here."


def test_a_long_claim_needs_a_short_form() -> None:
    long = "x" * 201
    assert said("text-too-long", one(long)) == [
        "This claim is 201 characters long and has no short form."
    ]
    assert said("T010", one("x" * 200)) == []
    assert said("T010", outline(f"claim a: {long}", {"a": {"short": "An x."}})) == []
