from __future__ import annotations

from itertools import pairwise

import pytest

from argmap.model.scale import Qualifier, parse_qualifier, qualifier_words

# Intelligence Community Directive 203, section 6.e.(2)(a): both rows of terms, and their range.
_DIRECTIVE = (
    ("almost no chance", "remote", 0.01, 0.05),
    ("very unlikely", "highly improbable", 0.05, 0.20),
    ("unlikely", "improbable", 0.20, 0.45),
    ("roughly even chance", "roughly even odds", 0.45, 0.55),
    ("likely", "probable", 0.55, 0.80),
    ("very likely", "highly probable", 0.80, 0.95),
    ("almost certain", "nearly certain", 0.95, 0.99),
)


@pytest.mark.parametrize(("first", "second", "lowest", "highest"), _DIRECTIVE)
def test_both_terms_of_the_directive_name_its_range(
    first: str, second: str, lowest: float, highest: float
) -> None:
    word = parse_qualifier(first)
    assert word is not None
    assert word is parse_qualifier(second)
    assert word.range == (lowest, highest)


def test_the_grades_follow_each_other_without_a_gap() -> None:
    assert [str(word) for word in Qualifier] == [
        row[0].removesuffix(" chance") if "even" in row[0] else row[0] for row in _DIRECTIVE
    ]
    for below, above in pairwise(Qualifier):
        assert below.range[1] == above.range[0]


def test_case_and_spacing_do_not_matter() -> None:
    assert parse_qualifier("  Probably\n NOT ") is Qualifier.UNLIKELY


def test_another_word_is_no_qualifier() -> None:
    assert parse_qualifier("perhaps") is None


def test_every_word_is_known_and_the_grades_come_first() -> None:
    words = qualifier_words()
    assert words[:7] == tuple(Qualifier)
    assert all(parse_qualifier(word) for word in words)
