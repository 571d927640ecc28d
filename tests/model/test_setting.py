from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from argmap.model.apply import apply_edit
from argmap.model.claims import (
    Citation,
    Claim,
    Inference,
    Linked,
    Ref,
    Standard,
    Status,
    StepFields,
    Verdict,
)
from argmap.model.edits import Edit, EditError, FieldValue, SetField, SetMapField
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance

_ROOT, _STEP, _REF, _LINKED, _PREMISE, _LINKED_REF, _CITING, _QUOTING = range(8)
_DEBATE = Map(
    sources=(Source("kuo"), Source("small")),
    stances=(Stance("kuo", "s", Qualifier.LIKELY), Stance("kuo", "p", Qualifier.LIKELY)),
    items=(
        Item(0, Kind.CLAIM, Claim("a", id="a")),
        Item(1, Kind.SUPPORT, Claim("b"), StepFields(id="s")),
        Item(1, Kind.SUPPORT, Ref("a"), StepFields(id="t")),
        Item(1, Kind.SUPPORT, Linked()),
        Item(2, Kind.PREMISE, Claim("p", id="p")),
        Item(2, Kind.PREMISE, Ref("a")),
        Item(1, Kind.SUPPORT, Claim("c", source=(Citation("kuo"),), qualifier=Qualifier.LIKELY)),
        Item(1, Kind.SUPPORT, Claim("q", source="kuo", quote="x", at="y", credence=0.5)),
    ),
)


def _refused(edit: Edit, map_: Map = _DEBATE) -> str:
    with pytest.raises(EditError) as refusal:
        apply_edit(map_, edit)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("name", "value", "change"),
    [
        ("claim", " Two\n lines ", {"text": "Two lines"}),
        ("id", "größe", {"id": "größe"}),
        ("short", "x  y", {"short": "x y"}),
        ("source", "kuo", {"source": "kuo"}),
        (
            "source",
            (Citation("kuo", "x\ny", "para  1", "small"),),
            {"source": (Citation("kuo", "x y", "para  1", "small"),)},
        ),
        ("qualifier", Qualifier.LIKELY, {"qualifier": Qualifier.LIKELY}),
        ("credence", 0, {"credence": 0.0}),
        ("status", Status.GRANTED, {"status": Status.GRANTED}),
        ("standard", Standard.PREPONDERANCE, {"standard": Standard.PREPONDERANCE}),
        ("implicit", True, {"implicit": True}),
        ("expect", Verdict.OPEN, {"expect": Verdict.OPEN}),
        ("expect", (("kuo", Verdict.OPEN),), {"expect": (("kuo", Verdict.OPEN),)}),
        ("tags", ("x", "y"), {"tags": ("x", "y")}),
        ("note", "kept\n as is\n", {"note": "kept\n as is\n"}),
    ],
)
def test_a_field_of_a_claim_is_set_and_taken_away(
    name: str, value: FieldValue, change: dict[str, Any]
) -> None:
    claim = _DEBATE.items[_STEP].content
    assert isinstance(claim, Claim)
    after = apply_edit(_DEBATE, SetField(_STEP, name, value))
    assert after.items[_STEP].content == replace(claim, **change)
    if name != "claim":
        assert apply_edit(after, SetField(_STEP, name, None)) == _DEBATE


@pytest.mark.parametrize(
    ("name", "value", "change"),
    [
        ("by", "kuo", {"by": "kuo"}),
        ("by", (Citation("kuo"),), {"by": (Citation("kuo"),)}),
        ("scheme", "practical reasoning", {"scheme": "practical reasoning"}),
        ("cq", "Is it so?", {"cq": "Is it so?"}),
        ("weight", 1, {"weight": 1.0}),
        ("inference", Inference.ALL, {"inference": Inference.ALL}),
        ("tags", ("x",), {"tags": ("x",)}),
        ("note", "kept\n as is", {"note": "kept\n as is"}),
        ("step", "new", {"id": "new"}),
    ],
)
def test_a_field_of_a_step_is_set_and_taken_away(
    name: str, value: FieldValue, change: dict[str, Any]
) -> None:
    after = apply_edit(_DEBATE, SetField(_LINKED, name, value))
    assert after.items[_LINKED].step == StepFields(**change)
    assert apply_edit(after, SetField(_LINKED, name, None)) == _DEBATE


