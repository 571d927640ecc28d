"""What is asked of Graphviz, as text-free DOT, and what it answers, as json0."""

from __future__ import annotations

import json
from typing import Final

from argmap.diagram.geometry import Arc, EngineError, Placement, Point, Request, Route

__all__ = ["LateError", "read_json0", "request_dot"]

POINTS_PER_INCH: Final = 72.0


class LateError(EngineError):
    """Graphviz was stopped at its limit, in seconds; another Graphviz would be late as well."""

    def __init__(self, limit: float) -> None:
        super().__init__(f"Graphviz took longer than {limit:.3g} s.")


def request_dot(request: Request) -> str:
    """Return the request as DOT without a single word, so that no font can move a box.

    Boxes are named by their number, arcs carry theirs as `id`. Never `splines=ortho`, which
    aborts Graphviz 2.43 on 2.2 % of real maps, and never ports, which bunch all heads together.
    """
    numbers = {box.name: number for number, box in enumerate(request.boxes)}
    direction = {"up": "BT", "left": "RL"}[request.direction]
    ratio = "" if request.aspect is None else f" ratio={request.aspect:.5f}"
    splines = "true" if request.routed else '""'
    layout = (
        f"rankdir={direction} ordering=in splines={splines} pad=0"
        f" nodesep={request.box_gap / POINTS_PER_INCH:.5f}"
        f" ranksep={request.rank_gap / POINTS_PER_INCH:.5f}{ratio}"
    )
    lines = [
        f"digraph{{graph[{layout}];",
        'node[shape=box fixedsize=true label="" margin=0];edge[arrowsize=.8];',
    ]
    lines.extend(
        f"{number}[width={box.width / POINTS_PER_INCH:.6f}"
        f" height={box.height / POINTS_PER_INCH:.6f}];"
        for number, box in enumerate(request.boxes)
    )
    lines.extend(
        f"{numbers[arc.tail]}->{numbers[arc.head]}[{_attributes(number, arc)}];"
        for number, arc in enumerate(request.arcs)
    )
    lines.extend(
        "{rank=same;" + ";".join(str(numbers[name]) for name in names) + "}"
        for names in request.level
    )
    lines.append("}")
    return "\n".join(lines)


def _attributes(number: int, arc: Arc) -> str:
    return "".join(
        (
            f"id={number}",
            f" minlen={arc.length}" if arc.length != 1 else "",
            "" if arc.ranks else " constraint=false",
            "" if arc.pointed else " arrowhead=none",
        )
    )


def read_json0(answer: bytes | str, request: Request) -> Placement:
    """Return the placement that Graphviz answered, with y turned to go down.

    Raises:
        EngineError: If the answer is not what Graphviz writes for the request.
    """
    try:
        drawing = json.loads(answer)
        _, _, width, height = map(float, drawing["bb"].split(","))
        places = {  # a group of one rank is an object too, without a place
            node["name"]: _point(node["pos"], height)
            for node in drawing.get("objects", ())
            if "pos" in node
        }
        centres = {box.name: places[str(n)] for n, box in enumerate(request.boxes)}
        edges = {int(edge["id"]): edge for edge in drawing.get("edges", ())}
        routes = tuple(
            _route(edges[number].get("pos", ""), height) or _straight(arc, centres)
            for number, arc in enumerate(request.arcs if request.routed else ())
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError("Graphviz answered something that is not a drawing.") from error
    return Placement(width, height, centres, routes)


def _point(text: str, height: float) -> Point:
    x, y = text.split(",")
    return float(x), round(height - float(y), 3)


def _route(text: str, height: float) -> Route | None:
    """Return one edge's `pos`: at most a start and an end of heads, then the points.

    Of several pieces, divided by semicolons, only a merged edge has any; ours are never merged.
    """
    tip: Point | None = None
    points: list[Point] = []
    for word in text.partition(";")[0].split():
        if word.startswith("e,"):
            tip = _point(word[2:], height)
        elif not word.startswith("s,"):
            points.append(_point(word, height))
    return Route(tuple(points), tip) if points else None


def _straight(arc: Arc, centres: dict[str, Point]) -> Route:
    """Return a line from centre to centre, for an edge that Graphviz lost ("lost edge" warning)."""
    start, end = centres[arc.tail], centres[arc.head]
    return Route((start, start, end, end), end if arc.pointed else None)
