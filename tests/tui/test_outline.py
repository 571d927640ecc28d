from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from textual import _time
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot

from argmap.model.apply import apply_edit
from argmap.model.claims import Claim
from argmap.model.edits import AddClaim, ChangeKind, EditError, Move, Remove, SetField
from argmap.model.graph import graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.rules.findings import Severity
from argmap.tui.outline import (
    Activated,
    ContextWanted,
    CursorMoved,
    DragMoved,
    DropWanted,
    Outline,
    SelectionChanged,
)
from tests.conftest import Golden
from tests.model.outlines import map_of
from tests.tui.conftest import OutlineApp, debate, drawn, on_screen, screen_text

TREE = map_of("""
    claim a
      support b
        rebut c
        rebut d
      rebut e
    claim f
      support g
""")
LONG = Map(
    items=(
        Item(0, Kind.CLAIM, Claim("The root.")),
        *(Item(1, Kind.SUPPORT, Claim(f"Reason number {n}.", id=f"r{n}")) for n in range(1, 200)),
    )
)
HOSTILE = (
    "[/]",
    "[b",
    "a [sic] b",
    "[red]not red[/red]",
    "[@click=app.quit]do not click[/]",
    "\\[escaped\\]",
    "$primary and {braces} and %s",
    "\x1b[31mred\x1b[0m \x07 \x00 \x9b2J",
    "right \u202eto left\u202c and back",
    "هل ستلعب بكين دورا أكبر في محادثات السلام المقبلة؟",
    "האם בייג'ינג תמלא תפקיד גדול יותר בשיחות השלום?",
    "北京会在和谈中发挥更大作用吗？" * 3,
    "👨\u200d👩\u200d👧 🇨🇳 ❤\ufe0f 👍🏽 e\u0301 a\u0300\u0301\u0302",
    "\u200d\ufe0f",
    "x" * 400,
    "\ud800 half a character",
    "word " * 80,
)


def messages(app: OutlineApp, kind: type) -> list[dict[str, object]]:
    """Return what the messages of one kind said."""
    found = [message for message in app.heard if type(message) is kind]
    return [
        {key: value for key, value in vars(message).items() if not key.startswith(("_", "time"))}
        for message in found
    ]


def rows_text(app: App[None]) -> list[str]:
    """Return the lines of the screen without the scroll bar."""
    return [line[: app.size.width - 1].rstrip() for line in screen_text(app).splitlines()]


async def laid_out(pilot: Pilot[None], outline: Outline) -> None:
    """Wait until what is out of sight is laid out too."""
    for _ in range(500):
        if outline.is_measured:
            break
        await pilot.pause()
    assert outline.is_measured
    await pilot.pause()


# What is on screen.


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("name", ["small-2013", "kuo-2013", "china-taliban-talks"])
def test_our_maps_look_as_they_did(name: str, size: tuple[int, int], golden: Golden) -> None:
    async def look(pilot: Pilot[None], outline: Outline) -> None:
        outline.show_findings({1: Severity.ERROR, 2: Severity.WARNING, 4: Severity.INFO})
        outline.move_cursor(2)
        outline.select((2, 3))
        outline.fold(4)
        await pilot.pause()
        golden(f"outline-{name}-{size[0]}x{size[1]}.txt", screen_text(pilot.app))

    on_screen(debate(name), look, size=size)


def test_hostile_labels_are_shown_as_they_are(golden: Golden) -> None:
    items = [Item(0, Kind.CLAIM, Claim("[root]", id="root"))]
    items += [Item(1, Kind.SUPPORT, Claim(text, source="[/s]")) for text in HOSTILE]

    async def look(pilot: Pilot[None], outline: Outline) -> None:
        texts = [screen_text(pilot.app)]
        outline.go_to_last()
        outline.search("[")
        await pilot.pause()
        texts.append(screen_text(pilot.app))
        golden("outline-hostile.txt", "\n".join(texts))

    on_screen(Map(items=tuple(items)), look, size=(80, 40))


