from __future__ import annotations

import pytest

from argmap.model.apply import apply_edit
from argmap.model.claims import Citation, Claim, Ref, StepFields, Verdict
from argmap.model.edits import Edit, EditError, RenameId, RenameSource
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance
from tests.model.outlines import map_of, outline_of

_DEBATE = Map(
    sources=(Source("kuo"), Source("small")),
    stances=(Stance("kuo", "a", Qualifier.LIKELY), Stance("small", "s", Qualifier.LIKELY)),
    items=(
        Item(0, Kind.CLAIM, Claim("a", id="a", source=(Citation("small", via="kuo"),))),
        Item(
            1,
            Kind.SUPPORT,
            Claim("b", source="small", expect=(("small", Verdict.OPEN),)),
            StepFields(id="s", by="small"),
        ),
        Item(1, Kind.REBUT, Ref("a"), StepFields(by=(Citation("kuo"), Citation("small")))),
        Item(1, Kind.REBUT, Claim("c", expect=Verdict.OPEN)),
    ),
)


def test_a_claim_is_renamed_at_its_home_in_refs_and_in_stances() -> None:
    after = apply_edit(_DEBATE, RenameId("a", "größe"))
    assert outline_of(after) == ("claim größe\n  support - step s\n  rebut ref größe\n  rebut -")
    assert [stance.about for stance in after.stances] == ["größe", "s"]


def test_a_step_is_renamed_where_it_stands_and_in_stances() -> None:
    after = apply_edit(_DEBATE, RenameId("s", "t"))
    assert after.items[1].step == StepFields(id="t", by="small")
    assert [stance.about for stance in after.stances] == ["a", "t"]


def test_a_source_is_renamed_wherever_it_is_cited() -> None:
    after = apply_edit(_DEBATE, RenameSource("small", "andrew"))
    assert [source.id for source in after.sources] == ["kuo", "andrew"]
    assert [stance.source for stance in after.stances] == ["kuo", "andrew"]
    first, second, third, fourth = after.items
    assert first.content == Claim("a", id="a", source=(Citation("andrew", via="kuo"),))
    assert second.content == Claim("b", source="andrew", expect=(("andrew", Verdict.OPEN),))
    assert second.step.by == "andrew"
    assert third.step.by == (Citation("kuo"), Citation("andrew"))
    assert fourth == _DEBATE.items[3]
    reported = apply_edit(_DEBATE, RenameSource("kuo", "k")).items[0].content
    assert reported == Claim("a", id="a", source=(Citation("small", via="k"),))


def test_a_source_and_a_claim_may_share_an_id() -> None:
    after = apply_edit(_DEBATE, RenameId("a", "small"))
    assert outline_of(after).startswith("claim small")
    assert after.stances[1].source == "small"
    again = apply_edit(after, RenameSource("small", "x"))
    assert outline_of(again).startswith("claim small")


def test_the_same_name_changes_nothing() -> None:
    assert apply_edit(_DEBATE, RenameId("a", "a")) == _DEBATE
    assert apply_edit(_DEBATE, RenameSource("kuo", "kuo")) == _DEBATE


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (RenameId("a", "a b"), "'a b' cannot be an id. Use letters, digits"),
        (RenameId("a", "s"), "The id 's' is taken."),
        (RenameId("aa", "x"), "There is no claim or step 'aa'. Did you mean 'a'?"),
        (RenameSource("kuo", "-"), "'-' cannot be an id."),
        (RenameSource("kuo", "small"), "There is a source 'small' already."),
        (RenameSource("smal", "x"), "There is no source 'smal'. Did you mean 'small'?"),
    ],
)
def test_what_cannot_be_renamed_is_refused(edit: Edit, sentence: str) -> None:
    with pytest.raises(EditError) as refusal:
        apply_edit(_DEBATE, edit)
    assert sentence in str(refusal.value)


def test_an_id_that_two_items_have_is_not_renamed() -> None:
    with pytest.raises(EditError, match="2 items have the id 'b'"):
        apply_edit(map_of("claim a\n  support b\n  support b"), RenameId("b", "c"))
