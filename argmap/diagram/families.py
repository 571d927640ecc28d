"""Blocks of cards that an engine places as one box: a claim with what argues about it below.

A stack reads like an outline: rows are indented under what they argue about, and each row's line
runs left into a gutter and up. Trunks of rebuts run left of those of supports, because rebuts
stand lower; so no line in a stack crosses another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from argmap.diagram.cards import SetCard, Typesetter, widened
from argmap.diagram.tree import Tree

__all__ = ["Block", "Folding", "Row", "blocks_of"]

ROW_GAP: Final = 9.0
# Below a card with rows of its own, where the heads of their lines want to be seen.
HEAD_GAP: Final = 13.0
# In a gutter: from its left edge to the first trunk, to the next, to a lane of undercuts, to the
# card. The heads of two trunks side by side and a diamond on a line need these.
TRUNK: Final = 9.0
TRUNK_STEP: Final = 13.0
ATTACK_STEP: Final = 11.0
TO_CARD: Final = 13.0
# Left of the card whose step they attack: the lane of undercuts; that of warrants a step further.
ATTACK_LANE: Final = 10.0
ATTACK_INDENT: Final = 15.0
# A stack is wider than a single card by this, to make up for the indents.
STACK_BONUS: Final = 26.0
LEAST_SHARE: Final = 0.75
CHROME: Final = 23.0
# A family taller than this is no help: its claims are placed one by one.
TALLEST_FAMILY: Final = 470.0


@dataclass(frozen=True, slots=True)
class Folding:
    """How cards are folded into blocks.

    `text_width` is that of a card's lines in points, `depth` how many levels below a claim are
    stacked under it, `column` how tall a stack of siblings may grow (0: none is made).
    """

    text_width: float
    depth: int = 1
    column: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A card in a block, measured from the block's top left corner.

    `lane` is where its line runs up; `up` the row it leads to, None for the claim above the
    block. If it `attacks`, it leads to the line of that row instead of its card.
    """

    set: SetCard
    x: float
    y: float
    lane: float = 0.0
    up: int | None = None
    attacks: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One box for the engine. The first row of a `headed` block is as wide as the block.

    `parent` is the item of the card that it argues about, None for a root; `attacked` that of
    the card whose step the head attacks, which stands beside it.
    """

    rows: tuple[Row, ...]
    width: float
    height: float
    headed: bool
    parent: int | None
    attacked: int | None = None

    @property
    def name(self) -> str:
        """A key for the engine: the item of the first card."""
        return str(self.rows[0].set.card.item)


def blocks_of(tree: Tree, folding: Folding, typesetter: Typesetter) -> tuple[Block, ...]:
    """Return the blocks in drawing order: each before what argues about it, pros before cons."""
    blocks: list[Block] = []
    waiting: list[Block | _Seat] = [_Seat(root, None, None) for root in reversed(tree.roots)]
    while waiting:
        match waiting.pop():
            case Block() as column:
                blocks.append(column)
            case seat:
                attackers = tree.attackers.get(seat.item, ())
                waiting.extend(_Seat(a, seat.parent, seat.item) for a in reversed(attackers))
                family = _family(tree, seat, folding, typesetter)
                if family is not None:
                    blocks.append(family)
                    continue
                card = typesetter.set(tree.cards[seat.item], folding.text_width)
                row = Row(card, 0.0, 0.0)
                blocks.append(
                    Block((row,), card.width, card.height, True, seat.parent, seat.attacked)
                )
                waiting.extend(reversed(_below(tree, seat.item, folding, typesetter)))
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A card that still needs a block, and what that block is about."""

    item: int
    parent: int | None
    attacked: int | None


def _family(tree: Tree, seat: _Seat, folding: Folding, typesetter: Typesetter) -> Block | None:
    """Return a claim with all that argues about it stacked below, if it can be."""
    item = seat.item
    if seat.parent is None or item not in tree.heads or tree.reach[item] > folding.depth:
        return None
    rows = _rows(tree, [_Start(item, 0.0, 0.0, None)], folding, typesetter)
    if _height(rows) > max(TALLEST_FAMILY, folding.column):
        return None
    return _block(rows, typesetter, seat)


def _below(tree: Tree, item: int, folding: Folding, typesetter: Typesetter) -> list[Block | _Seat]:
    """Return what stands below a card that has no stack: columns of siblings, and single seats."""
    found: list[Block | _Seat] = []
    for run in _runs(tree, item, folding):
        columns = [run] if len(run) == 1 else _columns(tree, run, folding, typesetter)
        for column in columns:
            if len(column) > 1 or (
                _stacks(tree, column[0], folding) and column[0] in tree.attackers
            ):
                found.append(_headless(tree, item, column, folding, typesetter))
            else:
                found.append(_Seat(column[0], item, None))
    found.extend(_Seat(stray, item, None) for stray in tree.strays.get(item, ()))
    return found


def _stacks(tree: Tree, item: int, folding: Folding) -> bool:
    """Whether a card may stand in a column of its siblings, with all that argues about it."""
    return folding.column > 0 and item in tree.inner and tree.reach[item] <= folding.depth


