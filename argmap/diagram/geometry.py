"""The plain shapes between scene, engines, painter and exporters; in points, y down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

__all__ = [
    "Arc",
    "Box",
    "Direction",
    "Engine",
    "EngineError",
    "Placement",
    "Point",
    "Request",
    "Route",
]

Point = tuple[float, float]
# Where an arc's head lies: "up" puts targets above, "left" puts them to the left.
Direction = Literal["up", "left"]


@dataclass(frozen=True, slots=True)
class Box:
    """A text-free rectangle to place; `name` is only a key, never drawn."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one box to another, `tail` to `head`, both names of boxes.

    `length` is the least number of ranks it spans; `ranks` False keeps it from pulling boxes
    apart; `pointed` leaves room for a head.
    """

    tail: str
    head: str
    length: int = 1
    ranks: bool = True
    pointed: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """What an engine lays out. `level` groups boxes that must share a rank.

    `aspect` (height / width) asks to stretch the gaps, not the boxes; None leaves them. With
    `routed` off nobody wants the routes, which saves a third of Graphviz's time.
    """

    boxes: tuple[Box, ...]
    arcs: tuple[Arc, ...]
    level: tuple[tuple[str, ...], ...] = ()
    direction: Direction = "up"
    box_gap: float = 14.4
    rank_gap: float = 28.8
    aspect: float | None = None
    routed: bool = True


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one arc: a start and cubic Bezier triples, tail first; `tip` is the head's end."""

    points: tuple[Point, ...]
    tip: Point | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where all lies: the drawing's size, the centre of each box, a route for each arc in order.

    There are no routes if the request wants none.
    """

    width: float
    height: float
    centres: dict[str, Point]
    routes: tuple[Route, ...]


class EngineError(Exception):
    """An engine that cannot do its work; its text is a sentence for the user."""


class Engine(Protocol):
    """Something that places boxes and routes arcs."""

    @property
    def name(self) -> str:
        """The word that asks for it."""
        ...

    def place(self, request: Request, limit: float) -> Placement:
        """Return the placement, within `limit` seconds.

        Raises:
            EngineError: If the engine is not there, fails, or runs past the limit.
        """
        ...
