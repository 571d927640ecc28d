"""The rules about where claims come from: sources, and the quotes that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.claims import Citation, Claim
from argmap.model.maps import Map, Place
from argmap.rules.findings import Remark, Severity
from argmap.rules.quotes import Miss, SourceText, has_words
from argmap.rules.rule import Inspection, Rule
from argmap.rules.suggestions import Vocabulary
from argmap.rules.wording import clipped

__all__ = ["EVIDENCE_RULES", "quotes_unchecked"]

# From this share of common words on, a passage counts as the one that was meant; three words of
# twelve may differ.
_ALTERED = 0.7
# Below this share the nearest passage would only puzzle.
_WORTH_SHOWING = 0.4


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place that names a source."""

    place: Place
    source: str


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quote, and the source in whose text it is looked for."""

    place: Place
    source: str
    quote: str


def _mentions(map_: Map) -> Iterator[_Mention]:
    """Yield every mention of a source, in reading order."""
    told: set[str] = set()
    for stance in map_.stances:
        if stance.source not in told:
            told.add(stance.source)
            yield _Mention(("stances", stance.source), stance.source)
    for item, place in zip(map_.items, map_.places, strict=True):
        if isinstance(item.content, Claim):
            yield from _cited(item.content.source, (*place, "source"))
            if isinstance(item.content.expect, tuple):
                for voice, _ in item.content.expect:
                    yield _Mention((*place, "expect", voice), voice)
        yield from _cited(item.step.by, (*place, "by"))


def _cited(value: str | tuple[Citation, ...] | None, place: Place) -> Iterator[_Mention]:
    """Yield the sources in a value of `source` or `by`."""
    match value:
        case None:
            pass
        case str(source):
            yield _Mention(place, source)
        case citations:
            for index, citation in enumerate(citations):
                yield _Mention((*place, index, "source"), citation.source)
                if citation.via is not None:
                    yield _Mention((*place, index, "via"), citation.via)


def _quotes(map_: Map) -> Iterator[_Quoted]:
    """Yield every quote that has words, in reading order."""
    for stance in map_.stances:
        if stance.quote is not None and has_words(stance.quote):
            stance_place = ("stances", stance.source, stance.about, "quote")
            yield _Quoted(stance_place, stance.source, stance.quote)
    for item, place in zip(map_.items, map_.places, strict=True):
        if isinstance(item.content, Claim) and item.content.source is not None:
            if isinstance(item.content.source, str):
                yield from _quoted(item.content.citations[0], (*place, "quote"))
            else:
                yield from _all_quoted(item.content.source, (*place, "source"))
        if isinstance(item.step.by, tuple):
            yield from _all_quoted(item.step.by, (*place, "by"))


def _all_quoted(citations: tuple[Citation, ...], place: Place) -> Iterator[_Quoted]:
    """Yield the quotes of a list of citations."""
    for index, citation in enumerate(citations):
        yield from _quoted(citation, (*place, index, "quote"))


def _quoted(citation: Citation, place: Place) -> Iterator[_Quoted]:
    """Yield the quote of a citation; who reports it, has the words."""
    if citation.quote is not None and has_words(citation.quote):
        yield _Quoted(place, citation.via or citation.source, citation.quote)


def quotes_unchecked(inspection: Inspection) -> int:
    """Return how many quotes name a source of the map whose text is not at hand."""
    sources = {source.id for source in inspection.map.sources} - inspection.texts.keys()
    return sum(quoted.source in sources for quoted in _quotes(inspection.map))


def _unknown_source(inspection: Inspection) -> Iterator[Remark]:
    known = {source.id for source in inspection.map.sources}
    unknown = [mention for mention in _mentions(inspection.map) if mention.source not in known]
    vocabulary = Vocabulary(known if unknown else ())
    for mention in unknown:
        yield Remark(
            mention.place,
            f"There is no source '{mention.source}'.",
            vocabulary.did_you_mean(mention.source)
            or f"Add `{mention.source}:` under `sources`, with its author and title.",
        )


def _unused_source(inspection: Inspection) -> Iterator[Remark]:
    used = {mention.source for mention in _mentions(inspection.map)}
    for source in inspection.map.sources:
        if source.id not in used:
            yield Remark(
                ("sources", source.id),
                f"Nothing cites the source '{source.id}'.",
                f"Cite it with `source: {source.id}` where it says something, or take it out.",
            )


def _missing_author(inspection: Inspection) -> Iterator[Remark]:
    for source in inspection.map.sources:
        if not (source.author or "").strip():
            yield Remark(
                ("sources", source.id),
                f"The source '{source.id}' has no author.",
                "Add `author`: a person, or the body that published it.",
            )


def _misses(inspection: Inspection) -> Iterator[tuple[_Quoted, Miss]]:
    """Yield the quotes that are not, word for word, in the text of their source."""
    texts: dict[str, SourceText] = {}
    for quoted in _quotes(inspection.map):
        words = inspection.texts.get(quoted.source)
        if words is None:
            continue
        if quoted.source not in texts:
            texts[quoted.source] = SourceText(words)
        miss = texts[quoted.source].miss(quoted.quote)
        if miss is not None:
            yield quoted, miss


def _quote_not_found(inspection: Inspection) -> Iterator[Remark]:
    for quoted, miss in _misses(inspection):
        if miss.likeness < _ALTERED:
            yield Remark(
                quoted.place,
                f"{_whole_or_part(miss)} is not in the text of '{quoted.source}'.",
                f"The nearest passage is: {_shown(miss.passage)}"
                if miss.passage is not None and miss.likeness >= _WORTH_SHOWING
                else "Copy the words from the source, and see that its text is complete.",
            )


def _quote_altered(inspection: Inspection) -> Iterator[Remark]:
    for quoted, miss in _misses(inspection):
        if miss.is_out_of_order:
            yield Remark(
                quoted.place,
                f"The parts of this quote stand in another order in '{quoted.source}'.",
                "Put them in the order of the text, or cite each of them by itself.",
            )
        elif miss.likeness >= _ALTERED and miss.passage is not None:
            yield Remark(
                quoted.place,
                f"{_whole_or_part(miss)} reads differently in '{quoted.source}'.",
                f"The text says: {_shown(miss.passage)} Copy it from there; ` … ` marks words "
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