def _runs(tree: Tree, parent: int, folding: Folding) -> list[list[int]]:
    """Return the children of a card, those together that may share a column."""
    runs: list[list[int]] = []
    open_kind: str | None = None
    for item in tree.children.get(parent, ()):
        kind = tree.lines[item].kind if _stacks(tree, item, folding) else None
        if kind is not None and kind == open_kind:
            runs[-1].append(item)
        else:
            runs.append([item])
        open_kind = kind
    return runs


def _columns(
    tree: Tree, run: list[int], folding: Folding, typesetter: Typesetter
) -> list[list[int]]:
    """Return a run of siblings in as few columns as hold them, filled about evenly."""
    heights = [_height(_column_rows(tree, [item], folding, typesetter)) for item in run]
    count = max(1, ceil(sum(heights) / folding.column))
    share = sum(heights) / count
    columns: list[list[int]] = [[]]
    filled = 0.0
    for item, height in zip(run, heights, strict=True):
        if columns[-1] and filled + height / 2 > share * len(columns):
            columns.append([])
        columns[-1].append(item)
        filled += height
    return columns


def _headless(
    tree: Tree, parent: int, items: list[int], folding: Folding, typesetter: Typesetter
) -> Block:
    """Return siblings of one kind in a column, their lines in one trunk that leaves at the top."""
    return _block(_column_rows(tree, items, folding, typesetter), typesetter, parent)


def _column_rows(
    tree: Tree, items: list[int], folding: Folding, typesetter: Typesetter
) -> list[Row]:
    x = TRUNK + TO_CARD + ATTACK_STEP * _attack_lanes(tree, items)
    return _rows(tree, [_Start(item, x, TRUNK, None) for item in items], folding, typesetter)


@dataclass(frozen=True, slots=True)
class _Start:
    """A card that waits for its place in a stack: see Row."""

    item: int
    x: float
    lane: float
    up: int | None
    attacks: bool = False


def _rows(tree: Tree, starts: list[_Start], folding: Folding, typesetter: Typesetter) -> list[Row]:
    """Return the cards and all that argues about them, one under the other, not yet widened."""
    rows: list[Row] = []
    y = 0.0
    waiting = starts[::-1]
    while waiting:
        start = waiting.pop()
        item, x = start.item, start.x
        room = folding.text_width + STACK_BONUS - x
        room = max(room, folding.text_width * LEAST_SHARE)
        card = typesetter.set(tree.cards[item], room, room + CHROME)
        rows.append(Row(card, x, y, start.lane, start.up, start.attacks))
        below = tree.children.get(item, ())
        y += card.height + (HEAD_GAP if below else ROW_GAP)
        if len(rows) > 1 or start.lane:  # what attacks the step of a head stands beside it
            waiting.extend(reversed(_attacking(tree, start, len(rows) - 1)))
        waiting.extend(reversed(_arguing(tree, start, len(rows) - 1)))
    return rows


def _arguing(tree: Tree, start: _Start, row: int) -> list[_Start]:
    """Return what argues about the claim of a row."""
    below = tree.children.get(start.item)
    if below is None:
        return []
    kinds = {tree.lines[child].kind == "rebut" for child in below}
    first, last = start.x + TRUNK, start.x + TRUNK + TRUNK_STEP * (len(kinds) - 1)
    x = last + TO_CARD + ATTACK_STEP * _attack_lanes(tree, below)
    return [
        _Start(child, x, first if tree.lines[child].kind == "rebut" else last, row)
        for child in below
    ]


def _attacking(tree: Tree, start: _Start, row: int) -> list[_Start]:
    """Return what argues about the step of a row, undercuts nearest to its card."""
    found: list[_Start] = []
    about = tree.attackers.get(start.item)
    if about is None:
        return found
    first = tree.lines[about[0]].kind
    for item in about:
        lane = start.x - ATTACK_LANE - (ATTACK_STEP if tree.lines[item].kind != first else 0)
        x = start.x + ATTACK_INDENT + ATTACK_STEP * max(0, _attack_lanes(tree, (item,)) - 1)
        found.append(_Start(item, x, lane, row, True))
    return found


def _attack_lanes(tree: Tree, items: Iterable[int]) -> int:
    """Return how many lanes the attacks on the steps of these cards need: 0, 1 or 2."""
    if not tree.attackers:
        return 0
    return max(
        (len({tree.lines[a].kind for a in tree.attackers.get(item, ())}) for item in items),
        default=0,
    )


def _block(rows: list[Row], typesetter: Typesetter, above: _Seat | int) -> Block:
    """Return the block of a family for its seat, or of a column under the claim `above`.

    Every row reaches to its right border, but for an estimate that does not matter.
    """
    width = max([row.x + row.set.width for row in rows])
    if typesetter.is_exact:
        rows = [
            Row(widened(row.set, width - row.x), row.x, row.y, row.lane, row.up, row.attacks)
            for row in rows
        ]
    if isinstance(above, _Seat):
        return Block(tuple(rows), width, _height(rows), True, above.parent, above.attacked)
    return Block(tuple(rows), width, _height(rows), False, above)


def _height(rows: list[Row]) -> float:
    return rows[-1].y + rows[-1].set.height
