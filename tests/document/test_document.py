from __future__ import annotations

from argmap.document.reader import read_text
from argmap.model.claims import Claim, Ref
from argmap.model.maps import Map


def test_a_document_is_sound_while_its_findings_are_warnings() -> None:
    assert read_text("argmap: 1\nmap: []\n").is_sound
    assert read_text("argmap: 1\ntitle: x\u200b\nmap: []\n").is_sound
    assert not read_text("argmap: 1\n").is_sound


def test_the_trees_are_the_mappings_of_the_items() -> None:
    text = "argmap: 1\nmap:\n- claim: a\n  id: a\n  rebut:\n  - claim: b\n  - ref: a\n"
    document = read_text(text)
    assert [item.content for item in document.map.items] == [
        Claim("a", "a"),
        Claim("b"),
        Ref("a"),
    ]
    assert [text[tree.start : tree.start + 8] for tree in document.trees] == [
        "claim: a",
        "claim: b",
        "ref: a\n",
    ]


def test_a_text_that_is_no_yaml_has_an_empty_map() -> None:
    document = read_text("a: b: c\n")
    assert (document.map, document.tree, document.trees) == (Map(), None, ())
    assert document.text == "a: b: c\n"