def test_an_empty_map_says_that_it_is_empty_and_takes_every_command() -> None:
    async def look(pilot: Pilot[None], outline: Outline) -> None:
        assert "This map has no claims yet." in screen_text(pilot.app)
        try_everything(outline)
        await pilot.pause()
        assert outline.cursor == -1
        outline.show(TREE)
        await pilot.pause()
        assert outline.cursor == 0
        assert "This is a." in screen_text(pilot.app)
        outline.show(Map())
        await pilot.pause()
        assert outline.cursor == -1
        assert "This map has no claims yet." in screen_text(pilot.app)

    on_screen(Map(), look)


def try_everything(outline: Outline) -> None:
    outline.move_cursor(1)
    outline.page(1)
    outline.go_to(0)
    outline.go_to_first()
    outline.go_to_last()
    outline.go_to_parent()
    outline.go_to_first_child()
    outline.fold()
    outline.unfold()
    outline.toggle()
    outline.fold_to_depth(1)
    outline.unfold_all()
    outline.toggle_selected()
    outline.extend_selection(1)
    assert outline.search("x") == 0
    assert outline.next_match() is None
    assert outline.previous_match() is None
    outline.filter(())
    outline.filter(None)
    assert outline.region_of(0) is None
    assert not outline.cancel_drag()


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
@pytest.mark.parametrize("colour", ["colour", "no colour"])
def test_every_theme_shows_the_same_words(
    theme: str, colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if colour == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")

    async def look(pilot: Pilot[None], outline: Outline) -> None:
        outline.select((2,))
        outline.search("this")
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[:4] == [
            "❯  ▾ ● CLAIM This is a.  #a",
            "   ├─▾ ▲ SUPPORT This is b.  #b",
            " ✓ │ ├── ▼ REBUT This is c.  #c",
            "   │ └── ▼ REBUT This is d.  #d",
        ]
        looks = [
            next(one.style for one in outline.render_line(line) if one.text.startswith(" is "))
            for line in range(4)
        ]
        # The cursor's row, a selected one and a plain one differ in more than their marks.
        assert len({looks[0], looks[1], looks[2]}) == 3
        assert looks[1] == looks[3]
        found = next(one for one in outline.render_line(1) if one.text == "This")
        assert found.style is not None
        assert found.style.underline

    on_screen(TREE, look, theme=theme)


class Watched(Outline):
    """An outline that lays out what is out of sight only when it is told to.

    It would be done before the test begins to look, or not, as the machine is quick or slow.
    """

    may_go_on = False

    def _measure_rest(self) -> None:
        if self.may_go_on:
            super()._measure_rest()


@pytest.mark.parametrize("jump", ["to the last row", "by the scroll bar"])
def test_a_map_of_ten_thousand_claims_shows_its_first_screen_before_the_rest_is_laid_out(
    jump: str,
) -> None:
    items = [Item(0, Kind.CLAIM, Claim("Root."))]
    items += [Item(1, Kind.SUPPORT, Claim(f"Reason{n:>04}. " * (n % 50 + 1))) for n in range(9_999)]
    app = OutlineApp(Map())
    watched = app.outline = Watched(Map(items=tuple(items)))

    async def look(pilot: Pilot[None], outline: Outline) -> None:
        assert rows_text(pilot.app)[0] == "❯  ▾ ● CLAIM Root."
        assert outline._sheet._exact.count(1) < 60
        if jump == "by the scroll bar":
            outline.scroll_to(y=5_000, animate=False)
        else:
            outline.go_to_last()
        await pilot.pause()
        before = rows_text(pilot.app)
        if jump == "to the last row":
            assert any(line.startswith("❯  └── ▲ SUPPORT Reason9998.") for line in before)
        assert outline._sheet._exact.count(1) < 200
        watched.may_go_on = True
        watched._measure_rest()
        await laid_out(pilot, outline)
        assert rows_text(pilot.app) == before
        assert outline.virtual_size.height == outline._sheet.layout.total

    on_screen(Map(), look, app=app)


def test_a_busy_machine_does_not_stop_the_rest_from_being_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = _time.get_time
    calls = 0

    def late() -> float:
        # Textual looks at the clock when it starts a timer and again before it waits. Between the
        # two the machine does something else, for longer than the timer's time.
        nonlocal calls
        calls += 1
        return clock() + 0.05 * min(calls, 20)

    app = OutlineApp(Map())
    watched = app.outline = Watched(LONG)

    async def look(pilot: Pilot[None], outline: Outline) -> None:
        assert not outline.is_measured
        watched.may_go_on = True
        monkeypatch.setattr(_time, "get_time", late)
        watched._measure_rest()
        for _ in range(20):
            await pilot.pause()
        assert outline.is_measured

    on_screen(Map(), look, app=app)


# The cursor.


def test_the_cursor_moves_by_rows_and_tells_where_it_is() -> None:
    async def move(pilot: Pilot[None], outline: Outline) -> None:
        outline.move_cursor(2)
        outline.move_cursor(-1)
        outline.go_to_last()
        outline.move_cursor(5)
        outline.go_to_parent()
        outline.go_to_parent()
        outline.go_to_first()
        outline.go_to_first_child()
        await pilot.pause()

    app = on_screen(TREE, move)
    assert [told["item"] for told in messages(app, CursorMoved)] == [2, 1, 6, 5, 0, 1]


def test_the_cursor_stays_in_sight() -> None:
    async def move(pilot: Pilot[None], outline: Outline) -> None:
        for _ in range(60):
            outline.move_cursor(1)
        await pilot.pause()
        assert "❯  ├── ▲ SUPPORT Reason number 60." in screen_text(pilot.app)
        outline.page(1)
        outline.page(-1)
        await pilot.pause()
        assert outline.cursor == 60
        assert "❯  ├── ▲ SUPPORT Reason number 60." in screen_text(pilot.app)
        outline.go_to_last()
        await pilot.pause()
        assert (
            screen_text(pilot.app)
            .splitlines()[-1]
            .startswith("❯  └── ▲ SUPPORT Reason number 199.")
        )
        outline.go_to_first()
        await pilot.pause()
        assert screen_text(pilot.app).startswith("❯  ▾ ● CLAIM The root.")

    on_screen(LONG, move)


def test_a_page_moves_on_even_past_a_row_that_is_higher_than_the_screen() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("Root.")),
        Item(1, Kind.SUPPORT, Claim("So long. " * 300)),
        Item(1, Kind.SUPPORT, Claim("The end.")),
    )

    async def move(_pilot: Pilot[None], outline: Outline) -> None:
        reached = [outline.cursor]
        for step in (1, 1, 1, -1, -1, -1):
            outline.page(step)
            reached.append(outline.cursor)
        assert reached == [0, 1, 2, 2, 1, 0, 0]

    on_screen(Map(items=items), move)


