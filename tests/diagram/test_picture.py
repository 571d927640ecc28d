"""A picture is values all the way down."""

from __future__ import annotations

import pytest

from argmap.diagram.picture import (
    Group,
    Path,
    Picture,
    Rect,
    Text,
    polygon,
    polyline,
    spline,
    texts,
)


def test_a_polygon_closes_the_polyline() -> None:
    corners = ((0.0, 0.0), (4.0, 0.0), (2.0, 3.0))
    assert polyline(corners) == (("M", 0, 0), ("L", 4, 0), ("L", 2, 3))
    assert polygon(corners) == (*polyline(corners), ("Z",))


def test_a_spline_takes_its_points_in_triples() -> None:
    points = ((0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 3.0))
    assert spline(points) == (("M", 0, 0), ("C", 1, 0, 2, 1, 3, 3))


def test_a_spline_with_a_point_left_over_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        spline(((0.0, 0.0), (1.0, 0.0)))


def test_texts_come_in_drawing_order_from_every_depth() -> None:
    def word(string: str) -> Text:
        return Text(0, 0, string, 12, 20, "ink")

    line = Path(polyline(((0, 0), (1, 1))), stroke="muted")
    nested = Group((word("two"), Group((line, word("three")))), id="n")
    picture = Picture(960, 540, (Rect(0, 0, 1, 1), word("one"), nested, word("four")), "t")
    assert [text.string for text in texts(picture)] == ["one", "two", "three", "four"]


def test_equal_pictures_are_equal() -> None:
    def make() -> Picture:
        return Picture(960, 540, (Group((Rect(0, 0, 9, 9, fill="claim"),), id="a"),), "t")

    assert make() == make()
    assert hash(make()) == hash(make())
