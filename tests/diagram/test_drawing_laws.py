"""What holds for every picture of every map, however it is folded and whichever way it runs."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagram.cards import TextMode, Typesetter
from argmap.diagram.curves import Way, end_of, ways_points
from argmap.diagram.engines.tidy import Tidy
from argmap.diagram.engines.wasm import Wasm
from argmap.diagram.families import Folding, blocks_of
from argmap.diagram.geometry import Engine, Point
from argmap.diagram.layout import Layout, Placed, lay_out, stretched
from argmap.diagram.painter import painted
from argmap.diagram.picture import Group, Item, Path, Rect, Text
from argmap.diagram.routing import DrawnLine, route_lines
from argmap.diagram.scene import Scene, scene_of
from argmap.diagram.tree import tree_of
from argmap.model.maps import Map
from tests.diagram.sketches import SHAPES, sketch
from tests.model.strategies import maps

FOLDINGS = (
    Folding(146.0, 0),
    Folding(146.0, 1),
    Folding(92.0, 9, 300.0),
    Folding(220.0, 9, 500.0),
)


def laid(
    scene: Scene,
    folding: Folding,
    direction: Literal["up", "left"],
    engine: Engine,
    mode: TextMode = "full",
) -> Layout:
    tree = tree_of(scene, far_rows=direction == "up")
    blocks = blocks_of(tree, folding, Typesetter(mode))
    return lay_out(scene, blocks, engine, 20, direction)


def check(scene: Scene, layout: Layout) -> None:
    """Assert every law of a laid out scene."""
    lines = route_lines(scene, layout)
    cards = layout.cards()
    assert set(cards) == {card.item for owner in scene.cards for card in (owner, *owner.members)}
    no_cards_overlap(scene, cards)
    lines_meet_what_they_join(scene, cards, lines)
    home_lines_cross_no_card(scene, cards, lines)
    words_stay_in_their_boxes(painted(scene, layout, lines))


def no_cards_overlap(scene: Scene, cards: dict[int, Placed]) -> None:
    for one, other in combinations([cards[card.item] for card in scene.cards], 2):
        beside = one.right <= other.x + 0.01 or other.right <= one.x + 0.01
        above = one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01
        assert beside or above, (one.set.card.id, other.set.card.id)
    for owner in scene.cards:
        frame = cards[owner.item]
        members = [cards[member.item] for member in owner.members]
        for member in members:
            assert frame.x < member.x < member.right < frame.right
            assert frame.y < member.y < member.bottom < frame.bottom
        if not frame.set.stacked:
            assert len({member.set.height for member in members}) <= 1


def lines_meet_what_they_join(
    scene: Scene, cards: dict[int, Placed], lines: tuple[DrawnLine, ...]
) -> None:
    assert [drawn.line for drawn in lines] == list(scene.lines)
    ways = {drawn.line.item: drawn.way for drawn in lines}
    for drawn in lines:
        line = drawn.line
        start: Point = drawn.way[0][1:]  # type: ignore[assignment]
        tail = cards[line.tail], cards[scene.owner[line.tail]]
        assert min(from_border(start, card) for card in tail) < 0.01, line
        if drawn.joins:
            trunks = [other.way for other in lines if other.line.target == line.target]
            assert min(from_way(end_of(drawn.way), way) for way in trunks) < 0.01, line
        elif line.about_step:
            assert from_way(end_of(drawn.way), ways[line.target]) < 2.5, line
        else:
            assert from_border(end_of(drawn.way), cards[line.target]) < 0.01, line


def home_lines_cross_no_card(
    scene: Scene, cards: dict[int, Placed], lines: tuple[DrawnLine, ...]
) -> None:
    by_item = {line.item: line for line in scene.lines}
    for drawn in lines:
        line = drawn.line
        if line.cross or (line.about_step and by_item[line.target].cross):
            continue
        own = {scene.owner[line.tail], scene.owner.get(line.target)}
        others = [cards[card.item] for card in scene.cards if card.item not in own]
        for x, y in ways_points(drawn.way):
            for card in others:
                inside = card.x + 1 < x < card.right - 1 and card.y + 1 < y < card.bottom - 1
                assert not inside, (line, card.set.card.id)


def words_stay_in_their_boxes(items: tuple[Item, ...]) -> None:
    for group in items:
        assert isinstance(group, Group)
        if "card" not in group.classes:
            continue
        left, top, right, bottom = box_of(group)
        texts = [
            text
            for child in group.children
            for text in (child.children if isinstance(child, Group) else (child,))
            if isinstance(text, Text)
        ]
        assert texts
        for text in texts:
            x = text.x - (text.width / 2 if text.anchor == "middle" else 0)
            assert left < x + 0.01, text
            assert x + text.width < right + 0.01, text
            assert top < text.y - text.size * 0.72, text
            assert text.y + text.size * 0.2 < bottom, text


def box_of(group: Group) -> tuple[float, float, float, float]:
    frame = group.children[0]
    if isinstance(frame, Rect):
        return frame.x, frame.y, frame.x + frame.width, frame.y + frame.height
    assert isinstance(frame, Path)
    points = [segment[-2:] for segment in frame.segments if len(segment) > 1]
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def from_border(place: Point, card: Placed) -> float:
    x, y = place
    outside = hypot(max(card.x - x, 0, x - card.right), max(card.y - y, 0, y - card.bottom))
    return outside or min(x - card.x, card.right - x, y - card.y, card.bottom - y)


def from_way(place: Point, way: Way) -> float:
    return min(from_stretch(place, *ends) for ends in pairwise(ways_points(way)))


def from_stretch(place: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((place[0] - start[0]) * dx + (place[1] - start[1]) * dy) / length if length else 0
    share = min(max(share, 0), 1)
    return hypot(place[0] - start[0] - share * dx, place[1] - start[1] - share * dy)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("engine", [Wasm(), Tidy()], ids=lambda engine: engine.name)
def test_every_shape_of_map_keeps_the_laws(shape: str, engine: Engine) -> None:
    scene = scene_of(sketch(SHAPES[shape]))
    for folding in FOLDINGS:
        layout = laid(scene, folding, "up", engine)
        check(scene, layout)
        check(scene, stretched(layout, layout.width * 1.3, layout.height * 1.4))
    check(scene, laid(scene, FOLDINGS[1], "left", engine))


@settings(max_examples=120)
@given(
    maps(max_steps=14),
    st.sampled_from((80.0, 146.0, 240.0)),
    st.sampled_from((0, 1, 9)),
    st.sampled_from((0.0, 200.0, 500.0)),
    st.sampled_from(("full", "short")),
)
def test_every_map_keeps_the_laws(
    map_: Map, text_width: float, depth: int, column: float, mode: TextMode
) -> None:
    if not map_.items:
        return
    scene = scene_of(map_)
    layout = laid(scene, Folding(text_width, depth, column), "up", Tidy(), mode)
    check(scene, layout)
    check(scene, stretched(layout, layout.width * 1.2, layout.height * 1.2))
    check(scene, laid(scene, Folding(text_width, depth), "left", Tidy(), mode))
