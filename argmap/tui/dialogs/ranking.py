"""Which texts are meant by a few letters, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["ranked"]


def ranked(query: str, texts: Sequence[str]) -> list[int]:
    """Return the indices of the texts that have every word of `query`, or else its letters.

    A text that begins with the query comes first, then words that begin like those of the query,
    then words inside others, then letters in this order with others between. All case is folded.
    """
    words = query.casefold().split()
    if not words:
        return list(range(len(texts)))
    whole = " ".join(words)
    found = [
        (score, index)
        for index, text in enumerate(texts)
        if (score := _score(whole, words, text.casefold())) is not None
    ]
    return [index for _, index in sorted(found)]


def _score(whole: str, words: Sequence[str], text: str) -> int | None:
    """Return how far a text is from the query; None where it does not match."""
    if text.startswith(whole):
        return 0
    if all(f" {word}" in f" {text}" for word in words):
        return 1
    if all(word in text for word in words):
        return 2
    return 3 if _has_letters(whole.replace(" ", ""), text) else None


def _has_letters(letters: str, text: str) -> bool:
    """Whether a text has these letters in this order."""
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True
