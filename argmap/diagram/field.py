"""What lies where, for whoever routes lines: borders, ranks of blocks and where they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.diagram.attacks import Attacks, attacks_of, neck
from argmap.diagram.curves import Rectangle
from argmap.diagram.geometry import Point
from argmap.diagram.layout import Layout, Placed
from argmap.diagram.scene import Line, Scene

__all__ = ["Field", "Rank", "field_of"]


@dataclass(frozen=True, slots=True)
class Rank:
    """Blocks that start at the same height: their top, their lowest border, and the blocks.

    `blocks` are numbers from left to right.
    """

    top: float
    floor: float
    blocks: tuple[int, ...]


@dataclass(frozen=True)
class Field:
    """A layout in coordinates where targets lie above: for targets to the left, x and y change.

    `cards` and `block_of` are by item, `boxes` are the borders of the blocks, `rank_of` the
    number of each block's rank, 0 on top.
    """

    scene: Scene
    layout: Layout
    lines: Mapping[int, Line]
    cards: Mapping[int, Placed]
    block_of: Mapping[int, int]
    attacks: Attacks
    boxes: tuple[Rectangle, ...]
    ranks: tuple[Rank, ...]
    rank_of: tuple[int, ...]

    @cached_property
    def turned(self) -> bool:
        """Whether x and y are exchanged."""
        return self.layout.direction == "left"

    def card(self, item: int) -> Rectangle:
        """Return the borders of the card, or linked premise, that shows an item."""
        return _borders(self.cards[item], self.turned)

    def number(self, item: int) -> int:
        """Return the number of the block in which the claim of an item stands."""
        return self.block_of[self.scene.owner[item]]

    def stands_first(self, item: int) -> bool:
        """Whether an item is shown by the head of its block, open to all above."""
        block = self.layout.blocks[self.number(item)]
        return block.headed and block.rows[0].set.card.item == self.scene.owner[item]

    def exit(self, number: int) -> Point:
        """Return where the line of a block leaves it: over the middle of its head."""
        block = self.layout.blocks[number]
        first = block.rows[0]
        if not block.headed:
            return self.boxes[number][0] + first.lane, self.boxes[number][1]
        left, top, right, _ = self.card(first.set.card.item)
        return (left + right) / 2, top

    def neck(self, item: int, level: int) -> Point:
        """Return where an attack of this level meets the line over a card."""
        x, y = self.exit(self.number(item))
        return x, y - neck(level)


def field_of(scene: Scene, layout: Layout) -> Field:
    """Return the field of a layout."""
    turned = layout.direction == "left"
    boxes: list[Rectangle] = []
    tops: dict[int, list[int]] = {}
    for number, (block, (x, y)) in enumerate(zip(layout.blocks, layout.corners, strict=True)):
        box = (x, y, x + block.width, y + block.height)
        boxes.append((box[1], box[0], box[3], box[2]) if turned else box)
        tops.setdefault(round(boxes[-1][1]), []).append(number)
    ranks: list[Rank] = []
    rank_of = [0] * len(boxes)
    for place, top in enumerate(sorted(tops)):
        numbers = sorted(tops[top], key=lambda number: boxes[number][0])
        ranks.append(Rank(boxes[numbers[0]][1], max(boxes[n][3] for n in numbers), tuple(numbers)))
        for number in numbers:
            rank_of[number] = place
    lines = {line.item: line for line in scene.lines}
    attacks = attacks_of(scene, layout.blocks)
    block_of = {r.set.card.item: n for n, b in enumerate(layout.blocks) for r in b.rows}
    cards = layout.cards()
    return Field(
        scene, layout, lines, cards, block_of, attacks, tuple(boxes), tuple(ranks), tuple(rank_of)
    )


def _borders(card: Placed, turned: bool) -> Rectangle:  # noqa: FBT001
    if turned:
        return card.y, card.x, card.bottom, card.right
    return card.x, card.y, card.right, card.bottom
