"""Whether a text has a quote: word for word, a little altered, or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

__all__ = ["Miss", "SourceText", "has_words"]

# How something is typeset does not matter: all quotation marks are one, all dashes are one, and
# what has no width goes. NFKC sees to ligatures, odd spaces and the ellipsis; it comes second,
# because it would make a space and an accent of the mark "´".
_SHAPES = {
    **dict.fromkeys(map(ord, '“”„‟«»‹›‘’‚‛′″`´＂＇"'), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-"),
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), None),
}
# All patterns meet text whose white space is folded: a run of blanks would make them quadratic.
_DASH = re.compile(r" ?-[- ]*")
_QUOTES = re.compile(r"''+")
_GAP = re.compile(r" ?[\[(]? ?(?:…|\. ?\. ?\.)[.…]* ?[\])]? ?")
# Where people write without spaces, a character is the nearest thing to a word.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*"
)
# In these scripts words stand apart, so a quote may not begin or end inside one.
_END_OF_SPACED_SCRIPTS = "\u0590"

# Bounds that keep the search linear whatever the text: hits inside words that are passed over,
# words of a quote that are looked up, and places where one word is looked at.
_MOST_HITS = 256
_MOST_WORDS = 60
_MOST_PLACES = 200
_STARTS_TRIED = 3


@dataclass(frozen=True, slots=True)
class Miss:
    """The part of a quote that a text does not have, with the passage nearest to it.

    `likeness` is the share of words that the two have in common, in order; 1 if only case,
    punctuation or the order of the quote's parts differ. `is_whole` says whether the part is all
    of the quote.
    """

    part: str
    is_whole: bool
    passage: str | None
    likeness: float
    is_out_of_order: bool = False


def has_words(quote: str) -> bool:
    """Return whether there is anything in a quote that could be looked for."""
    return any(map(str.isalnum, quote))


class SourceText:
    """The words of a source, ready to be searched for many quotes."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Two rules ask of each quote.
        self._judged: dict[str, Miss | None] = {}

    def miss(self, quote: str) -> Miss | None:
        """Return what of the quote is missing, or None if the text has it.

        White space, the case of a first letter and the shape of quotation marks and dashes do not
        matter. An ellipsis stands for words left out.
        """
        if quote not in self._judged:
            self._judged[quote] = self._judge(quote)
        return self._judged[quote]

    def _judge(self, quote: str) -> Miss | None:
        """Return what of the quote is missing."""
        # Most quotes are word for word, and folding a long text costs more than all of them.
        if _find(self.text, quote, 0) >= 0 or self._find(quote, 0) >= 0:
            return None
        parts = [part for part in _GAP.split(_spaced(quote)) if has_words(part)]
        start = 0
        for part in parts:
            found = self._find(part, start)
            if found < 0:
                return self._miss(part, is_whole=len(parts) == 1)
            start = found
        return None

    def _find(self, part: str, start: int) -> int:
        """Return where in the folded text `part` ends, or -1; either case of its first letter."""
        fold = _fold(part)
        ends = [_find(self._folded, fold, start), _find(self._folded, _turned(fold), start)]
        return min((end for end in ends if end >= 0), default=-1)

    def _miss(self, part: str, *, is_whole: bool) -> Miss:
        """Return what is missing, with the passage nearest to it."""
        if not is_whole and self._find(part, 0) >= 0:
            return Miss(part, is_whole, None, 1.0, is_out_of_order=True)
        words = [found.group().casefold() for found in _WORD.finditer(_plain(part))][:_MOST_WORDS]
        best: tuple[float, int, int] = (0.0, 0, 0)
        for start in self._likely_starts(words):
            best = max(best, self._compare(words, start))
        likeness, first, last = best
        return Miss(part, is_whole, self._passage(first, last) if likeness else None, likeness)

    def _likely_starts(self, words: Sequence[str]) -> list[int]:
        """Return at which words of the text the passage most likely begins, the best first."""
        votes: Counter[int] = Counter()
        places = [self._places.get(word, ()) for word in words]
        rare = any(0 < len(found) <= _MOST_PLACES for found in places)
        for index, found in enumerate(places):
            if not rare or len(found) <= _MOST_PLACES:
                votes.update(place - index for place in found[:_MOST_PLACES])
        # Words left out or put in shift what follows by a few.
        around = {start: sum(votes[start + d] for d in range(-2, 3)) for start in votes}
        ranked = sorted(around, key=lambda start: (-around[start], -votes[start], start))
        return ranked[:_STARTS_TRIED]

    def _compare(self, words: Sequence[str], start: int) -> tuple[float, int, int]:
        """Return how like `words` the passage at `start` is, and its first and last word."""
        low = max(0, start - 3)
        window = self._words[low : start + len(words) + 3]
        matcher = SequenceMatcher(a=words, b=window, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        matched = sum(block.size for block in blocks)
        head, tail = blocks[0], blocks[-1]
        span = tail.b + tail.size - head.b
        first = low + head.b - head.a
        last = low + tail.b + len(words) - 1 - tail.a
        return matched / max(len(words), span), max(0, first), min(last, len(self._words) - 1)

    def _passage(self, first: int, last: int) -> str:
        """Return the text from one word to another, with the punctuation after it."""
        start, end = self._spans[first][0], self._spans[last][1]
        while end < len(self.text) and end < self._spans[last][1] + 3:
            if self.text[end].isspace() or self.text[end].isalnum():
                break
            end += 1
        return self.text[start:end]

    @cached_property
    def _folded(self) -> str:
        return _fold(self.text)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [found.span() for found in _WORD.finditer(self.text)]

    @cached_property
    def _words(self) -> list[str]:
        return [_plain(self.text[start:end]).casefold() for start, end in self._spans]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self._words):
            places.setdefault(word, []).append(index)
        return places


def _plain(text: str) -> str:
    """Return the text with one shape for every quotation mark and dash."""
    if text.isascii():
        return text.replace('"', "'").replace("`", "'")
    return unicodedata.normalize("NFKC", text.translate(_SHAPES))


def _fold(text: str) -> str:
    """Return the text as it is compared."""
    return _QUOTES.sub("'", _DASH.sub("-", _spaced(_plain(text))))


def _spaced(text: str) -> str:
    """Return the text with one space for every stretch of white space."""
    return " ".join(text.split())


def _turned(text: str) -> str:
    """Return the text with its first letter in the other case."""
    for index, character in enumerate(text):
        if character.isalpha():
            return text[:index] + character.swapcase() + text[index + 1 :]
    return text


def _find(text: str, part: str, start: int) -> int:
    """Return where the first occurrence of whole words ends, or -1."""
    for _ in range(_MOST_HITS):
        found = text.find(part, start)
        if found < 0:
            break
        end = found + len(part)
        if _is_boundary(text, found) and _is_boundary(text, end):
            return end
        start = found + 1
    return -1


def _is_boundary(text: str, place: int) -> bool:
    """Return whether a word may begin or end at a place of the text."""
    if not 0 < place < len(text):
        return True
    before, after = text[place - 1], text[place]
    if max(before, after) >= _END_OF_SPACED_SCRIPTS:
        return True
    # A footnote sign, as in "talks1", is no part of the word.
    return not ((before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit()))
