"""A layout turned into the things a picture is made of: frames, lines, then cards over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from argmap.diagram.cards import (
    BAR,
    BODY,
    HEADER,
    ICON_ROOM,
    LEADING,
    MEMBER_PAD,
    PAD_X,
    PAD_Y,
    PLUS_ROOM,
    ROOT,
    ROOT_LEADING,
    TAG,
    TAG_LEADING,
    SetCard,
    SetTag,
)
from argmap.diagram.layout import Layout, Placed
from argmap.diagram.marks import icon, line_items, plus
from argmap.diagram.metrics import width
from argmap.diagram.picture import Anchor, Group, Item, Path, Rect, Segment, Text
from argmap.diagram.routing import DrawnLine
from argmap.diagram.scene import Card, Scene
from argmap.diagram.themes import LOOKS, Kind, Paint

__all__ = ["painted"]

RADIUS: Final = 7.0
ROOT_RADIUS: Final = 9.0
MEMBER_RADIUS: Final = 5.0
BORDER: Final = 1.4
MENTION_DASH: Final = (3.0, 2.5)
# From a line's top to its baseline, in parts of its size.
ASCENT: Final = 0.93


def painted(scene: Scene, layout: Layout, lines: tuple[DrawnLine, ...]) -> tuple[Item, ...]:
    """Return the items of the picture in the order they are drawn.

    Lines that come from far pass under cards. Frames of linked premises lie under all lines,
    because a line may end at a premise inside.
    """
    cards = layout.cards()
    steps = {item: step for step, item in enumerate(_reading_order(scene))}
    frames = [card for card in scene.cards if card.members]
    return (
        *(_card(cards[card.item], steps[card.item]) for card in frames),
        *(_line_group(drawn, steps[drawn.line.item]) for drawn in lines if drawn.line.cross),
        *(
            _card(cards[card.item], steps[owner.item], member=card is not owner)
            for owner in scene.cards
            for card in owner.members or (owner,)
        ),
        *(_line_group(drawn, steps[drawn.line.item]) for drawn in lines if not drawn.line.cross),
    )


def _reading_order(scene: Scene) -> list[int]:
    """Return the items of cards and lines as they follow one another in the map."""
    return sorted({*(card.item for card in scene.cards), *(line.item for line in scene.lines)})


def _line_group(drawn: DrawnLine, step: int) -> Group:
    line = drawn.line
    return Group(
        line_items(line.kind, drawn.way, joins=drawn.joins),
        id=line.id,
        classes=("line", line.kind),
        step=step,
    )


def _card(placed: Placed, step: int, *, member: bool = False) -> Group:
    """Return one card, frame of linked premises or linked premise with its words."""
    card = placed.set.card
    if card.members:
        paint = _frame
    elif member:
        paint = _member
    elif card.kind == "claim":
        paint = _root
    else:
        paint = _plain
    children = tuple(paint(placed.set, placed.x, placed.y))
    return Group(children, id=card.id, classes=("card", card.kind), title=_title(card), step=step)


def _title(card: Card) -> str | None:
    """Return what a pointer finds: the kind and the whole text, however short the card."""
    if card.members:
        return f"{card.kind.capitalize()}: linked premises"
    return f"{card.kind.capitalize()}: {card.text}"


def _root(card: SetCard, x: float, y: float) -> Iterator[Item]:
    """Yield a contention: dark, with its text large in the middle."""
    middle = x + card.width / 2
    yield Rect(x, y, card.width, card.height, ROOT_RADIUS, fill="claim")
    y += PAD_Y + 2.5
    if card.header:
        yield _text(
            middle, y + HEADER, card.header, HEADER, "claim-ink", bold=True, anchor="middle"
        )
        y += HEADER + 4
    for line in card.lines:
        yield _text(middle, y + ROOT * ASCENT, line, ROOT, "claim-ink", bold=True, anchor="middle")
        y += ROOT_LEADING
    yield from _tags(card.tags, middle, y, "claim-ink", "middle")


def _plain(card: SetCard, x: float, y: float) -> Iterator[Item]:
    """Yield a card with bar, icon, word, text and author tags."""
    kind = card.card.kind
    yield from _frame_items(card, x, y)
    x, y = x + BAR + PAD_X, y + PAD_Y + HEADER + 4
    for line in card.lines:
        yield _text(x, y + BODY * ASCENT, line, BODY, "muted" if card.card.mention else "ink")
        y += LEADING
    yield from _tags(card.tags, x, y, "muted" if kind != "claim" else "claim-ink", "start")


def _frame(card: SetCard, x: float, y: float) -> Iterator[Item]:
    """Yield the frame of linked premises, with a plus between each two."""
    yield from _frame_items(card, x, y)
    kind = card.card.kind
    for member in card.members[1:]:
        if card.stacked:
            yield plus(kind, x + card.width / 2, y + member.y - PLUS_ROOM / 2)
        else:
            middle = y + member.y + member.set.height / 2
            yield plus(kind, x + member.x - PLUS_ROOM / 2, middle)


def _frame_items(card: SetCard, x: float, y: float) -> Iterator[Item]:
    kind = card.card.kind
    wide, high = card.width, card.height
    half = BORDER / 2
    yield Rect(
        x + half,
        y + half,
        wide - BORDER,
        high - BORDER,
        RADIUS - half,
        fill=_tint(kind),
        stroke=kind,
        stroke_width=BORDER,
    )
    left, baseline = x + BAR + PAD_X, y + PAD_Y + HEADER
    shape = icon(kind, left, baseline)
    yield Path((*_bar(x, y, high), *shape), fill=kind)
    left += ICON_ROOM if shape else 0.0
    yield _text(left, baseline, card.header or LOOKS[kind].tag, HEADER, kind, bold=True)


def _bar(x: float, y: float, high: float) -> tuple[Segment, ...]:
    """Return the coloured edge of a card, with the card's own round corners."""
    r, h = RADIUS, RADIUS * 0.4477
    return (
        ("M", x + r, y),
        ("C", x + h, y, x, y + h, x, y + r),
        ("L", x, y + high - r),
        ("C", x, y + high - h, x + h, y + high, x + r, y + high),
        ("Z",),
    )


