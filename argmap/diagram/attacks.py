"""How high above a card each undercut and warrant meets the line of its step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argmap.diagram.families import Block
from argmap.diagram.scene import Scene

__all__ = ["Attacks", "attacks_of", "neck"]

# Above a card: where an attack of level 1 meets its line, less one step, and the height of a step.
NECK: Final = 5.0
NECK_STEP: Final = 11.0


@dataclass(frozen=True, slots=True)
class Attacks:
    """The levels at which lines meet the line over a card, 1 the lowest.

    `levels` are by the item of the attacking line, `tops` the highest by that of the card.
    """

    levels: Mapping[int, int]
    tops: Mapping[int, int]

    @property
    def room(self) -> float:
        """How much room above a rank all this takes, in points."""
        return neck(max(self.tops.values())) if self.tops else 0.0


def neck(level: int) -> float:
    """Return how high above its card a line is attacked, in points."""
    return NECK + NECK_STEP * level


def attacks_of(scene: Scene, blocks: tuple[Block, ...]) -> Attacks:
    """Return the levels of attacks between blocks; those inside a stack have lanes instead.

    The line of an attack runs up and then sideways, over all that attacks it.
    """
    beside = {block.rows[0].set.card.item: block.attacked for block in blocks}
    lines = {line.item: line for line in scene.lines}
    about: dict[int, list[tuple[bool, bool, int]]] = {}
    for line in scene.lines:
        if not line.about_step or lines[line.target].cross:
            continue
        if line.cross or beside.get(line.item) is not None:
            about.setdefault(line.target, []).append(
                (line.cross, line.kind != "undercut", line.item)
            )
    levels: dict[int, int] = {}
    tops: dict[int, int] = {}
    for card in sorted(about, reverse=True):  # what attacks a line stands after it
        running = 0
        for _, _, item in sorted(about[card]):
            running = max(running, tops.get(item, 0)) + 1
            levels[item] = running
        tops[card] = running
    return Attacks(levels, tops)
