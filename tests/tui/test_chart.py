"""What a chart promises: whole texts, boxes apart, and edges that a finger can follow."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagram.engines.choice import choose
from argmap.diagram.engines.tidy import Tidy
from argmap.diagram.geometry import Direction, EngineError, Placement, Request
from argmap.document.reading import read
from argmap.model.claims import Claim, Linked, Ref
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.reporters.visible import visible
from argmap.tui.chart import lines
from argmap.tui.chart.boxes import Rect
from argmap.tui.chart.chart import Chart, DrawnEdge, Wish, beside, chart_of
from tests.conftest import Golden
from tests.model.strategies import maps
from tests.tui.chart_tracing import DOWN, LEFT, RIGHT, UP, cells_of, traced

MAPS = Path(__file__).parents[2] / "maps"
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
NAMES = ("china-taliban-talks", "kuo-2013", "small-2013")


def graph_named(name: str) -> Graph:
    return graph_of(read(MAPS / f"{name}.yaml").map)


@st.composite
def wishes(draw: st.DrawFn, graph: Graph) -> Wish:
    items = len(graph.map.items)
    around = draw(st.none() | st.integers(0, items - 1)) if items else None
    return Wish(
        width=draw(st.integers(10, 40)),
        mode=draw(st.sampled_from(("full", "short"))),
        direction=draw(st.sampled_from(DIRECTIONS)),
        around=around,
        radius=draw(st.integers(0, 3)),
    )


def assert_sound(chart: Chart) -> None:
    grid = cells_of(chart)
    assert len(grid) == chart.height
    assert all(len(row) == chart.width for row in grid)
    assert_boxes_apart(chart)
    assert_texts_whole(chart, grid)
    for drawn in chart.edges:
        assert_leads_to_its_head(chart, grid, drawn)
    assert_no_edges_merge(chart)


def assert_boxes_apart(chart: Chart) -> None:
    taken: set[tuple[int, int]] = set()
    for box in chart.boxes.values():
        cells = {(x, y) for x in range(box.x, box.x + box.width) for y in rows_of(box)}
        assert taken.isdisjoint(cells)
        taken |= cells
    for drawn in chart.edges:
        assert taken.isdisjoint(drawn.cells), "an edge runs through a box"


def rows_of(box: Rect) -> range:
    return range(box.y, box.y + box.height)


def assert_texts_whole(chart: Chart, grid: list[list[str]]) -> None:
    graph = chart.figure.graph
    for item, face in chart.faces.items():
        inside = "".join(
            "".join(grid[y][face.x + 1 : face.x + face.width - 1])
            for y in list(rows_of(face))[1:-1]
        )
        claim = graph.claim(item)
        if claim is None:
            continue
        full, short = (
            "".join(visible(" ".join(text.split())).split())
            for text in (claim.text, claim.short or claim.text)
        )
        inside = inside.replace("◌", "")
        assert "".join(inside.split()).removeprefix("↗") in (full, short, "(notextyet)")


def assert_leads_to_its_head(chart: Chart, grid: list[list[str]], drawn: DrawnEdge) -> None:
    edge, figure = drawn.edge, chart.figure
    tail = chart.faces.get(edge.tail) or chart.boxes[edge.tail]
    start = drawn.cells[0]
    (going,) = (
        step
        for step in (UP, RIGHT, DOWN, LEFT)
        if chart.boxes[figure.owner[edge.tail]].holds(start[0] - step[0], start[1] - step[1])
    )
    assert tail.holds(start[0] - going[0], start[1] - going[1])
    assert traced(grid, start, going) == drawn.cells
    x, y = drawn.cells[-1]
    if edge.about_step:
        (attacked,) = (one for one in chart.edges if one.edge.item == edge.head)
        assert (x, y) in attacked.cells[:-1]
    else:
        head = chart.faces.get(edge.head) or chart.boxes[edge.head]
        assert any(head.holds(x + dx, y + dy) for dx, dy in (UP, RIGHT, DOWN, LEFT))


def assert_no_edges_merge(chart: Chart) -> None:
    """Where edges share a cell they cross, or one ends there on the other."""
    shared = Counter(cell for drawn in chart.edges for cell in drawn.cells)
    ends = Counter(drawn.cells[-1] for drawn in chart.edges if drawn.edge.about_step)
    ways: dict[tuple[int, int], list[bool]] = {}
    for drawn in chart.edges:
        cells = drawn.cells
        for before, cell, after in zip(cells, cells[1:], cells[2:], strict=False):
            if shared[cell] > 1 and not ends[cell]:
                assert before[0] == after[0] or before[1] == after[1], "an edge turns on another"
                ways.setdefault(cell, []).append(before[0] == after[0])
    assert all(sorted(found) == [False, True] for found in ways.values())
    assert all(shared[cell] == 2 for cell in ends)


@given(st.data())
@settings(max_examples=150)
def test_every_edge_can_be_traced_and_every_text_is_whole(data: st.DataObject) -> None:
    graph = graph_of(data.draw(maps(max_steps=14)))
    chart = chart_of(graph, data.draw(wishes(graph)), Tidy())
    assert_sound(chart)


@given(st.data())
@settings(max_examples=60)
def test_so_it_is_where_graphviz_places_the_boxes(data: st.DataObject) -> None:
    graph = graph_of(data.draw(maps(max_steps=10)))
    chart = chart_of(graph, data.draw(wishes(graph)), choose("auto"))
    assert_sound(chart)


@st.composite
def drafts(draw: st.DrawFn) -> Map:
    """Anything that an editor might hold for a moment: refs to nothing, kinds where none belong."""
    contents = (Claim("One"), Claim("Two", "two"), Ref("two"), Ref("nobody"), Linked())
    items = [Item(0, Kind.CLAIM, Claim("Root", "root"))]
    for _ in range(draw(st.integers(0, 12))):
        depth = draw(st.integers(0, items[-1].depth + 1))
        kind = draw(st.sampled_from(tuple(Kind)))
        items.append(Item(depth, kind, draw(st.sampled_from(contents))))
    return Map(items=tuple(items))


@given(drafts(), st.sampled_from(DIRECTIONS))
@settings(max_examples=150)
def test_no_draft_is_too_odd_to_be_drawn(map_: Map, direction: Direction) -> None:
    assert_sound(chart_of(graph_of(map_), Wish(direction=direction), Tidy()))


def crowded(seed: int) -> Map:
    """Twenty claims that argue about one another and one another's steps, mostly by refs."""
    chance = random.Random(seed)
    items = [Item(0, Kind.CLAIM, Claim("Root", "c0"))]
    while len(items) < 45:
        above = items[-1]
        kinds = [Kind.SUPPORT, Kind.REBUT] if isinstance(above.content, Claim) else []
        kinds += [Kind.UNDERCUT, Kind.WARRANT] if above.kind.is_step else []
        depth = above.depth + 1
        if not kinds or depth > chance.randint(1, 6):
            depth, kinds = 1, [Kind.SUPPORT, Kind.REBUT]
        name = f"c{len(items)}"
        content = chance.choice((Claim(f"Claim {name}", name), Ref(f"c{chance.randrange(45)}")))
        items.append(Item(depth, chance.choice(kinds), content))
    return Map(items=tuple(items))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_crowd_of_cross_links_can_be_traced(seed: int, direction: Direction) -> None:
    chart = chart_of(graph_of(crowded(seed)), Wish(direction=direction), Tidy())
    assert_sound(chart)
    assert sum(drawn.edge.cross for drawn in chart.edges) > 3


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_premise_may_undercut_the_step_that_it_is_part_of(direction: Direction) -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("Root", "root")),
        Item(1, Kind.REBUT, Linked()),
        Item(2, Kind.PREMISE, Claim("One", "one")),
        Item(2, Kind.PREMISE, Ref("root")),
        Item(2, Kind.UNDERCUT, Ref("root")),
        Item(2, Kind.WARRANT, Ref("one")),
    )
    assert_sound(chart_of(graph_of(Map(items=items)), Wish(direction=direction), Tidy()))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_our_own_maps_look_as_they_did(name: str, direction: Direction, golden: Golden) -> None:
    chart = chart_of(graph_named(name), Wish(direction=direction))
    assert_sound(chart)
    golden(f"chart-{name}-{direction}.txt", chart.text)


