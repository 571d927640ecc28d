"""What pictures cost: many small maps in one process, and one map of a thousand claims."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import argmap
from argmap.diagram import drawing
from argmap.diagram.engines.wasm import Wasm
from argmap.diagram.geometry import Arc, Box, Placement, Request
from argmap.document.reading import read_text
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Map
from tests.benchmarks.generated import map_text
from tests.benchmarks.timing import cpu_here, cpu_of, medians, report

SMALL_MAPS = 100


def compare(_folder: Path) -> None:
    _many_small_maps()
    _one_big_map()


def _many_small_maps() -> None:
    maps = [read_text(map_text(15, seed=seed), "small.yaml").map for seed in range(SMALL_MAPS)]
    sources = [argmap.export(map_, "dot") for map_ in maps]
    program = shutil.which("dot")
    if program is None:
        print("not run  pictures against `dot -Tsvg`: there is no program 'dot' here")
        return

    def spawned() -> None:
        for source in sources:
            subprocess.run([program, "-Tsvg"], input=source, capture_output=True, check=True)

    def exported(*, fit: bool) -> None:
        for map_ in maps:
            argmap.export(map_, "svg", fit=fit)

    exported(fit=True)
    plain, fitted, theirs = medians(
        lambda: exported(fit=False), lambda: exported(fit=True), spawned, rounds=5, clock=cpu_of
    )
    each = 1000 / SMALL_MAPS
    for what, ours, least in (("unfitted", plain, 5.0), ("fitted", fitted, 1.0)):
        report(
            f"15 claims to SVG in one process, {what}, against a spawn of `dot -Tsvg`",
            theirs / ours,
            f"at least {least:g} times less",
            f"{ours * each:.1f} ms against {theirs * each:.1f} ms a map",
            holds=theirs / ours >= least,
        )


def _one_big_map() -> None:
    text = map_text(1000)
    requests: list[Request] = []

    class Recording(Wasm):
        """Wasm that keeps what it is asked."""

        def place(self, request: Request, limit: float) -> Placement:
            requests.append(request)
            return super().place(request, limit)

    def whole() -> None:
        argmap.export(read_text(text, "big.yaml"), "svg", engine="wasm")

    map_ = read_text(text, "big.yaml").map
    _request_of(map_, requests, Recording())
    engine = Wasm()

    plain = _a_box_for_each_claim(graph_of(map_))
    ours, alone, reduced = medians(
        whole,
        lambda: engine.place(plain, 60.0),
        lambda: engine.place(requests[-1], 60.0),
        rounds=5,
        clock=cpu_here,
    )
    for what, other in (
        ("laying out its claims, a box each", alone),
        ("what argmap leaves it to lay out: blocks of claims, no routes", reduced),
    ):
        report(
            f"1,000 claims from text to SVG, against Graphviz in wasm {what}",
            ours / other,
            "at most 2",
            f"{ours:.2f} s against {other:.2f} s",
            holds=ours / other <= 2,
        )


def _request_of(map_: Map, requests: list[Request], recording: Wasm) -> None:
    """Have the map laid out once by an engine that records the request."""
    chosen = drawing.choose
    drawing.choose = lambda _name: recording  # type: ignore[assignment]
    try:
        argmap.export(map_, "svg")
    finally:
        drawing.choose = chosen
    assert requests


def _a_box_for_each_claim(graph: Graph) -> Request:
    """Return what Graphviz gets from a tool that leaves it all the work."""
    boxes = tuple(Box(f"c{claim}", 150.0, 60.0) for claim in graph.claims)
    arcs = tuple(
        Arc(f"c{premise}", f"c{step.target}") for step in graph.steps for premise in step.premises
    )
    return Request(boxes, arcs)
