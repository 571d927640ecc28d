"""The search for the layout with the largest text on a page.

Naive layout gives a 15-claim map 8 pt text on a slide. What helps is how wide cards are, how much
is stacked under its claim, how tall columns of siblings grow, and which way the map runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.cards import BODY, TextMode, estimated, exact
from argmap.diagram.families import Block, Folding, blocks_of
from argmap.diagram.geometry import Direction, Engine
from argmap.diagram.layout import BOX_GAP, RANK_GAP, Layout, lay_out, stretched
from argmap.diagram.scene import Scene
from argmap.diagram.tree import Tree, tree_of

__all__ = ["GOOD_TEXT", "LARGEST_TEXT", "Page", "fitted", "unfitted"]

# Text on a slide reads well from here on, and shouts beyond.
GOOD_TEXT: Final = 12.0
LARGEST_TEXT: Final = 22.0
USUAL_WIDTH: Final = 146.0
WIDTHS: Final = (92.0, 108.0, 126.0, 146.0, 170.0, 200.0, 240.0)
DEPTHS: Final = (1, 2, 9)
COLUMNS: Final = (0.0, 250.0, 350.0, 480.0)
# How many foldings are truly laid out, the others only estimated.
TRIALS: Final = 3
# A larger map is legible on no page, so the search is not worth its time.
LARGE: Final = 150
# What a layout must gain in text size over one that reads more easily.
COLUMN_COST: Final = 0.97
LEFT_COST: Final = 0.93
DEEP_COST: Final = 0.985


@dataclass(frozen=True, slots=True)
class Page:
    """The room for the drawing, in points."""

    width: float
    height: float

    def text_size(self, width: float, height: float) -> float:
        """Return how large body text is when a drawing of this size fills the page."""
        size = BODY * min(self.width / width, self.height / height)
        return min(size, LARGEST_TEXT)


def unfitted(scene: Scene, engine: Engine, limit: float, mode: TextMode) -> Layout:
    """Return the layout with cards of the usual width and families, at its natural size."""
    blocks = blocks_of(tree_of(scene), Folding(USUAL_WIDTH, mode=mode), exact)
    return lay_out(scene, blocks, engine, limit, "up")


def fitted(scene: Scene, engine: Engine, limit: float, mode: TextMode, page: Page) -> Layout:
    """Return the layout found that has the largest text on the page, its gaps filling the page."""
    best: Layout | None = None
    best_score = 0.0
    for trial in _trials(scene, mode, page):
        blocks = blocks_of(trial.tree, trial.folding, exact)
        layout = lay_out(scene, blocks, engine, limit, trial.direction)
        score = page.text_size(layout.width, layout.height) * trial.worth
        if best is None or score > best_score:
            best, best_score = layout, score
    if best is None:
        best = unfitted(scene, engine, limit, mode)
    scale = page.text_size(best.width, best.height) / BODY
    return stretched(best, page.width / scale, page.height / scale)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A way to fold the map, how it runs, and what its text size is worth against others."""

    tree: Tree
    folding: Folding
    direction: Direction
    worth: float
    score: float


def _trials(scene: Scene, mode: TextMode, page: Page) -> list[_Trial]:
    """Return the most promising foldings, by estimate, the best first."""
    if len(scene.cards) > LARGE:
        return []
    tree = tree_of(scene)
    shapes = [Folding(USUAL_WIDTH, depth, column, mode) for depth in DEPTHS for column in COLUMNS]
    found = [_estimate(tree, folding, "up", page) for folding in shapes]
    left = tree_of(scene, far_rows=False) if any(line.cross for line in scene.lines) else tree
    found += [
        _estimate(left, Folding(USUAL_WIDTH, depth, 0.0, mode), "left", page) for depth in DEPTHS
    ]
    found.sort(key=lambda trial: -trial.score)
    for trial in found[:3]:
        for text_width in WIDTHS:
            folding = replace(trial.folding, text_width=text_width)
            found.append(_estimate(trial.tree, folding, trial.direction, page))
    found.sort(key=lambda trial: -trial.score)
    return found[:TRIALS]


def _estimate(tree: Tree, folding: Folding, direction: Direction, page: Page) -> _Trial:
    blocks = blocks_of(tree, folding, estimated)
    width, height = _extent(blocks, direction)
    worth = 1.0
    if folding.column:
        worth *= COLUMN_COST
    if direction == "left":
        worth *= LEFT_COST
    if folding.depth > 1:
        worth *= DEEP_COST
    return _Trial(tree, folding, direction, worth, worth * page.text_size(width, height))


def _extent(blocks: tuple[Block, ...], direction: Direction) -> tuple[float, float]:
    """Return about how wide and high the blocks come out, each subtree beside the next."""
    up = direction == "up"
    number_of = {row.set.card.item: n for n, block in enumerate(blocks) for row in block.rows}
    across = [0.0] * len(blocks)
    down = [0.0] * len(blocks)
    roots_across, roots_down = -BOX_GAP, 0.0
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        wide, high = (block.width, block.height) if up else (block.height, block.width)
        wide = max(wide, across[number] - BOX_GAP)
        high += down[number] + RANK_GAP if down[number] else 0.0
        if block.parent is None:
            roots_across += wide + BOX_GAP
            roots_down = max(roots_down, high)
        else:
            parent = number_of[block.parent]
            across[parent] += wide + BOX_GAP
            down[parent] = max(down[parent], high)
    return (roots_across, roots_down) if up else (roots_down, roots_across)
