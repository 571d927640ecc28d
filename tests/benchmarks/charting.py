"""What a chart costs on top of the layout that places its boxes."""

from __future__ import annotations

from pathlib import Path

from argmap.diagram.engines import choice
from argmap.diagram.geometry import Engine, Placement, Request
from argmap.document.reading import read_text
from argmap.model.graph import Graph, graph_of
from argmap.tui.chart.chart import Wish, chart_of
from tests.benchmarks.generated import map_text
from tests.benchmarks.timing import cpu_here, medians, report


class Remembering:
    """An engine that answers what another one answered the first time."""

    name = "remembering"

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.request: Request | None = None
        self.placement: Placement | None = None

    def place(self, request: Request, limit: float) -> Placement:
        if self.placement is None:
            self.request, self.placement = request, self.engine.place(request, limit)
        return self.placement

    def place_again(self) -> None:
        assert self.request is not None
        self.engine.place(self.request, choice.LIMIT)


def compare(_folder: Path) -> None:
    for claims, most in ((15, 3.0), (300, 5.0)):
        graph = graph_of(read_text(map_text(claims), "map.yaml").map)
        for direction in ("left", "up"):
            _compare(graph, Wish(direction=direction), most)
    graph = graph_of(read_text(map_text(10_000), "map.yaml").map)
    whole = graph_of(read_text(map_text(1_000), "map.yaml").map)

    def near() -> None:
        chart_of(graph, Wish(around=5_000))

    def all_of_it() -> None:
        chart_of(whole)

    fast, slow = medians(near, all_of_it, clock=cpu_here)
    report(
        "what is near one of 10,000 claims, against the whole of 1,000",
        fast / slow,
        "at most 1",
        f"{fast * 1e3:.0f} ms against {slow * 1e3:.0f} ms",
        holds=fast <= slow,
    )


def _compare(graph: Graph, wish: Wish, most: float) -> None:
    engine = Remembering(choice.choose("wasm"))
    chart_of(graph, wish, engine)

    def draw() -> None:
        chart_of(graph, wish, engine)

    drawn, laid = medians(draw, engine.place_again, rounds=7, clock=cpu_here)
    ratio = drawn / laid
    report(
        f"a chart of {len(graph.claims)} claims, targets {wish.direction}, against its layout",
        ratio,
        f"at most {most:g} times",
        f"{drawn * 1e3:.1f} ms against {laid * 1e3:.1f} ms",
        holds=ratio <= most,
    )
