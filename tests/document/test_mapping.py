from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document.reader import read_text
from argmap.document.tree import Mapping, tree_at
from argmap.model.claims import (
    Citation,
    Claim,
    Inference,
    Linked,
    Ref,
    Standard,
    Status,
    StepFields,
    Verdict,
)
from argmap.model.ids import is_valid_id
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance

EVERYTHING = """\
argmap: 1
title: "  A   title
  on two lines "
question: What now?
lang: zh-Hans
draft: True
sources:
  2013:
    author: no
    title: >-
      On two
      lines
    in: 1.10
    date: 2013
    url: https://example.org
    text: |
      Kept
        as it is.
  no: {}
stances:
  2013:
    y: Probably  Not
    z: {credence: 0.25, quote: "a
      b", at: 7, note: n}
    w: 1
views: {}
scenarios: {a: b}
map:
- claim: One
    two
  id: y
  short: " s  t "
  source:
  - {source: no, quote: "q  q", at: para 1, via: 2013}
  - 2013
  qualifier: even
  status: granted
  standard: pe
  implicit: TRUE
  expect: {no: not established, 2013: open}
  tags: [a, 1.10]
  note: |
    n
  support:
  - linked:
    - claim: three
      source: no
      quote: q
      at: 1
      rebut:
      - ref: y
        step: s1
        tags: [t]
        note: n
    - ref: y
    step: z
    by: no
    scheme: Practical Reasoning
    inference: cumulative
    weight: "0.5"
    warrant:
    - claim: four
      step: w
      cq: really?
      credence: .5
      by:
      - source: no
      expect: rejected
  rebut: []
- claim: five
  status: questioned
"""


def test_every_field_reaches_the_map() -> None:
    document = read_text(EVERYTHING)
    assert document.findings == ()
    assert document.map == Map(
        title="A title on two lines",
        question="What now?",
        lang="zh-Hans",
        draft=True,
        sources=(
            Source(
                "2013",
                author="no",
                title="On two lines",
                published_in="1.10",
                date="2013",
                url="https://example.org",
                text="Kept\n  as it is.\n",
            ),
            Source("no"),
        ),
        stances=(
            Stance("2013", "y", qualifier=Qualifier.UNLIKELY),
            Stance("2013", "z", credence=0.25, quote="a b", at="7", note="n"),
            Stance("2013", "w", credence=1.0),
        ),
        items=(
            Item(
                0,
                Kind.CLAIM,
                Claim(
                    "One two",
                    "y",
                    "s t",
                    (Citation("no", "q q", "para 1", "2013"), Citation("2013")),
                    qualifier=Qualifier.ROUGHLY_EVEN,
                    status=Status.GRANTED,
                    standard=Standard.PREPONDERANCE,
                    implicit=True,
                    expect=(("no", Verdict.NOT_ESTABLISHED), ("2013", Verdict.OPEN)),
                    tags=("a", "1.10"),
                    note="n\n",
                ),
            ),
            Item(
                1,
                Kind.SUPPORT,
                Linked(),
                StepFields(
                    "z",
                    "no",
                    "Practical Reasoning",
                    weight=0.5,
                    inference=Inference.CUMULATIVE,
                ),
            ),
            Item(2, Kind.PREMISE, Claim("three", source="no", quote="q", at="1")),
            Item(3, Kind.REBUT, Ref("y"), StepFields("s1", tags=("t",), note="n")),
            Item(2, Kind.PREMISE, Ref("y")),
            Item(
                2,
                Kind.WARRANT,
                Claim("four", credence=0.5, expect=Verdict.REJECTED),
                StepFields("w", (Citation("no"),), cq="really?"),
            ),
            Item(0, Kind.CLAIM, Claim("five", status=Status.QUESTIONED)),
        ),
    )


def test_places_are_those_of_the_file_when_a_sibling_is_dropped() -> None:
    document = read_text(
        "argmap: 1\nmap:\n- no item\n- claim: a\n  rebut:\n  - [x]\n  - claim: b\n- claim: c\n"
    )
    assert document.map.places == (("map", 1), ("map", 1, "rebut", 1), ("map", 2))
    for place, tree in zip(document.map.places, document.trees, strict=True):
        assert tree_at(document.tree, place) is tree


