"""The search for the layout with the largest text on a page.

Naive layout gives a 15-claim map 8 pt text on a slide. What helps is how wide cards are, how much
is stacked under its claim, how tall columns of siblings grow, and which way the map runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final, Literal

from argmap.diagram.cards import BODY, TextMode, Typesetter, estimated
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
COLUMNS: Final = (0.55, 0.85)
USUAL_CARD: Final = 170.0 * 85.0
FILLING: Final = 1.6
# How many depths are tried with columns, how many shapes in several widths (more than twice as
# many for a map that is hard to fit), and how many layouts are made by the engine.
DEPTHS: Final = 2
SHAPES: Final = 2
HARD: Final = 20
TRIALS: Final = 2
# A larger map is legible on no page, so the search is not worth its time.
LARGE: Final = 150
# Only a map of more levels than this may run to the left.
SIDEWAYS: Final = 2
# A short text must make all this much larger to be worth what it leaves out.
WORTH_SHORTENING: Final = 1.06
# Other widths than the usual made the text at most this much larger in 95 of 100 maps.
PROMISE: Final = 1.27
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
    blocks = blocks_of(tree_of(scene), Folding(USUAL_WIDTH), Typesetter(mode))
    return lay_out(scene, blocks, engine, limit, "up")


def fitted(
    scene: Scene,
    engine: Engine,
    limit: float,
    text: Literal["auto", "full", "short"],
    page: Page,
) -> Layout:
    """Return the layout found that has the largest text on the page, its gaps filling the page.

    With `text` auto, claims are shown by their `short` if the text would be too small in full.
    """
    if len(scene.cards) > LARGE:
        best = unfitted(scene, engine, limit, "full" if text == "full" else "short")
    else:
        best = _found(scene, engine, limit, page, text)
    scale = page.text_size(best.width, best.height) / BODY
    return stretched(best, page.width / scale, page.height / scale)


def _found(
    scene: Scene,
    engine: Engine,
    limit: float,
    page: Page,
    text: Literal["auto", "full", "short"],
) -> Layout:
    """Return the best of those layouts that promise most."""
    mode: TextMode = "short" if text == "short" else "full"
    may_shorten = text == "auto" and _has_short(scene)
    least = GOOD_TEXT / PROMISE if may_shorten else 0.0
    trials = _trials(scene, Typesetter(mode, estimated), page, least)
    if may_shorten and trials[0].size < GOOD_TEXT:
        shorter = _trials(scene, Typesetter("short", estimated), page, 0.0)
        if shorter[0].size > trials[0].size * WORTH_SHORTENING:
            trials, mode = shorter, "short"
    typesetter = Typesetter(mode)
    best: Layout | None = None
    best_score = 0.0
    for trial in trials:
        blocks = blocks_of(trial.tree, trial.folding, typesetter)
        layout = lay_out(scene, blocks, engine, limit, trial.direction)
        score = page.text_size(layout.width, layout.height) * trial.worth
        if best is None or score > best_score:
            best, best_score = layout, score
    return best or unfitted(scene, engine, limit, mode)


def _has_short(scene: Scene) -> bool:
    return any(
        card.short is not None for owner in scene.cards for card in owner.members or (owner,)
    )


@dataclass(frozen=True, slots=True)
class _Trial:
    """A way to fold the map and how it runs, with the text size that a quick layout gives."""

    tree: Tree
    folding: Folding
    direction: Direction
    size: float = 0.0

    @property
    def worth(self) -> float:
        """What its text size is worth against that of layouts that read more easily."""
        worth = COLUMN_COST if self.folding.column else 1.0
        if self.direction == "left":
            worth *= LEFT_COST
        return worth * DEEP_COST if self.folding.depth > 1 else worth

    @property
    def score(self) -> float:
        return self.size * self.worth


def _trials(scene: Scene, typesetter: Typesetter, page: Page, least: float) -> list[_Trial]:
    """Return the most promising ways, the best first, by a tidy tree of estimated cards.

    First how deep stacks are and how tall columns, then, if that gives text of at least `least`
    points, how wide cards.
    """

    def tried(trial: _Trial) -> _Trial:
        blocks = blocks_of(trial.tree, trial.folding, typesetter)
        layout = lay_out(scene, blocks, Tidy(), 0.0, trial.direction)
        return replace(trial, size=page.text_size(layout.width, layout.height))

    tree = tree_of(scene)
    deepest = max(tree.reach.values(), default=0)
    depths = sorted({0, min(1, deepest), deepest})
    shapes = [tried(_Trial(tree, Folding(USUAL_WIDTH, depth), "up")) for depth in depths]
    shapes.sort(key=_by_score)
    height = sqrt(len(scene.cards) * USUAL_CARD * FILLING * page.height / page.width)
    more = 1 if len(scene.cards) > HARD else 0
    for shape in shapes[: DEPTHS + more]:
        foldings = [replace(shape.folding, column=part * height) for part in COLUMNS]
        shapes += [tried(replace(shape, folding=folding)) for folding in foldings]
    shapes.sort(key=_by_score)
    if shapes[0].size < least:
        return shapes[:TRIALS]
    if deepest > SIDEWAYS:
        apart = tree_of(scene, far_rows=False) if any(x.cross for x in scene.lines) else tree
        shapes.append(tried(_Trial(apart, Folding(USUAL_WIDTH, deepest), "left")))
    shapes.sort(key=_by_score)
    found: list[_Trial] = []
    for shape in shapes[: SHAPES + more]:
        found += [shape, *_widths(shape, tried)]
    return sorted(found, key=_by_score)[:TRIALS]


def _widths(shape: _Trial, tried: Callable[[_Trial], _Trial]) -> Iterator[_Trial]:
    """Yield the shape with narrower cards, then with wider ones, as long as that helps."""
    usual = WIDTHS.index(USUAL_WIDTH)
    for widths in (WIDTHS[usual - 1 :: -1], WIDTHS[usual + 1 :]):
        last = shape
        for text_width in widths:
            trial = tried(replace(shape, folding=replace(shape.folding, text_width=text_width)))
            if trial.score <= last.score:
                break
            yield trial
            last = trial


def _by_score(trial: _Trial) -> float:
    return -trial.score
