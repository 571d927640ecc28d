from __future__ import annotations

import pytest

from argmap.model.apply import apply_edit
from argmap.model.claims import Citation, Claim, StepFields
from argmap.model.edits import (
    AddSource,
    Edit,
    EditError,
    RemoveSource,
    RemoveStance,
    SetSourceField,
    SetStance,
)
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance

_DEBATE = Map(
    sources=(Source("kuo", text="All he wrote."), Source("small"), Source("new")),
    stances=(Stance("kuo", "a", Qualifier.LIKELY), Stance("small", "a", credence=0.5)),
    items=(
        Item(0, Kind.CLAIM, Claim("a", id="a", source=(Citation("small", via="kuo"),))),
        Item(1, Kind.SUPPORT, Claim("b", id="b"), StepFields(id="s", by="small")),
    ),
)


def test_a_new_source_stands_at_the_end() -> None:
    after = apply_edit(_DEBATE, AddSource(Source("Москва", title="Two\n lines", date="2013-06")))
    assert after.sources == (*_DEBATE.sources, Source("Москва", title="Two lines", date="2013-06"))


def test_a_field_of_a_source_is_set_by_its_key_in_the_file() -> None:
    after = apply_edit(_DEBATE, SetSourceField("new", "in", "Foreign Policy"))
    assert after.sources[2] == Source("new", published_in="Foreign Policy")
    assert apply_edit(after, SetSourceField("new", "in", None)) == _DEBATE


def test_a_source_that_nothing_names_can_go() -> None:
    assert apply_edit(_DEBATE, RemoveSource("new")).sources == _DEBATE.sources[:2]


def test_a_stance_replaces_what_was_said_before() -> None:
    new = Stance("kuo", "a", credence=1, quote="so\nhe says", note="kept\nas is")
    after = apply_edit(_DEBATE, SetStance(new))
    kept = Stance("kuo", "a", credence=1.0, quote="so he says", note="kept\nas is")
    assert after.stances == (kept, _DEBATE.stances[1])


def test_a_new_stance_stands_behind_the_others_of_its_source() -> None:
    after = apply_edit(_DEBATE, SetStance(Stance("kuo", "s", Qualifier.LIKELY)))
    assert [(stance.source, stance.about) for stance in after.stances] == [
        ("kuo", "a"),
        ("kuo", "s"),
        ("small", "a"),
    ]
    after = apply_edit(after, SetStance(Stance("new", "b", Qualifier.LIKELY)))
    assert after.stances[-1].source == "new"


def test_a_stance_can_go() -> None:
    assert apply_edit(_DEBATE, RemoveStance("kuo", "a")).stances == _DEBATE.stances[1:]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (AddSource(Source("kuo")), "There is a source 'kuo' already."),
        (AddSource(Source("k k")), "'k k' cannot be an id."),
        (AddSource(Source("x", date="June 2013")), "'date' is YYYY, YYYY-MM or YYYY-MM-DD, not"),
        (AddSource(Source("x", text="a", file="b")), "A source has a 'text' or a 'file'."),
        (SetSourceField("new", "date", "2013-02-30"), "'date' is YYYY, YYYY-MM or YYYY-MM-DD"),
        (SetSourceField("new", "id", "x"), "To give a source another id, rename it"),
        (SetSourceField("new", "auther", "x"), "no field 'auther'. Did you mean 'author'?"),
        (SetSourceField("kuo", "file", "x"), "A source has a 'text' or a 'file'."),
        (SetSourceField("ku", "url", "x"), "There is no source 'ku'. Did you mean 'kuo'?"),
        (RemoveSource("kuo"), "'kuo' is still in use (items: 1, stances: 1)."),
        (RemoveSource("small"), "'small' is still in use (items: 2, stances: 1)."),
        (RemoveSource("x"), "There is no source 'x'."),
        (SetStance(Stance("x", "a", Qualifier.LIKELY)), "There is no source 'x'."),
        (SetStance(Stance("kuo", "x", Qualifier.LIKELY)), "There is no claim or step 'x'."),
        (SetStance(Stance("kuo", "a")), "A stance needs a 'qualifier' or a 'credence'."),
        (SetStance(Stance("kuo", "a", Qualifier.LIKELY, 0.5)), "Take one of them away."),
        (SetStance(Stance("kuo", "a", credence=1.5)), "'credence' is a number from 0 to 1"),
        (RemoveStance("new", "a"), "'new' has no stance on 'a'."),
    ],
)
def test_what_cannot_be_done_to_sources_and_stances_is_refused(edit: Edit, sentence: str) -> None:
    with pytest.raises(EditError) as refusal:
        apply_edit(_DEBATE, edit)
    assert sentence in str(refusal.value)
