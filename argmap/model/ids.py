"""The ids of claims, steps and sources: what one may look like, and how one is proposed."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from itertools import count

__all__ = ["is_valid_id", "slug"]

_WORDS_OF_A_SLUG = 4
_LENGTH_OF_A_SLUG = 32
# A claim is known by what it is about; these carry nothing when only four words stay.
_FILLERS = (
    "a an and are as at be been by for from had has have in is it its of on or that the their "
    "them then there these they this to was were which will with would"
)
# Letters that stay whole when accents are taken off.
_FOLDED_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def is_valid_id(text: str) -> bool:
    """Whether `text` is letters of any script, digits, `-`, `_`, `.`, the first a letter or digit.

    Combining marks count as part of the letter before them: Hindi or Thai has no words without.
    """
    return (
        bool(text)
        and _is_letter_or_digit(text[0])
        and all(
            _is_letter_or_digit(character)
            or character in "-_."
            or unicodedata.category(character).startswith("M")
            for character in text
        )
    )


def _is_letter_or_digit(character: str) -> bool:
    """Whether a character is a letter of any script or a decimal digit."""
    category = unicodedata.category(character)
    return category.startswith("L") or category == "Nd"


def slug(text: str, taken: Container[str] = ()) -> str:
    """Return a short valid id for what `text` says, that is not among the ids `taken`.

    Latin letters lose their accents, other scripts stay. The first four words that say something
    are kept, in at most 32 characters; a number makes the id unique. A text without words gives
    `claim`.
    """
    words = _words(text)
    fillers = _FILLERS.split()
    telling = [word for word in words if word not in fillers] or words
    name = telling[0][:_LENGTH_OF_A_SLUG] if telling else "claim"
    for word in telling[1:_WORDS_OF_A_SLUG]:
        if len(name) + 1 + len(word) > _LENGTH_OF_A_SLUG:
            break
        name += "-" + word
    if name not in taken:
        return name
    return next(other for number in count(2) if (other := f"{name}-{number}") not in taken)


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case, each fit to begin an id."""
    # An apostrophe stands inside a word: "China's" gives "chinas".
    plain = text.lower().replace("'", "").replace("’", "").translate(_FOLDED_LETTERS)
    letters: list[str] = []
    for character in unicodedata.normalize("NFKD", plain):
        if _is_letter_or_digit(character):
            letters.append(character)
        elif not unicodedata.category(character).startswith("M"):
            letters.append(" ")
        elif letters and letters[-1] != " " and not letters[-1].isascii():
            # An accent falls off a Latin letter; elsewhere the mark is part of the writing.
            letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters)).split()
