from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.apply import apply_edit, apply_edits
from argmap.model.claims import Citation, Claim, Content, Linked, Ref
from argmap.model.edits import (
    AddClaim,
    ChangeKind,
    EditError,
    Link,
    Move,
    Remove,
    RenameId,
    RenameSource,
    SetField,
    Unlink,
)
from argmap.model.graph import graph_of
from argmap.model.maps import STEP_KINDS, Item, Kind, Map, children_of
from argmap.model.outline import parent_of, siblings, subtree_end
from argmap.model.references import cited_by, ids_of
from tests.model.invariants import check_invariants
from tests.model.outlines import map_of
from tests.model.strategies import edits_of, ids, maps

# Drawing a map takes a hundred times as long as editing it, so a law is tried on all its items.
_FEW = settings(max_examples=50)


@given(st.data())
def test_every_edit_leaves_a_valid_map_or_is_refused_with_a_sentence(data: st.DataObject) -> None:
    map_ = data.draw(maps())
    for _ in range(3):
        edit = data.draw(edits_of(map_))
        sentence = "Done."
        try:
            map_ = apply_edit(map_, edit)
        except EditError as refusal:
            sentence = str(refusal)
        check_invariants(map_)
        assert sentence.endswith((".", "?"))


@_FEW
@given(maps(), st.data())
def test_a_rename_there_and_back_changes_nothing_and_leaves_no_trace(
    before: Map, data: st.DataObject
) -> None:
    names = [name for item in before.items for name in ids_of(item)]
    new = data.draw(ids(names))
    for old in names:
        after = apply_edit(before, RenameId(old, new))
        refs = [item.content.id for item in after.items if isinstance(item.content, Ref)]
        left = [name for item in after.items for name in ids_of(item)]
        assert old not in {*left, *refs, *(stance.about for stance in after.stances)}
        assert new in left
        assert apply_edit(after, RenameId(new, old)) == before


@_FEW
@given(maps(), st.data())
def test_a_source_renamed_there_and_back_changes_nothing_and_leaves_no_trace(
    before: Map, data: st.DataObject
) -> None:
    names = [source.id for source in before.sources]
    new = data.draw(ids(names))
    for old in names:
        after = apply_edit(before, RenameSource(old, new))
        cited = {name for item in after.items for name in cited_by(item)}
        listed = {source.id for source in after.sources}
        assert old not in cited | listed | {stance.source for stance in after.stances}
        assert apply_edit(after, RenameSource(new, old)) == before


@_FEW
@given(maps())
def test_a_removal_shrinks_the_map_by_just_what_stood_below(before: Map) -> None:
    for item in range(len(before.items)):
        end = subtree_end(before.items, item)
        kept = (*before.items[:item], *before.items[end:])
        refs = {one.content.id for one in kept if isinstance(one.content, Ref)}
        if refs.intersection(name for one in before.items[item:end] for name in ids_of(one)):
            with pytest.raises(EditError, match="is used elsewhere"):
                apply_edit(before, Remove(item))
            continue
        after = apply_edit(before, Remove(item))
        parent = parent_of(before.items, item)
        premises = siblings(kept, parent, Kind.PREMISE)
        if before.items[item].kind is Kind.PREMISE and len(premises) == 1:
            # The premise that stays takes the place of the linked item.
            assert len(after.items) == len(kept) - 1
        else:
            assert after.items == kept


@_FEW
@given(maps())
def test_a_removal_that_keeps_what_is_used_loses_no_claim_that_a_ref_names(before: Map) -> None:
    for item in range(len(before.items)):
        after = apply_edit(before, Remove(item, keep_referenced=True))
        check_invariants(after)
        outside = (*before.items[:item], *before.items[subtree_end(before.items, item) :])
        named = {one.content.id for one in outside if isinstance(one.content, Ref)}
        claims = [one.content for one in before.items if isinstance(one.content, Claim)]
        left = [one.content for one in after.items if isinstance(one.content, Claim)]
        texts = {claim.id: claim.text for claim in left}
        for claim in claims:
            assert claim.id not in named or texts[claim.id] == claim.text


def _moves(map_: Map) -> Iterator[Move]:
    """Yield the moves of every item to where one of its content can stand."""
    for item, one in enumerate(map_.items):
        end = subtree_end(map_.items, item)
        if isinstance(one.content, Claim):
            yield Move(item, None, Kind.CLAIM, 0)
        for parent, above in enumerate(map_.items):
            if not item <= parent < end:
                kinds = [Kind.PREMISE] * (isinstance(above.content, Linked))
                kinds += [Kind.SUPPORT, Kind.REBUT] * isinstance(above.content, Claim)
                kinds += [Kind.UNDERCUT] * above.kind.is_step
                yield from (Move(item, parent, kind, 0) for kind in kinds)


