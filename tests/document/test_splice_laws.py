from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from argmap.document.document import Document
from argmap.document.editing import apply
from argmap.document.reader import read_text
from argmap.document.splice import Splice, spliced, splices_for
from argmap.document.splice.origins import distinct
from argmap.model.apply import apply_edit
from argmap.model.claims import Ref
from argmap.model.edits import (
    AddPremise,
    AddSource,
    ChangeKind,
    Edit,
    EditError,
    Link,
    Move,
    Remove,
    RemoveSource,
    RemoveStance,
    RenameId,
    RenameSource,
    SetField,
    SetMapField,
    SetSourceField,
    SetStance,
    Unlink,
)
from argmap.model.maps import Kind, Map, parents_of
from argmap.model.outline import subtree_end
from tests.document.texts import Habit, comments_in, habits, owned_lines, written
from tests.model.strategies import edits_of, maps

LAW = settings(
    deadline=None, max_examples=40, suppress_health_check=list(HealthCheck), database=None
)


@st.composite
def edited(draw: st.DrawFn, *, brackets: bool = False) -> tuple[Map, Habit, Edit]:
    """A map, how somebody writes it, and an edit that it can take."""
    map_ = draw(maps(5))
    habit = draw(habits(brackets=brackets))
    for _ in range(5):
        edit = draw(edits_of(map_))
        try:
            apply_edit(map_, edit)
        except EditError:
            continue
        return map_, habit, edit
    return map_, habit, SetMapField("title", "Nothing else could be done")


def read(map_: Map, habit: Habit) -> Document:
    document = read_text(written(map_, habit))
    assert document.findings == () or document.is_sound
    assert document.map == map_
    return document


@settings(LAW, max_examples=120)
@given(edited())
def test_an_edit_of_a_text_keeps_the_laws(case: tuple[Map, Habit, Edit]) -> None:
    map_, habit, edit = case
    document = read(map_, habit)
    # No edit that the map can take is refused on a file in block style.
    after = apply(document, edit)
    assert after.map == apply_edit(map_, edit)
    check_that_splices_stand_in_order(document, after, edit)
    check_that_only_its_own_lines_change(map_, habit, edit, after.text or "")
    check_that_comments_outlive_all_but_what_they_are_about(
        map_, edit, comments_in(document.text or ""), comments_in(after.text or "")
    )


def check_that_splices_stand_in_order(document: Document, after: Document, edit: Edit) -> None:
    before = distinct(document.map)
    splices = splices_for(document, before, apply_edit(before, edit), edit)
    end = 0
    for splice in splices:
        assert end <= splice.start <= splice.end <= len(document.text or "")
        end = splice.end
    assert spliced(document.text or "", splices) == after.text


def check_that_only_its_own_lines_change(map_: Map, habit: Habit, edit: Edit, after: str) -> None:
    """Lines of others survive, to the byte and in order; a renamed id changes only where it is."""
    lines = owned_lines(map_, habit)
    new = after.split(habit.newline)
    if isinstance(edit, RenameId | RenameSource):
        assert len(new) - habit.ended == len(lines)
        for (_, line), changed in zip(lines, new, strict=False):
            assert line == changed or edit.old in line
        return
    free = free_owners(map_, edit)
    kept = [bare(line) for owner, line in lines if owner not in free and line.strip()]
    following = iter(map(bare, new))
    for line in kept:
        assert line in following, line


def bare(line: str) -> str:
    """A comment without its indentation, which changes when what it stood in has gone."""
    return line.strip() if line.strip().startswith("#") else line


def free_owners(map_: Map, edit: Edit) -> set[str]:
    """The owners of the lines that an edit may change; that of a list's key begins with k."""
    items = map_.items
    parents = parents_of(items)

    def branch(item: int) -> set[str]:
        return {
            f"{lead}i{below}" for below in range(item, subtree_end(items, item)) for lead in "k "
        } | {f"i{below}" for below in range(item, subtree_end(items, item))}

    def place(item: int) -> set[str]:
        """An item, and the key of its list, which goes with the last; premises can be unlinked."""
        above = parents[item]
        found = branch(item) | ({f"ki{above}"} if above >= 0 else {"km"})
        if items[item].kind is Kind.PREMISE:
            found |= branch(above) | place(above)
        return found

    match edit:
        case SetField(item=item):
            return {f"i{item}"}
        case Move(item=item) | ChangeKind(item=item) | Unlink(item=item) | AddPremise(item=item):
            return place(item)
        case Link(items=chosen):
            return set().union(*map(place, chosen))
        case Remove(item=item):
            refs = [i for i, one in enumerate(items) if isinstance(one.content, Ref)]
            others: Iterable[int] = refs if edit.keep_referenced else ()
            return place(item).union({"m"}, *map(place, others))
        case (
            AddSource()
            | RemoveSource()
            | SetStance()
            | RemoveStance()
            | SetMapField()
            | SetSourceField()
        ):
            return {"m"}
        case _:
            return {"km"} if not items else set()


def check_that_comments_outlive_all_but_what_they_are_about(
    map_: Map, edit: Edit, before: list[str], after: list[str]
) -> None:
    left = Counter(after)
    lost = Counter(before) - left
    assert not left - Counter(before), "none is there twice"
    owners = {re.sub(r"# (\w+)-.*", r"\1", comment) for comment in lost}
    match edit:
        case Remove(item=item):
            end = subtree_end(map_.items, item)
            gone = {f"i{below}" for below in range(item, end)}
            assert owners <= gone | ({"m"} if map_.stances else set())
        case SetField(item=item):
            assert owners <= {f"i{item}"}
        case (
            RemoveSource()
            | RemoveStance()
            | SetStance()
            | SetMapField()
            | SetSourceField(value=None)
        ):
            assert owners <= {"m"}
        case _:
            assert not owners


@LAW
@given(edited(brackets=True))
def test_items_in_brackets_are_edited_or_left_alone(case: tuple[Map, Habit, Edit]) -> None:
    map_, habit, edit = case
    document = read(map_, habit)
    try:
        after = apply(document, edit)
    except EditError as refusal:
        said = str(refusal)
        event("refused")
    else:
        said = "no sentence about brackets"
        assert after.map == apply_edit(map_, edit)
    assert "brackets" in said


@LAW
@given(maps(5), habits(brackets=True), st.data())
def test_a_text_that_need_not_change_does_not(map_: Map, habit: Habit, data: st.DataObject) -> None:
    document = read(map_, habit)
    index = data.draw(st.integers(-1, len(map_.items) - 1))
    edit: Edit = SetMapField("title", map_.title)
    if index >= 0:
        edit = data.draw(
            st.sampled_from((SetField(index, "step", map_.items[index].step.id), edit))
            if map_.items[index].kind.is_step
            else st.just(edit)
        )
    after = apply(document, edit)
    assert after.text == document.text
    assert after.encoded == document.encoded == written(map_, habit).encode()


def test_splices_are_made_from_left_to_right() -> None:
    assert spliced("abcdef", (Splice(0, 1, "A"), Splice(3, 3, "-"), Splice(5, 6, ""))) == "Abc-de"
