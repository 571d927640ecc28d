"""Text broken into lines of nearly equal width, as a person would set a card."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from argmap.diagram.metrics import UNITS, clusters, units

__all__ = ["wrap"]

# White space at which a line may end; a no-break space (U+00A0, U+2007, U+202F) is a letter here.
SPACES: Final = re.compile(
    "[ \t-\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+"
)
LETTERS: Final = r"[^\W\d_]{2}"
# After a hyphen, dash or slash between two letters on each side: "go-between", not "e-mail".
HYPHENS: Final = re.compile(rf"(?<={LETTERS}[-‐–—/])(?={LETTERS})")
OPENING: Final = ("Ps", "Pi")
CLOSING: Final = ("Pe", "Pf", "Po")
# Small kana and length marks, too, never start a line (JIS X 4051).
NEVER_FIRST: Final = frozenset("ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〻")
WITHIN_ADDRESS: Final = "/?&=._-:;,@#%+~"
# What a break inside a word weighs against ragged lines.
BROKEN_WORD: Final = (2 * UNITS) ** 2


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What must stay on one line, with widths and the gaps before them in 1/2048 em."""

    texts: tuple[str, ...]
    widths: tuple[int, ...]
    gaps: tuple[int, ...]


@lru_cache(maxsize=16_384)
def wrap(
    text: str,
    max_width: float,
    size: float,
    bold: bool = False,  # noqa: FBT001, FBT002
) -> tuple[str, ...]:
    """Return `text` as lines no wider than `max_width` points when set at `size` points.

    There are as few lines as can be, they are as narrow as that count allows, and within that
    width as even as can be. Chinese and Japanese break between characters, a word that is too
    wide breaks where it must, and only a single character may stand out of `max_width`.
    """
    limit = int(max_width * UNITS / size)
    pieces = _pieces(text, bold)
    if not pieces.texts:
        return ()
    if max(pieces.widths) > limit:
        pieces = _cut(pieces, limit, bold)
    return _lines(pieces, _narrowest(pieces, max(limit, *pieces.widths)))


@lru_cache(maxsize=4_096)
def _pieces(text: str, bold: bool) -> _Pieces:  # noqa: FBT001
    space = units(" ", bold)
    texts: list[str] = []
    gaps: list[int] = []
    for word in SPACES.split(text):
        parts = [part for run in HYPHENS.split(word) for part in _characters(run)] if word else []
        texts.extend(parts)
        gaps.extend(0 if index else space for index in range(len(parts)))
    return _Pieces(tuple(texts), tuple(units(part, bold) for part in texts), tuple(gaps))


def _characters(word: str) -> list[str]:
    """Return `word` whole, or in pieces where Chinese or Japanese lets a line end."""
    if word.isascii() or not any(map(_stands_alone, word)):
        return [word]
    pieces: list[str] = []
    for cluster in clusters(word):
        if pieces and not _may_part(pieces[-1][-1], cluster[0]):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def _may_part(before: str, after: str) -> bool:
    if not (_stands_alone(before) or _stands_alone(after)):
        return False
    if unicodedata.category(before) in OPENING or after in NEVER_FIRST:
        return False
    return unicodedata.category(after) not in CLOSING


def _stands_alone(char: str) -> bool:
    wide = char > "\u2e7f" and unicodedata.east_asian_width(char) in ("W", "F")
    return wide and not "\uac00" <= char <= "\ud7a3"  # Korean breaks at its spaces


def _cut(pieces: _Pieces, limit: int, bold: bool) -> _Pieces:  # noqa: FBT001
    """Return the pieces with each that is wider than `limit` cut, best after a mark of an URL."""
    texts: list[str] = []
    gaps: list[int] = []
    for text, width, gap in zip(pieces.texts, pieces.widths, pieces.gaps, strict=True):
        parts = [text] if width <= limit else _chop(text, limit, bold)
        texts.extend(parts)
        gaps.extend(0 if index else gap for index in range(len(parts)))
    return _Pieces(tuple(texts), tuple(units(part, bold) for part in texts), tuple(gaps))


def _chop(text: str, limit: int, bold: bool) -> list[str]:  # noqa: FBT001
    parts: list[str] = []
    current: list[str] = []
    filled = 0
    total = units(text, bold)
    # An even share, and a character's width over, so that no single letter is left for the last.
    limit = min(limit, total // -(-total // max(limit, 1)) + UNITS)
    for cluster in clusters(text):
        wide = units(cluster, bold)
        if current and filled + wide > limit:
            kept = _last_mark(current) or len(current)
            parts.append("".join(current[:kept]))
            current = current[kept:]
            filled = units("".join(current), bold)
        current.append(cluster)
        filled += wide
    return [*parts, "".join(current)]


def _last_mark(characters: list[str]) -> int:
    """Return how many characters end with the last mark of an address, if past the first half."""
    for count in range(len(characters), len(characters) // 2, -1):
        if characters[count - 1] in WITHIN_ADDRESS:
            return count
    return 0


def _narrowest(pieces: _Pieces, limit: int) -> int:
    """Return the least width at which the pieces take no more lines than at `limit`."""
    count, high = _fill(pieces, limit)
    low = max(pieces.widths)
    while low < high:
        middle = (low + high) // 2
        lines, widest = _fill(pieces, middle)
        if lines <= count:
            high = widest
        else:
            low = middle + 1
    return high


def _fill(pieces: _Pieces, limit: int) -> tuple[int, int]:
    """Return how many lines it takes to fill each before the next, and the widest of them."""
    lines, widest, filled = 1, 0, -pieces.gaps[0]
    for width, gap in zip(pieces.widths, pieces.gaps, strict=True):
        grown = filled + gap + width
        if grown > limit:
            lines += 1
            widest = max(widest, filled)
            grown = width
        filled = grown
    return lines, max(widest, filled)


def _lines(pieces: _Pieces, limit: int) -> tuple[str, ...]:
    """Return the fewest lines within `limit` that leave the least sum of squared room."""
    widths, gaps = pieces.widths, pieces.gaps
    count = len(widths)
    ends = tuple(accumulate(map(int.__add__, widths, gaps), initial=0))
    best = [(0, 0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        origin = ends[start] + gaps[start]
        found = (count + 1, 0, count)
        for end in range(start + 1, count + 1):
            room = limit - (ends[end] - origin)
            if room < 0:
                break
            lines, cost, _ = best[end]
            cost += room * room
            if end < count and not gaps[end]:
                cost += BROKEN_WORD
            found = min(found, (lines + 1, cost, end))
        best[start] = found
    result: list[str] = []
    start = 0
    while start < count:
        end = best[start][2]
        line = "".join(
            f" {text}" if gap else text
            for text, gap in zip(pieces.texts[start:end], gaps[start:end], strict=True)
        )
        result.append(line.removeprefix(" "))
        start = end
    return tuple(result)
