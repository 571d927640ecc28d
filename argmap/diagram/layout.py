"""Blocks where an engine puts them, moved together and apart until they suit the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.attacks import attacks_of
from argmap.diagram.cards import SetCard
from argmap.diagram.engines import choice
from argmap.diagram.families import Block
from argmap.diagram.geometry import Arc, Box, Direction, Engine, Point, Request
from argmap.diagram.scene import Scene
from argmap.diagram.stacking import Spread, heights_of

__all__ = ["Layout", "Placed", "lay_out", "request_for", "stretched"]

BOX_GAP: Final = 15.0
RANK_GAP: Final = 34.0
# What cross-links need of gaps more than lines from one rank to the next.
FAR_BESIDE: Final = 8.0
FAR_BELOW: Final = 4.0
# Gaps grow to fill a page, but not so far that the eye loses what belongs together.
WIDEST_SPREAD: Final = 1.7
TALLEST_GAP: Final = 96.0
# Moving blocks up looks at every pair of blocks.
MANY: Final = 150


@dataclass(frozen=True, slots=True)
class Placed:
    """A card, or a linked premise inside one, with its top left corner."""

    set: SetCard
    x: float
    y: float

    @property
    def right(self) -> float:
        """The x of its right border."""
        return self.x + self.set.width

    @property
    def bottom(self) -> float:
        """The y of its lower border."""
        return self.y + self.set.height


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks in their order, with `corners` at the top left; the whole starts at (0, 0).

    `gap` is the room above a block that no other block enters, across to all its siblings.
    `centres` are the engine's, from which the corners can be found anew for other gaps; of each
    only the coordinate along a rank counts.
    """

    blocks: tuple[Block, ...]
    corners: tuple[Point, ...]
    centres: tuple[float, ...]
    width: float
    height: float
    gap: float
    direction: Direction
    layered: bool
    engine: str
    note: str | None = None

    def cards(self) -> dict[int, Placed]:
        """Return every card and linked premise at its place, by item."""
        cards: dict[int, Placed] = {}
        for block, (x, y) in zip(self.blocks, self.corners, strict=True):
            for row in block.rows:
                left, top = x + row.x, y + row.y
                cards[row.set.card.item] = Placed(row.set, left, top)
                for member in row.set.members:
                    place = Placed(member.set, left + member.x, top + member.y)
                    cards[member.set.card.item] = place
        return cards


def request_for(scene: Scene, blocks: tuple[Block, ...], direction: Direction) -> Request:
    """Return what an engine is asked: a box for each block, an arc to what it argues about.

    No routes are wanted, because lines end where only the cards know. Cross-links are left out:
    they would pull blocks out of their order.
    """
    names = {row.set.card.item: block.name for block in blocks for row in block.rows}
    roots = tuple(block.name for block in blocks if block.parent is None)
    far = any(line.cross for line in scene.lines)
    return Request(
        boxes=tuple(Box(block.name, block.width, block.height) for block in blocks),
        arcs=tuple(
            Arc(block.name, names[block.parent]) for block in blocks if block.parent is not None
        ),
        level=(roots,) if len(roots) > 1 else (),
        direction=direction,
        box_gap=BOX_GAP + (FAR_BESIDE if far else 0.0),
        rank_gap=RANK_GAP,
        routed=False,
    )


def lay_out(
    scene: Scene, blocks: tuple[Block, ...], engine: Engine, limit: float, direction: Direction
) -> Layout:
    """Return the blocks side by side as the engine orders them, each right below its claim.

    In a map of very many blocks all of one level start on one line.

    Raises:
        EngineError: The engine cannot.
    """
    laid = choice.lay_out(request_for(scene, blocks, direction), engine, limit)
    places = [laid.placement.centres[block.name] for block in blocks]
    far = sum(line.cross for line in scene.lines)
    layout = Layout(
        blocks=blocks,
        corners=(),
        centres=tuple(x if direction == "up" else y for x, y in places),
        width=0.0,
        height=0.0,
        gap=RANK_GAP + attacks_of(scene, blocks).room + FAR_BELOW * min(far, 3),
        direction=direction,
        layered=len(blocks) > MANY,
        engine=laid.engine,
        note=laid.note,
    )
    return _arranged(layout)


def stretched(layout: Layout, width: float, height: float) -> Layout:
    """Return the layout with wider gaps, so that it fills more of `width` by `height` points."""
    along, deep = (width, height) if layout.direction == "up" else (height, width)
    spread = _spread(layout)
    centres = layout.centres
    if spread.width < along:
        centres = _drawn_apart(spread, along)
    gap = layout.gap
    if spread.depth < deep and spread.steps:
        gap = min(gap + (deep - spread.depth) / spread.steps, max(TALLEST_GAP, gap))
    return _arranged(replace(layout, centres=centres, gap=gap))


def _spread(layout: Layout) -> Spread:
    """Return the blocks in coordinates where targets lie above, with their heights found."""
    up = layout.direction == "up"
    sizes = tuple(
        (block.width, block.height) if up else (block.height, block.width)
        for block in layout.blocks
    )
    return heights_of(layout.blocks, sizes, layout.centres, layout.gap, layered=layout.layered)


def _arranged(layout: Layout) -> Layout:
    spread = _spread(layout)
    left = min(x - w / 2 for x, (w, _) in zip(layout.centres, spread.sizes, strict=True))
    corners = tuple(
        (x - w / 2 - left, y)
        for x, y, (w, _) in zip(layout.centres, spread.tops, spread.sizes, strict=True)
    )
    if layout.direction == "up":
        return replace(layout, corners=corners, width=spread.width, height=spread.depth)
    turned = tuple((y, x) for x, y in corners)
    return replace(layout, corners=turned, width=spread.depth, height=spread.width)


def _drawn_apart(spread: Spread, width: float) -> tuple[float, ...]:
    """Return the centres drawn apart evenly until the blocks span `width`, or as far as is good."""
    low, high = 1.0, WIDEST_SPREAD
    for _ in range(12):
        middle = (low + high) / 2
        if _width([x * middle for x in spread.centres], spread.sizes) <= width:
            low = middle
        else:
            high = middle
    return tuple(x * low for x in spread.centres)


def _width(centres: list[float], sizes: tuple[tuple[float, float], ...]) -> float:
    right = max(x + w / 2 for x, (w, _) in zip(centres, sizes, strict=True))
    return right - min(x - w / 2 for x, (w, _) in zip(centres, sizes, strict=True))
