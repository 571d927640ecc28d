"""Cards with their words set: lines, author tags and the size that holds them, in points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, Literal

from argmap.diagram.metrics import width
from argmap.diagram.scene import AuthorTag, Card
from argmap.diagram.themes import LOOKS
from argmap.diagram.wrap import wrap

__all__ = [
    "BAR",
    "BODY",
    "HEADER",
    "ICON_ROOM",
    "LEADING",
    "MEMBER_PAD",
    "PAD_X",
    "PAD_Y",
    "PLUS_ROOM",
    "ROOT",
    "ROOT_LEADING",
    "TAG",
    "TAG_LEADING",
    "SetCard",
    "SetMember",
    "SetTag",
    "Setter",
    "TextMode",
    "Typesetter",
    "estimated",
    "exact",
    "widened",
    "words_of",
]

# A text is shown in full, or by its `short` where it has one.
TextMode = Literal["full", "short"]

BODY: Final = 12.0
LEADING: Final = 14.6
HEADER: Final = 8.0
TAG: Final = 8.5
TAG_LEADING: Final = 10.6
ROOT: Final = 15.0
ROOT_LEADING: Final = 18.4
PAD_X: Final = 9.0
PAD_Y: Final = 7.5
BAR: Final = 5.0
ICON_ROOM: Final = 12.0
HEADER_ROOM: Final = HEADER + 4.0
TAG_ROOM: Final = 2.5
MEMBER_PAD: Final = 6.0
PLUS_ROOM: Final = 17.0
# A name and a year take a line of this; a card that is narrower widens for it.
TAG_NARROWEST: Final = 84.0
# Narrower columns of text than this would be one word a line.
NARROWEST: Final = 62.0
# A contention may be this much wider than a card below it, in letters a quarter larger.
ROOT_SHARE: Final = 1.7


@dataclass(frozen=True, slots=True)
class SetTag:
    """One author tag, broken into lines."""

    lines: tuple[str, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class SetMember:
    """A linked premise at its place inside the card, from the card's top left corner."""

    set: SetCard
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SetCard:
    """A card with its words in lines, `width` by `height` points."""

    card: Card
    width: float
    height: float
    header: str
    lines: tuple[str, ...]
    tags: tuple[SetTag, ...]
    members: tuple[SetMember, ...] = ()

    @property
    def stacked(self) -> bool:
        """Whether linked premises stand one under the other."""
        return len(self.members) > 1 and self.members[0].x == self.members[1].x


def words_of(card: Card, mode: TextMode) -> str:
    """Return what the card says; never nothing."""
    text = card.short if mode == "short" and card.short else card.text
    return text.strip() or "…"


# Breaks a text into lines: (text, width, size, bold) to the lines and how wide the widest is.
Setter = Callable[[str, float, float, bool], tuple[tuple[str, ...], float]]


def exact(text: str, room: float, size: float, bold: bool) -> tuple[tuple[str, ...], float]:  # noqa: FBT001
    """Return the lines that will be drawn, and the width of the widest."""
    lines = wrap(text, room, size, bold)
    return lines, max((width(line, size, bold) for line in lines), default=0.0)


def estimated(text: str, room: float, size: float, bold: bool) -> tuple[tuple[str, ...], float]:  # noqa: FBT001
    """Return as many empty lines as the text will take, nearly: fifty times as fast as breaking it.

    Over a thousand sentences of 4-20 words the count is right for nine in ten, else off by one.
    """
    total = width(text, size, bold)
    if total <= room:
        return ("",), total
    count = ceil(total / (room * 0.93))
    return ("",) * count, min(room, total / count * 1.07)


class Typesetter:
    """Sets cards in one mode, each in each width but once.

    With the setter `estimated` the cards have about the right size and no words.
    """

    def __init__(self, mode: TextMode = "full", setter: Setter = exact) -> None:
        self.mode = mode
        self.is_exact = setter is exact
        self._setter = setter
        self._done: dict[tuple[int, float, float | None], SetCard] = {}

    def set(self, card: Card, text_width: float, most: float | None = None) -> SetCard:
        """Return the card with its text in lines of at most `text_width` points.

        The card is as narrow as these lines allow. `most` bounds the outer width of linked
        premises, which else stand side by side; where that leaves too little, they stand one
        under the other.
        """
        key = (card.item, text_width, most if card.members else None)
        done = self._done.get(key)
        if done is None:
            done = self._done[key] = _set_card(card, text_width, self.mode, most, self._setter)
        return done


