from __future__ import annotations

import pytest

from argmap.model.apply import apply_edit
from argmap.model.claims import Citation, Claim, Inference, Ref, StepFields
from argmap.model.edits import AddClaim, AddLinked, AddRef, Edit, EditError
from argmap.model.maps import Kind, Map
from argmap.model.sources import Source
from tests.model.outlines import map_of, outline_of

_DEBATE = map_of(
    """
    claim a
      rebut b
      support linked
        premise c
        premise d
      support ref b
    """
)
_NEW = Claim("New.", id="n")


def _refused(edit: Edit, map_: Map = _DEBATE) -> str:
    with pytest.raises(EditError) as refusal:
        apply_edit(map_, edit)
    return str(refusal.value)


def test_the_first_claim_of_an_empty_map_is_a_root() -> None:
    assert outline_of(apply_edit(Map(), AddClaim(None, Kind.CLAIM, _NEW))) == "claim n"


def test_a_root_stands_at_its_position() -> None:
    after = apply_edit(_DEBATE, AddClaim(None, Kind.CLAIM, _NEW, position=0))
    assert outline_of(after).splitlines()[:2] == ["claim n", "claim a"]


def test_a_claim_stands_at_its_position_among_its_kind() -> None:
    after = apply_edit(_DEBATE, AddClaim(0, Kind.SUPPORT, _NEW, position=1))
    assert outline_of(after) == outline_of(_DEBATE).replace(
        "  support ref b", "  support n\n  support ref b"
    )


def test_the_first_of_its_kind_goes_behind_all_other_children() -> None:
    before = map_of("claim a\n  support b\nclaim c")
    after = apply_edit(before, AddClaim(0, Kind.REBUT, _NEW))
    assert outline_of(after) == "claim a\n  support b\n  rebut n\nclaim c"


def test_a_claim_under_linked_premises_is_one_more_premise() -> None:
    after = apply_edit(_DEBATE, AddClaim(2, Kind.PREMISE, _NEW, position=1))
    assert outline_of(after).splitlines()[3:6] == [
        "    premise c",
        "    premise n",
        "    premise d",
    ]


def test_a_ref_uses_a_claim_once_more() -> None:
    step = StepFields(id="s", note="kept", tags=("t",))
    after = apply_edit(_DEBATE, AddRef(1, Kind.UNDERCUT, Ref("a"), step))
    assert outline_of(after).splitlines()[2] == "    undercut ref a step s"
    assert after.items[2].step == step


def test_linked_premises_come_as_one_step() -> None:
    step = StepFields(scheme="practical reasoning", inference=Inference.CUMULATIVE)
    after = apply_edit(_DEBATE, AddLinked(1, Kind.REBUT, (_NEW, Ref("n"), Ref("a")), step))
    assert outline_of(after).splitlines()[2:6] == [
        "    rebut linked",
        "      premise n",
        "      premise ref n",
        "      premise ref a",
    ]
    assert after.items[2].step == step


def test_texts_are_kept_as_the_file_keeps_them() -> None:
    claim = Claim(
        " Two\n lines ", short="a  b", source="s", quote="c\n\td", at=" para  1 ", note="e\n f"
    )
    after = apply_edit(Map(sources=(Source("s"),)), AddClaim(None, Kind.CLAIM, claim))
    assert after.items[0].content == Claim(
        "Two lines", short="a b", source="s", quote="c d", at=" para  1 ", note="e\n f"
    )


def test_whole_numbers_are_kept_as_the_numbers_they_are() -> None:
    after = apply_edit(Map(), AddClaim(None, Kind.CLAIM, Claim("x", credence=1)))
    assert repr(after.items[0].content).count("credence=1.0") == 1


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (AddClaim(9, Kind.SUPPORT, _NEW), "There is no item 9: the map has 6 items"),
        (AddClaim(None, Kind.SUPPORT, _NEW), "At the top of a map stands a claim, and not a step"),
        (AddClaim(0, Kind.CLAIM, _NEW), "A claim without a kind stands at the top of the map."),
        (AddClaim(0, Kind.PREMISE, _NEW), "This step has no linked premises yet."),
        (AddClaim(0, Kind.UNDERCUT, _NEW), "argues about a step. A root is none."),
        (AddClaim(3, Kind.WARRANT, _NEW), "One of several linked premises is none."),
        (AddClaim(5, Kind.SUPPORT, _NEW), "A ref takes no 'support'. Argue about 'b' at its home."),
        (AddClaim(2, Kind.REBUT, _NEW), "Linked premises take no 'rebut'."),
        (AddClaim(0, Kind.SUPPORT, Claim("x", id="c")), "The id 'c' is taken."),
        (AddClaim(0, Kind.SUPPORT, _NEW, StepFields(id="n")), "The id 'n' is taken."),
        (AddClaim(0, Kind.SUPPORT, Claim("x", id="-")), "'-' cannot be an id."),
        (AddClaim(0, Kind.SUPPORT, _NEW, position=3), "There is no position 3 here: 2 is the last"),
        (AddClaim(0, Kind.SUPPORT, Claim("x", source="s")), "There is no source 's'."),
        (
            AddClaim(0, Kind.SUPPORT, _NEW, StepFields(by=(Citation("s"),))),
            "There is no source 's'.",
        ),
        (AddClaim(None, Kind.CLAIM, Claim("x", source=())), "'source' needs at least one citation"),
        (AddClaim(0, Kind.SUPPORT, _NEW, StepFields(by=())), "'by' needs at least one citation."),
        (AddClaim(None, Kind.CLAIM, _NEW, StepFields(scheme="x")), "A root is no step"),
        (
            AddClaim(2, Kind.PREMISE, _NEW, StepFields(id="x")),
            "One of several linked premises is no step, so it has no 'step'.",
        ),
        (
            AddClaim(0, Kind.SUPPORT, _NEW, StepFields(note="x")),
            "On a claim, 'note' belongs to the claim and not to the step.",
        ),
        (
            AddClaim(0, Kind.SUPPORT, _NEW, StepFields(inference=Inference.ALL)),
            "'inference' says how linked premises work together.",
        ),
        (AddRef(0, Kind.SUPPORT, Ref("bb")), "There is no claim 'bb'. Did you mean 'b'?"),
        (AddRef(0, Kind.PREMISE, Ref("b")), "This step has no linked premises yet."),
        (AddLinked(0, Kind.SUPPORT, (_NEW,)), "Linked premises are two or more."),
        (AddLinked(0, Kind.SUPPORT, (_NEW, _NEW)), "The id 'n' is taken."),
        (AddLinked(2, Kind.PREMISE, (_NEW, Ref("a"))), "They cannot be linked again."),
        (AddLinked(0, Kind.UNDERCUT, (_NEW, Ref("a"))), "A root is none."),
    ],
)
def test_what_cannot_be_added_is_refused(edit: Edit, sentence: str) -> None:
    assert sentence in _refused(edit)


def test_a_ref_without_a_kind_is_refused() -> None:
    assert "no ref and no linked premises" in _refused(AddRef(0, Kind.CLAIM, Ref("a")))
