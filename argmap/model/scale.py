"""The scale of likelihood words, after Intelligence Community Directive 203 (2015)."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Qualifier", "parse_qualifier", "qualifier_words"]


class Qualifier(StrEnum):
    """One of the seven grades of ICD 203, section 6.e.(2)(a), from least to most likely."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN = "roughly even"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"

    @property
    def range(self) -> tuple[float, float]:
        """The probabilities the word stands for, as (lowest, highest) in [0, 1]."""
        return _RANGES[self]


_RANGES = {
    Qualifier.ALMOST_NO_CHANCE: (0.01, 0.05),
    Qualifier.VERY_UNLIKELY: (0.05, 0.20),
    Qualifier.UNLIKELY: (0.20, 0.45),
    Qualifier.ROUGHLY_EVEN: (0.45, 0.55),
    Qualifier.LIKELY: (0.55, 0.80),
    Qualifier.VERY_LIKELY: (0.80, 0.95),
    Qualifier.ALMOST_CERTAIN: (0.95, 0.99),
}

# The directive gives each grade a second name; the adverbs are what op-eds write.
_SYNONYMS = {
    "remote": Qualifier.ALMOST_NO_CHANCE,
    "highly improbable": Qualifier.VERY_UNLIKELY,
    "improbable": Qualifier.UNLIKELY,
    "improbably": Qualifier.UNLIKELY,
    "probably not": Qualifier.UNLIKELY,
    "roughly even chance": Qualifier.ROUGHLY_EVEN,
    "roughly even odds": Qualifier.ROUGHLY_EVEN,
    "even": Qualifier.ROUGHLY_EVEN,
    "probable": Qualifier.LIKELY,
    "probably": Qualifier.LIKELY,
    "highly probable": Qualifier.VERY_LIKELY,
    "nearly certain": Qualifier.ALMOST_CERTAIN,
    "almost certainly": Qualifier.ALMOST_CERTAIN,
}
_WORDS = {str(word): word for word in Qualifier} | _SYNONYMS


def parse_qualifier(text: str) -> Qualifier | None:
    """Return the grade that `text` names, ignoring case and spacing, or None."""
    return _WORDS.get(" ".join(text.casefold().split()))


def qualifier_words() -> tuple[str, ...]:
    """Return every word that `parse_qualifier` knows, the seven grades first."""
    return tuple(_WORDS)
