"""Where things stand across their rank: cards, lanes between them, and edges on their borders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from argmap.diagram.geometry import Direction
from argmap.tui.chart.cards import Card
from argmap.tui.chart.courses import Course, Side
from argmap.tui.chart.figure import Edge, Figure
from argmap.tui.chart.ranks import Ranking
from argmap.tui.chart.spread import spread

__all__ = ["Block", "Places", "Spacing", "block_sizes", "find_places", "spacing_of"]


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in cells.

    The blanks between two cards, a card and a lane, two lanes of a rank; and how far it is from
    one edge to the next on a border and in a channel.
    """

    cards: int
    card_lane: int
    lanes: int
    ports: int
    tracks: int


def spacing_of(direction: Direction) -> Spacing:
    """Return the distances that look even in cells twice as tall as they are wide."""
    match direction:
        case "up":
            return Spacing(cards=2, card_lane=1, lanes=1, ports=2, tracks=1)
        case "left":
            return Spacing(cards=1, card_lane=1, lanes=0, ports=1, tracks=2)


@dataclass(frozen=True, slots=True)
class Block:
    """A card with room for its edges: `inner` cells across each face, and cells along the depth.

    Between and around the faces lie borders of one cell.
    """

    card: Card
    inner: tuple[int, ...]
    depth: int

    @property
    def size(self) -> int:
        """The cells that it takes across its rank."""
        return sum(self.inner) + len(self.inner) + 1

    def face_start(self, face: int) -> int:
        """Return the first inner cell of a face, counted from the start of the block."""
        return 1 + sum(self.inner[:face]) + face


@dataclass(frozen=True, slots=True)
class Places:
    """Cells across: the start of each block, the lanes as (edge, rank), both ends of each edge.

    An edge about a step has no end of its own; there stands its target's `tails` entry.
    """

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    lanes: dict[tuple[int, int], int]
    tails: tuple[int, ...]
    heads: tuple[int, ...]


# One end of an edge: its number, and whether it is the head.
_End = tuple[int, bool]


@dataclass(slots=True)
class _Border:
    """One side of a face, or of the joint between two, with the edges that end there."""

    card: int
    start: int
    size: int
    ends: list[_End] = field(default_factory=list)


def block_sizes(
    figure: Figure, cards: Sequence[Card], direction: Direction, spacing: Spacing
) -> tuple[int, ...]:
    """Return what each card will take across if every edge leads from one rank to a nearer one."""
    numbers = {node.item: number for number, node in enumerate(figure.nodes)}
    wanted: dict[tuple[int, int, Side], int] = {}
    for edge in figure.edges:
        ends = [(edge.tail, Side.NEAR)]
        if not edge.about_step:
            ends.append((edge.head, Side.FAR))
        for item, side in ends:
            card = numbers[figure.owner[item]]
            key = card, _face_of(cards[card], item), side
            wanted[key] = wanted.get(key, 0) + 1
    return tuple(block.size for block in _blocks(cards, wanted, direction, spacing))


def find_places(
    figure: Figure,
    cards: Sequence[Card],
    ranking: Ranking,
    courses: Sequence[Course],
    direction: Direction,
) -> Places:
    """Return a place for everything, so that no two things of a rank touch each other."""
    spacing = spacing_of(direction)
    ends = _ends(figure.edges, cards, courses)
    wanted = {key: len(found) for key, found in ends.items()}
    blocks = _blocks(cards, wanted, direction, spacing)
    if direction == "left":
        blocks = _aligned(blocks, ranking.ranks)
    starts, lanes = _arranged(blocks, ranking, courses, spacing)
    borders = [
        _border(blocks[card], starts[card], card, face, found)
        for (card, face, _), found in ends.items()
    ]
    tails, heads = _ports(borders, blocks, starts, lanes, courses, spacing)
    for number, course in enumerate(courses):
        if course.about is not None:
            heads[number] = tails[course.about]
    return Places(blocks, starts, lanes, tuple(tails), tuple(heads))


def _face_of(card: Card, item: int) -> int:
    """Return the face that shows an item; -1 stands for the joint of linked premises."""
    for number, face in enumerate(card.faces):
        if face.item == item:
            return number
    return -1 if len(card.faces) > 1 else 0


def _ends(
    edges: Sequence[Edge], cards: Sequence[Card], courses: Sequence[Course]
) -> dict[tuple[int, int, Side], list[_End]]:
    """Return the ends of edges by card, face and side."""
    ends: dict[tuple[int, int, Side], list[_End]] = {}
    for number, (edge, course) in enumerate(zip(edges, courses, strict=True)):
        face = _face_of(cards[course.tail], edge.tail)
        ends.setdefault((course.tail, face, course.tail_side), []).append((number, False))
        if course.about is None:
            face = _face_of(cards[course.head], edge.head)
            ends.setdefault((course.head, face, course.head_side), []).append((number, True))
    # A joint is one cell; what else ends there shares the first face.
    for (card, face, side), found in list(ends.items()):
        if face == -1 and len(found) > 1:
            found.sort(key=lambda end: end[1])
            ends.setdefault((card, 0, side), []).extend(found[1:])
            del found[1:]
    return ends


def _blocks(
    cards: Sequence[Card],
    wanted: dict[tuple[int, int, Side], int],
    direction: Direction,
    spacing: Spacing,
) -> tuple[Block, ...]:
    """Return the cards with room for that many ends of edges on each side of each face."""
    rooms: dict[tuple[int, int], int] = {}
    for (card, face, _), count in wanted.items():
        if face >= 0:
            room = (count - 1) * spacing.ports + 1
            rooms[card, face] = max(rooms.get((card, face), 0), room)
    return tuple(
        _block(card, [rooms.get((number, face), 0) for face in range(len(card.faces))], direction)
        for number, card in enumerate(cards)
    )


