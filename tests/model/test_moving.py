from __future__ import annotations

import pytest

from argmap.model.apply import apply_edit
from argmap.model.claims import Claim, Inference, Linked, Ref, StepFields
from argmap.model.edits import ChangeKind, Edit, EditError, Move, Remove
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance
from tests.model.outlines import index_of, map_of, outline_of

_DEBATE = map_of(
    """
    claim a
      rebut b
        undercut c
          support c1
      support linked step s
        premise d
          support d1
        premise e
        warrant w
      support ref b
        undercut u
    claim r
    """
)


def _at(line: str) -> int:
    return index_of(_DEBATE, line)


def _after(edit: Edit, map_: Map = _DEBATE) -> str:
    return outline_of(apply_edit(map_, edit))


def _refused(edit: Edit, map_: Map = _DEBATE) -> str:
    with pytest.raises(EditError) as refusal:
        apply_edit(map_, edit)
    return str(refusal.value)


def _same(outline: str) -> str:
    return outline_of(map_of(outline))


def test_an_item_goes_with_all_below_it() -> None:
    assert _after(Remove(_at("undercut c"))) == _same(
        """
        claim a
          rebut b
          support linked step s
            premise d
              support d1
            premise e
            warrant w
          support ref b
            undercut u
        claim r
        """
    )


def test_a_claim_in_use_is_not_removed() -> None:
    sentence = "The claim 'b' is used elsewhere. Remove its refs first"
    assert sentence in _refused(Remove(_at("rebut b")))


def test_refs_below_a_removed_claim_do_not_keep_it() -> None:
    assert _after(Remove(_at("claim a"))) == "claim r"


def test_the_first_ref_that_stays_becomes_the_home() -> None:
    before = map_of(
        """
        claim a
          support b step s
            undercut c
            support d
          rebut ref b step t
            warrant w
          rebut ref b
        """
    )
    assert _after(Remove(1, keep_referenced=True), before) == _same(
        """
        claim a
          rebut b step t
            warrant w
            support d
          rebut ref b
        """
    )


def test_a_ref_above_becomes_the_home_and_keeps_its_place() -> None:
    before = map_of(
        """
        claim a
          support ref b
            undercut c
              support b
                rebut d
        """
    )
    assert _after(Remove(2, keep_referenced=True), before) == _same(
        """
        claim a
          support b
            rebut d
        """
    )


def test_each_claim_in_use_finds_its_own_home() -> None:
    before = map_of(
        """
        claim a
          support ref d
          support b
            support c
              support d
              undercut ref c
          support ref c
        """
    )
    assert _after(Remove(2, keep_referenced=True), before) == _same(
        """
        claim a
          support ref d
          support c
            support d
        """
    )


def test_claims_in_a_circle_keep_it() -> None:
    before = map_of(
        """
        claim r
          support a
            support c
              support ref a
          rebut ref c
        """
    )
    assert _after(Remove(1, keep_referenced=True), before) == _same(
        """
        claim r
          rebut c
            support a
              support ref c
        """
    )


def test_what_the_ref_said_is_added_to_the_claim() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("a", id="a")),
        Item(1, Kind.SUPPORT, Claim("b", id="b", note="one")),
        Item(1, Kind.REBUT, Ref("b"), StepFields(scheme="x", tags=("t",), note="two")),
    )
    after = apply_edit(Map(items=items), Remove(1, keep_referenced=True)).items[1]
    assert after.content == Claim("b", id="b", tags=("t",), note="one\ntwo")
    assert after.step == StepFields(scheme="x")


def test_of_two_claims_with_one_id_refs_mean_the_first() -> None:
    before = map_of("claim a\n  support b\n  support ref b\n  rebut b")
    assert _after(Remove(3), before) == "claim a\n  support b\n  support ref b"
    assert "'b' is used elsewhere" in _refused(Remove(1), before)


def test_stances_on_what_goes_go_too() -> None:
    stances = tuple(Stance("x", about, Qualifier.LIKELY) for about in ("d", "s", "a"))
    before = Map(sources=(Source("x"),), stances=stances, items=_DEBATE.items)
    after = apply_edit(before, Remove(_at("support linked step s")))
    assert [stance.about for stance in after.stances] == ["a"]
    after = apply_edit(before, Remove(_at("premise d")))
    assert [stance.about for stance in after.stances] == ["s", "a"]


def test_of_two_premises_the_one_that_stays_becomes_the_step() -> None:
    assert _after(Remove(_at("premise e"))) == _same(
        """
        claim a
          rebut b
            undercut c
              support c1
          support d step s
            support d1
            warrant w
          support ref b
            undercut u
        claim r
        """
    )


def test_the_step_that_stays_says_nothing_of_inference() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("a", id="a")),
        Item(1, Kind.SUPPORT, Linked(), StepFields(inference=Inference.ALL, note="n")),
        Item(2, Kind.PREMISE, Claim("b")),
        Item(2, Kind.PREMISE, Ref("a")),
    )
    after = apply_edit(Map(items=items), Remove(2)).items
    assert after == (items[0], Item(1, Kind.SUPPORT, Ref("a"), StepFields(note="n")))


def test_of_three_premises_two_stay_linked() -> None:
    before = map_of("claim a\n  support linked\n    premise b\n    premise c\n    premise d")
    assert _after(Remove(3), before) == ("claim a\n  support linked\n    premise b\n    premise d")


def test_the_only_premise_is_not_removed() -> None:
    before = map_of("claim a\n  support linked\n    premise b")
    assert _refused(Remove(2), before) == (
        "This is the only premise of its step. Remove the step instead."
    )


