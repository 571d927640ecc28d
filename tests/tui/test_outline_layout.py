from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.outline.layout import Layout


def test_a_new_height_moves_what_is_below() -> None:
    layout = Layout([0, 2, 3], [1, 9, 2, 3])
    assert layout.tops == [0, 1, 3, 6]
    assert layout.set_height(2, 5)
    assert not layout.set_height(2, 5)
    assert layout.tops == [0, 1, 6, 9]
    assert layout.total == 9


def test_an_item_without_a_row_has_the_row_before_it_for_a_neighbour() -> None:
    layout = Layout([0, 2, 3], [1] * 5)
    assert [layout.row_of(item) for item in range(5)] == [0, None, 1, 2, None]
    assert [layout.nearest_row(item) for item in range(-1, 5)] == [0, 0, 0, 1, 2, 2]


def test_lines_beyond_the_rows_belong_to_the_first_and_the_last() -> None:
    layout = Layout([0, 1], [2, 2])
    assert [layout.row_at(line) for line in (-5, 0, 1, 2, 3, 4, 99)] == [0, 0, 0, 1, 1, 1, 1]
    assert Layout([], []).row_at(3) == 0


@given(st.lists(st.integers(1, 5), min_size=1))
def test_every_line_of_a_row_leads_back_to_it(heights: list[int]) -> None:
    layout = Layout(list(range(len(heights))), heights)
    for row, height in enumerate(heights):
        for line in range(height):
            assert layout.row_at(layout.tops[row] + line) == row
