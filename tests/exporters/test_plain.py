"""The plain text outline."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.exporters.plain import plain_of
from argmap.exporters.wrapping import wrapped
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map
from argmap.reporters.visible import cells
from tests.conftest import Golden
from tests.exporters.sample import SAMPLE


def test_the_outline_says_what_each_claim_does_and_who_says_it(golden: Golden) -> None:
    golden("sample.txt", plain_of(SAMPLE, 60))


def test_no_line_is_wider_than_asked() -> None:
    assert max(map(len, plain_of(SAMPLE, 44).splitlines())) <= 44


def test_an_empty_map_is_an_empty_outline() -> None:
    assert plain_of(Map()) == "\n"


def test_a_title_in_wide_characters_is_underlined_as_wide() -> None:
    assert plain_of(Map(title="図書館")).splitlines()[1] == "======"


def test_a_deep_chain_keeps_a_readable_column() -> None:
    items = [Item(0, Kind.CLAIM, Claim("Root."))]
    items += [Item(d, Kind.SUPPORT, Claim("Some ten words. " * 4)) for d in range(1, 120)]
    *_, last, _rest = plain_of(Map(items=tuple(items))).splitlines()
    assert len(last.strip()) > 20


def test_control_characters_are_written_out() -> None:
    text = plain_of(Map(title="\x1b]0;owned\x07", items=(Item(0, Kind.CLAIM, Claim("\x9b2J")),)))
    assert r"\x1b]0;owned\x07" in text
    assert r"\x9b2J" in text


@given(st.text(), st.integers(1, 40))
def test_wrapping_loses_no_word_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    # One character may be wider than the line.
    assert all(cells(line) <= max(width, 2) or len(line.strip()) == 1 for line in lines)


@given(st.lists(st.sampled_from(["a", "bb", "漢字", "e\u0301"]), min_size=1), st.integers(4, 12))
def test_words_that_fit_are_never_cut(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width)
    assert [word for line in lines for word in line.split()] == words
