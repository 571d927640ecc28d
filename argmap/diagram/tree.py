"""Which card stands under which: the order that every layout starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.diagram.scene import Card, Line, Scene

__all__ = ["Tree", "tree_of"]

_NONE: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """The cards of a scene by what they argue about at home; all numbers are items of cards.

    `children` argue about the claims of a card, pros before cons; `attackers` about its own step.
    `strays` argue about a cross-link that ends at the card. `inner` cards may be a row of a
    stack, with all below them; `heads` may have a stack below. `reach` counts the levels below.
    """

    cards: Mapping[int, Card]
    lines: Mapping[int, Line]
    roots: tuple[int, ...]
    children: Mapping[int, tuple[int, ...]]
    attackers: Mapping[int, tuple[int, ...]]
    strays: Mapping[int, tuple[int, ...]]
    inner: frozenset[int]
    heads: frozenset[int]
    reach: Mapping[int, int]


def tree_of(scene: Scene, *, far_rows: bool = True) -> Tree:
    """Return which card stands under which, and which of them can be stacked.

    `far_rows` allows a row of a stack to be the end of a cross-link.
    """
    lines = {line.item: line for line in scene.lines}
    pros: dict[int, list[int]] = {}
    cons: dict[int, list[int]] = {}
    attackers: dict[int, list[int]] = {}
    strays: dict[int, list[int]] = {}
    # Cards that are no row of a stack, and those that have none below either: else some line
    # could not get to where it belongs.
    outside, bare = set[int](), set[int]()
    for line in scene.lines:
        home = scene.owner[_claim_below(line, lines)]
        if line.cross:
            if line.about_step:
                outside.add(line.target)
            elif not far_rows:
                bare.add(home)
            if not far_rows:
                outside.add(scene.owner[line.tail])
        elif not line.about_step:
            (cons if line.kind == "rebut" else pros).setdefault(home, []).append(line.tail)
            if home != line.target:
                bare.add(home)
        elif lines[line.target].cross:
            strays.setdefault(home, []).append(line.tail)
            outside.add(line.tail)
            bare.add(home)
        else:
            attackers.setdefault(line.target, []).append(line.tail)
    children = {card: (*pros.get(card, _NONE), *cons.get(card, _NONE)) for card in (*pros, *cons)}
    for card in bare & children.keys():  # under linked premises, each premise's own together
        children[card] = tuple(sorted(children[card], key=lambda item: lines[item].target))
    attackers = {card: _by_kind(found, lines) for card, found in attackers.items()}
    inner, heads, reach = _foldable(scene, children, attackers, outside, bare)
    return Tree(
        cards={card.item: card for card in scene.cards},
        lines=lines,
        roots=tuple(card.item for card in scene.cards if card.item not in lines),
        children=children,
        attackers={card: tuple(found) for card, found in attackers.items()},
        strays={card: tuple(found) for card, found in strays.items()},
        inner=inner,
        heads=heads,
        reach=reach,
    )


def _claim_below(line: Line, lines: Mapping[int, Line]) -> int:
    """Return the item of the claim that a line argues about in the end."""
    while line.about_step:
        line = lines[line.target]
    return line.target


def _by_kind(attackers: list[int], lines: Mapping[int, Line]) -> list[int]:
    return sorted(attackers, key=lambda card: lines[card].kind != "undercut")


def _foldable(
    scene: Scene,
    children: Mapping[int, tuple[int, ...]],
    attackers: Mapping[int, list[int]],
    outside: set[int],
    bare: set[int],
) -> tuple[frozenset[int], frozenset[int], dict[int, int]]:
    """Return which cards may be rows, which may be heads, and how many levels lie below each."""
    inner: set[int] = set()
    heads: set[int] = set()
    reach: dict[int, int] = {}
    for card in reversed(scene.cards):  # what argues about a card follows it
        item = card.item
        below, about = children.get(item, _NONE), attackers.get(item, _NONE)
        reach[item] = max((1 + _reach_with(child, reach, attackers) for child in below), default=0)
        below_inner = inner.issuperset(below)
        if below and below_inner and item not in bare:
            heads.add(item)
        if below_inner and inner.issuperset(about) and not (item in outside or item in bare):
            inner.add(item)
    return frozenset(inner), frozenset(heads), reach


def _reach_with(card: int, reach: Mapping[int, int], attackers: Mapping[int, list[int]]) -> int:
    """Return how many levels lie below a card or below what attacks its step."""
    most = 0
    waiting = [card]
    while waiting:
        item = waiting.pop()
        most = max(most, reach[item])
        waiting.extend(attackers.get(item, _NONE))
    return most