def _member(card: SetCard, x: float, y: float) -> Iterator[Item]:
    """Yield a linked premise; a mention has a broken border and muted words."""
    kind, mention = card.card.kind, card.card.mention
    half = 0.5
    if mention:
        yield Path(
            _round(x + half, y + half, card.width - 1, card.height - 1, MEMBER_RADIUS),
            fill="bg",
            stroke=kind,
            stroke_width=1.0,
            dash=MENTION_DASH,
        )
    else:
        yield Rect(
            x + half,
            y + half,
            card.width - 1,
            card.height - 1,
            MEMBER_RADIUS,
            fill="bg",
            stroke=kind,
            stroke_width=1.0,
        )
    x, y = x + MEMBER_PAD, y + MEMBER_PAD - 1.5
    for line in card.lines:
        yield _text(x, y + BODY * ASCENT, line, BODY, "muted" if mention else "ink")
        y += LEADING
    yield from _tags(card.tags, x, y, "muted", "start")


def _round(x: float, y: float, wide: float, high: float, r: float) -> tuple[Segment, ...]:
    """Return a box with round corners as a path, which can be dashed."""
    h, right, bottom = r * 0.4477, x + wide, y + high
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - h, y, right, y + h, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - h, right - h, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + h, bottom, x, bottom - h, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + h, x + h, y, x + r, y),
        ("Z",),
    )


def _tags(
    tags: tuple[SetTag, ...], x: float, y: float, paint: Paint, anchor: Anchor
) -> Iterator[Item]:
    """Yield the author tags, each a link if its source has an address."""
    y += 2.5 + TAG * ASCENT
    for tag in tags:
        lines = []
        for line in tag.lines:
            lines.append(_text(x, y, line, TAG, paint, anchor=anchor))
            y += TAG_LEADING
        if tag.link is None:
            yield from lines
        else:
            yield Group(tuple(lines), classes=("author",), link=tag.link)


def _tint(kind: Kind) -> Paint:
    match kind:
        case "claim":
            return "bg"
        case "support":
            return "support-tint"
        case "rebut":
            return "rebut-tint"
        case "undercut":
            return "undercut-tint"
        case "warrant":
            return "warrant-tint"


def _text(
    x: float,
    y: float,
    string: str,
    size: float,
    fill: Paint,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
) -> Text:
    return Text(x, y, string, size, width(string, size, bold), fill, bold, anchor)