def test_a_bad_field_hides_neither_the_others_nor_the_items_below() -> None:
    document = read_text(
        "argmap: 1\nmap:\n- claim: a\n  id: a a\n  short: s\n  weigth: 1\n  support:\n"
        "  - claim: [b]\n    id: b\n    rebut:\n    - claim: c\n      credence: 7\n"
    )
    assert [finding.code for finding in document.findings] == ["M006", "M002", "M003", "M005"]
    assert [item.content for item in document.map.items] == [
        Claim("a", short="s"),
        Claim("", "b"),
        Claim("c"),
    ]


def test_what_the_map_cannot_hold_is_still_checked() -> None:
    document = read_text(
        "argmap: 1\nmap:\n- ref: x\n  undercut:\n  - claim: a\n    id: a a\n"
        "    support:\n    - claim: b\n      id: b b\n"
    )
    assert [finding.code for finding in document.findings] == ["M011", "M011", "M006", "M006"]
    assert document.map.items == ()


def test_reasons_on_a_ref_stay_reachable() -> None:
    document = read_text(
        "argmap: 1\nmap:\n- claim: a\n  id: a\n  rebut:\n  - ref: a\n    support:\n"
        "    - claim: b\n      id: b\n  - ref: b\n"
    )
    assert [finding.code for finding in document.findings] == ["M011"]
    assert [item.depth for item in document.map.items] == [0, 1, 2, 1]


def test_children_stand_in_the_order_of_the_file() -> None:
    document = read_text(
        "argmap: 1\nmap:\n- claim: a\n  rebut:\n  - claim: b\n  support:\n  - claim: c\n"
        "    undercut:\n    - claim: d\n  - claim: e\n"
    )
    kinds = [(str(item.kind), item.content) for item in document.map.items]
    assert kinds == [
        ("claim", Claim("a")),
        ("rebut", Claim("b")),
        ("support", Claim("c")),
        ("undercut", Claim("d")),
        ("support", Claim("e")),
    ]


@pytest.mark.parametrize("value", ["~", "null", "", "# why"])
def test_nothing_is_no_value(value: str) -> None:
    document = read_text(f"argmap: 1\nmap:\n- claim: a\n  short: {value}\n")
    assert [finding.code for finding in document.findings] == ["M003"]
    quoted = read_text("argmap: 1\nmap:\n- claim: a\n  short: 'null'\n")
    assert quoted.map.items[0].content == Claim("a", short="null")


def test_a_chain_of_a_hundred_levels_is_ordinary() -> None:
    lines = ["argmap: 1", "map:", "- claim: c0"]
    for level in range(1, 100):
        lines += ["  " * level + "support:", "  " * level + f"- claim: c{level}"]
    document = read_text("\n".join(lines) + "\n")
    assert document.findings == ()
    assert [item.depth for item in document.map.items] == list(range(100))


def test_an_alias_of_a_text_stands_for_it() -> None:
    document = read_text("argmap: 1\nmap:\n- claim: &a x\n- claim: *a\n- claim: *b\n")
    assert [finding.code for finding in document.findings] == ["Y011"] * 3
    assert [item.content for item in document.map.items] == [Claim("x"), Claim("x"), Claim("")]


@given(st.text(min_size=1, max_size=6))
def test_the_shape_takes_for_an_id_what_the_model_takes(name: str) -> None:
    escaped = "".join(f"\\U{ord(character):08x}" for character in name)
    document = read_text(f'argmap: 1\nmap:\n- claim: a\n  id: "{escaped}"\n')
    assert document.is_sound == is_valid_id(name)


def test_an_empty_tree_has_no_place() -> None:
    tree = read_text("{}\n").tree
    assert isinstance(tree, Mapping)
    codes = [finding.code for finding in read_text("{}\n").findings]
    assert codes == ["M001"]
