"""The Markdown outline."""

from __future__ import annotations

import markdown as reference
from hypothesis import given
from hypothesis import strategies as st

from argmap.exporters.markdown import markdown_of
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map
from tests.conftest import Golden
from tests.exporters.sample import SAMPLE


def test_the_outline_is_nested_lists(golden: Golden) -> None:
    golden("sample.md", markdown_of(SAMPLE))


def one(text: str) -> str:
    return markdown_of(Map(items=(Item(0, Kind.CLAIM, Claim(text)),)))


def test_a_claim_cannot_break_out_of_its_item() -> None:
    assert one("a\n\n# b") == "- **Claim:** a # b\n"


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1))
def test_words_are_shown_as_they_are_not_as_markup(text: str) -> None:
    html = reference.markdown(one(text))
    assert html.count("<em>") == 0
    assert html.count("<a ") == 0
    assert html.count("<code>") == 0
    assert html.count("<strong>") == 1


def test_control_characters_are_written_out() -> None:
    assert r"\\x1b\]0;owned" in one("\x1b]0;owned")
