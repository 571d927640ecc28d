from __future__ import annotations

from argmap.diagram.grid import Gate, Grid, grid_of

LANES = (0.0, 10.0, 50.0, 90.0, 100.0)
BOX = (20.0, 20.0, 80.0, 80.0)


def gate(x: float, y: float, *, upright: bool = False, cost: float = 0.0) -> Gate:
    return Gate((x, y), ((x - 1, y),), upright=upright, cost=cost)


def grid(*boxes: tuple[float, float, float, float]) -> Grid:
    return grid_of(boxes, LANES, LANES)


def test_a_free_way_is_straight() -> None:
    way = grid().way([gate(0, 50)], [gate(100, 50)])
    assert way is not None
    assert {y for _, y in way} == {50.0}
    assert way[0] == (-1, 50)
    assert way[-1] == (99, 50)


def test_a_way_goes_round_a_box() -> None:
    way = grid(BOX).way([gate(0, 50)], [gate(100, 50)])
    assert way is not None
    assert not [(x, y) for x, y in way if 20 < x < 80 and 20 < y < 80]
    assert {y for _, y in way} in ({50.0, 10.0}, {50.0, 90.0})


def test_the_cheaper_of_two_ends_is_taken() -> None:
    way = grid().way([gate(0, 50)], [gate(100, 50, cost=500), gate(100, 90)])
    assert way is not None
    assert way[-1] == (99, 90)


def test_the_cheaper_of_two_starts_is_taken() -> None:
    way = grid().way([gate(0, 50, cost=500), gate(0, 90)], [gate(100, 50)])
    assert way is not None
    assert way[0] == (-1, 90)


def test_a_second_way_keeps_off_the_first() -> None:
    lanes = grid_of([BOX], (*LANES, -300.0), LANES)
    first = lanes.way([gate(0, 10)], [gate(100, 10)])
    second = lanes.way([gate(0, 10)], [gate(100, 10)])
    assert first is not None
    assert second is not None
    assert {y for _, y in first} == {10.0}
    assert {y for _, y in second} == {10.0, 0.0}


def test_a_way_keeps_off_lines_that_are_drawn() -> None:
    lanes = grid(BOX)
    lanes.use((0, 12), (100, 12))
    lanes.use((50, 0), (50, 10))
    way = lanes.way([gate(0, 50)], [gate(100, 50)])
    assert way is not None
    assert {y for _, y in way} == {50.0, 90.0}


def test_where_boxes_leave_no_way_there_is_none() -> None:
    wall = (30.0, -10.0, 70.0, 110.0)
    assert grid(wall).way([gate(0, 50)], [gate(100, 50)]) is None
