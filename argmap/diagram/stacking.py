"""How far down each block stands: right below its claim, clear of all that stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.families import Block

__all__ = ["Spread", "heights_of"]

# Two groups of siblings nearer than this share a line.
NEAR: Final = 14.0


@dataclass(frozen=True, slots=True)
class Spread:
    """Blocks with the middle of each along a rank, its top, and its size along and down.

    `steps` counts the gaps on the way down to the deepest block.
    """

    centres: tuple[float, ...]
    tops: tuple[float, ...]
    sizes: tuple[tuple[float, float], ...]
    width: float
    depth: float
    steps: int


@dataclass(slots=True)
class _Group:
    """Blocks that start on one line: siblings, or all of a rank; and the span they need.

    The span is theirs and that of the claim above, because their lines cross it all.
    """

    left: float
    right: float
    numbers: list[int]


def heights_of(
    blocks: Sequence[Block],
    sizes: tuple[tuple[float, float], ...],
    centres: tuple[float, ...],
    gap: float,
    *,
    layered: bool,
) -> Spread:
    """Return where each block starts, for blocks with these middles and gaps between ranks.

    Siblings start on one line. With `layered`, so does everything of one level.
    """
    number_of = {row.set.card.item: n for n, block in enumerate(blocks) for row in block.rows}
    parents = [None if b.parent is None else number_of[b.parent] for b in blocks]
    levels: list[int] = []
    for parent in parents:
        levels.append(0 if parent is None else levels[parent] + 1)
    spans = [(x - w / 2, x + w / 2) for x, (w, _) in zip(centres, sizes, strict=True)]
    tops = [0.0] * len(blocks)
    steps = [0] * len(blocks)
    taken: list[tuple[float, float, float, int]] = []
    by_level: list[list[int]] = [[] for _ in range(max(levels, default=-1) + 1)]
    for number, level in enumerate(levels):
        by_level[level].append(number)
    for level, numbers in enumerate(by_level):
        groups = (
            [_Group(float("-inf"), float("inf"), numbers)]
            if layered
            else _siblings(numbers, parents, spans)
        )
        for group in groups:
            top, step = 0.0, 0
            if level:
                top, step = max(
                    (bottom, before)
                    for left, right, bottom, before in taken
                    if left < group.right and group.left < right
                )
                top, step = top + gap, step + 1
            for number in group.numbers:
                tops[number], steps[number] = top, step
        for group in groups:
            top, step = tops[group.numbers[0]], steps[group.numbers[0]]
            taken.append((group.left, group.right, top, step))
            taken.extend((*spans[n], top + sizes[n][1], step) for n in group.numbers)
    bottoms = [(top + h, step) for top, (_, h), step in zip(tops, sizes, steps, strict=True)]
    depth, deepest = max(bottoms, default=(0.0, 0))
    width = max((right for _, right in spans), default=0.0)
    width -= min((left for left, _ in spans), default=0.0)
    return Spread(centres, tuple(tops), sizes, width, depth, deepest)


def _siblings(
    numbers: list[int], parents: list[int | None], spans: list[tuple[float, float]]
) -> list[_Group]:
    """Return the siblings of one level, those together whose lines would come near each other."""
    by_parent: dict[int | None, _Group] = {}
    for number in numbers:
        parent = parents[number]
        left, right = spans[number]
        group = by_parent.get(parent)
        if group is None:
            first, last = (left, right) if parent is None else spans[parent]
            group = by_parent[parent] = _Group(first, last, [])
        group.left, group.right = min(group.left, left - NEAR), max(group.right, right + NEAR)
        group.numbers.append(number)
    merged: list[_Group] = []
    for group in sorted(by_parent.values(), key=lambda one: one.left):
        if merged and group.left < merged[-1].right:
            merged[-1].right = max(merged[-1].right, group.right)
            merged[-1].numbers.extend(group.numbers)
        else:
            merged.append(group)
    return merged
