"""What a row of the outline says: kind, text, who says it and by which id, safe for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.maps import Item, Kind, Map
from argmap.reporters.visible import visible
from argmap.tui.outline.branches import Branches

__all__ = ["GAP", "ICONS", "Tone", "Words", "homes_of", "tone_of", "words_of"]

# Between what is said and who says it.
GAP: Final = "  "
# A line ends behind the dot, never before it.
_DOT: Final = "\u00a0· "

# The kind whose colour, and a premise's is that of its step, a row takes.
Tone = Literal["claim", "support", "rebut", "undercut", "warrant"]

ICONS: Final[Mapping[Kind, str]] = {
    Kind.CLAIM: "●",
    Kind.PREMISE: "+",
    Kind.SUPPORT: "▲",
    Kind.REBUT: "▼",
    Kind.UNDERCUT: "◆",
    Kind.WARRANT: "■",
}
_TONES: Final[Mapping[Kind, Tone]] = {
    Kind.CLAIM: "claim",
    Kind.PREMISE: "support",
    Kind.SUPPORT: "support",
    Kind.REBUT: "rebut",
    Kind.UNDERCUT: "undercut",
    Kind.WARRANT: "warrant",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a row one behind the other, and where each part begins.

    First comes the kind; from `body` what is put forward; from `count` how many items are folded
    away; from `tail` who says it; from `ids` what it is called. `is_own` tells a claim at its home
    from a ref, from linked premises and from a missing text.
    """

    text: str
    body: int
    count: int
    tail: int
    ids: int
    is_own: bool = True


def words_of(
    map_: Map, branches: Branches, homes: Mapping[str, int], item: int, *, folded: bool
) -> Words:
    """Return what the row of an item says; `folded` adds how many items it hides."""
    items = map_.items
    entry = items[item]
    head = str(entry.kind).upper()
    if entry.kind.is_about_step and branches.parents[item] >= 0:
        # The icon above is that of the step; this says in words that it is the step that is meant.
        head += f" of the {items[branches.parents[item]].kind}"
    body, is_own = _body(items, branches, homes, item)
    said = f"{head} {body}"
    counted = f"{said}  +{branches.below(item)}" if folded else said
    text, tail = counted, ""
    ids = -1
    for part, is_id in _tail(entry):
        if is_id and ids < 0:
            ids = len(text)
        text += f"{_DOT if tail else GAP}{_kept_together(part)}"
        tail = part
    return Words(
        text, len(head) + 1, len(said), len(counted), len(text) if ids < 0 else ids, is_own
    )


def tone_of(items: tuple[Item, ...], branches: Branches, item: int) -> Tone:
    """Return the kind whose colour a row takes: a premise's is that of the step it belongs to."""
    if items[item].kind is Kind.PREMISE and branches.parents[item] >= 0:
        item = branches.parents[item]
    return _TONES[items[item].kind]


def homes_of(items: Sequence[Item]) -> dict[str, int]:
    """Return the item where each claim with an id has its home: the first, if there are several."""
    homes = {
        item.content.id: index
        for index, item in zip(range(len(items) - 1, -1, -1), reversed(items), strict=True)
        if isinstance(item.content, Claim)
    }
    homes.pop(None, None)
    return cast("dict[str, int]", homes)


def _body(
    items: tuple[Item, ...], branches: Branches, homes: Mapping[str, int], item: int
) -> tuple[str, bool]:
    """Return what a row puts forward, and whether it is a claim at its home."""
    match items[item].content:
        case Claim(text=text):
            said = _one_line(text)
            return said or "(no text yet)", bool(said)
        case Ref(id=name):
            home = homes.get(name)
            claim = items[home].content if home is not None else None
            if isinstance(claim, Claim):
                return f"↗ {_one_line(claim.text) or '(no text yet)'}", False
            return f"↗ There is no claim '{_one_line(name)}'.", False
        case Linked():
            count = sum(items[child].kind is Kind.PREMISE for child in branches.children(item))
            scheme = items[item].step.scheme
            words = f"by {count} linked premises"
            return words if scheme is None else f"{words}, {_one_line(scheme)}", False


def _tail(entry: Item) -> Iterator[tuple[str, bool]]:
    """Yield who says a claim and who draws the step, then the ids; say which is which."""
    content, step = entry.content, entry.step
    voices: set[str] = set()
    if isinstance(content, Claim):
        voices = {citation.source for citation in content.citations}
        if told := _told(content):
            yield told, False
        if content.implicit:
            yield "implicit", False
    drawn = (step.by,) if isinstance(step.by, str) else step.by or ()
    by = tuple(one if isinstance(one, str) else one.source for one in drawn)
    if not voices.issuperset(by):
        yield f"drawn by {', '.join(by)}", False
    if not isinstance(content, Linked) and content.id is not None:
        yield f"#{content.id}", True
    if step.id is not None:
        yield f"step #{step.id}", True


def _told(claim: Claim) -> str:
    """Return the sources of a claim with those that report them."""
    if isinstance(claim.source, str):
        return claim.source
    told = (
        one.source if one.via is None else f"{one.source} via {one.via}" for one in claim.citations
    )
    return ", ".join(dict.fromkeys(told))


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))


def _kept_together(part: str) -> str:
    """Return a part of the tail with blanks at which no line ends."""
    return _one_line(part).replace(" ", "\u00a0")
