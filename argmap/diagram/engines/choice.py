"""Which engine lays out: the one asked for, or the first that can, so that nothing ever fails."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final, Literal, assert_never

from argmap.diagram.engines import dot, wasm
from argmap.diagram.engines.dot import Dot
from argmap.diagram.engines.exchange import LateError
from argmap.diagram.engines.tidy import Tidy
from argmap.diagram.engines.wasm import Wasm
from argmap.diagram.geometry import Arc, Box, Engine, EngineError, Placement, Request

__all__ = [
    "ENGINE_NAMES",
    "LIMIT",
    "MANY_BOXES",
    "Auto",
    "EngineName",
    "Laid",
    "Probe",
    "choose",
    "lay_out",
    "probe",
]

EngineName = Literal["auto", "wasm", "dot", "tidy"]
ENGINE_NAMES: Final[tuple[EngineName, ...]] = ("auto", "wasm", "dot", "tidy")
# Seconds that one layout may take.
LIMIT: Final = 20.0
# Graphviz takes 1.5 s for 2,000 boxes and 60 s for 10,000, a tidy tree 0.2 s.
MANY_BOXES: Final = 2_000


@dataclass(frozen=True, slots=True)
class Laid:
    """A placement, the engine that made it, and a sentence if that was a second choice."""

    placement: Placement
    engine: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Auto:
    """Graphviz in WebAssembly, else the program `dot`, else the tidy tree."""

    name: str = "auto"

    def place(self, request: Request, limit: float = LIMIT) -> Placement:
        """Return the placement of the first engine that can make it within `limit` seconds."""
        return self.lay_out(request, limit).placement

    def lay_out(self, request: Request, limit: float = LIMIT) -> Laid:
        """Return the placement, and a note when it is the tidy tree's."""
        if len(request.boxes) > MANY_BOXES:
            note = (
                f"The map has {len(request.boxes)} boxes, more than Graphviz lays out in a few"
                " seconds, so it is drawn as a tidy tree."
            )
            return Laid(Tidy().place(request, limit), "tidy", note)
        end = time.monotonic() + limit
        reasons: list[str] = []
        for engine in (Wasm(), Dot()):
            left = max(0.0, end - time.monotonic())
            try:
                return Laid(engine.place(request, left), engine.name)
            except EngineError as error:
                reasons.append(str(error))
                if isinstance(error, LateError):
                    break
        note = f"{' '.join(reasons)} The map is drawn as a tidy tree."
        return Laid(Tidy().place(request, limit), "tidy", note)


def choose(name: EngineName) -> Engine:
    """Return the engine of this name; whether it can work shows when it places."""
    match name:
        case "auto":
            return Auto()
        case "wasm":
            return Wasm()
        case "dot":
            return Dot()
        case "tidy":
            return Tidy()
        case _:
            assert_never(name)


def lay_out(request: Request, engine: Engine, limit: float = LIMIT) -> Laid:
    """Return what `engine` places, with its note if it is `Auto` and had to do with the tidy tree.

    Raises:
        EngineError: If an engine was asked for by name and cannot do it within `limit` seconds.
    """
    if isinstance(engine, Auto):
        return engine.lay_out(request, limit)
    return Laid(engine.place(request, limit), engine.name)


@dataclass(frozen=True, slots=True)
class Probe:
    """What was found of an engine: `seconds` to start and lay out two boxes, or the `problem`."""

    name: str
    works: bool
    version: str | None = None
    path: str | None = None
    seconds: float | None = None
    problem: str | None = None


def probe(name: Literal["wasm", "dot", "tidy"]) -> Probe:
    """Return what becomes of a layout of two boxes: the proof that an engine works."""
    path: str | None = None
    release: str | None = None
    start = time.perf_counter()
    try:
        match name:
            case "wasm":
                path, release = str(wasm.module_path()), wasm.version()
            case "dot":
                path, release = dot.program_path(), dot.version()
            case "tidy":
                pass
            case _:
                assert_never(name)
        request = Request((Box("reason", 72, 36), Box("claim", 90, 36)), (Arc("reason", "claim"),))
        placement = choose(name).place(request, LIMIT)
    except EngineError as error:
        return Probe(name, works=False, version=release, path=path, problem=str(error))
    seconds = time.perf_counter() - start
    if placement.centres["claim"][1] >= placement.centres["reason"][1]:
        problem = "It puts a reason above its claim."
        return Probe(name, works=False, version=release, path=path, problem=problem)
    return Probe(name, works=True, version=release, path=path, seconds=seconds)