def test_quote_and_at_stand_beside_a_plain_source() -> None:
    after = apply_edit(_DEBATE, SetField(_QUOTING, "quote", "y\nz"))
    assert after.items[_QUOTING].content == replace(_DEBATE.items[_QUOTING].content, quote="y z")


def test_an_id_that_nothing_refers_to_is_set_and_taken_away() -> None:
    after = apply_edit(_DEBATE, SetField(_REF, "step", "u"))
    assert after.items[_REF].step.id == "u"
    assert apply_edit(after, SetField(_REF, "step", None)).items[_REF].step == StepFields()


def test_an_id_set_to_itself_changes_nothing() -> None:
    assert apply_edit(_DEBATE, SetField(_ROOT, "id", "a")) == _DEBATE


def test_the_second_of_two_items_with_one_id_can_change_it() -> None:
    twice = Map(items=(*_DEBATE.items, Item(0, Kind.CLAIM, Claim("again", id="a"))))
    after = apply_edit(twice, SetField(8, "id", "b"))
    assert after.items[8].content == Claim("again", id="b")
    assert "Others refer to 'a'." in _refused(SetField(_ROOT, "id", "b"), twice)


def test_a_claim_is_named_before_a_step_with_its_id() -> None:
    both = (Item(0, Kind.CLAIM, Claim("x")), Item(1, Kind.SUPPORT, Ref("x"), StepFields(id="x")))
    before = Map(items=(*both, Item(1, Kind.SUPPORT, Claim("x", id="x"))))
    assert apply_edit(before, SetField(1, "step", "y")).items[1].step.id == "y"
    assert "Others refer to 'x'." in _refused(SetField(2, "id", "y"), before)


def test_an_unknown_source_that_stands_already_is_no_concern_of_another_edit() -> None:
    before = Map(items=(Item(0, Kind.CLAIM, Claim("a", source="x", expect=Verdict.OPEN)),))
    after = apply_edit(before, SetField(0, "short", "b"))
    assert after.items[0].content == Claim("a", source="x", short="b", expect=Verdict.OPEN)


