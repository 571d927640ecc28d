from __future__ import annotations

import re
from textwrap import dedent

import pytest

from argmap.model.claims import Claim, Linked, StepFields
from argmap.model.maps import Item, Kind, Map
from argmap.tui.outline.rows import fold_column, room, words_column
from argmap.tui.outline.sheet import Sheet
from tests.model.outlines import map_of
from tests.tui.conftest import debate, drawn

WIDTH = 60


def picture(outline: str, *, folded: tuple[int, ...] = (), width: int = WIDTH) -> str:
    sheet = Sheet(map_of(outline), width)
    sheet.fold(folded)
    return "\n" + drawn(sheet) + "\n"


def test_guides_join_each_row_to_the_one_it_argues_about() -> None:
    assert picture(
        """
        claim a
          support b
            rebut c
          rebut d
        claim e
        """,
        folded=(1,),
    ) == dedent("""
        ▾ ● CLAIM This is a.  #a
        ├─▸ ▲ SUPPORT This is b.  +1  #b
        └── ▼ REBUT This is d.  #d
          ● CLAIM This is e.  #e
        """)


def test_linked_premises_share_a_bracket_that_runs_past_what_is_below_them() -> None:
    assert picture("""
        claim a
          support linked
            premise b
            premise c
              rebut d
            premise e
          rebut f
        """) == dedent("""
        ▾ ● CLAIM This is a.  #a
        ├─▾ ▲ SUPPORT by 3 linked premises
        │ ┏━━ + PREMISE This is b.  #b
        │ ┣━▾ + PREMISE This is c.  #c
        │ ┃ └── ▼ REBUT This is d.  #d
        │ ┗━━ + PREMISE This is e.  #e
        └── ▼ REBUT This is f.  #f
        """)


def test_what_argues_about_a_linked_step_hangs_on_its_guide_before_and_behind_the_bracket() -> None:
    assert picture("""
        claim a
          support linked
            warrant b
            premise c
            premise d
            undercut e
        """) == dedent("""
        ▾ ● CLAIM This is a.  #a
        └─▾ ▲ SUPPORT by 2 linked premises
          ├╌╌ ■ WARRANT of the support This is b.  #b
          ┢━━ + PREMISE This is c.  #c
          ┡━━ + PREMISE This is d.  #d
          └╌╌ ◆ UNDERCUT of the support This is e.  #e
        """)


def test_a_single_premise_has_a_bracket_of_its_own() -> None:
    # The reader finds fault with this, but the editor has to show it.
    assert (
        picture("""
        claim a
          support linked
            premise b
        """).splitlines()[-1]
        == "  ╺━━ + PREMISE This is b.  #b"
    )


def test_long_texts_wrap_beside_the_guides() -> None:
    map_ = Map(
        items=(
            Item(0, Kind.CLAIM, Claim("Up and down. " * 8)),
            Item(1, Kind.SUPPORT, Claim("To and fro. " * 9, id="it", source="small")),
            Item(1, Kind.REBUT, Claim("In and out. " * 4, id="long-id")),
        )
    )
    assert "\n" + drawn(Sheet(map_, WIDTH)) + "\n" == dedent("""
        ▾ ● CLAIM Up and down. Up and down. Up and down. Up and
        │   down. Up and down. Up and down. Up and down. Up and
        │   down.
        ├── ▲ SUPPORT To and fro. To and fro. To and fro. To and
        │     fro. To and fro. To and fro. To and fro. To and
        │     fro. To and fro.  small · #it
        └── ▼ REBUT In and out. In and out. In and out. In and
              out.  #long-id
        """)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A text that leaves room.", ["SUPPORT A text that leaves room.  small · #some-id"]),
        ("A text that leaves room for some.", ["SUPPORT A text that leaves room for some.  small"]),
        (
            "A text that leaves no room for any of it",
            ["SUPPORT A text that leaves no room for any of it", "small · #some-id"],
        ),
    ],
)
def test_ids_are_left_out_where_they_would_cost_a_line(text: str, expected: list[str]) -> None:
    item = Item(1, Kind.SUPPORT, Claim(text, id="some-id", source="small"))
    sheet = Sheet(Map(items=(Item(0, Kind.CLAIM, Claim("Root.")), item)), WIDTH)
    row = sheet.row(1)
    assert [row.words.text[a:b].replace("\u00a0", " ") for a, b in row.spans] == expected


