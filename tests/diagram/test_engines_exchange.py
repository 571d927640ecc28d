"""What is said to Graphviz holds no word of the map; what it answers is read strictly."""

from __future__ import annotations

import json
import re

import pytest

from argmap.diagram.engines.exchange import read_json0, request_dot
from argmap.diagram.geometry import Arc, Box, EngineError, Request

TWO = Request((Box("reason", 72, 36), Box("claim", 144, 36)), (Arc("reason", "claim"),))
ANSWER = {
    "bb": "0,0,144,100",
    "objects": [
        {"_gvid": 2, "name": "%3"},
        {"_gvid": 0, "name": "0", "pos": "72,18"},
        {"_gvid": 1, "name": "1", "pos": "72,82.25"},
    ],
    "edges": [
        {"_gvid": 0, "tail": 0, "head": 1, "id": "0", "pos": "e,72,64 72,36 72,40 72,50 72,56"}
    ],
}


def test_the_question_is_plain() -> None:
    assert request_dot(TWO) == (
        "digraph{graph[rankdir=BT ordering=in splines=true pad=0"
        " nodesep=0.20000 ranksep=0.40000];\n"
        'node[shape=box fixedsize=true label="" margin=0];edge[arrowsize=.8];\n'
        "0[width=1.000000 height=0.500000];\n"
        "1[width=2.000000 height=0.500000];\n"
        "0->1[id=0];\n"
        "}"
    )


def test_no_name_of_a_box_reaches_graphviz() -> None:
    request = Request((Box('"];x', 10, 10), Box("北京", 10, 10)), (Arc('"];x', "北京"),))
    source = request_dot(request)
    assert source.isascii()
    assert re.findall(r'"([^"]*)"', source) == [""]


def test_every_wish_is_passed_on() -> None:
    boxes = tuple(Box(name, 10, 10) for name in "abc")
    arcs = (Arc("a", "b", length=2), Arc("b", "c", ranks=False, pointed=False))
    source = request_dot(Request(boxes, arcs, (("b", "c"),), "left", aspect=0.5625))
    assert "rankdir=RL" in source
    assert "ratio=0.56250" in source
    assert "0->1[id=0 minlen=2];" in source
    assert "1->2[id=1 constraint=false arrowhead=none];" in source
    assert "{rank=same;1;2}" in source
    assert "ortho" not in source


def test_the_answer_is_turned_to_go_down() -> None:
    placement = read_json0(json.dumps(ANSWER), TWO)
    assert (placement.width, placement.height) == (144, 100)
    assert placement.centres == {"reason": (72, 82), "claim": (72, 17.75)}
    assert placement.routes[0].points == ((72, 64), (72, 60), (72, 50), (72, 44))
    assert placement.routes[0].tip == (72, 36)


def test_a_lost_edge_becomes_a_line() -> None:
    lost = {**ANSWER, "edges": [{"id": "0"}]}
    route = read_json0(json.dumps(lost), TWO).routes[0]
    assert (route.points[0], route.points[-1]) == ((72, 82), (72, 17.75))


@pytest.mark.parametrize(
    "answer",
    ["", "{}", "[]", '{"bb": "0,0,1"}', json.dumps({**ANSWER, "edges": []}), '{"bb": 3}'],
)
def test_what_is_no_drawing_is_refused(answer: str) -> None:
    with pytest.raises(EngineError, match="not a drawing"):
        read_json0(answer, TWO)