def _block(card: Card, rooms: Sequence[int], direction: Direction) -> Block:
    widths, heights = card.text_widths, card.text_heights
    match direction:
        case "up":
            inner = tuple(max(width + 2, room) for width, room in zip(widths, rooms, strict=True))
            return Block(card, inner, heights[0] + 2)
        case "left":
            inner = tuple(map(max, heights, rooms))
            return Block(card, inner, widths[0] + 4)


def _aligned(blocks: Sequence[Block], ranks: Sequence[int]) -> tuple[Block, ...]:
    """Return the blocks of each rank as wide as the widest: they are read as a column."""
    depths: dict[int, int] = {}
    for block, rank in zip(blocks, ranks, strict=True):
        depths[rank] = max(depths.get(rank, 0), block.depth)
    return tuple(
        replace(block, depth=depths[rank]) for block, rank in zip(blocks, ranks, strict=True)
    )


def _border(block: Block, start: int, card: int, face: int, ends: list[_End]) -> _Border:
    if face >= 0:
        return _Border(card, start + block.face_start(face), block.inner[face], ends)
    joint = start + block.face_start((len(block.inner) - 1) // 2 + 1) - 1
    return _Border(card, joint, 1, ends)


def _arranged(
    blocks: Sequence[Block], ranking: Ranking, courses: Sequence[Course], spacing: Spacing
) -> tuple[tuple[int, ...], dict[tuple[int, int], int]]:
    """Return the starts of the blocks, and the lanes."""
    count = max(ranking.ranks, default=-1) + 1
    # What stands in a rank: (wish of the middle, size, number of a card or -1, number of an edge).
    rows: list[list[tuple[float, int, int, int]]] = [[] for _ in range(count)]
    for number, (block, rank) in enumerate(zip(blocks, ranking.ranks, strict=True)):
        rows[rank].append((ranking.wishes[number], block.size, number, -1))
    for number, course in enumerate(courses):
        for rank, wish in zip(course.lanes, course.lane_wishes, strict=True):
            rows[rank].append((wish, 1, -1, number))
    starts = [0] * len(blocks)
    lanes: dict[tuple[int, int], int] = {}
    for rank, row in enumerate(rows):
        row.sort()
        sizes = [size for _, size, _, _ in row]
        steps = [
            size + _gap(here[2] >= 0, there[2] >= 0, spacing)
            for size, here, there in zip(sizes, row, row[1:], strict=False)
        ]
        wishes = [wish - size / 2 for wish, size, _, _ in row]
        for place, (_, _, card, edge) in zip(spread(wishes, steps), row, strict=True):
            if card >= 0:
                starts[card] = place
            else:
                lanes[edge, rank] = place
    return tuple(starts), lanes


def _gap(here: bool, there: bool, spacing: Spacing) -> int:  # noqa: FBT001
    """Return the blanks between two neighbours, for whether each is a card."""
    if here and there:
        return spacing.cards
    return spacing.card_lane if here or there else spacing.lanes


def _ports(
    borders: Sequence[_Border],
    blocks: Sequence[Block],
    starts: Sequence[int],
    lanes: dict[tuple[int, int], int],
    courses: Sequence[Course],
    spacing: Spacing,
) -> tuple[list[int], list[int]]:
    """Return where the tail and the head of each edge meet a border.

    In a first round every end looks towards the middle of what is at the other end, in a second
    one the tails towards the heads just found, so that most edges become straight.
    """
    middles = [start + (block.size - 1) / 2 for block, start in zip(blocks, starts, strict=True)]
    tails = [middles[course.tail] for course in courses]
    heads = [middles[course.head] for course in courses]
    for border in borders:
        for number, is_head in border.ends:
            (heads if is_head else tails)[number] = border.start + (border.size - 1) / 2
    orders: list[list[_End]] = []
    for border in borders:
        order = sorted(border.ends, key=lambda end: (_wish(end, courses, lanes, tails, heads), end))
        orders.append(order)
    found_tails, found_heads = list(tails), list(heads)
    for order, border in zip(orders, borders, strict=True):
        wishes = [_wish(end, courses, lanes, tails, heads) for end in order]
        _settle(order, border, wishes, spacing, found_tails, found_heads)
    for order, border in zip(orders, borders, strict=True):
        if all(is_head for _, is_head in order):
            continue
        wishes = [
            found_heads[end[0]] if end[1] else _wish(end, courses, lanes, found_tails, found_heads)
            for end in order
        ]
        _settle(order, border, wishes, spacing, found_tails, found_heads)
    return list(map(round, found_tails)), list(map(round, found_heads))


def _wish(
    end: _End,
    courses: Sequence[Course],
    lanes: dict[tuple[int, int], int],
    tails: Sequence[float],
    heads: Sequence[float],
) -> float:
    """Return where an edge goes on from one of its ends: its next lane, or its other end."""
    number, is_head = end
    course = courses[number]
    if course.lanes:
        return lanes[number, course.lanes[-1 if is_head else 0]]
    if is_head:
        return tails[number]
    return heads[number] if course.about is None else tails[course.about]


def _settle(
    order: Sequence[_End],
    border: _Border,
    wishes: Sequence[float],
    spacing: Spacing,
    tails: list[float],
    heads: list[float],
) -> None:
    """Give the ends on a border their places."""
    low, high = border.start, border.start + border.size - 1
    middle = (low + high) / 2
    clamped = [
        middle if not is_head and not low <= wish <= high else min(max(wish, low), high)
        for (_, is_head), wish in zip(order, wishes, strict=True)
    ]
    steps = [spacing.ports] * (len(order) - 1)
    for (number, is_head), place in zip(order, spread(clamped, steps, low, high), strict=True):
        (heads if is_head else tails)[number] = place
