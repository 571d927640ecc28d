from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from argmap.diagram.themes import PRINT
from argmap.exporters.dot import dot_of
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source
from tests.diagram.sketches import SHAPES, sketch

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="needs the program dot")


def drawn(source: str) -> ET.Element:
    done = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True)
    assert b"rror" not in done.stderr, done.stderr
    return ET.fromstring(done.stdout)  # noqa: S314  # dot's own words


def words(root: ET.Element) -> str:
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return " ".join("".join(text.itertext()) for text in texts)


@needs_dot
@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "control characters"])
def test_dot_draws_every_shape_by_itself(shape: str) -> None:
    map_ = sketch(SHAPES[shape])
    root = drawn(dot_of(map_))
    ids = {element.get("id") for element in root.iter()}
    claims = [item.content for item in map_.items]
    kinds = [item.kind for item in map_.items]
    for claim, kind in zip(claims, kinds, strict=True):
        if isinstance(claim, Claim) and kind is not Kind.PREMISE:
            assert claim.id in ids


@needs_dot
def test_dot_shows_the_words_of_card_kind_and_author() -> None:
    source = Source("s", author="Andrew Small", date="2013", url="https://example.org/?a&b")
    items = (
        Item(0, Kind.CLAIM, Claim("Bread & <butter> are \\N \\l \\\\ good.", "a", source="s")),
        Item(1, Kind.REBUT, Claim("They are not.", "b")),
    )
    shown = words(drawn(dot_of(Map(sources=(source,), items=items))))
    for word in (
        "Bread & <butter> are \\N \\l \\\\ good.",
        "REBUT",
        "They are not.",
        "Andrew Small, 2013",
    ):
        assert word in shown


def test_each_kind_has_its_own_line_and_head() -> None:
    source = dot_of(sketch("= a\n  + b\n    ~ w\n    ! u\n  - c"))
    for mark in ("arrowhead=normal", "arrowhead=tee", "arrowhead=diamond", "arrowhead=dot"):
        assert mark in source
    for line in ("style=solid", "style=dashed", "style=dotted"):
        assert line in source


def test_an_undercut_ends_at_a_joint_on_the_line_it_attacks() -> None:
    source = dot_of(sketch("= a\n  + b\n    ! u"))
    edges = [line.split(" [")[0].strip() for line in source.splitlines() if "->" in line]
    assert edges == ['b -> "on step-1"', '"on step-1" -> a', 'u -> "on step-1"']


def test_a_ref_is_an_edge_that_pulls_nothing() -> None:
    source = dot_of(sketch("= a\n  + b\n= c\n  - *b"))
    (edge,) = [line for line in source.splitlines() if "b -> c" in line]
    assert "constraint=false" in edge


def test_a_reason_for_one_premise_ends_at_that_premise() -> None:
    source = dot_of(sketch("= a\n  + linked\n    & b\n      + d\n    & c"))
    assert '"linked-1":p2:s' in source
    assert 'PORT="p2"' in source


def test_pros_come_before_cons() -> None:
    source = dot_of(sketch(SHAPES["rebuts before supports"]))
    assert source.index("p -> a") < source.index("c -> a")


def test_the_short_text_and_the_theme_are_taken() -> None:
    map_ = Map(items=(Item(0, Kind.CLAIM, Claim("A long sentence", "a", short="Short")),))
    source = dot_of(map_, PRINT, "short")
    assert ">Short<" in source
    assert PRINT.colours["claim"] in source


def test_what_xml_cannot_hold_is_replaced() -> None:
    source = dot_of(sketch(SHAPES["control characters"]))
    assert "one\ufffdtwo" in source
    source.encode("utf-8")
