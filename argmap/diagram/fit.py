"""The search for the layout with the largest text on a page.

Naive layout gives a 15-claim map 8 pt text on a slide. What helps is how wide cards are, how much
is stacked under its claim, how tall columns of siblings grow, and which way the map runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from argmap.diagram.cards import BODY, TextMode, estimated, exact
from argmap.diagram.engines.tidy import Tidy
from argmap.diagram.families import Folding, blocks_of
from argmap.diagram.geometry import Direction, Engine
from argmap.diagram.layout import Layout, lay_out, stretched
from argmap.diagram.scene import Scene
from argmap.diagram.tree import Tree, tree_of

__all__ = ["GOOD_TEXT", "LARGEST_TEXT", "Page", "fitted", "unfitted"]

# Text on a slide reads well from here on, and shouts beyond.
GOOD_TEXT: Final = 12.0
LARGEST_TEXT: Final = 22.0
USUAL_WIDTH: Final = 146.0
WIDTHS: Final = (92.0, 108.0, 126.0, 146.0, 170.0, 200.0, 240.0)
# How tall columns of siblings may be, in parts of a page that holds all cards and as much again.
COLUMNS: Final = (0.0, 0.55, 0.85)
USUAL_CARD: Final = 170.0 * 85.0
FILLING: Final = 1.6
# How many shapes are tried in several widths, and how many layouts are made by the engine.
SHAPES: Final = 2
TRIALS: Final = 2
# A larger map is legible on no page, so the search is not worth its time.
LARGE: Final = 150
# What a layout must gain in text size over one that reads more easily: a contention belongs on top.
COLUMN_COST: Final = 0.97
LEFT_COST: Final = 0.8
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
    score: float = 0.0

    @property
    def worth(self) -> float:
        worth = COLUMN_COST if self.folding.column else 1.0
        if self.direction == "left":
            worth *= LEFT_COST
        return worth * DEEP_COST if self.folding.depth > 1 else worth


def _trials(scene: Scene, mode: TextMode, page: Page) -> list[_Trial]:
    """Return the most promising foldings, the best first, by a tidy tree of estimated cards.

    First the shape is chosen at the usual width, then the width for the best shapes.
    """
    if len(scene.cards) > LARGE:
        return []
    shapes = [_tried(scene, shape, page) for shape in _shapes(scene, mode, page)]
    shapes.sort(key=_by_score)
    found: list[_Trial] = []
    for shape in shapes[:SHAPES]:
        found.append(shape)
        usual = WIDTHS.index(USUAL_WIDTH)
        for widths in (WIDTHS[usual - 1 :: -1], WIDTHS[usual + 1 :]):
            last = shape
            for text_width in widths:
                folding = replace(shape.folding, text_width=text_width)
                trial = _tried(scene, replace(shape, folding=folding), page)
                if trial.score <= last.score:
                    break
                found.append(trial)
                last = trial
    return sorted(found, key=_by_score)[:TRIALS]


def _by_score(trial: _Trial) -> float:
    return -trial.score


def _shapes(scene: Scene, mode: TextMode, page: Page) -> Iterator[_Trial]:
    tree = tree_of(scene)
    deepest = max(tree.reach.values(), default=0)
    depths = sorted({0, min(1, deepest), deepest})
    height = sqrt(len(scene.cards) * USUAL_CARD * FILLING * page.height / page.width)
    for depth in depths:
        for column in COLUMNS:
            yield _Trial(tree, Folding(USUAL_WIDTH, depth, column * height, mode), "up")
    if any(line.cross for line in scene.lines):
        tree = tree_of(scene, far_rows=False)
    for depth in depths[1:]:
        yield _Trial(tree, Folding(USUAL_WIDTH, depth, 0.0, mode), "left")


def _tried(scene: Scene, trial: _Trial, page: Page) -> _Trial:
    """Return the trial with its score by a quick layout."""
    blocks = blocks_of(trial.tree, trial.folding, estimated)
    layout = lay_out(scene, blocks, Tidy(), 0.0, trial.direction)
    size = page.text_size(layout.width, layout.height)
    return replace(trial, score=size * trial.worth)
