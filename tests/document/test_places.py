"""Where the words of a text stand, to the code point, whoever parses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import events
from argmap.document.document import Document
from argmap.document.reader import read_bytes, read_text
from argmap.document.tree import Mapping, Scalar, Sequence, tree_at
from tests.document.mutations import mutated
from tests.document.trees import dump, scalars

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))


def written(text: str, *place: str | int) -> str:
    """Return the part of a text where a place stands."""
    tree = tree_at(read_text(text).tree, place)
    assert tree is not None
    return text[tree.start : tree.end]


def test_a_scalar_spans_its_quotes_and_a_block_its_sign() -> None:
    text = "a: 'x'\nb: \"y\"\nc: plain text\nd: |\n  one\n\n  two\n\n\ne: >-  # why\n  z\n# end\n"
    assert written(text, "a") == "'x'"
    assert written(text, "b") == '"y"'
    assert written(text, "c") == "plain text"
    assert written(text, "d") == "|\n  one\n\n  two"
    assert written(text, "e") == ">-  # why\n  z"


def test_a_plus_in_a_comment_keeps_no_blank_lines() -> None:
    text = "argmap: 1\nnote: |- # a + b\n  first\n\n\nmap: []\n"
    root = read_text(text).tree
    assert isinstance(root, Mapping)
    note = root.values["note"]
    assert text[note.start : note.end] == "|- # a + b\n  first"


def test_a_block_that_keeps_its_blank_lines_ends_after_them() -> None:
    assert written("a: |+\n  x\n\n\nb: y\n", "a") == "|+\n  x\n\n"
    assert written("a: |+\r\n  x\r\n\r\nb: y\r\n", "a") == "|+\r\n  x\r\n"


def test_a_block_collection_ends_where_its_last_value_ends() -> None:
    text = "a:\n- b: c\n  d: [e,\n    f]\n\n# comment\n\ng: h\n"
    assert written(text, "a") == "- b: c\n  d: [e,\n    f]"
    assert written(text, "a", 0) == "b: c\n  d: [e,\n    f]"
    assert written(text, "a", 0, "d") == "[e,\n    f]"


def test_nothing_stands_just_behind_its_colon() -> None:
    text = "a:\nb: # why\nc : ~\nd: {e, f: }\ng:\n  - h:\n"
    tree = read_text(text).tree
    for place, offset in ((("a",), 2), (("b",), 5), (("d", "f"), 27)):
        found = tree_at(tree, place)
        assert isinstance(found, Scalar)
        assert (found.value, found.start, found.end) == (None, offset, offset)
    tilde = tree_at(tree, ("c",))
    assert isinstance(tilde, Scalar)
    assert (tilde.value, text[tilde.start : tilde.end]) == (None, "~")


def test_every_scalar_is_text() -> None:
    tree = read_text("a: [no, 010, 1.10, 2013-06-21, 0x1f, 1e3, .inf, y, 12:30]\n").tree
    found = tree_at(tree, ("a",))
    assert isinstance(found, Sequence)
    values = [item.value for item in found.items if isinstance(item, Scalar)]
    assert values == ["no", "010", "1.10", "2013-06-21", "0x1f", "1e3", ".inf", "y", "12:30"]


def test_a_place_that_is_not_there_is_none() -> None:
    tree = read_text("a: [b]\n").tree
    assert tree_at(tree, ("a", 1)) is None
    assert tree_at(tree, ("a", "b")) is None
    assert tree_at(tree, ("c", "b")) is None
    assert tree_at(tree, ()) is tree


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [False, True])
def test_places_are_exact_among_emoji_and_whatever_ends_a_line(newline: str, bom: bool) -> None:  # noqa: FBT001
    plain = "🎉é: 国务院 👨‍👩‍👧\n'ключ': \"x\"\nz:\n- e\u0301\n"
    text = plain.replace("\n", newline)
    document = read_bytes(b"\xef\xbb\xbf" * bom + text.encode())
    assert (document.text, document.bom, document.newline) == (text, bom, newline)
    for key in ("🎉é", "ключ", "z"):
        assert isinstance(document.tree, Mapping)
        span = document.tree.keys[key]
        assert text[span.start : span.end].strip("'") == key
    assert written(text, "🎉é") == "国务院 👨‍👩‍👧"
    assert written(text, "z", 0) == "e\u0301"
    assert document.encoded == b"\xef\xbb\xbf" * bom + text.encode()


def test_a_text_with_a_byte_order_mark_is_read_like_its_bytes() -> None:
    document = read_text("\ufeffargmap: 1\nmap: []\n")
    assert document.bom
    assert document.text == "argmap: 1\nmap: []\n"
    assert document.findings == ()


WORDS = st.text(alphabet="ab é🎉?'\"#:-,[]{}", min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["'", '"']))
def test_every_quoted_text_is_found_where_it_stands(words: list[str], quote: str) -> None:
    twice = {"'": "''", '"': '\\"'}[quote]
    written_words = [quote + word.replace(quote, twice) + quote for word in words]
    text = "a: [" + ", ".join(written_words) + "]\n"
    found = scalars(read_text(text).tree)[1:]
    assert [scalar.value for scalar in found] == words
    assert [text[scalar.start : scalar.end] for scalar in found] == written_words


# libyaml takes them, as YAML says; ruamel does not.
BLANKS_BEGIN_A_BLOCK = re.compile(r"[|>][+-]?[^\r\n]*[\r\n]+ +[\r\n]")


def read_both(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Document, Document]:
    with monkeypatch.context() as without:
        without.setattr(events, "C_EVENTS", None)
        pure = read_text(text)
    return read_text(text), pure


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_both_parsers_read_our_maps_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, pure = read_both(path.read_text(encoding="utf-8"), monkeypatch)
    assert fast.map == pure.map
    assert fast.findings == pure.findings == ()
    assert dump(fast.tree) == dump(pure.tree)


def test_both_parsers_read_alike_what_libyaml_takes_without_a_finding_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    for text in mutated(2_500, seed=1):
        document = read_text(text)
        if document.tree is None or any(found.code[0] == "Y" for found in document.findings):
            continue
        _, pure = read_both(text, monkeypatch)
        if pure.tree is not None or not BLANKS_BEGIN_A_BLOCK.search(text):
            assert dump(document.tree) == dump(pure.tree), text
        compared += 1
    assert compared > 300


@pytest.mark.parametrize(
    "text",
    [
        "- {claim: Why Kabul?, id: x}",
        "- {claim: Why Kabul? Because, id: x}",
        "- {claim: x, tags: [a?, b?], note: a?b}",
        "- {claim: x, tags: [:x]}",
        '- {"claim"::x}',
    ],
)
def test_where_libyaml_refuses_the_pure_parser_is_believed(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast, pure = read_both(f"argmap: 1\nmap:\n{text}\n", monkeypatch)
    assert fast.findings == pure.findings == ()
    assert fast.map == pure.map
    assert dump(fast.tree) == dump(pure.tree)


def test_blanks_that_begin_a_block_are_taken_by_libyaml_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fast, pure = read_both("argmap: 1\nmap:\n- claim: |\n  \n    x\n", monkeypatch)
    assert fast.findings == ()
    assert [finding.code for finding in pure.findings] == ["Y000"]