def test_an_item_moves_with_all_below_it() -> None:
    after = _after(Move(_at("undercut c"), _at("claim r"), Kind.SUPPORT))
    assert after.splitlines()[-3:] == ["claim r", "  support c", "    support c1"]
    assert after.splitlines()[:3] == ["claim a", "  rebut b", "  support linked step s"]


def test_a_position_counts_without_the_item_itself() -> None:
    before = map_of("claim a\n  support b\n  support c\n  support d")
    for item, position, order in (
        (1, 1, "c b d"),
        (1, 2, "c d b"),
        (3, 0, "d b c"),
        (2, 1, "b c d"),
    ):
        after = _after(Move(item, 0, Kind.SUPPORT, position), before)
        assert after.replace("  support ", "").split()[2:] == order.split()


def test_a_step_becomes_a_root_and_a_root_a_step() -> None:
    before = map_of("claim a\n  support b\n    rebut c\nclaim d")
    after = apply_edit(before, Move(1, None, Kind.CLAIM, 0))
    assert outline_of(after) == "claim b\n  rebut c\nclaim a\nclaim d"
    assert apply_edit(after, Move(0, 2, Kind.SUPPORT)) == before


def test_a_premise_that_leaves_is_a_step_and_the_other_stays_one() -> None:
    assert _after(Move(_at("premise d"), _at("claim r"), Kind.REBUT)) == _same(
        """
        claim a
          rebut b
            undercut c
              support c1
          support e step s
            warrant w
          support ref b
            undercut u
        claim r
          rebut d
            support d1
        """
    )


def test_a_premise_moves_in_front_of_what_it_leaves() -> None:
    after = _after(Move(_at("premise e"), _at("undercut c"), Kind.REBUT))
    assert after.splitlines()[2:7] == [
        "    undercut c",
        "      support c1",
        "      rebut e",
        "  support d step s",
        "    support d1",
    ]


def test_a_premise_may_undercut_the_step_it_leaves() -> None:
    before = map_of("claim a\n  support linked\n    premise b\n    premise c")
    after = _after(Move(2, 1, Kind.UNDERCUT), before)
    assert after == "claim a\n  support c\n    undercut b"


def test_premises_change_places() -> None:
    after = _after(Move(_at("premise e"), _at("support linked step s"), Kind.PREMISE, 0))
    assert after.splitlines()[5:8] == ["    premise e", "    premise d", "      support d1"]


def test_a_step_without_fields_joins_linked_premises() -> None:
    before = map_of("claim a\n  support b\n  support linked\n    premise c\n    premise ref a")
    after = _after(Move(1, 2, Kind.PREMISE, 1), before)
    assert after == ("claim a\n  support linked\n    premise c\n    premise b\n    premise ref a")


def test_a_step_changes_its_kind_and_goes_to_the_end() -> None:
    before = map_of("claim a\n  rebut b\n  rebut c\n  support d\n    warrant e")
    assert _after(ChangeKind(3, Kind.REBUT), before) == (
        "claim a\n  rebut b\n  rebut c\n  rebut d\n    warrant e"
    )
    assert apply_edit(before, ChangeKind(1, Kind.REBUT)) == before


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Remove(99), "There is no item 99"),
        (Move(99, 0, Kind.SUPPORT), "There is no item 99"),
        (Move(1, 99, Kind.SUPPORT), "There is no item 99"),
        (Move(1, 1, Kind.SUPPORT), "An item cannot be moved under itself."),
        (Move(1, 3, Kind.SUPPORT), "An item cannot be moved under itself."),
        (Move(1, None, Kind.CLAIM), "Take its 'undercut' away first."),
        (Move(_at("support linked step s"), None, Kind.CLAIM), "no ref and no linked premises"),
        (Move(_at("support ref b"), None, Kind.CLAIM), "no ref and no linked premises"),
        (Move(1, None, Kind.SUPPORT), "At the top of a map stands a claim"),
        (Move(1, 0, Kind.CLAIM), "A claim without a kind stands at the top of the map."),
        (Move(1, _at("claim r"), Kind.UNDERCUT), "A root is none."),
        (Move(1, 0, Kind.SUPPORT, 3), "There is no position 3 here: 2 is the last."),
        (Move(_at("premise d"), 0, Kind.SUPPORT, 5), "There is no position 5"),
        (ChangeKind(0, Kind.SUPPORT), "Only a step can change its kind"),
        (ChangeKind(1, Kind.CLAIM), "Only a step can change its kind"),
        (ChangeKind(_at("premise d"), Kind.REBUT), "Only a step can change its kind"),
        (ChangeKind(1, Kind.WARRANT), "A root is none."),
        (ChangeKind(99, Kind.REBUT), "There is no item 99"),
    ],
)
def test_what_cannot_be_moved_is_refused(edit: Edit, sentence: str) -> None:
    assert sentence in _refused(edit)


def test_a_step_with_fields_does_not_join_linked_premises() -> None:
    before = map_of("claim a\n  support b step s\n  support linked\n    premise c\n    premise d")
    assert _refused(Move(1, 2, Kind.PREMISE), before) == (
        "There the item is no step of its own. Take its 'step' away first."
    )


def test_linked_premises_do_not_join_others() -> None:
    before = map_of(
        """
        claim a
          support linked
            premise b
            premise c
          support linked
            premise d
            premise e
        """
    )
    assert "They cannot be linked again." in _refused(Move(1, 4, Kind.PREMISE), before)


def test_the_only_premise_does_not_leave() -> None:
    before = map_of("claim a\n  support linked\n    premise b")
    assert "This is the only premise" in _refused(Move(2, 0, Kind.REBUT), before)
