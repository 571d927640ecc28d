from __future__ import annotations

import pytest

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.graph import graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.rules.wording import clipped, listed, name_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        (" two\n words ", "two words"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
        ("word " * 20, "word word word word word word word word…"),
        ("a" + " " * 1000 + "b", "a…"),
    ],
)
def test_a_text_is_cut_to_what_a_message_can_hold(text: str, shown: str) -> None:
    assert clipped(text) == shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed_as_in_a_sentence(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence


def test_a_claim_is_named_by_its_id_else_by_its_words() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("One.", id="a")),
        Item(1, Kind.SUPPORT, Claim("Two.")),
        Item(1, Kind.SUPPORT, Ref("b")),
        Item(1, Kind.SUPPORT, Linked()),
    )
    graph = graph_of(Map(items=items))
    assert [name_of(graph, n) for n in range(4)] == ["'a'", "“Two.”", "'b'", "linked premises"]
