from __future__ import annotations

import time

import pytest

from argmap.model.suggestions import Vocabulary

WORDS = Vocabulary(["greater-role", "islamabad", "us-presses", "Upper-Hand", "upper-hand"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("greater-rôle", "greater-role"),
        ("greaterrole", "greater-role"),
        ("islamabd", "islamabad"),
        ("Islamabad", "islamabad"),
        ("xislamabad", "islamabad"),
        ("presses", "us-presses"),
        ("uper-hand", "Upper-Hand"),
    ],
)
def test_a_slip_is_recognised(word: str, meant: str) -> None:
    assert WORDS.did_you_mean(word) == f"Did you mean '{meant}'?"


@pytest.mark.parametrize("word", ["quite-different", "", "x", "greater-role" * 10])
def test_a_word_like_none_is_left_alone(word: str) -> None:
    assert WORDS.did_you_mean(word) is None


def test_no_words_no_suggestion() -> None:
    assert Vocabulary([]).did_you_mean("a") is None
    assert Vocabulary(["a" * 1000]).did_you_mean("a" * 60) is None


def test_the_right_one_is_found_among_ten_thousand_in_no_time() -> None:
    started = time.process_time()
    words = Vocabulary([f"claim-{n}" for n in range(10_000)])
    assert words.did_you_mean("claim-9999x") == "Did you mean 'claim-9999'?"
    for n in range(300):
        assert words.did_you_mean(f"cliam-{n}") is not None
    assert time.process_time() - started < 3