def _set_card(
    card: Card, text_width: float, mode: TextMode, most: float | None, setter: Setter
) -> SetCard:
    if card.members:
        return _set_linked(card, text_width, mode, most, setter)
    if card.kind == "claim":
        return _set_root(card, text_width * ROOT_SHARE, mode, setter)
    header = LOOKS[card.kind].tag + (" · IMPLICIT" if card.implicit else "")
    lines, widest = setter(words_of(card, mode), text_width, BODY, False)
    tags, widest_tag, tags_height = _set_tags(card.tags, text_width, setter)
    inner = max(ICON_ROOM + width(header, HEADER, bold=True), widest, widest_tag)
    height = 2 * PAD_Y + HEADER_ROOM + len(lines) * LEADING + tags_height
    return SetCard(card, inner + 2 * PAD_X + BAR, height, header, lines, tags)


def widened(card: SetCard, outer: float) -> SetCard:
    """Return the card as wide as `outer` points; linked premises share what is gained."""
    gain = outer - card.width
    if gain <= 0:
        return card
    if not card.members:
        return SetCard(card.card, outer, card.height, card.header, card.lines, card.tags)
    share = gain if card.stacked else gain / len(card.members)
    members = tuple(
        SetMember(
            replace(member.set, width=member.set.width + share),
            member.x if card.stacked else member.x + share * number,
            member.y,
        )
        for number, member in enumerate(card.members)
    )
    return replace(card, width=outer, members=members)


def _set_root(card: Card, text_width: float, mode: TextMode, setter: Setter) -> SetCard:
    lines, widest = setter(words_of(card, mode), text_width, ROOT, True)
    tags, widest_tag, tags_height = _set_tags(card.tags, text_width, setter)
    header = "IMPLICIT" if card.implicit else ""
    height = 2 * PAD_Y + 5 + len(lines) * ROOT_LEADING + tags_height
    height += HEADER_ROOM if header else 0
    inner = max(widest, widest_tag, NARROWEST)
    return SetCard(card, inner + 2 * PAD_X + 4, height, header, lines, tags)


def _set_linked(
    card: Card, text_width: float, mode: TextMode, most: float | None, setter: Setter
) -> SetCard:
    count = len(card.members)
    chrome = BAR + 2 * PAD_X
    room = text_width
    beside = count <= 4
    if most is not None:
        share = (most - chrome - (count - 1) * PLUS_ROOM) / count - 2 * MEMBER_PAD
        beside = beside and share >= NARROWEST
        room = min(text_width, share) if beside else most - chrome - 2 * MEMBER_PAD
    sets = [_set_member(member, room, mode, setter) for member in card.members]
    first = PAD_Y + HEADER_ROOM + 1.5
    members = (_beside if beside else _stacked)(sets, first)
    last = members[-1]
    outer = last.x + last.set.width + PAD_X
    height = last.y + last.set.height + PAD_Y + 1.5
    word = LOOKS[card.kind].tag
    header = f"{word} · LINKED PREMISES"
    least = ICON_ROOM + width(header, HEADER, bold=True) + chrome
    if least > outer:
        header = f"{word} · LINKED"
        least = ICON_ROOM + width(header, HEADER, bold=True) + chrome
    return widened(SetCard(card, outer, height, header, (), (), members), least)


def _beside(sets: list[SetCard], y: float) -> tuple[SetMember, ...]:
    """Return the members side by side, all as tall as the tallest."""
    tallest = max(member.height for member in sets)
    x = BAR + PAD_X
    members = []
    for member in sets:
        members.append(SetMember(replace(member, height=tallest), x, y))
        x += member.width + PLUS_ROOM
    return tuple(members)


def _stacked(sets: list[SetCard], y: float) -> tuple[SetMember, ...]:
    """Return the members one under the other, all as wide as the widest."""
    widest = max(member.width for member in sets)
    members = []
    for member in sets:
        members.append(SetMember(replace(member, width=widest), BAR + PAD_X, y))
        y += member.height + PLUS_ROOM
    return tuple(members)


def _set_member(card: Card, text_width: float, mode: TextMode, setter: Setter) -> SetCard:
    lines, widest = setter(words_of(card, mode), text_width, BODY, False)
    tags, widest_tag, tags_height = _set_tags(card.tags, text_width, setter)
    inner = max(widest, widest_tag, NARROWEST / 2)
    height = 2 * MEMBER_PAD - 1.5 + len(lines) * LEADING + tags_height
    return SetCard(card, inner + 2 * MEMBER_PAD, height, "", lines, tags)


def _set_tags(
    tags: tuple[AuthorTag, ...], text_width: float, setter: Setter
) -> tuple[tuple[SetTag, ...], float, float]:
    """Return the tags in lines, the width of the widest and the height of all."""
    if not tags:
        return (), 0.0, 0.0
    found = []
    widest, count = 0.0, 0
    for tag in tags:
        lines, wide = setter(tag.text, max(text_width, TAG_NARROWEST), TAG, False)
        found.append(SetTag(lines, tag.link))
        widest = max(widest, wide)
        count += len(lines)
    return tuple(found), widest, TAG_ROOM + count * TAG_LEADING if count else 0.0
