from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.model.apply import apply_edit, apply_edits
from argmap.model.claims import Claim, Inference, Linked, Ref, StepFields
from argmap.model.edits import AddPremise, Edit, EditError, Link, SetField, Unlink
from argmap.model.maps import Item, Kind, Map
from tests.model.outlines import map_of, outline_of

_DEBATE = map_of(
    """
    claim a
      support b
        undercut b2
        support b1
      support ref c
        warrant w
      support d
      support linked step s
        premise e
          rebut e1
        premise f
        undercut g
      rebut c
    """
)


def _refused(edit: Edit, map_: Map = _DEBATE) -> str:
    with pytest.raises(EditError) as refusal:
        apply_edit(map_, edit)
    return str(refusal.value)


def test_steps_become_one_where_the_first_stood() -> None:
    assert outline_of(apply_edit(_DEBATE, Link((6, 4, 1)))) == outline_of(
        map_of(
            """
            claim a
              support linked
                premise b
                  support b1
                premise ref c
                premise d
                undercut b2
                warrant w
              support linked step s
                premise e
                  rebut e1
                premise f
                undercut g
              rebut c
            """
        )
    )


def test_a_link_leaves_what_stands_between() -> None:
    before = map_of("claim a\n  support b\n  support c\n  support d")
    assert outline_of(apply_edit(before, Link((1, 3)))) == (
        "claim a\n  support linked\n    premise b\n    premise d\n  support c"
    )


def test_what_is_said_of_the_steps_is_said_of_the_new_one() -> None:
    before = apply_edits(
        _DEBATE,
        (
            SetField(1, "step", "s1"),
            SetField(1, "weight", 0.5),
            SetField(4, "weight", 0.5),
            SetField(4, "tags", ("x", "y")),
            SetField(4, "note", "n"),
        ),
    )
    step = apply_edit(before, Link((1, 4))).items[1].step
    assert step == StepFields(id="s1", weight=0.5, tags=("x", "y"), note="n")


def test_tags_of_two_refs_are_joined() -> None:
    before = map_of("claim a\n  support ref a\n  support ref a")
    tagged = apply_edits(before, (SetField(1, "tags", ("x", "y")), SetField(2, "tags", ("y", "z"))))
    assert apply_edit(tagged, Link((1, 2))).items[1].step.tags == ("x", "y", "z")


def test_linked_premises_become_a_step_each() -> None:
    assert outline_of(apply_edit(_DEBATE, Unlink(7))) == outline_of(
        map_of(
            """
            claim a
              support b
                undercut b2
                support b1
              support ref c
                warrant w
              support d
              support e step s
                rebut e1
                undercut g
              support f
              rebut c
            """
        )
    )


def test_what_was_said_of_the_step_stays_with_the_first() -> None:
    said = StepFields(scheme="x", inference=Inference.ALL, tags=("t", "u"), note="of the step")
    items = (
        *map_of("claim a").items,
        Item(1, Kind.SUPPORT, Linked(), said),
        Item(2, Kind.PREMISE, Claim("b", id="b", tags=("u", "v"), note="of the claim")),
        Item(2, Kind.PREMISE, Ref("a")),
    )
    after = apply_edit(Map(items=items), Unlink(1)).items
    assert after[1].content == Claim(
        "b", id="b", tags=("u", "v", "t"), note="of the claim\nof the step"
    )
    assert after[1].step == StepFields(scheme="x")
    first_is_ref = (*items[:2], items[3], items[2])
    after = apply_edit(Map(items=first_is_ref), Unlink(1)).items
    assert after[1].step == replace(said, inference=None)
    assert after[2].content == items[2].content


def test_a_step_with_one_premise_becomes_linked() -> None:
    before = apply_edits(_DEBATE, (SetField(1, "scheme", "x"), SetField(1, "tags", ("t",))))
    after = apply_edit(before, AddPremise(1, Claim("New.", id="n"), 0))
    assert outline_of(after).splitlines()[1:6] == [
        "  support linked",
        "    premise n",
        "    premise b",
        "      support b1",
        "    undercut b2",
    ]
    assert after.items[1].step == StepFields(scheme="x")
    assert after.items[3].content == replace(before.items[1].content, tags=("t",))


def test_linked_premises_take_one_more() -> None:
    after = apply_edit(_DEBATE, AddPremise(7, Ref("a")))
    assert outline_of(after).splitlines()[10:13] == [
        "    premise f",
        "    premise ref a",
        "    undercut g",
    ]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Link(()), "Choose two or more steps to link."),
        (Link((1, 1)), "Choose two or more steps to link."),
        (Link((1, 99)), "There is no item 99"),
        (Link((1, 7)), "Linked premises cannot be linked again."),
        (Link((1, 12)), "Only steps of one kind under the same item can be linked."),
        (Link((3, 4)), "Only steps of one kind under the same item can be linked."),
        (Link((8, 10)), "Only steps of one kind under the same item can be linked."),
        (Unlink(1), "Only linked premises can be unlinked."),
        (Unlink(99), "There is no item 99"),
        (AddPremise(0, Ref("a")), "A root is no step. Add the premise to a step."),
        (AddPremise(8, Ref("a")), "One of several linked premises is no step."),
        (AddPremise(1, Ref("nobody")), "There is no claim 'nobody'."),
        (AddPremise(1, Claim("x", id="a")), "The id 'a' is taken."),
        (AddPremise(1, Ref("a"), 2), "There is no position 2 here: 1 is the last."),
    ],
)
def test_what_cannot_be_linked_is_refused(edit: Edit, sentence: str) -> None:
    assert sentence in _refused(edit)


def test_steps_that_differ_are_not_linked() -> None:
    before = apply_edits(_DEBATE, (SetField(1, "weight", 0.5), SetField(4, "weight", 0.6)))
    assert _refused(Link((1, 4)), before) == "The steps differ in 'weight'. Make it the same first."


def test_linked_premises_of_which_none_is_left_are_not_unlinked() -> None:
    before = map_of("claim a\n  support linked")
    assert _refused(Unlink(1), before) == "This step has no premises. Remove it instead."
