"""Texts that nobody would write: maps with pieces cut out, doubled, swapped or slipped in."""

from __future__ import annotations

import random
from collections.abc import Iterator

from argmap.document.checking import check_document
from argmap.document.reader import read_text
from argmap.document.tree import tree_at

SEEDS = (
    """\
argmap: 1
title: A "map"  # with a comment
sources:
  small: {author: Andrew Small, title: 'Why?', date: 2013-06-21}
stances:
  small:
    role: {qualifier: probably not, quote: Probably not., at: para 11}
map:
- claim: Beijing will play a greater role.
  id: role
  support:
  - linked:
    - claim: >-
        Washington presses
        Beijing.
      id: presses
    - ref: role
    scheme: practical reasoning
    undercut:
    - claim: It does not.
  rebut:
  - claim: |
      Islamabad
    source: small
    by: small
    weight: 0.5
""",
    """\
# a comment
argmap: 1
draft: true
map:
  - claim: 国务院 said so 🎉
    tags: [a, b]
    note: "line\\none \\u4e2d"

    # another
    rebut:
      - claim: 'It''s not so'
        expect: {small: open}
        source:
          - {source: small, quote: clearly, at: para 4}
          - source: kuo
            via: small
      - ref: x
""",
    "argmap: 1\r\nmap:\r\n- claim: x\r\n  support:\r\n  - claim: y\r\n    credence: 0.4\r\n",
    "{argmap: 1, map: [{claim: a, support: [{claim: b, id: c}]}]}\n",
)
PIECES = (
    *"\t'\"[]{}:,#&*!|>%@`?-~<\\\0\x07\x1b\x7f\x85\xa0\u200b\u2028\ufeff\ud800🎉\n\r",
    ": ",
    " #",
    "- ",
    "? ",
    "<<: ",
    "*a",
    "&a ",
    "!!int ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "claim: ",
    "support:\n",
    "linked:\n",
    "ref: ",
    "\r\n",
    "    ",
    "null",
    "\\x",
    "\\UFFFFFFFF",
    '"\\ud800"',
    "[[[[",
    "Taliban?,",
    "|+\n",
    ">2\n",
)


def mutated(count: int, seed: int = 0) -> Iterator[str]:
    """Yield `count` broken texts, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        text = chance.choice(SEEDS)
        for _ in range(chance.randint(1, 4)):
            text = _mutate(text, chance)
        yield text


def _mutate(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    to = min(len(text), at + chance.randint(0, 12))
    match chance.randint(0, 5):
        case 0:
            return text[:at] + text[to:]
        case 1:
            return text[:at] + text[at:to] * 2 + text[to:]
        case 2:
            lines = text.split("\n")
            one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            return "\n".join(lines)
        case _:
            return text[:at] + chance.choice(PIECES) + text[at:]


def unhurt(text: str) -> bool:
    """Read and check a text, and see that all that is said of it stands in it."""
    document = read_text(text)
    places = [label.location for found in document.findings for label in found.labels]
    places += [found.location for found in document.findings if found.location is not None]
    for place in places:
        assert (place.line, place.column) < (place.end_line, place.end_column), text
        assert 1 <= place.line <= place.end_line <= len(document.lines.starts), text
    assert len(document.map.items) == len(document.map.places) == len(document.trees)
    for place, tree in zip(document.map.places, document.trees, strict=True):
        found = tree_at(document.tree, place)
        # A mapping where a list of one is wanted is read as its only item.
        assert found is tree or found is None, text
    assert document.findings or document.trees or not document.map.items
    return check_document(document).text == text.removeprefix("\ufeff")
