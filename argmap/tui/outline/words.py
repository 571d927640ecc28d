"""What a row of the outline says: kind, text, who says it and by which id, safe for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.maps import Item, Kind, Map
from argmap.reporters.visible import visible
from argmap.tui.outline.branches import Branches

__all__ = ["ICONS", "Tone", "Words", "homes_of", "tone_of", "words_of"]

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
    """The words of a row, one behind the other: the kind; from `body` what is put forward; from
    `tail` who says it and its id; from `count` how many items are folded away.

    `is_own` tells a claim at its home from a ref, from linked premises and from a missing text.
    """

    text: str
    body: int
    tail: int
    count: int
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
    tail = "\u00a0· ".join(map(_kept_together, _tail(entry)))
    count = f"+{branches.below(item)}" if folded else ""
    said = f"{head} {body}"
    with_tail = f"{said}  {tail}" if tail else said
    text = f"{with_tail}  {count}" if count else with_tail
    return Words(text, len(head) + 1, len(said), len(with_tail), is_own)


def tone_of(items: tuple[Item, ...], branches: Branches, item: int) -> Tone:
    """Return the kind whose colour a row takes: a premise's is that of the step it belongs to."""
    if items[item].kind is Kind.PREMISE and branches.parents[item] >= 0:
        item = branches.parents[item]
    return _TONES[items[item].kind]


def homes_of(items: Iterable[Item]) -> dict[str, int]:
    """Return the item where each claim with an id has its home."""
    homes: dict[str, int] = {}
    for index, item in enumerate(items):
        content = item.content
        if isinstance(content, Claim) and content.id is not None:
            homes.setdefault(content.id, index)
    return homes


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


def _tail(entry: Item) -> Iterator[str]:
    """Yield who says a claim and who draws the step, and the ids of both."""
    content, step = entry.content, entry.step
    voices: tuple[str, ...] = ()
    if isinstance(content, Claim):
        voices = tuple(dict.fromkeys(citation.source for citation in content.citations))
        yield from _voices(content)
        if content.implicit:
            yield "implicit"
        if content.id is not None:
            yield f"#{content.id}"
    elif isinstance(content, Ref):
        yield f"#{content.id}"
    drawn = (step.by,) if isinstance(step.by, str) else step.by or ()
    by = tuple(one if isinstance(one, str) else one.source for one in drawn)
    if not set(by) <= set(voices):
        yield f"drawn by {', '.join(by)}"
    if step.id is not None:
        yield f"step #{step.id}"


def _voices(claim: Claim) -> Iterator[str]:
    """Yield the sources of a claim, in one part, with those that report them."""
    if isinstance(claim.source, str):
        yield claim.source
        return
    told = (
        one.source if one.via is None else f"{one.source} via {one.via}" for one in claim.citations
    )
    if voices := ", ".join(dict.fromkeys(told)):
        yield voices


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))


def _kept_together(part: str) -> str:
    """Return a part of the tail with blanks at which no line ends."""
    return _one_line(part).replace(" ", "\u00a0")
