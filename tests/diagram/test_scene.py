from __future__ import annotations

from dataclasses import replace

from argmap.diagram.scene import AuthorTag, Card, Scene, scene_of
from argmap.model.claims import Citation, Claim
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source
from tests.diagram.sketches import SHAPES, sketch

SMALL = Source("small", author="Andrew Small", date="2013", url="https://example.org/small")
KUO = Source("kuo", author="Kendrick Kuo", date="2013-06-24")
NAMELESS = Source("minutes", title="Minutes")


def cards(scene: Scene) -> dict[str, Card]:
    return {card.id: card for owner in scene.cards for card in (owner, *owner.members)}


def tags(*citations: Citation) -> tuple[AuthorTag, ...]:
    claim = Claim("It is so", "a", source=citations)
    map_ = Map(sources=(SMALL, KUO, NAMELESS), items=(Item(0, Kind.CLAIM, claim),))
    return scene_of(map_).cards[0].tags


def test_a_claim_is_a_card_at_home_and_a_step_is_a_line() -> None:
    scene = scene_of(sketch("= a\n  + b\n  - c"))
    assert [(card.id, card.kind) for card in scene.cards] == [
        ("a", "claim"),
        ("b", "support"),
        ("c", "rebut"),
    ]
    assert [(line.kind, line.tail, line.target) for line in scene.lines] == [
        ("support", 1, 0),
        ("rebut", 2, 0),
    ]


def test_a_ref_draws_no_second_card_but_a_line_from_home() -> None:
    scene = scene_of(sketch("= a\n  + b\n= c\n  - *b"))
    assert len(scene.cards) == 3
    line = scene.lines[-1]
    assert (line.tail, line.target, line.cross) == (1, 2, True)


def test_an_undercut_aims_at_a_line() -> None:
    scene = scene_of(sketch("= a\n  + b\n    ! u\n      ! v"))
    assert [(line.target, line.about_step) for line in scene.lines] == [
        (0, False),
        (1, True),
        (2, True),
    ]


def test_linked_premises_are_one_card_with_members() -> None:
    scene = scene_of(sketch("= a\n  + linked\n    & b\n      + d\n    & c"))
    linked = scene.cards[1]
    assert [member.id for member in linked.members] == ["b", "c"]
    assert [member.kind for member in linked.members] == ["support", "support"]
    # A reason for one premise aims at that premise, which the linked card shows.
    assert scene.lines[-1].target == 2
    assert scene.owner[2] == 1


def test_a_ref_among_linked_premises_is_a_mention() -> None:
    mention = cards(scene_of(sketch(SHAPES["linked with mentions"])))["mention-1"]
    assert mention.mention
    assert mention.text == "This is what b says"


def test_a_ref_to_no_claim_shows_its_id() -> None:
    scene = scene_of(sketch("= a\n  + *nobody"))
    assert (scene.cards[1].text, scene.cards[1].mention) == ("nobody", True)
    assert scene.lines[0].tail == 1


def test_the_second_claim_with_an_id_gets_another() -> None:
    assert list(cards(scene_of(sketch("= a\n  + b\n  - b")))) == ["a", "b", "b-2"]


def test_a_claim_without_an_id_gets_one() -> None:
    map_ = sketch("= a\n  + b")
    nameless = replace(map_.items[1], content=Claim("It is so"))
    assert list(cards(scene_of(replace(map_, items=(map_.items[0], nameless))))) == ["a", "claim-1"]


def test_an_author_tag_has_name_year_and_address() -> None:
    assert tags(Citation("small")) == (
        AuthorTag("Andrew Small, 2013", "https://example.org/small"),
    )


def test_two_citations_of_one_source_are_one_tag() -> None:
    assert len(tags(Citation("small", at="1"), Citation("small", at="2"))) == 1


def test_a_report_names_both_and_links_to_the_reporter() -> None:
    assert tags(Citation("small", via="kuo")) == (
        AuthorTag("Andrew Small, 2013, via Kendrick Kuo", None),
    )


def test_a_report_of_what_is_cited_anyway_adds_nothing() -> None:
    both = tags(Citation("small"), Citation("small", via="kuo"))
    assert [tag.text for tag in both] == ["Andrew Small, 2013"]


def test_a_source_without_author_goes_by_its_title_and_an_unknown_one_by_its_id() -> None:
    assert [tag.text for tag in tags(Citation("minutes"), Citation("lost"))] == ["Minutes", "lost"]


def test_a_map_without_a_title_goes_by_its_question() -> None:
    assert scene_of(Map(question="Will it?")).title == "Will it?"
    assert scene_of(Map()).title == "Argument map"
