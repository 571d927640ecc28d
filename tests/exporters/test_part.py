"""A part of a map as a map of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exporters.part import part_of
from argmap.exporters.settings import ExportError
from argmap.model.claims import Claim, Linked, Ref, StepFields
from argmap.model.graph import graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Stance

DEBATE = Map(
    title="T",
    items=(
        Item(0, Kind.CLAIM, Claim("Root.", id="root")),
        Item(1, Kind.REBUT, Claim("Rebut.", id="rebut"), StepFields(id="step", scheme="sign")),
        Item(2, Kind.SUPPORT, Claim("Reason.", id="reason")),
        Item(3, Kind.UNDERCUT, Claim("Undercut.", id="undercut")),
        Item(2, Kind.UNDERCUT, Linked()),
        Item(3, Kind.PREMISE, Claim("One.", id="one")),
        Item(4, Kind.SUPPORT, Claim("Deep.", id="deep")),
        Item(3, Kind.PREMISE, Ref("far")),
        Item(2, Kind.SUPPORT, Ref("far")),
        Item(3, Kind.UNDERCUT, Ref("far")),
        Item(1, Kind.SUPPORT, Claim("Far.", id="far")),
        Item(2, Kind.SUPPORT, Claim("Farther.", id="farther")),
        Item(0, Kind.CLAIM, Claim("Other root.", id="other")),
    ),
)


def outline(map_: Map) -> list[tuple[int, str, str]]:
    words: list[tuple[int, str, str]] = []
    for item in map_.items:
        match item.content:
            case Claim(text=text):
                words.append((item.depth, str(item.kind), text))
            case Ref(id=name):
                words.append((item.depth, str(item.kind), f"ref {name}"))
            case Linked():
                words.append((item.depth, str(item.kind), "linked"))
    return words


def test_stances_go_with_what_they_are_about() -> None:
    stances = (Stance("s", "reason"), Stance("s", "far"), Stance("s", "step"), Stance("s", "nil"))
    part = part_of(replace(DEBATE, stances=stances), "rebut", depth=1)
    assert [stance.about for stance in part.stances] == ["reason", "far"]


def test_no_choice_is_the_whole_map() -> None:
    assert part_of(DEBATE) == DEBATE


def test_the_chosen_claim_becomes_the_root_and_its_old_step_goes() -> None:
    part = part_of(DEBATE, "rebut")
    assert outline(part) == [
        (0, "claim", "Rebut."),
        (1, "support", "Reason."),
        (2, "undercut", "Undercut."),
        (1, "support", "Far."),
        (2, "undercut", "ref far"),
    ]
    assert part.items[0].step == StepFields()
    assert part.title == "T"


def test_a_root_keeps_all_below_it() -> None:
    assert outline(part_of(DEBATE, "root")) == outline(DEBATE)[:-1]


def test_a_linked_premise_can_be_chosen() -> None:
    assert outline(part_of(DEBATE, "one")) == [(0, "claim", "One."), (1, "support", "Deep.")]


def test_depth_counts_steps_and_premises_go_with_their_step() -> None:
    assert outline(part_of(DEBATE, depth=0)) == [
        (0, "claim", "Root."),
        (0, "claim", "Other root."),
    ]
    assert outline(part_of(DEBATE, "root", depth=2)) == [
        (0, "claim", "Root."),
        (1, "rebut", "Rebut."),
        (2, "support", "Reason."),
        (2, "undercut", "linked"),
        (3, "premise", "One."),
        (3, "premise", "ref far"),
        (2, "support", "ref far"),
        (1, "support", "Far."),
        (2, "support", "Farther."),
    ]


def test_an_unknown_claim_is_refused_with_the_nearest() -> None:
    with pytest.raises(ExportError, match=r"no claim 'reasons'\. Did you mean 'reason'"):
        part_of(DEBATE, "reasons")


def test_an_empty_map_has_an_empty_part() -> None:
    assert part_of(Map(), depth=3) == Map()


@given(st.sampled_from([None, "root", "rebut", "reason", "one", "far", "other"]), st.integers(0, 5))
def test_a_part_is_a_map_without_loose_ends(root: str | None, depth: int) -> None:
    part = part_of(DEBATE, root, depth)
    graph = graph_of(part)
    assert not graph.dangling
    assert part.items[0].depth == 0
    assert all(
        below.depth <= above.depth + 1
        for above, below in zip(part.items, part.items[1:], strict=False)
    )
    texts = [item.content.text for item in part.items if isinstance(item.content, Claim)]
    assert len(texts) == len(set(texts))
