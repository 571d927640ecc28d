"""The word that was probably meant, found fast however many words and slips there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

__all__ = ["Vocabulary", "did_you_mean"]

# A slip leaves the head or the tail of a word as it was, so the word that was meant stands close
# by in one of two sorted lists. Looking at 32 neighbours takes 0.2 ms, at each of 10,000 ids
# 60 ms, and a map may have a slip on every line.
_NEIGHBOURS = 8
_LEAST_LIKENESS = 0.59
# Comparing is quadratic in the length; nobody misspells a word this long.
_LONGEST = 64


class Vocabulary:
    """Words to choose from; `did_you_mean` tells the one that is most like another word."""

    __slots__ = ("_by_head", "_by_tail")

    def __init__(self, words: Iterable[str]) -> None:
        folds = {word: word.casefold() for word in words if len(word) <= _LONGEST}
        self._by_head = sorted((fold, word) for word, fold in folds.items())
        self._by_tail = sorted((fold[::-1], word) for word, fold in folds.items())

    def did_you_mean(self, word: str) -> str | None:
        """Return "Did you mean 'x'?" for the word most like `word`, or None if none is."""
        closest = self.closest(word)
        return None if closest is None else f"Did you mean '{closest}'?"

    def closest(self, word: str) -> str | None:
        """Return the word most like `word`, whatever their case, or None if none is."""
        if len(word) > _LONGEST:
            return None
        fold = word.casefold().strip()
        near = {*_around(self._by_head, fold), *_around(self._by_tail, fold[::-1])}
        matcher = SequenceMatcher(b=fold, autojunk=False)
        closest, likeness = None, _LEAST_LIKENESS
        for other in sorted(near):
            matcher.set_seq1(other.casefold())
            if matcher.real_quick_ratio() > likeness and matcher.ratio() > likeness:
                closest, likeness = other, matcher.ratio()
        return closest


def _around(words: Sequence[tuple[str, str]], fold: str) -> list[str]:
    """Return the words around the place where `fold` would be sorted in."""
    place = bisect_left(words, (fold, ""))
    return [word for _, word in words[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]]


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return " Did you mean 'x'?", with its blank, for the one most like `word`, or nothing."""
    found = Vocabulary(words).did_you_mean(word)
    return "" if found is None else f" {found}"
