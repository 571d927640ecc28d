from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.model.claims import Citation, Claim, Linked, Ref, StepFields
from argmap.model.maps import Item, Kind, Map
from argmap.tui.outline.branches import branches_of
from argmap.tui.outline.words import Words, homes_of, tone_of, words_of

ROOT = Item(0, Kind.CLAIM, Claim("The root.", id="root"))


def words(*items: Item, item: int = -1, folded: bool = False) -> Words:
    map_ = Map(items=items)
    item %= len(items)
    return words_of(map_, branches_of(items), homes_of(items), item, folded=folded)


def text(*items: Item, item: int = -1, folded: bool = False) -> str:
    return words(*items, item=item, folded=folded).text.replace("\u00a0", " ")


def claim(claim: Claim, kind: Kind = Kind.SUPPORT, step: StepFields | None = None) -> str:
    return text(ROOT, Item(1, kind, claim, step or StepFields()))


def test_a_claim_is_told_with_its_kind_its_source_and_its_id() -> None:
    told = Claim("It rains.", id="rain", source="small")
    assert claim(told) == "SUPPORT It rains.  small · #rain"
    assert (
        claim(replace(told, implicit=True), Kind.REBUT)
        == "REBUT It rains.  small · implicit · #rain"
    )
    assert claim(Claim("It rains.")) == "SUPPORT It rains."


def test_several_sources_and_those_that_report_them_are_named_once() -> None:
    cited = (Citation("small"), Citation("omar", via="small"), Citation("small", at="para 2"))
    assert claim(Claim("It rains.", source=cited)) == "SUPPORT It rains.  small, omar via small"


def test_who_draws_a_step_is_told_unless_the_claim_is_theirs() -> None:
    told = Claim("It rains.", source="small")
    assert claim(told, step=StepFields(by="small")) == "SUPPORT It rains.  small"
    by_two = StepFields(by=(Citation("small"), Citation("kuo")), id="s1")
    assert claim(told, step=by_two) == ("SUPPORT It rains.  small · drawn by small, kuo · step #s1")


@pytest.mark.parametrize("kind", [Kind.UNDERCUT, Kind.WARRANT])
def test_what_argues_about_a_step_names_that_step(kind: Kind) -> None:
    rebut = Item(1, Kind.REBUT, Claim("But."))
    about = Item(2, kind, Claim("Because."))
    assert text(ROOT, rebut, about) == f"{kind.upper()} of the rebut Because."


def test_a_ref_shows_the_text_of_its_home() -> None:
    ref = Item(1, Kind.SUPPORT, Ref("root"), StepFields(by="kuo"))
    assert text(ROOT, ref) == "SUPPORT ↗ The root.  drawn by kuo · #root"
    assert not words(ROOT, ref).is_own


def test_a_ref_to_no_claim_says_so() -> None:
    assert text(ROOT, Item(1, Kind.SUPPORT, Ref("rot"))) == (
        "SUPPORT ↗ There is no claim 'rot'.  #rot"
    )


def test_linked_premises_are_counted_and_their_scheme_named() -> None:
    linked = Item(1, Kind.SUPPORT, Linked(), StepFields(scheme="practical reasoning", id="s1"))
    premise = Item(2, Kind.PREMISE, Claim("One."))
    undercut = Item(2, Kind.UNDERCUT, Claim("No."))
    items = (ROOT, linked, premise, premise, undercut)
    assert text(*items, item=1) == ("SUPPORT by 2 linked premises, practical reasoning  step #s1")
    assert text(*items, item=1, folded=True) == (
        "SUPPORT by 2 linked premises, practical reasoning  +3  step #s1"
    )


def test_a_claim_without_words_yet_says_so() -> None:
    assert claim(Claim(" ")) == "SUPPORT (no text yet)"


def test_nothing_that_a_terminal_would_obey_gets_through() -> None:
    hostile = Claim("a\x1b[2Jb\x07\u202ec\td", id="x\x1b", source="s\n\x9b")
    told = claim(hostile)
    assert told == "SUPPORT a\\x1b[2Jb\\x07\\u202ec d  s \\x9b · #x\\x1b"
    assert told.isprintable()


def test_the_parts_begin_where_they_say() -> None:
    parent = Item(1, Kind.SUPPORT, Claim("It rains.", id="rain", source="small"))
    found = words(ROOT, parent, Item(2, Kind.REBUT, Claim("No.")), item=1, folded=True)
    edges = (0, found.body, found.count, found.tail, found.ids, len(found.text))
    assert [found.text[a:b] for a, b in pairwise(edges)] == [
        "SUPPORT ",
        "It rains.",
        "  +1",
        "  small",
        "\u00a0· #rain",
    ]


def test_a_premise_has_the_tone_of_its_step() -> None:
    items = (ROOT, Item(1, Kind.REBUT, Linked()), Item(2, Kind.PREMISE, Claim("One.")))
    assert [tone_of(items, branches_of(items), item) for item in range(3)] == [
        "claim",
        "rebut",
        "rebut",
    ]


def test_the_first_home_of_an_id_counts() -> None:
    twice = (ROOT, ROOT, Item(1, Kind.SUPPORT, Claim("No id.")), Item(1, Kind.REBUT, Ref("root")))
    assert homes_of(twice) == {"root": 0}
