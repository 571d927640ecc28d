from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.ids import is_valid_id, slug
from argmap.model.suggestions import did_you_mean


@pytest.mark.parametrize(
    "name",
    [
        "a",
        "greater-role",
        "x.y_z",
        "2013",
        "010",
        "größe",
        "Москва",
        "東京",
        "हिन्दी",
        "عربي",
        "e\u0301",
    ],
)
def test_letters_of_any_script_digits_and_three_signs_make_an_id(name: str) -> None:
    assert is_valid_id(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-a",
        ".a",
        "_a",
        "a b",
        "a/b",
        "a:",
        "a,b",
        "a#",
        "\u0301a",
        "a\n",
        "½",
        "a🙂",
        "a\u200b",
    ],
)
def test_anything_else_makes_none(name: str) -> None:
    assert not is_valid_id(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Islamabad does not want its closest friend in this field.", "islamabad-does-not-want"),
        ("What Washington asks for serves China's own aims.", "what-washington-asks-serves"),
        ("Straße und Café, naïve Œuvre", "strasse-und-cafe-naive"),
        ("Пекин сыграет роль", "пекин-сыграет-роль"),
        ("東京は大きい。", "東京は大きい"),
        ("हिन्दी में लिखा", "हिन्दी-में-लिखा"),
        ("It is what it is", "what"),
        ("It is", "it-is"),
        ("…!", "claim"),
        ("", "claim"),
        ("x" * 99, "x" * 32),
        ("Internationalization counterrevolutionaries again", "internationalization"),
        ("2 of 3", "2-3"),
    ],
)
def test_a_slug_says_what_the_text_is_about(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_slug_is_numbered_when_taken() -> None:
    assert slug("Peace talks", {"peace-talks", "peace-talks-2"}) == "peace-talks-3"


@given(st.text(), st.sets(st.text(max_size=3)))
def test_a_slug_is_always_a_free_valid_id(text: str, taken: set[str]) -> None:
    first = slug(text, taken)
    assert is_valid_id(first)
    assert first not in taken
    assert slug(text, {*taken, first}) not in {*taken, first}
    assert len(first) <= 40


def test_a_likely_slip_is_guessed() -> None:
    assert did_you_mean("greater-rôle", ["a", "greater-role"]) == " Did you mean 'greater-role'?"


def test_nothing_is_guessed_where_nothing_is_alike() -> None:
    assert did_you_mean("zebra", ["a", "greater-role", "tiger"]) == ""