def test_a_neighbourhood_says_how_much_it_leaves_out(golden: Golden) -> None:
    graph = graph_named("china-taliban-talks")
    wish = Wish(mode="full", around=graph.homes["islamabad"], radius=1)
    chart = chart_of(graph, wish)
    assert_sound(chart)
    golden("chart-neighbourhood.txt", chart.text)


def test_the_same_map_gives_the_same_chart_under_every_hash_seed() -> None:
    code = (
        "from argmap.document.reading import read\n"
        "from argmap.model.graph import graph_of\n"
        "from argmap.tui.chart.chart import Wish, chart_of\n"
        "import hashlib, sys\n"
        f"graph = graph_of(read({json.dumps(str(MAPS / 'china-taliban-talks.yaml'))}).map)\n"
        "charts = [chart_of(graph, Wish(direction=d)).text for d in ('up', 'left')]\n"
        "print(hashlib.sha256(''.join(charts).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(digests) == 1


class Failing:
    """An engine that is not there."""

    name = "wasm"

    def place(self, request: Request, limit: float) -> Placement:
        del request, limit
        raise EngineError("Graphviz crashed over this layout.")


def test_a_failing_engine_gives_way_to_the_tidy_tree() -> None:
    chart = chart_of(graph_named("small-2013"), engine=Failing())
    assert chart.engine == "tidy"
    assert chart.note == "Graphviz crashed over this layout. The map is drawn as a tidy tree."
    assert_sound(chart)


def test_a_map_without_claims_is_an_empty_chart() -> None:
    chart = chart_of(graph_of(Map()))
    assert (chart.width, chart.height, chart.text) == (0, 0, "")
    assert chart.item_at(0, 0) is None
    assert chart.box_of(0) is None


def test_every_cell_of_a_box_belongs_to_its_claim_and_every_cell_of_an_edge_to_its_step() -> None:
    chart = chart_of(graph_named("china-taliban-talks"))
    for item, face in chart.faces.items():
        assert chart.item_at(face.x + 1, face.y + 1) == item
        if item in chart.boxes:
            assert chart.box_of(item) == face
    for drawn in chart.edges:
        assert chart.item_at(*drawn.cells[0]) == drawn.edge.item
    assert chart.item_at(-1, 0) is None
    assert chart.item_at(0, chart.height) is None


def test_a_ref_leads_to_the_home_of_its_claim_and_to_its_own_edge() -> None:
    graph = graph_named("china-taliban-talks")
    chart = chart_of(graph)
    items = graph.map.items
    ref = next(
        index
        for index, item in enumerate(items)
        if item.content == Ref("stake") and item.kind.is_step
    )
    assert chart.box_of(ref) == chart.boxes[graph.homes["stake"]]
    assert [drawn.edge.item for drawn in chart.edges_of(ref)] == [ref]


def test_a_claim_has_the_edges_that_begin_and_end_there() -> None:
    graph = graph_named("small-2013")
    chart = chart_of(graph)
    home = graph.homes["islamabad"]
    found = {drawn.edge.item for drawn in chart.edges_of(home)}
    above = {step.item for step in graph.steps if home in step.premises}
    about = {step.item for step in graph.about(home, is_step=False)}
    assert found == above | about
    assert above
    assert about


def test_linked_premises_have_the_edges_of_each_and_a_premise_its_own_and_that_of_the_step() -> (
    None
):
    graph = graph_named("china-taliban-talks")
    chart = chart_of(graph)
    third = graph.homes["third-factor"]
    linked = graph.parents[third]
    whole = {drawn.edge.item for drawn in chart.edges_of(linked)}
    part = {drawn.edge.item for drawn in chart.edges_of(third)}
    assert part == whole
    assert linked in part
    pressed = {drawn.edge.item for drawn in chart.edges_of(graph.homes["us-presses"])}
    assert pressed == {linked}


def test_steps_lead_from_box_to_box_and_end_at_the_rim() -> None:
    graph = graph_named("small-2013")
    chart = chart_of(graph)
    root = graph.homes["greater-role"]
    right = beside(chart, root, lines.RIGHT)
    assert right is not None
    assert chart.faces[right].x > chart.faces[root].x
    assert beside(chart, right, lines.LEFT) == root
    assert beside(chart, root, lines.LEFT) is None
    below = beside(chart, right, lines.DOWN)
    assert below is not None
    assert chart.faces[below].x == chart.faces[right].x
    assert beside(chart, below, lines.UP) == right
    assert beside(chart, -1, lines.UP) is None


def test_around_nothing_is_the_first_claim_and_around_an_empty_map_is_nothing() -> None:
    chart = chart_of(graph_named("small-2013"), Wish(around=-1, radius=0))
    assert list(chart.boxes) == [0]
    assert chart_of(graph_of(Map()), Wish(around=0)).boxes == {}
