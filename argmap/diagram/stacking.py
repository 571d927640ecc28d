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
    by_level: list[list[int]] = [[] for _ in range(max(levels, default=-1) + 1)]
    for number, level in enumerate(levels):
        by_level[level].append(number)
    spans = [(x - w / 2, x + w / 2) for x, (w, _) in zip(centres, sizes, strict=True)]
    starts = [(0.0, 0)] * len(blocks)
    if layered:
        _start_ranks(by_level, sizes, gap, starts)
    else:
        groups = [_siblings(numbers, parents, spans) for numbers in by_level]
        _start_groups(groups, spans, sizes, gap, starts)
    depth, deepest = max(
        ((top + h, step) for (top, step), (_, h) in zip(starts, sizes, strict=True)),
        default=(0.0, 0),
    )
    width = max((right for _, right in spans), default=0.0)
    width -= min((left for left, _ in spans), default=0.0)
    return Spread(centres, tuple([top for top, _ in starts]), sizes, width, depth, deepest)


# Where a block starts, and how many gaps lie above it.
_Start = tuple[float, int]


def _start_ranks(
    by_level: list[list[int]],
    sizes: tuple[tuple[float, float], ...],
    gap: float,
    starts: list[_Start],
) -> None:
    """Start each level below the lowest block of the last."""
    top = 0.0
    for level, numbers in enumerate(by_level):
        for number in numbers:
            starts[number] = (top, level)
        top += max(sizes[number][1] for number in numbers) + gap


def _start_groups(
    levels: list[list[_Group]],
    spans: list[tuple[float, float]],
    sizes: tuple[tuple[float, float], ...],
    gap: float,
    starts: list[_Start],
) -> None:
    """Start each group below all blocks, and all room for lines, that its span meets."""
    taken: list[tuple[float, float, float, int]] = []
    for groups in levels:
        for group in groups:
            met = [
                (bottom, step)
                for left, right, bottom, step in taken
                if left < group.right and group.left < right
            ]
            lowest, step = max(met, default=(-gap, -1))
            for number in group.numbers:
                starts[number] = (lowest + gap, step + 1)
        for group in groups:
            top, step = starts[group.numbers[0]]
            taken.append((group.left, group.right, top, step))
            taken.extend((*spans[n], top + sizes[n][1], step) for n in group.numbers)


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
