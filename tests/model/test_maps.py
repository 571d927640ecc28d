from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from argmap.model.claims import Citation, Claim
from argmap.model.maps import Kind, Map, children_of, item_places, parents_of
from tests.model.invariants import check_invariants
from tests.model.outlines import map_of
from tests.model.strategies import maps

_DEBATE = map_of(
    """
    claim a
      rebut b
        undercut c
      support linked
        premise d
          support e
        premise ref b
      support f
    claim g
    """
)


def test_every_item_knows_its_place_in_the_file() -> None:
    assert _DEBATE.places == (
        ("map", 0),
        ("map", 0, "rebut", 0),
        ("map", 0, "rebut", 0, "undercut", 0),
        ("map", 0, "support", 0),
        ("map", 0, "support", 0, "linked", 0),
        ("map", 0, "support", 0, "linked", 0, "support", 0),
        ("map", 0, "support", 0, "linked", 1),
        ("map", 0, "support", 1),
        ("map", 1),
    )


def test_given_places_are_kept_and_take_no_part_in_equality() -> None:
    moved = replace(_DEBATE, places=tuple(("map", 7, place) for place in range(9)))
    assert moved.places[0] == ("map", 7, 0)
    assert moved == _DEBATE


def test_parents_and_children_mirror_each_other() -> None:
    assert parents_of(_DEBATE.items) == (-1, 0, 1, 0, 3, 4, 3, 0, -1)
    assert children_of(_DEBATE.items) == ((1, 3, 7), (2,), (), (4, 6), (5,), (), (), (), ())


def test_an_empty_map_has_no_places() -> None:
    assert Map().places == item_places(()) == ()


def test_four_kinds_are_steps_and_two_of_them_are_about_steps() -> None:
    assert [kind for kind in Kind if not kind.is_step] == [Kind.CLAIM, Kind.PREMISE]
    assert [kind for kind in Kind if kind.is_about_step] == [Kind.UNDERCUT, Kind.WARRANT]


def test_the_shorthand_of_a_citation_is_written_out() -> None:
    assert Claim("x").citations == ()
    assert Claim("x", source="s", quote="q", at="p").citations == (Citation("s", "q", "p"),)
    several = (Citation("s"), Citation("t", via="s"))
    assert Claim("x", source=several).citations == several


@given(maps())
def test_random_maps_are_well_formed(map_: Map) -> None:
    check_invariants(map_)
