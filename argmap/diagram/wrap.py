"""Text broken into lines of nearly equal width, as a person would set a card."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
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
    """What must stay on one line, with widths and the gaps before them in 1/2048 em.

    `ends` are the distances from the start of the first piece, its gap included, to the end of
    each; the first of them is 0.
    """

    texts: tuple[str, ...]
    widths: tuple[int, ...]
    gaps: tuple[int, ...]
    ends: tuple[int, ...]


def _set(texts: list[str], gaps: list[int], bold: bool) -> _Pieces:  # noqa: FBT001
    widths = tuple([units(text, bold) for text in texts])
    ends = tuple(accumulate(map(int.__add__, widths, gaps), initial=0))
    return _Pieces(tuple(texts), widths, tuple(gaps), ends)


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
    if sum(pieces.widths) + sum(pieces.gaps) <= limit:
        return (_joined(pieces, 0, len(pieces.texts)),)
    if max(pieces.widths) > limit:
        pieces = _cut(pieces, limit, bold)
    return _lines(pieces, _narrowest(pieces, max(limit, *pieces.widths)))


@lru_cache(maxsize=4_096)
def _pieces(text: str, bold: bool) -> _Pieces:  # noqa: FBT001
    space = units(" ", bold)
    if text.isascii() and "-" not in text and "/" not in text:
        words = text.split()
        return _set(words, [space] * len(words), bold)
    texts: list[str] = []
    gaps: list[int] = []
    for word in SPACES.split(text):
        parts = [part for run in HYPHENS.split(word) for part in _characters(run)] if word else []
        texts.extend(parts)
        gaps.extend(0 if index else space for index in range(len(parts)))
    return _set(texts, gaps, bold)


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
    return _set(texts, gaps, bold)


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
    count, high, _ = _fill(pieces, limit)
    # No narrower than if the pieces could share the lines like water, but for gaps at the breaks.
    whole = sum(pieces.widths) + sum(pieces.gaps[1:]) - (count - 1) * max(pieces.gaps)
    low = max(*pieces.widths, -(-whole // count))
    while low < high:
        lines, widest, wider = _fill(pieces, (low + high) // 2)
        if lines <= count:
            high = widest
        else:
            low = wider
    return high


def _fill(pieces: _Pieces, limit: int) -> tuple[int, int, int]:
    """Return how many lines it takes to fill each before the next, and the widest of them.

    The third number is the least limit at which any line would hold more.
    """
    ends, gaps = pieces.ends, pieces.gaps
    count = len(gaps)
    lines, widest, wider, start = 0, 0, ends[-1], 0
    while start < count:
        origin = ends[start] + gaps[start]
        start = max(bisect_right(ends, origin + limit) - 1, start + 1)
        wide = ends[start] - origin
        widest = max(widest, wide)
        if start < count and ends[start + 1] - origin < wider:
            wider = ends[start + 1] - origin
        lines += 1
    return lines, widest, wider


def _lines(pieces: _Pieces, limit: int) -> tuple[str, ...]:
    """Return the fewest lines within `limit` that leave the least sum of squared room."""
    ends, gaps = pieces.ends, pieces.gaps
    count = len(gaps)
    lines, costs, breaks = [0] * (count + 1), [0] * (count + 1), [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        origin = ends[start] + gaps[start]
        fewest, least, found = count + 1, 0, count
        for end in range(start + 1, bisect_right(ends, origin + limit)):
            if lines[end] >= fewest:
                continue
            room = limit - ends[end] + origin
            cost = costs[end] + room * room
            if end < count and not gaps[end]:
                cost += BROKEN_WORD
            if lines[end] + 1 < fewest or cost < least:
                fewest, least, found = lines[end] + 1, cost, end
        lines[start], costs[start], breaks[start] = fewest, least, found
    result: list[str] = []
    start = 0
    while start < count:
        result.append(_joined(pieces, start, breaks[start]))
        start = breaks[start]
    return tuple(result)


def _joined(pieces: _Pieces, start: int, end: int) -> str:
    """Return the pieces from `start` to before `end` as one line."""
    line = "".join(
        f" {text}" if gap else text
        for text, gap in zip(pieces.texts[start:end], pieces.gaps[start:end], strict=True)
    )
    return line.removeprefix(" ")
