from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.maps import Map, children_of, parents_of
from argmap.tui.outline.branches import branches_of, with_ancestors
from tests.model.outlines import map_of
from tests.model.strategies import maps

TREE = map_of("""
    claim a
      support b
        rebut c
        rebut d
      rebut e
    claim f
      support g
""")


def test_a_fold_hides_all_levels_below() -> None:
    assert branches_of(TREE.items).rows({1}) == [0, 1, 4, 5, 6]
    assert branches_of(TREE.items).rows({0, 1}) == [0, 5, 6]


def test_a_filter_leaves_items_and_what_stands_above_them() -> None:
    branches = branches_of(TREE.items)
    assert with_ancestors(branches, {3, 6}) == {0, 1, 3, 5, 6}
    assert with_ancestors(branches, {1, 3}) == {0, 1, 3}


def test_only_the_topmost_of_several_items_move() -> None:
    assert branches_of(TREE.items).topmost({3, 1, 2, 6}) == (1, 6)


@settings(max_examples=40)
@given(maps(), st.data())
def test_siblings_and_rows_agree_with_the_children_that_are_shown(
    map_: Map, data: st.DataObject
) -> None:
    items = range(len(map_.items))
    some = st.sets(st.sampled_from(items)) if items else st.just(set[int]())
    branches = branches_of(map_.items)
    assert branches.parents == parents_of(map_.items)
    shown = with_ancestors(branches, data.draw(some)) if data.draw(st.booleans()) else None
    branches = type(branches)(branches.depths, branches.parents, branches.ends, shown)
    folded = data.draw(some)
    rows: list[int] = []
    stack = [item for item in reversed(items) if map_.items[item].depth == 0]
    children = children_of(map_.items)
    while stack:
        item = stack.pop()
        if shown is None or item in shown:
            rows.append(item)
            stack += [] if item in folded else reversed(children[item])
    assert branches.rows(folded) == rows
    for parent in (-1, *items):
        left = list(branches.children(parent))
        if parent >= 0:
            assert left == [one for one in children[parent] if shown is None or one in shown]
            assert branches.has_children(parent) is bool(left)
        for before, after in zip([None, *left], [*left, None], strict=True):
            assert after is None or branches.previous_sibling(after) == before
            assert before is None or branches.next_sibling(before) == after
