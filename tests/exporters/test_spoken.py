"""The outline for the ear."""

from __future__ import annotations

import re

from argmap.exporters.spoken import spoken_of
from argmap.model.claims import Claim, Ref, StepFields
from argmap.model.maps import Item, Kind, Map
from tests.conftest import Golden
from tests.exporters.sample import SAMPLE


def test_every_sentence_says_its_target(golden: Golden) -> None:
    golden("spoken.txt", spoken_of(SAMPLE))


def test_nothing_is_drawn() -> None:
    assert spoken_of(SAMPLE).isascii()


def test_an_undercut_of_a_root_has_no_step_to_aim_at() -> None:
    items = (Item(0, Kind.CLAIM, Claim("A.")), Item(1, Kind.UNDERCUT, Claim("B.")))
    assert "2. Undercuts no step: B.\n" in spoken_of(Map(items=items))


def test_a_premise_outside_linked_premises_is_still_told() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("A.", id="a")),
        Item(1, Kind.PREMISE, Ref("a"), StepFields()),
    )
    assert spoken_of(Map(items=items)) == "1. Claim: A.\n2. Premise of 1, same as 1: A.\n"


def test_control_characters_and_line_breaks_stay_out() -> None:
    nasty = Map(
        title="\x1b]0;a\x07", question="\x9b1m", items=(Item(0, Kind.CLAIM, Claim("a\nb\x1b[2J")),)
    )
    text = spoken_of(nasty)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert text.count("\n") == 3
