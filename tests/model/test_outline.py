from __future__ import annotations

import pytest
from hypothesis import given

from argmap.model.edits import EditError
from argmap.model.maps import Kind, Map, children_of, parents_of
from argmap.model.outline import (
    branches,
    insertion_index,
    item_at,
    parent_of,
    shifted,
    siblings,
    subtree_end,
)
from tests.model.outlines import map_of
from tests.model.strategies import maps

_ITEMS = map_of(
    """
    claim a
      rebut b
        undercut c
      support d
        rebut e
      support f
    claim g
    """
).items


def test_a_subtree_ends_before_the_next_item_as_high() -> None:
    assert [subtree_end(_ITEMS, index) for index in range(7)] == [6, 3, 3, 5, 5, 6, 7]


@given(maps())
def test_one_parent_agrees_with_all_parents(map_: Map) -> None:
    for index, parent in enumerate(parents_of(map_.items)):
        assert parent_of(map_.items, index) == (None if parent < 0 else parent)


@given(maps())
def test_branches_are_the_children_with_all_below(map_: Map) -> None:
    for index, children in enumerate(children_of(map_.items)):
        found = branches(map_.items, index)
        assert [branch[0] for branch in found] == [map_.items[child] for child in children]
        below = map_.items[index + 1 : subtree_end(map_.items, index)]
        assert tuple(item for branch in found for item in branch) == below


def test_siblings_are_of_one_kind() -> None:
    assert siblings(_ITEMS, 0, Kind.SUPPORT) == (3, 5)
    assert siblings(_ITEMS, None, Kind.CLAIM) == (0, 6)
    assert siblings(_ITEMS, 1, Kind.SUPPORT) == ()


@pytest.mark.parametrize(
    ("parent", "kind", "position", "index"),
    [
        (0, Kind.SUPPORT, 0, 3),
        (0, Kind.SUPPORT, 1, 5),
        (0, Kind.SUPPORT, 2, 6),
        (0, Kind.SUPPORT, None, 6),
        (0, Kind.REBUT, None, 3),
        (3, Kind.SUPPORT, None, 5),
        (None, Kind.CLAIM, 0, 0),
        (None, Kind.CLAIM, 1, 6),
        (None, Kind.CLAIM, None, 7),
    ],
)
def test_a_new_item_gets_the_index_of_its_position(
    parent: int | None, kind: Kind, position: int | None, index: int
) -> None:
    assert insertion_index(_ITEMS, parent, kind, position) == index


def test_the_first_root_gets_the_first_index() -> None:
    assert insertion_index((), None, Kind.CLAIM) == 0


@pytest.mark.parametrize("position", [-1, 3])
def test_a_position_that_is_not_there_is_refused(position: int) -> None:
    with pytest.raises(EditError, match=r"There is no position -?\d here: 2 is the last\."):
        insertion_index(_ITEMS, 0, Kind.SUPPORT, position)


@pytest.mark.parametrize("index", [-1, 7])
def test_an_item_that_is_not_there_is_refused(index: int) -> None:
    with pytest.raises(EditError, match=r"There is no item -?\d: the map has 7 items"):
        item_at(_ITEMS, index)
    with pytest.raises(EditError, match="There is no item"):
        insertion_index(_ITEMS, index, Kind.SUPPORT)


def test_items_are_shifted_as_a_whole() -> None:
    assert [item.depth for item in shifted(_ITEMS[1:3], 2)] == [3, 4]
    assert shifted(_ITEMS, 0) == _ITEMS
