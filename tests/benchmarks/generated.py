"""Maps of any size as YAML text, the same on every run."""

from __future__ import annotations

import random

WORDS = (  # noqa: SIM905 - words read best as words
    "talks border kabul beijing settlement pressure mining stability neighbour envoy sanctions "
    "militants trade promise risk ministry region treaty reply summit stance outcome security "
    "partner withdrawal investment influence veto mandate evidence officials quietly rarely often"
).split()


def sentence(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choice(WORDS) for _ in range(words))
    return f"{text[0].upper()}{text[1:]} {chance.randrange(1_000_000)}."


def map_text(claims: int, seed: int = 1, words: int = 9) -> str:
    """Return a map with that many claims: a tree of branching 1-5, 5 % refs, some undercuts."""
    chance = random.Random(seed)
    children: list[list[int]] = [[] for _ in range(claims)]
    open_ids = [0]
    for claim in range(1, claims):
        parent = chance.choice(open_ids[:12])
        children[parent].append(claim)
        open_ids.append(claim)
        if len(children[parent]) >= chance.randint(1, 5):
            open_ids.remove(parent)
        if not open_ids:
            open_ids.append(claim)
    lines = [
        "argmap: 1",
        f"title: Generated debate {seed}",
        "sources:",
        "  small:",
        "    author: Andrew Small",
        "    date: 2013",
        "  kuo:",
        "    author: Kendrick Kuo",
        "    date: 2013-06-24",
        "map:",
    ]
    stack: list[tuple[int, int, str]] = [(0, 0, "")]
    while stack:
        claim, indent, key = stack.pop()
        pad = "  " * indent
        if key:
            lines.append(f"{pad}{key}:")
        lines += [
            f"{pad}- claim: {sentence(chance, words)}",
            f"{pad}  id: c{claim}",
            f"{pad}  short: {sentence(chance, 4)}",
            f"{pad}  source: {chance.choice(('small', 'kuo'))}",
            f"{pad}  quote: {sentence(chance, 6)}",
            f"{pad}  at: para {chance.randrange(12)}",
        ]
        kinds: dict[str, list[int]] = {}
        for child in children[claim]:
            weights = (70, 30, 10 if claim else 0)
            (kind,) = chance.choices(("support", "rebut", "undercut"), weights)
            kinds.setdefault(kind, []).append(child)
        for kind, members in reversed(kinds.items()):
            for position, child in reversed(list(enumerate(members))):
                stack.append((child, indent + 1, kind if position == 0 else ""))
    return "\n".join(lines) + "\n"
