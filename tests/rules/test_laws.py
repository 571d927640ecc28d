from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.claims import Citation, Claim, Linked, Ref, Status, StepFields, Verdict
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source, Stance
from argmap.rules.catalogue import ALL_RULES, check
from argmap.rules.evidence_family import quotes_unchecked
from argmap.rules.rule import inspection_of
from tests.model.strategies import maps

# Few ids and texts, so that they meet: twice the same, dangling, in circles.
IDS = st.sampled_from(["a", "b", "c", "d", ""])
TEXTS = st.sampled_from(["", "Dogs bark.", "dogs bark", "Why?", "Because.", "x" * 300]) | st.text()
QUOTES = st.sampled_from(["Dogs bark", "dogs … bark", "cats bark", "…"]) | st.text(max_size=20)
CITATIONS = st.builds(Citation, IDS, st.none() | QUOTES, via=st.none() | IDS)
SOURCES = st.none() | IDS | st.lists(CITATIONS, max_size=2).map(tuple)
CLAIMS = st.builds(
    Claim,
    TEXTS,
    id=st.none() | IDS,
    source=SOURCES,
    quote=st.none() | QUOTES,
    status=st.none() | st.sampled_from(Status),
    expect=st.none() | st.lists(st.tuples(IDS, st.sampled_from(Verdict)), max_size=2).map(tuple),
)
CONTENTS = CLAIMS | st.builds(Ref, IDS) | st.just(Linked())
STEPS = st.builds(StepFields, id=st.none() | IDS, by=SOURCES)
STEP_KINDS = [kind for kind in Kind if kind is not Kind.CLAIM]


@st.composite
def broken_maps(draw: st.DrawFn) -> Map:
    """Maps that no file could say: any content anywhere, of any kind, with any id."""
    items: list[Item] = []
    for _ in range(draw(st.integers(0, 12))):
        depth = draw(st.integers(0, items[-1].depth + 1)) if items else 0
        kind = draw(st.sampled_from(STEP_KINDS)) if depth else Kind.CLAIM
        items.append(Item(depth, kind, draw(CONTENTS), draw(STEPS)))
    stances = st.builds(Stance, IDS, IDS, quote=st.none() | QUOTES)
    sources = st.builds(Source, IDS, author=st.none() | TEXTS)
    return Map(
        lang=draw(st.sampled_from([None, "en", "de"])),
        items=tuple(items),
        sources=tuple(draw(st.lists(sources, max_size=3))),
        stances=tuple(draw(st.lists(stances, max_size=3))),
    )


@given(broken_maps(), st.dictionaries(IDS, TEXTS))
def test_no_map_makes_a_rule_crash(map_: Map, texts: dict[str, str]) -> None:
    inspection = inspection_of(map_, texts)
    quotes_unchecked(inspection)
    for rule, remark in check(inspection, ALL_RULES):
        assert rule.check is not None
        assert remark.message.endswith(".")
        assert remark.help
        assert remark.place[0] in ("map", "stances", "sources")


@given(maps())
def test_a_valid_map_has_no_mistake_in_how_it_refers(map_: Map) -> None:
    codes = {rule.code for rule, _ in check(inspection_of(map_), ALL_RULES)}
    assert not codes & {"G001", "G017", "E001"}


@given(maps())
def test_what_rules_say_does_not_depend_on_the_draft(map_: Map) -> None:
    draft, done = (inspection_of(replace(map_, draft=draft)) for draft in (True, False))
    assert check(draft, ALL_RULES) == check(done, ALL_RULES)


def test_ten_thousand_claims_are_checked_in_a_moment() -> None:
    items = [Item(0, Kind.CLAIM, Claim("The root claim stands.", id="c0"))]
    quote = "the words as they were said"
    for n in range(1, 10_000):
        claim = Claim(f"Claim {n} says one thing of its own.", f"c{n}", source="s", quote=quote)
        items.append(Item(1 + n % 50, Kind.SUPPORT if n % 3 else Kind.REBUT, claim))
        if n % 10 == 0:
            items.append(Item(2 + n % 50, Kind.REBUT, Ref(f"c{n // 2}")))
    map_ = Map(sources=(Source("s", author="Nobody"),), items=tuple(items))
    inspection = inspection_of(map_, {"s": f"These are {quote}. " * 5_000})
    started = time.process_time()
    said = check(inspection, ALL_RULES)
    # 60 ms on the machine it was written on; the limit leaves room for a slow one.
    assert time.process_time() - started < 1
    assert not said
