"""What holds in every valid map, however it came to be."""

from __future__ import annotations

from argmap.model.claims import Claim, Linked, Ref, StepFields
from argmap.model.ids import is_valid_id
from argmap.model.maps import Kind, Map, children_of, item_places, parents_of
from argmap.model.values import fold_space

__all__ = ["check_invariants"]


def check_invariants(map_: Map) -> None:
    """Assert that a map is well formed."""
    _check_outline(map_)
    _check_contents(map_)
    _check_ids(map_)
    _check_citations(map_)
    assert map_.places == item_places(map_.items)


def _check_outline(map_: Map) -> None:
    """Assert that each item stands where its kind can, siblings of one kind together."""
    items, parents = map_.items, parents_of(map_.items)
    for index, item in enumerate(items):
        assert 0 <= item.depth <= (items[index - 1].depth + 1 if index else 0)
        assert (item.kind is Kind.CLAIM) == (item.depth == 0)
        if item.depth == 0:
            assert isinstance(item.content, Claim)
            continue
        above = items[parents[index]]
        match item.kind:
            case Kind.PREMISE:
                assert isinstance(above.content, Linked)
                assert not isinstance(item.content, Linked)
            case Kind.SUPPORT | Kind.REBUT:
                assert isinstance(above.content, Claim)
            case _:
                assert above.kind.is_step
    for index, children in enumerate(children_of(items)):
        kinds = [items[child].kind for child in children]
        runs = [kind for place, kind in enumerate(kinds) if not place or kinds[place - 1] != kind]
        assert len(runs) == len(set(runs))
        if isinstance(items[index].content, Linked):
            assert kinds.count(Kind.PREMISE) >= 2


def _check_contents(map_: Map) -> None:
    """Assert that every field stands where it can and goes with the others."""
    for item in map_.items:
        step = item.step
        if not item.kind.is_step:
            assert step == StepFields()
        if not isinstance(item.content, Linked):
            assert step.inference is None
        assert step.weight is None or 0 < step.weight <= 1
        if isinstance(item.content, Claim):
            assert step.tags == ()
            assert step.note is None
            _check_claim(item.content)
    for stance in map_.stances:
        assert (stance.qualifier is None) != (stance.credence is None)
    for source in map_.sources:
        assert source.text is None or source.file is None


def _check_claim(claim: Claim) -> None:
    """Assert that the fields of a claim go together."""
    assert claim.qualifier is None or claim.credence is None
    assert claim.credence is None or 0 <= claim.credence <= 1
    assert isinstance(claim.source, str) or claim.quote is claim.at is None
    assert claim.source != ()
    for text in (claim.text, claim.short, claim.quote):
        assert text is None or text == fold_space(text)


def _check_ids(map_: Map) -> None:
    """Assert that ids are valid and unique and that refs and stances name one."""
    claims = [item.content.id for item in map_.items if isinstance(item.content, Claim)]
    named = [name for name in claims if name is not None]
    names = named + [item.step.id for item in map_.items if item.step.id is not None]
    sources = [source.id for source in map_.sources]
    assert all(map(is_valid_id, [*names, *sources]))
    assert len(names) == len(set(names))
    assert len(sources) == len(set(sources))
    assert {item.content.id for item in map_.items if isinstance(item.content, Ref)} <= {*named}
    assert {stance.about for stance in map_.stances} <= {*names}
    assert len({(stance.source, stance.about) for stance in map_.stances}) == len(map_.stances)
    order = [stance.source for stance in map_.stances]
    runs = [name for place, name in enumerate(order) if not place or order[place - 1] != name]
    assert len(runs) == len(set(runs))


def _check_citations(map_: Map) -> None:
    """Assert that every source that is named stands in the list."""
    known = {source.id for source in map_.sources}
    for item in map_.items:
        values = [item.step.by]
        if isinstance(item.content, Claim):
            values.append(item.content.source)
            if isinstance(item.content.expect, tuple):
                assert {source for source, _ in item.content.expect} <= known
        for value in values:
            citations = value if isinstance(value, tuple) else ()
            assert value is None or isinstance(value, tuple) or value in known
            for citation in citations:
                assert citation.source in known
                assert citation.via is None or citation.via in known
    assert {stance.source for stance in map_.stances} <= known