def test_going_to_an_item_unfolds_what_hides_it_and_ends_a_filter_that_does() -> None:
    async def go(_pilot: Pilot[None], outline: Outline) -> None:
        outline.fold_to_depth(1)
        outline.go_to(3)
        assert outline.cursor == 3
        assert outline.folded == {5}
        outline.filter({6})
        outline.go_to(2)
        assert outline.cursor == 2
        assert outline.folded == {5}
        outline.go_to(99)
        assert outline.cursor == 2

    on_screen(TREE, go)


# Folds.


def test_folding_hides_what_is_below_and_says_how_much() -> None:
    async def fold(pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to(1)
        outline.toggle()
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[:3] == [
            "   ▾ ● CLAIM This is a.  #a",
            "❯  ├─▸ ▲ SUPPORT This is b.  +2  #b",
            "   └── ▼ REBUT This is e.  #e",
        ]
        outline.toggle()
        assert outline.folded == set()
        outline.go_to(4)
        outline.fold()
        assert outline.folded == set()

    on_screen(TREE, fold)


def test_the_cursor_goes_to_the_row_that_hides_its_own() -> None:
    async def fold(_pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to(3)
        outline.fold(0)
        assert outline.cursor == 0
        outline.unfold_all()
        outline.go_to(3)
        outline.fold_to_depth(2)
        assert outline.cursor == 1
        outline.go_to_first_child()
        assert outline.cursor == 2

    on_screen(TREE, fold)


def test_a_fold_leaves_the_rows_above_it_where_they_are() -> None:
    items = [Item(0, Kind.CLAIM, Claim("Root."))]
    for n in range(50):
        items.append(Item(1, Kind.SUPPORT, Claim(f"Branch {n}.")))
        items += [Item(2, Kind.SUPPORT, Claim(f"Leaf {n} {leaf}.")) for leaf in range(3)]

    async def fold(pilot: Pilot[None], outline: Outline) -> None:
        branch = 1 + 4 * 20
        outline.go_to(branch + 40)
        outline.go_to(branch + 2)
        await pilot.pause()
        before = screen_text(pilot.app).splitlines()
        outline.fold(branch)
        await pilot.pause()
        line = next(n for n, text in enumerate(before) if "Branch 20." in text)
        now = screen_text(pilot.app).splitlines()
        assert now[:line] == before[:line]
        assert now[line].startswith("❯  ├─▸ ▲ SUPPORT Branch 20.  +3")
        outline.unfold(branch)
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[line + 1 :] == [
            text.replace("❯", " ") for text in before[line + 1 :]
        ]

    on_screen(Map(items=tuple(items)), fold)


# Another map.


def test_an_edit_leaves_the_cursor_on_its_claim_and_the_screen_where_it_was() -> None:
    async def edit(pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to(120)
        outline.go_to(110)
        await laid_out(pilot, outline)
        before = rows_text(pilot.app)
        grown = apply_edit(LONG, AddClaim(0, Kind.SUPPORT, Claim("New. " * 60), position=3))
        outline.show(grown, graph_of(grown))
        await pilot.pause()
        assert outline.cursor == 111
        assert rows_text(pilot.app) == before
        # To measure it later would draw everything a second time.
        assert outline.is_measured

    on_screen(LONG, edit)


def test_the_cursor_of_a_removed_claim_goes_to_what_took_its_place() -> None:
    async def edit(pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to(1)
        outline.show(apply_edit(TREE, Remove(1)))
        assert outline.cursor == 1
        assert outline.map.items[1].content == Claim("This is e.", id="e")
        outline.go_to_last()
        outline.show(apply_edit(outline.map, Remove(3)))
        assert outline.cursor == 2
        await pilot.pause()

    app = on_screen(TREE, edit)
    assert [told["item"] for told in messages(app, CursorMoved)] == [1, 1, 3, 2]


def test_an_edit_can_put_the_cursor_on_the_new_claim_in_sight() -> None:
    async def edit(pilot: Pilot[None], outline: Outline) -> None:
        outline.fold(1)
        grown = apply_edit(TREE, AddClaim(1, Kind.REBUT, Claim("Brand new.")))
        outline.show(grown, cursor=4)
        await pilot.pause()
        assert outline.cursor == 4
        assert "❯  │ └── ▼ REBUT Brand new." in screen_text(pilot.app)

    on_screen(TREE, edit)


def test_folds_selection_and_filter_follow_their_claims() -> None:
    async def edit(_pilot: Pilot[None], outline: Outline) -> None:
        outline.select((4, 6))
        outline.fold(5)
        outline.show_findings({4: Severity.ERROR})
        moved = apply_edit(TREE, Move(1, 5, Kind.SUPPORT))
        outline.show(moved)
        assert [moved.items[item].content for item in outline.selected] == [
            TREE.items[4].content,
            TREE.items[6].content,
        ]
        assert outline.folded == {2}
        outline.filter({1})
        outline.show(TREE)
        assert outline._sheet.layout.rows == [0, 4]
        outline.filter(None)
        assert outline.folded == {5}

    on_screen(TREE, edit)


def test_what_was_selected_and_is_gone_is_told() -> None:
    async def edit(pilot: Pilot[None], outline: Outline) -> None:
        outline.select((2, 4))
        outline.show(apply_edit(TREE, Remove(2)))
        await pilot.pause()

    app = on_screen(TREE, edit)
    assert [told["items"] for told in messages(app, SelectionChanged)] == [(2, 4), (3,)]


def test_another_map_is_shown_from_its_beginning() -> None:
    async def look(pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to(150)
        outline.select((150,))
        outline.search("150")
        outline.filter({150})
        await pilot.pause()
        outline.show_another(TREE, graph_of(TREE))
        await pilot.pause()
        assert outline.cursor == 0
        assert outline.selected == ()
        assert outline.matches == ()
        assert rows_text(pilot.app)[:2] == [
            "❯  ▾ ● CLAIM This is a.  #a",
            "   ├─▾ ▲ SUPPORT This is b.  #b",
        ]
        outline.show_another(LONG)
        await pilot.pause()
        assert rows_text(pilot.app)[0] == "❯  ▾ ● CLAIM The root."

    app = on_screen(LONG, look)
    assert [told["item"] for told in messages(app, CursorMoved)][-2:] == [0, 0]


def test_the_hidden_cursor_of_the_terminal_is_where_the_outlines_is() -> None:
    async def look(pilot: Pilot[None], outline: Outline) -> None:
        outline.move_cursor(3)
        assert pilot.app.cursor_position == (11, 3)

    on_screen(TREE, look)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_the_screen_shows_the_rows_as_they_are(seed: int) -> None:
    chance = random.Random(seed)

    async def wander(pilot: Pilot[None], outline: Outline) -> None:
        for step in range(80):
            do_something(outline, chance)
            if step % 8:
                continue
            await pilot.pause()
            sheet, top = outline._sheet, outline.scroll_offset.y
            lines = drawn(sheet).splitlines()
            if not sheet.layout.rows:
                assert outline.cursor == -1
                continue
            assert outline.cursor in sheet.layout.rows
            assert 0 <= top <= max(0, len(lines) - 1)
            shown = [line[3:].replace("\u00a0", " ") for line in rows_text(pilot.app)]
            assert shown == (lines[top : top + 24] + [""] * 24)[:24]
            marks = [line[0] for line in screen_text(pilot.app).splitlines() if line]
            assert marks.count("❯") <= 1

    on_screen(debate(), wander)


def do_something(outline: Outline, chance: random.Random) -> None:
    """Do one of all things that can be done, to any of the items."""
    map_ = outline.map
    items = range(len(map_.items))
    if not items:
        outline.show(debate())
        return
    item = chance.choice(items)
    some = chance.choice((None, set(chance.choices(items, k=9))))
    edits = (
        AddClaim(item, Kind.SUPPORT, Claim("Something more. " * chance.randrange(9))),
        Remove(item, keep_referenced=True),
        SetField(item, "claim", "Told otherwise. " * chance.randrange(1, 9)),
        ChangeKind(item, chance.choice((Kind.SUPPORT, Kind.REBUT))),
    )

    def edit() -> None:
        with suppress(EditError):
            outline.show(apply_edit(map_, chance.choice(edits)))

    deeds: tuple[Callable[[], object], ...] = (
        lambda: outline.move_cursor(chance.randrange(-9, 10)),
        lambda: outline.page(chance.choice((-1, 1))),
        lambda: outline.go_to(item),
        lambda: outline.toggle(item),
        lambda: outline.fold_to_depth(chance.randrange(1, 5)),
        lambda: outline.extend_selection(chance.randrange(-4, 5)),
        lambda: outline.filter(some),
        lambda: outline.search(chance.choice(("", "china", "taliban"))),
        outline.next_match,
        lambda: outline.reserve(item, chance.randrange(4)),
        lambda: outline.scroll_to(y=chance.randrange(90), animate=False),
        edit,
        edit,
    )
    chance.choice(deeds)()


# Selection.


def test_rows_are_selected_one_by_one_or_from_where_it_began() -> None:
    async def select(_pilot: Pilot[None], outline: Outline) -> None:
        outline.toggle_selected()
        outline.toggle_selected(3)
        assert outline.selected == (0, 3)
        outline.toggle_selected()
        assert outline.selected == (3,)
        outline.go_to(2)
        outline.extend_selection(1)
        outline.extend_selection(1)
        assert outline.selected == (2, 3, 4)
        outline.extend_selection(-3)
        assert outline.selected == (1, 2)
        outline.select(())
        outline.extend_selection(1)
        assert outline.selected == (1, 2)
        outline.go_to(5)
        outline.extend_selection(1)
        assert outline.selected == (5, 6)

    on_screen(TREE, select)


# Search and filter.


def test_a_search_goes_round_and_finds_what_is_folded_away() -> None:
    async def search(_pilot: Pilot[None], outline: Outline) -> None:
        outline.fold_to_depth(1)
        assert outline.search("THIS IS [") == 0
        assert outline.search("is d.") == 1
        assert outline.search("THIS") == 7
        assert outline.next_match(from_here=True) == 0
        assert outline.next_match() == 1
        assert outline.previous_match() == 0
        assert outline.previous_match() == 6
        # Only what hid the items that the cursor was on is open.
        assert outline.folded == {1}
        assert outline.next_match() == 0
        assert outline.cursor == 0
        assert outline.search("") == 0
        assert outline.matches == ()

    on_screen(TREE, search)


def test_a_search_goes_on_in_the_edited_map() -> None:
    async def search(_pilot: Pilot[None], outline: Outline) -> None:
        outline.search("new")
        outline.show(apply_edit(TREE, SetField(3, "claim", "Something new.")))
        assert outline.matches == (3,)

    on_screen(TREE, search)


def test_a_filter_shows_what_matches_and_dims_what_stands_above() -> None:
    async def look(pilot: Pilot[None], outline: Outline) -> None:
        outline.fold(1)
        outline.select((4, 3))
        outline.filter({3})
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[:4] == [
            "   ▾ ● CLAIM This is a.  #a",
            "   └─▾ ▲ SUPPORT This is b.  #b",
            "❯✓   └── ▼ REBUT This is d.  #d",
            "",
        ]
        assert outline.selected == (3,)
        body = [segment.style for segment in outline.render_line(0) if "This is a" in segment.text]
        icon = [segment.style for segment in outline.render_line(0) if "●" in segment.text]
        assert body[0] is not None
        assert icon[0] is not None
        assert body[0].color == icon[0].color
        assert not icon[0].bold
        outline.filter(None)
        await pilot.pause()
        assert outline.cursor == 1
        assert outline.folded == {1}

    on_screen(TREE, look)


def test_a_filter_that_leaves_nothing_leaves_no_cursor() -> None:
    async def look(pilot: Pilot[None], outline: Outline) -> None:
        outline.filter(())
        await pilot.pause()
        assert outline.cursor == -1
        assert "The filter leaves no claim in sight." in screen_text(pilot.app)
        outline.filter(None)
        assert outline.cursor == 0

    on_screen(TREE, look)


# Room for an editor.


def test_reserved_lines_push_the_rows_below_down() -> None:
    async def edit(pilot: Pilot[None], outline: Outline) -> None:
        region = outline.reserve(1, 3)
        await pilot.pause()
        assert region == outline.region_of(1)
        assert region == Region(9, 2, 69, 3)
        lines = screen_text(pilot.app).splitlines()
        assert lines[1] == "   ├─▾ ▲ SUPPORT"
        assert lines[5] == "   │ ├── ▼ REBUT This is c.  #c"
        assert outline.reserve(1, 0) == Region(9, 1, 69, 1)
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[2] == "   │ ├── ▼ REBUT This is c.  #c"

    on_screen(TREE, edit)


def test_an_editor_of_the_last_row_is_scrolled_into_sight() -> None:
    async def edit(_pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to_last()
        region = outline.reserve(outline.cursor, 6)
        assert region is not None
        assert region.y >= 0
        assert region.bottom <= 24

    on_screen(LONG, edit)


def test_a_folded_item_has_no_region() -> None:
    async def look(_pilot: Pilot[None], outline: Outline) -> None:
        outline.fold(0)
        assert outline.region_of(2) is None

    on_screen(TREE, look)


def test_another_width_wraps_the_texts_anew_and_keeps_the_cursor_in_sight() -> None:
    long = replace(
        LONG,
        items=tuple(
            replace(item, content=Claim(f"{item.content.text} " * 6))
            if isinstance(item.content, Claim)
            else item
            for item in LONG.items
        ),
    )

    async def resize(pilot: Pilot[None], outline: Outline) -> None:
        outline.go_to(150)
        await pilot.pause()
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        lines = screen_text(pilot.app).splitlines()
        assert any(line.startswith("❯  ├── ▲ SUPPORT Reason number 150.") for line in lines)
        assert all(len(line) <= 50 for line in lines)

    on_screen(long, resize)


# The mouse.


def test_a_click_puts_the_cursor_on_a_row_and_a_second_one_activates_it() -> None:
    async def click(pilot: Pilot[None], outline: Outline) -> None:
        outline.select((4,))
        await pilot.click(Outline, offset=(20, 2))
        assert outline.cursor == 2
        assert outline.selected == ()
        await pilot.click(Outline, offset=(20, 3), times=2)
        await pilot.click(Outline, offset=(20, 20))
        assert outline.cursor == 3

    app = on_screen(TREE, click)
    assert messages(app, Activated) == [{"item": 3}]


def test_a_click_on_the_fold_mark_folds() -> None:
    async def click(pilot: Pilot[None], outline: Outline) -> None:
        await pilot.click(Outline, offset=(5, 1))
        assert outline.folded == {1}
        assert outline.cursor == 0
        await pilot.click(Outline, offset=(5, 1))
        assert outline.folded == set()

    on_screen(TREE, click)


def test_control_and_shift_select_by_clicks() -> None:
    async def click(pilot: Pilot[None], outline: Outline) -> None:
        await pilot.click(Outline, offset=(20, 1), control=True)
        await pilot.click(Outline, offset=(20, 4), control=True)
        assert outline.selected == (1, 4)
        await pilot.click(Outline, offset=(20, 6), shift=True)
        assert outline.selected == (4, 5, 6)

    on_screen(TREE, click)


def test_the_right_button_asks_for_a_menu() -> None:
    async def click(pilot: Pilot[None], _outline: Outline) -> None:
        await pilot.click(Outline, offset=(20, 4), button=3)

    app = on_screen(TREE, click)
    assert messages(app, ContextWanted) == [{"item": 4, "x": 20, "y": 4}]


async def drag(pilot: Pilot[None], start: tuple[int, int], *way: tuple[int, int]) -> None:
    await pilot.mouse_down(Outline, offset=start)
    for offset in way:
        await pilot.hover(Outline, offset=offset)
    await pilot.mouse_up(Outline, offset=way[-1])
    await pilot.pause()


@pytest.mark.parametrize(
    ("start", "end", "drop"),
    [
        ((20, 1), (20, 5), ((1,), 5, "inside")),
        ((20, 1), (4, 4), ((1,), 4, "after")),
        ((20, 4), (4, 1), ((4,), 1, "before")),
    ],
)
def test_a_dragged_row_goes_into_before_or_behind_another(
    start: tuple[int, int], end: tuple[int, int], drop: tuple[tuple[int, ...], int, str]
) -> None:
    async def move(pilot: Pilot[None], _outline: Outline) -> None:
        await drag(pilot, start, end)

    app = on_screen(TREE, move)
    sources, target, where = drop
    assert messages(app, DropWanted) == [{"sources": sources, "target": target, "where": where}]
    assert messages(app, DragMoved)[0]["target"] == target
    assert messages(app, DragMoved)[-1]["target"] is None


def test_all_selected_rows_are_dragged_with_one_of_them() -> None:
    async def move(pilot: Pilot[None], outline: Outline) -> None:
        outline.select((1, 2, 4))
        await drag(pilot, (20, 4), (20, 5))
        assert outline.selected == (1, 2, 4)

    app = on_screen(TREE, move)
    assert messages(app, DropWanted) == [{"sources": (1, 4), "target": 5, "where": "inside"}]


def test_nothing_is_dropped_on_itself_below_itself_or_beside_the_rows() -> None:
    async def move(pilot: Pilot[None], _outline: Outline) -> None:
        await drag(pilot, (20, 1), (30, 1))
        await drag(pilot, (20, 1), (20, 3))
        await drag(pilot, (20, 1), (20, 4), (20, 1))
        await drag(pilot, (20, 1), (20, 4), (20, 15))

    assert messages(on_screen(TREE, move), DropWanted) == []


def test_a_drag_shows_where_it_would_drop_and_can_be_given_up() -> None:
    async def move(pilot: Pilot[None], outline: Outline) -> None:
        await pilot.mouse_down(Outline, offset=(20, 1))
        await pilot.hover(Outline, offset=(20, 4))
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[4].startswith("↳")
        await pilot.hover(Outline, offset=(3, 4))
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[4].startswith("↧")
        assert outline.cancel_drag()
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[4].startswith(" ")
        await pilot.mouse_up(Outline, offset=(3, 4))

    assert messages(on_screen(TREE, move), DropWanted) == []


def test_dragging_beyond_the_edge_scrolls() -> None:
    class Framed(OutlineApp):
        CSS = "Outline { height: 10; margin: 5; }"

    async def move(pilot: Pilot[None], outline: Outline) -> None:
        await pilot.mouse_down(Outline, offset=(20, 3))
        for _ in range(4):
            await pilot.hover(offset=(30, 20))
            await pilot.hover(offset=(31, 20))
        await pilot.pause()
        assert outline.scroll_offset.y > 2
        for _ in range(6):
            await pilot.hover(offset=(30, 1))
            await pilot.hover(offset=(31, 1))
        await pilot.mouse_up(offset=(31, 1))
        assert outline.scroll_offset.y == 0

    on_screen(LONG, move, app=Framed(LONG))


def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async def scroll(pilot: Pilot[None], outline: Outline) -> None:
        outline.scroll_to(y=50, animate=False)
        await pilot.pause()
        assert outline.cursor == 0
        assert "Reason number 60." in screen_text(pilot.app)
        grown = apply_edit(LONG, AddClaim(0, Kind.SUPPORT, Claim("New. " * 60), position=3))
        before = rows_text(pilot.app)
        outline.show(grown)
        await pilot.pause()
        assert rows_text(pilot.app) == before

    on_screen(LONG, scroll)


def test_golden_files_of_the_outline_are_all_in_use() -> None:
    names = {path.name for path in (Path(__file__).parent / "golden").glob("outline-*")}
    maps = ("small-2013", "kuo-2013", "china-taliban-talks")
    used = {f"outline-{name}-{size}.txt" for name in maps for size in ("80x24", "120x40")}
    assert names == used | {"outline-hostile.txt"}
