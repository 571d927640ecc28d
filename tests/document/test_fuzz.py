from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import events
from argmap.document.checking import check_document
from argmap.document.reader import read_bytes, read_text
from tests.document.mutations import mutated, unhurt


def test_twenty_thousand_broken_texts_are_read_without_a_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Four of five milliseconds go to ruamel's second opinion; it has a test of its own.
    monkeypatch.setattr(events, "_SECOND_OPINION", -1)
    assert sum(1 for text in mutated(20_000) if unhurt(text)) == 20_000


def test_broken_texts_are_read_without_a_crash_with_a_second_opinion() -> None:
    assert sum(1 for text in mutated(2_000, seed=1) if unhurt(text)) == 2_000


def test_broken_texts_are_read_without_a_crash_where_there_is_no_c_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(events, "C_EVENTS", None)
    assert sum(1 for text in mutated(1_500, seed=2) if unhurt(text)) == 1_500


@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    assert unhurt(text)


@given(st.binary())
def test_any_bytes_are_a_document(content: bytes) -> None:
    assert check_document(read_bytes(content)).findings


def test_the_same_text_gives_the_same_document() -> None:
    for text in mutated(50, seed=9):
        assert read_text(text).findings == read_text(text).findings
        assert read_text(text).map == read_text(text).map