def _back(before: Map, after: Map, move: Move) -> Move:
    """Return the move that undoes another."""
    item, items = move.item, before.items
    size = subtree_end(items, item) - item
    kept = (*items[:item], *items[item + size :])
    now = next(
        index
        for index in range(len(after.items))
        if (*after.items[:index], *after.items[index + size :]) == kept
        and after.items[index].content == items[item].content
    )
    parent, kind = parent_of(items, item), items[item].kind
    position = siblings(items, parent, kind).index(item)
    if parent is not None and parent >= now:
        parent += size
    return Move(now, parent, kind, position)


@_FEW
@given(maps(max_steps=5))
def test_a_move_there_and_back_changes_nothing(before: Map) -> None:
    for move in _moves(before):
        parent = parent_of(before.items, move.item)
        together = siblings(before.items, parent, before.items[move.item].kind)
        if parent is not None and len(together) == 1:
            # A list that was emptied comes back behind the others.
            *_, last = children_of(before.items)[parent]
            if last != move.item:
                continue
        try:
            after = apply_edit(before, move)
        except EditError:
            continue
        # Linked premises that became one come back unlinked.
        if len(after.items) == len(before.items):
            assert apply_edit(after, _back(before, after, move)) == before


@_FEW
@given(maps())
def test_a_kind_changed_there_and_back_changes_but_the_order(before: Map) -> None:
    for item, one in enumerate(before.items):
        if one.kind in (Kind.SUPPORT, Kind.REBUT):
            other = Kind.REBUT if one.kind is Kind.SUPPORT else Kind.SUPPORT
            after = apply_edit(before, ChangeKind(item, other))
            now = siblings(after.items, parent_of(before.items, item), other)[-1]
            again = apply_edit(after, ChangeKind(now, one.kind))
            assert Counter(again.items) == Counter(before.items)
            check_invariants(after)


def _bare(content: Content) -> Content:
    """Return a claim without what it may take over from a step."""
    return replace(content, tags=(), note=None) if isinstance(content, Claim) else content


@_FEW
@given(maps(max_steps=12))
def test_unlinking_what_was_linked_restores_the_premises(before: Map) -> None:
    items = before.items
    for parent, kind in product(range(len(items)), STEP_KINDS):
        group = siblings(items, parent, kind)
        if len(group) < 2 or any(isinstance(items[step].content, Linked) for step in group):
            continue
        try:
            linked = apply_edit(before, Link(group))
        except EditError:
            continue
        assert isinstance(linked.items[group[0]].content, Linked)
        after = apply_edit(linked, Unlink(group[0])).items
        assert [_bare(after[step].content) for step in siblings(after, parent, kind)] == [
            _bare(items[step].content) for step in group
        ]
        assert len(after) == len(items)


def test_edits_follow_each_other() -> None:
    after = apply_edits(Map(), (AddClaim(None, Kind.CLAIM, Claim("a", id="a")), RenameId("a", "b")))
    assert after.items == (Item(0, Kind.CLAIM, Claim("a", id="b")),)
    assert apply_edits(after, ()) is after


def test_one_refusal_refuses_all() -> None:
    with pytest.raises(EditError, match="There is no item 7"):
        apply_edits(Map(), (AddClaim(None, Kind.CLAIM, Claim("a")), Remove(7)))


def test_10000_claims_can_be_edited() -> None:
    children = [f"  support c{number}\n    rebut ref c0" for number in range(1, 5000)]
    before = map_of("\n".join(["claim c0", *children, "  support x", "claim y"]))
    after = apply_edits(
        before,
        (
            SetField(4999, "claim", "new"),
            RenameId("c0", "all"),
            Move(9998, 0, Kind.SUPPORT, 0),
            Link(tuple(range(2, 9999, 2))),
            Remove(0),
        ),
    )
    assert after.items == (replace(before.items[-1]),)
    assert len(graph_of(before).steps) == 9999


def test_a_chain_of_1000_levels_can_be_edited() -> None:
    lines = ["claim c0", *(f"{'  ' * level}support c{level}" for level in range(1, 1000))]
    before = map_of("\n".join([*lines, "claim d"]))
    after = apply_edit(before, Move(1, 1000, Kind.REBUT))
    assert after.items[-1].depth == 999
    assert len(apply_edit(after, Remove(500)).items) == 500


def test_a_citation_may_report_another_source() -> None:
    item = Item(0, Kind.CLAIM, Claim("a", source=(Citation("s", via="t"), Citation("u"))))
    assert cited_by(item) == ("s", "t", "u")
