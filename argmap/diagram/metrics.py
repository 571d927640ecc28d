"""How wide a text is when Arial, Helvetica or Liberation Sans draws it, without any font here.

These three share their advance widths, so a line measured here fits wherever one of them is
found. Kerning is left out: it only ever makes a line shorter by a hair.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from argmap.diagram import advances

__all__ = ["UNITS", "clusters", "units", "width"]

# Whole numbers of 1/2048 em: sums are exact, so every machine breaks lines alike.
UNITS: Final = advances.UNITS
UNKNOWN: Final = round(0.6 * UNITS)
JOINER: Final = "\u200d"
EMOJI_STYLE: Final = "\ufe0f"
SKIN_TONES: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
FLAG_LETTERS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
# Only a text that holds one of these may be narrower than its characters one by one.
FUSING: Final = SKIN_TONES | {JOINER, EMOJI_STYLE}


def width(text: str, size: float, bold: bool = False) -> float:  # noqa: FBT001, FBT002
    """Return the width of one line of `text` in points, set at `size` points."""
    return units(text, bold) * size / UNITS


@lru_cache(maxsize=65_536)
def units(text: str, bold: bool) -> int:  # noqa: FBT001
    """Return the width of `text` in units of 1/2048 em."""
    table = _table(bold)
    if text.isascii() or FUSING.isdisjoint(text):
        return sum(map(table.__getitem__, text))
    return sum(_cluster_units(cluster, table) for cluster in clusters(text))


def clusters(text: str) -> list[str]:
    """Return what a reader sees as single characters: never to be torn apart.

    A subset of Unicode Standard Annex 29 that covers marks, joined emoji, skin tones, flags and
    Korean letters that form one block.
    """
    found: list[str] = []
    for char in text:
        if found and _belongs_to(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


class _Table(dict[str, int]):
    """Advance widths by character; one that no font told is guessed once."""

    def __missing__(self, char: str) -> int:
        self[char] = _guess(char)
        return self[char]


@lru_cache(maxsize=2)
def _table(bold: bool) -> _Table:  # noqa: FBT001
    table = _Table()
    for line in (advances.BOLD if bold else advances.REGULAR).splitlines():
        first, *words = line.split(" ")
        code = int(first, 16)
        for word in words:
            advance, _, count = word.partition("*")
            for _ in range(int(count or 1)):
                table[chr(code)] = int(advance)
                code += 1
    return table


def _guess(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") or _is_later_jamo(char):
        return 0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return UNITS
    if char in FLAG_LETTERS:
        return UNITS // 2
    return UNKNOWN


def _cluster_units(cluster: str, table: _Table) -> int:
    if EMOJI_STYLE in cluster or (
        not FUSING.isdisjoint(cluster[1:]) and not cluster[0].isalpha() and cluster[0] > "\u2000"
    ):
        return UNITS
    return sum(map(table.__getitem__, cluster))


def _belongs_to(cluster: str, char: str) -> bool:
    if char.isascii():
        return False
    if unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf"):
        return True
    if char in SKIN_TONES or _is_later_jamo(char):
        return True
    if cluster[-1] == JOINER:
        return not char.isalpha()
    return char in FLAG_LETTERS and len(cluster) == 1 and cluster in FLAG_LETTERS


def _is_later_jamo(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"