def test_an_id_alone_never_costs_a_line() -> None:
    text = "A text that fills the line up to its very end" + "."
    item = Item(0, Kind.CLAIM, Claim(text, id="some-id"))
    assert drawn(Sheet(Map(items=(item,)), WIDTH)) == f"  ● CLAIM {text}"


def test_very_deep_rows_show_their_depth_and_the_nearest_guides() -> None:
    depths = [*range(300), *range(12, 16)]
    kinds = [Kind.SUPPORT if depth else Kind.CLAIM for depth in depths]
    items = [Item(depth, kind, Claim("Deep.")) for depth, kind in zip(depths, kinds, strict=True)]
    lines = drawn(Sheet(Map(items=tuple(items)), WIDTH)).splitlines()
    assert (
        "\n" + "\n".join(lines[11:17] + lines[299:]) + "\n"
        == """
                    └─▾ ▲ SUPPORT Deep.
                      ├─▾ ▲ SUPPORT Deep.
                      │ └─▾ ▲ SUPPORT Deep.
14⋯                 │   └─▾ ▲ SUPPORT Deep.
15⋯               │     └─▾ ▲ SUPPORT Deep.
16⋯             │       └─▾ ▲ SUPPORT Deep.
299⋯                    └── ▲ SUPPORT Deep.
                      └─▾ ▲ SUPPORT Deep.
                        └─▾ ▲ SUPPORT Deep.
14⋯                     └─▾ ▲ SUPPORT Deep.
15⋯                     └── ▲ SUPPORT Deep.
"""
    )


@pytest.mark.parametrize("width", [1, 10, 20, 40, 80, 200])
@pytest.mark.parametrize("depth", [0, 1, 10, 255])
def test_words_have_room_at_any_width_and_depth(width: int, depth: int) -> None:
    assert room(width, depth) >= 5
    if width >= 20:
        assert words_column(width, depth) + room(width, depth) == width - 1
        assert room(width, depth) >= (width - 10) // 2
    assert fold_column(width, depth) < words_column(width, depth)


def test_reserved_lines_stand_below_the_kind_and_in_place_of_the_text() -> None:
    sheet = Sheet(map_of("claim a\n  support b\n    rebut c\n  rebut d"), WIDTH)
    sheet.reserve(1, 2)
    assert "\n" + drawn(sheet) + "\n" == dedent("""
        ▾ ● CLAIM This is a.  #a
        ├─▾ ▲ SUPPORT
        │ │
        │ │
        │ └── ▼ REBUT This is c.  #c
        └── ▼ REBUT This is d.  #d
        """)


def test_what_is_searched_is_cut_out_of_the_text_but_not_of_the_kind() -> None:
    item = Item(0, Kind.CLAIM, Claim("A claim is a CLAIM.", source="claims"))
    sheet = Sheet(Map(items=(item,)), WIDTH)
    row = sheet.row(0, re.compile("claim", re.IGNORECASE))
    assert [(piece.text, piece.part) for piece in row.line(0) if piece.is_match] == [
        ("claim", "body"),
        ("CLAIM", "body"),
        ("claim", "tail"),
    ]
    assert "".join(piece.text for piece in row.line(0)) == "  ● CLAIM A claim is a CLAIM.  claims"


def test_a_match_that_a_line_end_divides_is_cut_out_of_both_lines() -> None:
    item = Item(0, Kind.CLAIM, Claim("This will be divided by the end of the first line here."))
    row = Sheet(Map(items=(item,)), 41).row(0, re.compile("the end of the first"))
    found = [[piece.text for piece in row.line(n) if piece.is_match] for n in range(row.height)]
    assert found == [["the"], ["end of the first"]]


def test_a_linked_step_without_a_scheme_says_how_many_premises_it_has() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("Root.")),
        Item(1, Kind.SUPPORT, Linked(), StepFields(by="kuo")),
    )
    assert drawn(Sheet(Map(items=items), WIDTH)).splitlines()[1] == (
        "└── ▲ SUPPORT by 0 linked premises  drawn by kuo"
    )


@pytest.mark.parametrize("name", ["small-2013", "kuo-2013", "china-taliban-talks"])
@pytest.mark.parametrize("width", [40, 80, 160])
def test_our_maps_fit_any_width(name: str, width: int) -> None:
    sheet = Sheet(debate(name), width)
    assert all(len(line) <= width - 3 for line in drawn(sheet).splitlines())
