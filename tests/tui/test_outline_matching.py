from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.apply import apply_edit
from argmap.model.claims import Claim
from argmap.model.edits import (
    AddClaim,
    ChangeKind,
    EditError,
    Link,
    Move,
    Remove,
    RenameId,
    SetField,
)
from argmap.model.maps import Item, Kind, Map
from argmap.tui.outline.matching import match_items
from tests.model.outlines import index_of, map_of
from tests.model.strategies import edits_of, maps

TREE = map_of("""
    claim a
      support b
        rebut c
        rebut ref e
      rebut e
    claim f
      support linked
        premise g
        premise h
""")


def origins(old: Map, new: Map) -> list[int]:
    return list(match_items(old.items, new.items).origins)


def test_a_new_item_is_nobody_and_all_others_are_who_they_were() -> None:
    grown = apply_edit(TREE, AddClaim(1, Kind.REBUT, Claim("New."), position=1))
    assert origins(TREE, grown) == [0, 1, 2, -1, 3, 4, 5, 6, 7, 8]


def test_a_removed_item_leaves_the_others_who_they_were() -> None:
    assert origins(TREE, apply_edit(TREE, Remove(1))) == [0, 4, 5, 6, 7, 8]


def test_an_item_is_known_again_where_it_was_moved() -> None:
    moved = apply_edit(TREE, Move(6, 4, Kind.SUPPORT))
    assert origins(TREE, moved) == [0, 1, 2, 3, 4, 6, 7, 8, 5]


def test_an_item_is_known_again_by_another_id_text_or_kind() -> None:
    renamed = apply_edit(TREE, RenameId("e", "x"))
    assert origins(TREE, renamed) == list(range(9))
    nameless = replace(TREE, items=tuple(map(without_id, TREE.items)))
    retold = apply_edit(nameless, SetField(2, "claim", "Told otherwise."))
    assert origins(nameless, retold) == list(range(9))
    turned = apply_edit(TREE, ChangeKind(4, Kind.SUPPORT))
    assert origins(TREE, turned) == list(range(9))


def test_linking_makes_one_new_item_of_two_that_stay() -> None:
    tree = map_of("""
        claim a
          support b
          support c
    """)
    assert origins(tree, apply_edit(tree, Link((1, 2)))) == [0, -1, 1, 2]


def test_linked_premises_are_known_by_the_step_or_by_the_first_of_them() -> None:
    for linked in ("support linked step s", "support linked"):
        tree = map_of(f"""
            claim a
              {linked}
                premise b
                premise c
              support linked
                premise d
                premise e
        """)
        moved = apply_edit(tree, Move(1, 0, Kind.REBUT))
        assert origins(tree, moved) == [0, 4, 5, 6, 1, 2, 3]


def test_a_draft_of_linked_premises_without_any_can_be_matched() -> None:
    old = Map(items=(TREE.items[0], TREE.items[6], TREE.items[6]))
    new = Map(items=(TREE.items[0], TREE.items[1], TREE.items[6], TREE.items[6]))
    assert origins(old, new) == [0, -1, 1, 2]
    other = Map(items=(TREE.items[0], TREE.items[1], replace(TREE.items[6], kind=Kind.REBUT)))
    assert origins(old, other) == [0, -1, 1]


def test_each_of_several_equal_texts_is_taken_once() -> None:
    twin = Item(1, Kind.SUPPORT, Claim("The same."))
    old = Map(items=(TREE.items[0], twin, twin, twin))
    new = Map(items=(TREE.items[0], replace(twin, kind=Kind.REBUT), twin, twin, twin))
    assert sorted(origins(old, new)) == [-1, 0, 1, 2, 3]


def test_where_items_of_a_map_are_now_leaves_out_what_is_gone() -> None:
    match = match_items(TREE.items, apply_edit(TREE, Remove(index_of(TREE, "rebut c"))).items)
    assert match.now((1, 2, 4)) == (1, 3)
    assert match.now(()) == ()


@settings(max_examples=40)
@given(maps(), st.data())
def test_no_two_items_were_the_same_and_what_did_not_change_is_found(
    map_: Map, data: st.DataObject
) -> None:
    try:
        edited = apply_edit(map_, data.draw(edits_of(map_)))
    except EditError:
        edited = map_
    match = match_items(map_.items, edited.items)
    known = [origin for origin in match.origins if origin >= 0]
    assert len(match.origins) == len(edited.items)
    assert len(known) == len(set(known))
    assert all(0 <= origin < len(map_.items) for origin in known)
    for item in (*range(match.start), *range(match.end, len(edited.items))):
        assert edited.items[item] == map_.items[match.origins[item]]


def without_id(item: Item) -> Item:
    if not isinstance(item.content, Claim):
        return item
    return replace(item, content=replace(item.content, id=None))
