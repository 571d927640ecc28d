from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.apply import apply_edit
from argmap.model.claims import Claim
from argmap.model.edits import AddClaim, ChangeKind, EditError, Remove, RenameId, SetField
from argmap.model.maps import Kind, Map
from argmap.tui.outline.matching import match_items
from argmap.tui.outline.sheet import Sheet
from tests.model.outlines import map_of
from tests.model.strategies import edits_of, maps
from tests.tui.conftest import debate, drawn

TREE = map_of("""
    claim a
      support b
        rebut c
      rebut d
        support e
          support f
""")


def measured(sheet: Sheet) -> Sheet:
    while sheet.measure_ahead(7):
        pass
    sheet.accept()
    assert sheet.is_measured
    return sheet


def after(sheet: Sheet, map_: Map) -> Sheet:
    return sheet.replaced(map_, match_items(sheet.map.items, map_.items), None)


def test_heights_are_exact_once_they_are_measured() -> None:
    sheet = measured(Sheet(debate(), 60))
    assert sheet.layout.total == len(drawn(sheet).splitlines())


def test_heights_worked_out_ahead_take_effect_all_at_once() -> None:
    sheet = Sheet(debate(), 60)
    before = list(sheet.layout.heights)
    while sheet.measure_ahead(5):
        assert sheet.layout.heights == before
    sheet.accept()
    assert sheet.layout.heights == [sheet.row(item).height for item in range(len(sheet))]


def test_estimates_are_near_enough_for_the_scroll_bar() -> None:
    for width in (60, 100):
        guessed, known = Sheet(debate(), width), measured(Sheet(debate(), width))
        assert abs(guessed.layout.total / known.layout.total - 1) < 0.25


def test_only_what_is_asked_for_is_measured() -> None:
    sheet = Sheet(debate(), 60)
    sheet.measure_lines(10, 10)
    assert 4 <= sheet._exact.count(1) <= 10
    sheet.measure_around(30, 4)
    assert 6 <= sheet._exact.count(1) <= 20
    assert not sheet.is_measured


def test_another_width_is_measured_anew() -> None:
    sheet = measured(Sheet(debate(), 60))
    sheet.resize(100)
    assert not sheet.is_measured
    measured(sheet)
    assert sheet.layout.heights == measured(Sheet(debate(), 100)).layout.heights


def test_folds_stay_with_their_claims() -> None:
    sheet = Sheet(TREE, 60)
    sheet.fold({3})
    grown = after(sheet, apply_edit(TREE, AddClaim(1, Kind.REBUT, Claim("New."))))
    assert grown.folded == {4}
    assert grown.layout.rows == [0, 1, 2, 3, 4]
    assert after(sheet, apply_edit(TREE, Remove(3))).folded == set()


def test_the_number_folded_away_follows_what_is_added_there() -> None:
    sheet = Sheet(TREE, 60)
    sheet.fold({3})
    grown = after(sheet, apply_edit(TREE, AddClaim(4, Kind.SUPPORT, Claim("New."))))
    assert "+3" in drawn(grown).splitlines()[-1]


def test_a_filter_stays_and_lets_in_what_is_new() -> None:
    sheet = Sheet(TREE, 60)
    sheet.keep({2})
    assert sheet.layout.rows == [0, 1, 2]
    grown = after(sheet, apply_edit(TREE, AddClaim(3, Kind.SUPPORT, Claim("New."))))
    assert [grown.map.items[row].content for row in grown.layout.rows][-1] == Claim("New.")
    assert grown.kept == {2, 6}
    sheet.keep(None)
    assert sheet.layout.rows == [0, 1, 2, 3, 4, 5]


def test_reserved_lines_stay_with_their_claim_until_given_back() -> None:
    sheet = Sheet(TREE, 60)
    sheet.reserve(3, 4)
    grown = after(sheet, apply_edit(TREE, AddClaim(1, Kind.REBUT, Claim("New."))))
    assert grown.reserved == {4: 4}
    assert measured(grown).layout.heights[4] == 5
    grown.reserve(4, 0)
    assert grown.layout.heights[4] == 1


def test_a_text_is_found_in_any_row_folded_or_not_but_not_where_a_filter_hides_it() -> None:
    sheet = Sheet(TREE, 60)
    sheet.fold({0})
    sought = re.compile("this is [bf]", re.IGNORECASE)
    assert sheet.find(sought) == [1, 5]
    sheet.keep({1})
    assert sheet.find(sought) == [1]


def test_rows_that_tell_of_a_changed_claim_are_measured_again() -> None:
    long = "This goes on for so long that it needs a second line and perhaps even a third one."
    tree = map_of("""
        claim a
          support b
            undercut c
          support ref b
    """)
    sheet = measured(Sheet(tree, 60))
    retold = after(sheet, apply_edit(tree, SetField(1, "claim", long)))
    turned = after(sheet, apply_edit(tree, ChangeKind(1, Kind.REBUT)))
    renamed = after(sheet, apply_edit(tree, RenameId("b", "a-much-longer-id-than-it-was")))
    for changed in (retold, turned, renamed):
        fresh = measured(Sheet(changed.map, 60))
        assert measured(changed).layout.heights == fresh.layout.heights
    assert retold.layout.heights[3] > 1


@settings(max_examples=40)
@given(maps(), st.data())
def test_an_edited_sheet_is_the_sheet_of_the_edited_map(map_: Map, data: st.DataObject) -> None:
    sheet = Sheet(map_, 40)
    if map_.items:
        sheet.fold(data.draw(st.sets(st.sampled_from(range(len(map_.items))))))
    measured(sheet)
    try:
        edited = apply_edit(map_, data.draw(edits_of(map_)))
    except EditError:
        edited = replace(map_, items=map_.items[::1])
    changed = after(sheet, edited)
    fresh = Sheet(edited, 40)
    fresh.fold(changed.folded)
    assert measured(changed).layout.heights == measured(fresh).layout.heights
    assert changed.layout.rows == fresh.layout.rows
    assert drawn(changed) == drawn(fresh)
