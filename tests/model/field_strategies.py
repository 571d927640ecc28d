"""Random values for the fields of claims, steps, sources and stances."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from argmap.model.claims import (
    Citation,
    Claim,
    Content,
    Inference,
    Linked,
    Standard,
    Status,
    StepFields,
    Verdict,
)
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance
from argmap.model.values import fold_space

__all__ = [
    "BOOLEANS",
    "IDS",
    "LINES",
    "ONE_IN_FIVE",
    "SOURCE_VALUES",
    "Values",
    "claim_values",
    "claims",
    "ids",
    "lines",
    "some_of",
    "sources_named",
    "stances_on",
    "step_fields",
    "step_values",
    "texts",
]

# Ids that YAML, or a slip of ours, could read as something else; and several scripts.
_IDS = (
    *("a", "b", "greater-role", "islamabad", "upper_hand", "x.y", "no", "010", "1.10", "2013"),
    *(
        "null",
        "größe",
        "Москва",
        "東京",
        "κλειδί",
        "हिन्दी",
        "عربي",
        "e5",
        "true",
        "Ab",
        "a-",
        "0x1f",
    ),
)
_TEXTS = (
    "Beijing will play a greater role in the peace talks.",
    "It is so.",
    "Why not: because #1 says so",
    "- not a list",
    "“Quoted”, he said; 'twice'",
    "no",
    "[brackets] and {braces}, both",
    "Ärger in 東京 — 🙂 ok",
    "a\u00a0b",
    "x" * 120,
    "one two " * 30 + "end",
)


# Strategies are built once: building them for each draw took nine tenths of the time.
_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"])
LINES = st.sampled_from([fold_space(text) for text in _TEXTS]) | st.text(
    _CHARACTERS, min_size=1, max_size=30
).map(lambda text: fold_space(text) or "blank")
_TEXTS_OF_LINES = LINES | st.lists(LINES, min_size=2, max_size=3).map("\n".join)
_CREDENCES = st.sampled_from((0.0, 0.05, 0.5, 0.75, 1.0)) | st.floats(0, 1)
_WEIGHTS = st.sampled_from((0.1, 0.5, 1.0)) | st.floats(0, 1, exclude_min=True)
_TAGS = st.lists(LINES, min_size=1, max_size=2).map(tuple)
BOOLEANS = st.booleans()
_QUALIFIERS = st.sampled_from(Qualifier)
ONE_IN_FIVE = st.sampled_from((False, False, False, False, True))
_ID_CHARACTERS = st.text("abcxyz019_.-", max_size=5)
IDS = st.sampled_from(_IDS) | _ID_CHARACTERS.map("m".__add__)


def texts() -> st.SearchStrategy[str]:
    """Texts as a `note` holds them: of one or more lines, never empty."""
    return _TEXTS_OF_LINES


def lines() -> st.SearchStrategy[str]:
    """Texts as a `claim` holds them: with their white space folded, never empty."""
    return LINES


def ids(taken: Collection[str] = ()) -> st.SearchStrategy[str]:
    """Ids of several scripts that are not taken."""

    def free(name: str) -> str:
        while name in taken:
            name += "1"
        return name

    return IDS.map(free)


Values = dict[str, st.SearchStrategy[Any]]


@st.composite
def some_of(draw: st.DrawFn, values: Values, most: int = 3) -> dict[str, Any]:
    """Values for a few fields, drawn from the strategy of each."""
    names = draw(st.lists(st.sampled_from(sorted(values)), max_size=most, unique=True))
    return {name: draw(values[name]) for name in names}


@cache
def _citations(sources: tuple[str, ...]) -> st.SearchStrategy[str | tuple[Citation, ...]]:
    """A value of `source` or `by`: a source id, or some citations."""
    named = st.sampled_from(sources)
    citation = st.builds(
        Citation,
        source=named,
        quote=st.none() | LINES,
        at=st.none() | LINES,
        via=st.none() | named,
    )
    return named | named | st.lists(citation, min_size=1, max_size=3).map(tuple)


@cache
def claim_values(sources: tuple[str, ...]) -> Values:
    """Return values for each field of a claim but its id."""
    values: Values = {
        "claim": LINES,
        "short": LINES,
        "quote": LINES,
        "at": LINES,
        "qualifier": _QUALIFIERS,
        "credence": _CREDENCES,
        "status": st.sampled_from(Status),
        "standard": st.sampled_from(Standard),
        "implicit": BOOLEANS,
        "expect": st.sampled_from(Verdict),
        "tags": _TAGS,
        "note": _TEXTS_OF_LINES,
    }
    if sources:
        voices = st.dictionaries(
            st.sampled_from(sources), st.sampled_from(Verdict), min_size=1, max_size=2
        )
        values["source"] = _citations(sources)
        values["expect"] |= voices.map(lambda voice: tuple(voice.items()))
    return values


@cache
def step_values(sources: tuple[str, ...], content: type[Content]) -> Values:
    """Return values for each field of a step but its id."""
    values: Values = {"scheme": LINES, "cq": LINES, "weight": _WEIGHTS}
    if sources:
        values["by"] = _citations(sources)
    if content is not Claim:
        values |= {"tags": _TAGS, "note": _TEXTS_OF_LINES}
    if content is Linked:
        values["inference"] = st.sampled_from(Inference)
    return values


@st.composite
def claims(draw: st.DrawFn, sources: Sequence[str] = (), name: str | None = None) -> Claim:
    """A claim that cites some of `sources`, with the id `name`."""
    fields = draw(some_of(claim_values(tuple(sources))))
    text = fields.pop("claim", None) or draw(LINES)
    if "qualifier" in fields:
        fields.pop("credence", None)
    if ("quote" in fields or "at" in fields) and sources:
        fields["source"] = draw(st.sampled_from(sources))
    if not isinstance(fields.get("source"), str):
        fields.pop("quote", None)
        fields.pop("at", None)
    return Claim(text=text, id=name, **fields)


@st.composite
def step_fields(
    draw: st.DrawFn, content: Content, sources: Sequence[str] = (), name: str | None = None
) -> StepFields:
    """What can be said of a step that `content` makes."""
    return StepFields(id=name, **draw(some_of(step_values(tuple(sources), type(content)), 2)))


SOURCE_VALUES: Values = {
    "author": LINES,
    "title": LINES,
    "published_in": LINES,
    "date": st.sampled_from(("2013", "2013-06", "2013-06-24", "0001")),
    "url": st.just("https://example.org/?a=1&b=#c"),
    "text": _TEXTS_OF_LINES,
    "file": st.just("texts/a b.txt"),
}
_STANCE_VALUES: Values = {"quote": LINES, "at": LINES, "note": _TEXTS_OF_LINES}


@st.composite
def sources_named(draw: st.DrawFn, name: str) -> Source:
    """A source with some of its fields."""
    fields = draw(some_of(SOURCE_VALUES))
    if "text" in fields:
        fields.pop("file", None)
    return Source(id=name, **fields)


@st.composite
def stances_on(draw: st.DrawFn, source: str, about: str) -> Stance:
    """A stance of a source on an id."""
    belief = draw(_QUALIFIERS | _CREDENCES)
    name = "qualifier" if isinstance(belief, Qualifier) else "credence"
    fields = draw(some_of(_STANCE_VALUES)) | {name: belief}
    return Stance(source=source, about=about, **fields)
