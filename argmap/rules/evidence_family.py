"""The rules about where claims come from: sources, and the quotes that show it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.claims import Citation, Claim
from argmap.model.maps import Map, Place
from argmap.model.suggestions import Vocabulary
from argmap.rules.findings import Remark, Severity
from argmap.rules.quotes import Miss, has_words
from argmap.rules.rule import Inspection, Rule
from argmap.rules.wording import clipped

__all__ = ["EVIDENCE_RULES", "quotes_unchecked"]

# From this share of common words on, a passage counts as the one that was meant; three words of
# twelve may differ.
_ALTERED = 0.7
# Below this share the nearest passage would only puzzle.
_WORTH_SHOWING = 0.4


# A source id or a quote, with its place in two parts: that of an item or stance and the keys from
# there. They are joined for findings alone, because 10,000 claims have as many citations.
_Named = tuple[Place, Place, str]
_Quoted = tuple[Place, Place, str, str]


def _sources_named(map_: Map) -> Iterator[_Named]:
    """Yield every source id that something names, in reading order."""
    for source in dict.fromkeys(stance.source for stance in map_.stances):
        yield ("stances", source), (), source
    for item, place in zip(map_.items, map_.places, strict=True):
        content, by = item.content, item.step.by
        if isinstance(content, Claim):
            if content.source is not None:
                yield from _cited(content.source, place, ("source",))
            if isinstance(content.expect, tuple):
                for voice, _ in content.expect:
                    yield place, ("expect", voice), voice
        if by is not None:
            yield from _cited(by, place, ("by",))


def _cited(value: str | tuple[Citation, ...], place: Place, keys: Place) -> Iterator[_Named]:
    """Yield the source ids in a value of `source` or `by`."""
    if isinstance(value, str):
        yield place, keys, value
        return
    for index, citation in enumerate(value):
        yield place, (*keys, index, "source"), citation.source
        if citation.via is not None:
            yield place, (*keys, index, "via"), citation.via


def _quotes(map_: Map) -> Iterator[_Quoted]:
    """Yield every quote that has words, with the source that should have them."""
    for stance in map_.stances:
        if stance.quote is not None and has_words(stance.quote):
            yield ("stances", stance.source, stance.about), ("quote",), stance.source, stance.quote
    for item, place in zip(map_.items, map_.places, strict=True):
        content, by = item.content, item.step.by
        if isinstance(content, Claim):
            if isinstance(content.source, tuple):
                yield from _quoted(content.source, place, "source")
            elif content.source is not None and content.quote and has_words(content.quote):
                yield place, ("quote",), content.source, content.quote
        if isinstance(by, tuple):
            yield from _quoted(by, place, "by")


def _quoted(citations: tuple[Citation, ...], place: Place, key: str) -> Iterator[_Quoted]:
    """Yield the quotes of a list of citations; who reports something, has the words."""
    for index, citation in enumerate(citations):
        if citation.quote is not None and has_words(citation.quote):
            source = citation.via or citation.source
            yield place, (key, index, "quote"), source, citation.quote


def quotes_unchecked(inspection: Inspection) -> int:
    """Return how many quotes name a source of the map whose text is not at hand."""
    absent = {source.id for source in inspection.map.sources} - inspection.texts.keys()
    return sum(source in absent for _, _, source, _ in _quotes(inspection.map))


def _unknown_source(inspection: Inspection) -> Iterator[Remark]:
    known = {source.id for source in inspection.map.sources}
    vocabulary: Vocabulary | None = None
    for place, keys, name in _sources_named(inspection.map):
        if name in known:
            continue
        vocabulary = vocabulary or Vocabulary(known)
        yield Remark(
            (*place, *keys),
            f"There is no source '{name}'.",
            vocabulary.did_you_mean(name)
            or f"Add '{name}:' under 'sources', with its author and title.",
        )


def _unused_source(inspection: Inspection) -> Iterator[Remark]:
    used = {name for _, _, name in _sources_named(inspection.map)}
    for source in inspection.map.sources:
        if source.id not in used:
            yield Remark(
                ("sources", source.id),
                f"Nothing cites the source '{source.id}'.",
                f"Cite it with 'source: {source.id}' where it says something, or take it out.",
            )


def _missing_author(inspection: Inspection) -> Iterator[Remark]:
    for source in inspection.map.sources:
        if not (source.author or "").strip():
            yield Remark(
                ("sources", source.id),
                f"The source '{source.id}' has no author.",
                "Add 'author': a person, or the body that published it.",
            )


def _misses(inspection: Inspection) -> Iterator[tuple[Place, str, Miss]]:
    """Yield the quotes that are not, word for word, in the text of their source."""
    texts = inspection.source_texts
    for place, keys, source, quote in _quotes(inspection.map):
        if source in texts:
            miss = texts[source].miss(quote)
            if miss is not None:
                yield (*place, *keys), source, miss


def _quote_not_found(inspection: Inspection) -> Iterator[Remark]:
    for place, source, miss in _misses(inspection):
        if miss.likeness < _ALTERED:
            yield Remark(
                place,
                f"{_whole_or_part(miss)} is not in the text of '{source}'.",
                f"The nearest passage is: {_shown(miss.passage)}"
                if miss.passage is not None and miss.likeness >= _WORTH_SHOWING
                else "Copy the words from the source, and see that its text is complete.",
            )


def _quote_altered(inspection: Inspection) -> Iterator[Remark]:
    for place, source, miss in _misses(inspection):
        if miss.is_out_of_order:
            yield Remark(
                place,
                f"The parts of this quote stand in another order in '{source}'.",
                "Put them in the order of the text, or cite each of them by itself.",
            )
        elif miss.likeness >= _ALTERED and miss.passage is not None:
            yield Remark(
                place,
                f"{_whole_or_part(miss)} reads differently in '{source}'.",
                f"The text says: {_shown(miss.passage)} Copy it from there; ' … ' marks words "
                "left out.",
            )


def _whole_or_part(miss: Miss) -> str:
    """Return what a message says of: the quote, or one of its parts."""
    return "This quote" if miss.is_whole else f"The part “{clipped(miss.part)}” of this quote"


def _shown(passage: str) -> str:
    """Return a passage as a message shows it."""
    return f"“{clipped(passage, 160)}”"


EVIDENCE_RULES: tuple[Rule, ...] = (
    Rule(
        "E001",
        "unknown-source",
        Severity.ERROR,
        "A source is named that the map does not have.",
        "Whoever wants to look up what was said finds no title and no link, and the claim looks "
        "as if nobody said it. Sources are named in `source`, `via` and `by`, in `stances` and "
        "by the voices of `expect`.",
        "A citation leads to its source: the habit of every reference manager.",
        _unknown_source,
    ),
    Rule(
        "E002",
        "quote-not-found",
        Severity.ERROR,
        "A quote is not in the text of its source.",
        "A quote shows that somebody really said it, so it must be there word for word. It is "
        "looked for in the source's `text` or `file`, or in that of the source in `via`. White "
        "space, the case of the first letter and the shape of quotation marks and dashes do not "
        "matter; ` … ` stands for words left out. Without a text at hand a quote is not checked.",
        "Quotations are verbatim: the habit of every style guide.",
        _quote_not_found,
    ),
    Rule(
        "E003",
        "quote-altered",
        Severity.WARNING,
        "A quote is in its source, but not quite in these words.",
        "A changed word or comma can change what was said, and a reader who searches the source "
        "for the quote does not find it.",
        "Quotations are verbatim: the habit of every style guide.",
        _quote_altered,
    ),
    Rule(
        "E004",
        "missing-author",
        Severity.WARNING,
        "A source has no author.",
        "Who says it matters: sources with one author are one voice, and claims are shown with "
        "the name of who made them.",
        "How credible is the one who says so? The first critical question about an argument from "
        "expert opinion: Walton, Appeal to Expert Opinion (1997).",
        _missing_author,
    ),
    Rule(
        "E006",
        "unused-source",
        Severity.WARNING,
        "A source is listed, but nothing cites it.",
        "Either a citation was forgotten, or the source is left over from claims that are gone.",
        "A bibliography lists what is cited.",
        _unused_source,
    ),
)
