from __future__ import annotations

import string
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.names import Names


def test_an_id_stays_as_it_is() -> None:
    assert Names(["greater-role"]).of("greater-role") == "greater-role"


def test_only_the_first_of_two_keeps_an_id() -> None:
    names = Names(["a", "a"])
    assert [names.of("a"), names.of("a")] == ["a", "a-2"]


def test_a_digit_cannot_begin_an_xml_name() -> None:
    assert Names(["2013"]).of("2013") == "_2013"


def test_characters_that_xml_names_lack_are_written_as_their_number() -> None:
    assert Names(["a b:c"]).of("a b:c") == "a_20_b_3a_c"


def test_fresh_names_avoid_those_given() -> None:
    names = Names(["claim-1"])
    assert names.fresh("claim") == "claim-2"
    assert names.fresh("claim") == "claim-3"
    assert names.of("claim-1") == "claim-1"


@given(st.lists(st.text(min_size=1), max_size=8))
def test_every_id_is_unique_and_a_name_in_xml(given_ids: list[str]) -> None:
    names = Names(given_ids)
    made = [names.of(name) for name in given_ids] + [names.fresh("claim") for _ in given_ids]
    assert len(set(made)) == len(made)
    for name in made:
        assert not name[0].isdecimal()
        assert name[0] not in "-."
        assert not set(name) & set(string.whitespace + string.punctuation) - set("-_.")
        assert not {unicodedata.category(char)[0] for char in name} & {"Z"}
        assert not {unicodedata.category(char) for char in name} & {"Cc", "Cs"}