@pytest.mark.parametrize(
    ("item", "name", "value", "sentence"),
    [
        (99, "claim", "x", "There is no item 99"),
        (_ROOT, "claim", None, "A claim cannot be without its text."),
        (_ROOT, "calim", "x", "A claim has no field 'calim'. Did you mean 'claim'?"),
        (_ROOT, "support", "x", "A claim has no field 'support'."),
        (_ROOT, "scheme", "x", "A root is no step, so it has no 'scheme'."),
        (_PREMISE, "by", "kuo", "One of several linked premises is no step"),
        (_LINKED_REF, "note", "x", "One of several linked premises is no step"),
        (_REF, "short", "x", "A ref has no 'short' of its own. Set it where 'a' has its home."),
        (_REF, "wait", 1, "A step has no field 'wait'. Did you mean 'weight'?"),
        (_LINKED, "claim", "x", "Linked premises have no 'claim' in common."),
        (_LINKED, "linked", "x", "A step has no field 'linked'."),
        (_REF, "inference", Inference.ALL, "'inference' says how linked premises work together."),
        (_ROOT, "id", "b", "Others refer to 'a'. Rename the id, and they follow."),
        (_ROOT, "id", None, "Others refer to 'a'."),
        (_PREMISE, "id", "b", "Others refer to 'p'."),
        (_STEP, "step", None, "Others refer to 's'."),
        (_STEP, "id", "t", "The id 't' is taken."),
        (_STEP, "id", "s", "The id 's' is taken."),
        (_STEP, "id", "-", "'-' cannot be an id."),
        (_STEP, "quote", "x", "'quote' says where in a source. Give the claim a 'source' first."),
        (_CITING, "at", "x", "'at' cannot stand beside a list of citations."),
        (
            _QUOTING,
            "source",
            (Citation("kuo"),),
            "'quote' cannot stand beside a list of citations.",
        ),
        (_QUOTING, "source", None, "'quote' says where in a source."),
        (_CITING, "credence", 0.5, "'qualifier' and 'credence' say the same thing."),
        (_QUOTING, "qualifier", Qualifier.LIKELY, "'qualifier' and 'credence' say the same thing."),
        (_STEP, "source", "x", "There is no source 'x'."),
        (_STEP, "source", (Citation("kuo", via="smal"),), "Did you mean 'small'?"),
        (_STEP, "by", "x", "There is no source 'x'."),
        (_STEP, "expect", (("x", Verdict.OPEN),), "There is no source 'x'."),
    ],
)
def test_a_field_that_cannot_be_set_is_refused(
    item: int, name: str, value: FieldValue, sentence: str
) -> None:
    assert sentence in _refused(SetField(item, name, value))


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("claim", 1.0, "'claim' is a text, not 1.0."),
        ("claim", Status.GRANTED, "'claim' is a text, not"),
        ("tags", "x", "'tags' is a list of texts, not 'x'."),
        ("tags", (Verdict.OPEN,), "'tags' is a text, not"),
        ("source", 1.0, "'source' is a text, not 1.0."),
        ("source", (), "'source' needs at least one citation."),
        ("source", ("kuo",), "'source' is a source id or a list of citations, not of 'kuo'."),
        ("source", (Citation("k k"),), "'k k' cannot be an id."),
        ("qualifier", "likely", "'qualifier' cannot be 'likely'. Choose from almost no chance,"),
        ("credence", -0.1, "'credence' is a number from 0 to 1, not -0.1."),
        ("credence", float("nan"), "'credence' is a number from 0 to 1, not nan."),
        ("credence", True, "'credence' is a number from 0 to 1, not True."),
        ("credence", 10**400, "'credence' is a number from 0 to 1, not 1000"),
        ("credence", "1", "'credence' is a number from 0 to 1, not '1'."),
        ("status", Verdict.REJECTED, "'status' cannot be"),
        ("standard", "pe", "'standard' cannot be 'pe'. Choose from se, pe, dv, cce, brd."),
        ("implicit", "true", "'implicit' is true or false, not 'true'."),
        ("implicit", 1.0, "'implicit' is true or false, not 1.0."),
        ("expect", "open", "'expect' is a verdict, not 'open'. Choose from accepted, rejected,"),
        ("expect", (), "'expect' needs one verdict for each source it names."),
        ("expect", (("kuo", Verdict.OPEN),) * 2, "'expect' needs one verdict for each source"),
        ("expect", (Verdict.OPEN,), "'expect' pairs a source id with a verdict, not"),
        ("expect", (("kuo", "open"),), "'expect' pairs a source id with a verdict, not"),
        ("weight", 0, "'weight' is a number above 0 and at most 1, not 0."),
        ("weight", 1.1, "'weight' is a number above 0 and at most 1, not 1.1."),
        ("weight", False, "'weight' is a number above 0 and at most 1, not False."),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name: str, value: Any, sentence: str) -> None:
    assert sentence in _refused(SetField(_STEP, name, value))


def test_a_field_of_the_map_is_set_and_taken_away() -> None:
    for name, value in (("title", "Two lines"), ("question", "Why?"), ("lang", "en")):
        after = apply_edit(_DEBATE, SetMapField(name, value))
        assert after == replace(_DEBATE, **{name: value})
        assert apply_edit(after, SetMapField(name, None)) == _DEBATE
    assert apply_edit(_DEBATE, SetMapField("title", " Two\n lines ")).title == "Two lines"


def test_a_draft_is_one_until_that_is_taken_away() -> None:
    after = apply_edit(_DEBATE, SetMapField("draft", True))
    assert after.draft
    assert apply_edit(after, SetMapField("draft", None)) == _DEBATE
    assert apply_edit(after, SetMapField("draft", False)) == _DEBATE


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (SetMapField("titel", "x"), "A map has no field 'titel'. Did you mean 'title'?"),
        (SetMapField("items", "x"), "A map has no field 'items'."),
        (SetMapField("draft", "yes"), "'draft' is true or false, not 'yes'."),
        (SetMapField("title", True), "'title' is a text, not True."),
    ],
)
def test_what_a_map_cannot_say_is_refused(edit: Edit, sentence: str) -> None:
    assert sentence in _refused(edit)
