"""The editor as the user has it: flows over the screen, without a real terminal."""

# ruff: noqa: ASYNC240 - these scenarios have the event loop for themselves
from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import get_args

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from argmap.cli.main import main
from argmap.tui.app import Editor
from argmap.tui.chart.pane import MapPane
from argmap.tui.commands.catalogue import COMMANDS
from argmap.tui.desk.bars import KeyBar
from argmap.tui.desk.findings import FindingsPane
from argmap.tui.desk.looking import STEERING
from argmap.tui.desk.seeking import SearchLine
from argmap.tui.dialogs.line import LineBox
from argmap.tui.dialogs.menu import Menu
from argmap.tui.dialogs.picker import Picker
from argmap.tui.dialogs.reading import Reading
from argmap.tui.keeping.recovery import keep, rescues
from argmap.tui.outline import DropWanted
from argmap.tui.session.outcomes import Do, Gesture
from tests.conftest import Golden
from tests.tui.conftest import screen_text
from tests.tui.desks import (
    SMALL,
    changed_lines,
    do,
    edited,
    folders_in,
    settled,
    text_of,
    under_cursor,
    write,
)


@pytest.fixture(autouse=True)
def _map_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.yaml").write_text(SMALL, encoding="utf-8", newline="\n")


def on_disk(name: str = "m.yaml") -> str:
    return Path(name).read_bytes().decode("utf-8")


def changed_outside(text: str) -> None:
    """Change the file as somebody else would: at another time than before."""
    path = Path("m.yaml")
    path.write_text(text, encoding="utf-8", newline="\n")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


async def answer(pilot: Pilot[None], key: str) -> None:
    """Press a letter of a menu."""
    assert isinstance(pilot.app.screen, Menu)
    await pilot.press(key)
    await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["narrow", "wide"])
def test_what_a_map_looks_like(size: tuple[int, int], golden: Golden, tmp_path: Path) -> None:
    seen: list[str] = []

    async def look(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down")
        while app.screen.query_one(MapPane).is_busy and size[0] > 100:
            await settled(pilot)
        while not app.desk.findings:
            await settled(pilot)
        seen.append(screen_text(app))

    edited(look, "m.yaml", folders=folders_in(tmp_path), size=size)
    golden(f"editor-{size[0]}x{size[1]}.txt", seen[0])


def test_what_writing_and_a_menu_look_like(golden: Golden, tmp_path: Path) -> None:
    seen: list[str] = []

    async def look(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("j", "a")
        await settled(pilot)
        seen.append(screen_text(app))
        await answer(pilot, "r")
        assert app.desk.sheet is not None
        app.desk.sheet.editor.load_text("This is a longer text, of more than one line. " * 2)
        await settled(pilot)
        seen.append(screen_text(app))

    edited(look, "m.yaml", folders=folders_in(tmp_path))
    golden("editor-menu-80x24.txt", seen[0])
    golden("editor-writing-80x24.txt", seen[1])


def test_a_claim_is_written_undone_and_saved(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("j", "e")
        await write(pilot, app, "Trade grows fast.")
        assert under_cursor(app.desk.session) == "support Trade grows fast."
        assert "● m.yaml" in screen_text(app)
        await do(pilot, app, "undo")
        assert "●" not in screen_text(app).splitlines()[0]
        await do(pilot, app, "redo", "save")
        assert changed_lines(SMALL, on_disk())[1:] == [
            "+  - claim: Trade grows fast.  # by a tenth a year"
        ]
        assert "Saved m.yaml" in screen_text(app)

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_command_acts_on_the_row_of_the_cursor_however_fast_it_is_typed(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        assert app.desk.sheet is not None
        # No pause in between: the outline's message has not come yet.
        app.desk.sheet.outline.move_cursor(2)
        app.desk.action_command("delete")
        await settled(pilot)
        assert changed_lines(SMALL, text_of(app.desk.session)) == [
            "-    support:",
            "-    - claim: Ships wait.",
            "-      id: wait",
        ]

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_escape_leaves_a_claim_that_was_begun(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("j", "o")
        await pilot.press("x", "escape")
        await settled(pilot)
        assert text_of(app.desk.session) == SMALL
        assert app.desk.sheet is not None
        assert len(app.desk.sheet.outline.map.items) == 7
        assert app.desk.sheet.outline.cursor == 1

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_refused_text_stays_in_the_row(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "   ")
        assert app.desk.is_writing
        await write(pilot, app, "We should build it.")
        assert not app.desk.is_writing

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_saving_while_writing_keeps_what_is_written(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        assert app.desk.sheet is not None
        app.desk.sheet.editor.load_text("Build it now.")
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Build it now." in on_disk()

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_lines_can_be_broken_while_writing(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        assert app.desk.sheet is not None
        app.desk.sheet.editor.load_text("")
        await pilot.press("a", "ctrl+j", "b", "alt+enter", "c", "enter")
        await settled(pilot)
        assert under_cursor(app.desk.session) == "claim a b c"

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_quitting_with_unsaved_changes_asks(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Build!")
        await pilot.press("q")
        await settled(pilot)
        await answer(pilot, "c")
        assert app.is_running
        await pilot.press("q")
        await settled(pilot)
        await answer(pilot, "s")

    edited(play, "m.yaml", folders=folders_in(tmp_path))
    assert "Build!" in on_disk()


def test_quitting_a_clean_map_leaves_nothing_behind(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], _app: Editor) -> None:
        await pilot.press("q")

    edited(play, "m.yaml", folders=folders_in(tmp_path))
    assert rescues(folders_in(tmp_path).recovery) == ()


def test_a_clean_map_is_read_anew_with_the_cursor_on_its_claim(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down", "down", "down")
        changed_outside(SMALL.replace("  support:\n", "  support:\n  - claim: New.\n", 1))
        app.desk.look_at_files()
        await settled(pilot)
        assert under_cursor(app.desk.session) == "support Jobs are few."
        assert app.desk.session.cursor == 4
        assert app.desk.session.buffer is not None
        assert not app.desk.session.buffer.is_dirty

    edited(play, "m.yaml", folders=folders_in(tmp_path))


THEIRS = SMALL.replace("Trade grows.", "Trade shrinks.")


async def _conflict(pilot: Pilot[None], app: Editor) -> None:
    await pilot.press("e")
    await write(pilot, app, "Build!")
    changed_outside(THEIRS)
    app.desk.look_at_files()
    await settled(pilot)
    assert isinstance(app.screen, Menu)


def test_of_two_changes_mine_can_be_kept(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await _conflict(pilot, app)
        await answer(pilot, "k")
        assert on_disk() == THEIRS
        await do(pilot, app, "save")
        assert "Build!" in on_disk()
        assert "Trade grows." in on_disk()

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_of_two_changes_theirs_can_be_taken_and_mine_comes_back_by_undo(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await _conflict(pilot, app)
        await answer(pilot, "t")
        assert text_of(app.desk.session) == THEIRS
        await do(pilot, app, "undo")
        assert "Build!" in text_of(app.desk.session)

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_two_changes_can_be_compared_first(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await _conflict(pilot, app)
        await answer(pilot, "d")
        assert isinstance(app.screen, Reading)
        shown = screen_text(app)
        assert "-  - claim: Trade shrinks." in shown
        assert "+- claim: Build!" in shown
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, Menu)

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_of_two_changes_mine_can_go_to_another_file(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await _conflict(pilot, app)
        await answer(pilot, "a")
        assert isinstance(app.screen, LineBox)
        await pilot.press("ctrl+u", *"mine", "enter")
        await settled(pilot)
        assert on_disk() == THEIRS
        assert "Build!" in on_disk("mine.yaml")
        assert app.desk.session.buffer is not None
        assert app.desk.session.buffer.path == "mine.yaml"

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_saving_asks_when_the_file_was_changed_in_the_last_moment(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Build!")
        changed_outside(THEIRS)
        await do(pilot, app, "save")
        assert isinstance(app.screen, Menu)
        assert on_disk() == THEIRS

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_deleted_file_is_written_anew(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        Path("m.yaml").unlink()
        app.desk.look_at_files()
        await settled(pilot)
        await do(pilot, app, "save")
        assert on_disk() == SMALL

    edited(play, "m.yaml", folders=folders_in(tmp_path))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told_and_the_text_kept(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Build!")
        tmp_path.chmod(0o500)
        await do(pilot, app, "save")
        tmp_path.chmod(0o700)
        assert on_disk() == SMALL
        assert "Build!" in text_of(app.desk.session)

    edited(play, "m.yaml", folders=folders_in(tmp_path / "other"))


def test_a_full_disk_is_told_and_the_text_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Build!")
        monkeypatch.setattr("argmap.document.saving.os.fsync", full)
        await do(pilot, app, "save")
        assert on_disk() == SMALL
        assert "Build!" in text_of(app.desk.session)
        assert app.desk.session.buffer is not None
        assert app.desk.session.buffer.is_dirty
        assert "was not saved: the disk is" in screen_text(app)

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_an_unsaved_text_is_kept_and_offered_at_the_next_start(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Build!")
        app.desk.keep_texts()

    edited(play, "m.yaml", folders=folders)
    file = next(folders.recovery.glob("*.json"))
    file.write_text(
        file.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', '"process": 1234567'),
        encoding="utf-8",
    )
    (rescue,) = rescues(folders.recovery)
    assert "Build!" in rescue.text

    async def again(pilot: Pilot[None], app: Editor) -> None:
        await answer(pilot, "r")
        assert "Build!" in text_of(app.desk.session)
        assert app.desk.session.buffer is not None
        assert app.desk.session.buffer.is_dirty
        await do(pilot, app, "undo")
        assert text_of(app.desk.session) == SMALL

    edited(again, "m.yaml", folders=folders)


def test_an_unsaved_text_can_be_forgotten(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)
    file = keep(folders.recovery, "m.yaml", 1, "argmap: 1\n", None)
    assert file is not None
    file.write_text(
        file.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', '"process": 1234567'),
        encoding="utf-8",
    )

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await answer(pilot, "f")
        assert text_of(app.desk.session) == SMALL

    edited(play, "m.yaml", folders=folders)
    assert not file.exists()


def test_on_a_narrow_screen_one_pane_is_shown_at_a_time(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        chart, left = app.screen.query_one(MapPane), app.screen.query_one("#left")
        await pilot.press("m")
        await settled(pilot)
        assert chart.size.width == 80
        assert not left.size.width or not left.display
        await pilot.press("escape")
        await settled(pilot)
        assert left.size.width == 80

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_on_80_columns_at_most_six_keys_are_named(tmp_path: Path) -> None:
    async def play(_pilot: Pilot[None], app: Editor) -> None:
        shown = app.screen.query_one(KeyBar).render().plain
        assert len(shown.split("  ")) - 1 <= 6
        assert "? Help" in shown

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_findings_come_while_writing_and_lead_to_their_claim(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Should we build?")
        while "question-as-claim" not in [finding.name for finding in app.desk.findings]:
            await settled(pilot)
        pane = app.screen.query_one(FindingsPane)
        names = [finding.name for finding in app.desk.findings]
        await do(pilot, app, "last", "show-findings")
        pane.highlighted = names.index("question-as-claim")
        await pilot.press("enter")
        await settled(pilot)
        assert app.desk.session.cursor == 0
        assert app.desk.pane == "outline"

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_keys_of_a_list_change_no_map(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down", "show-details")
        await pilot.press("d", "x", "J")
        assert text_of(app.desk.session) == SMALL
        assert not isinstance(app.screen, Menu)

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_field_is_set_in_the_pane_of_fields(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down", "show-details")
        await pilot.press("j", "j", "j", "j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, LineBox)
        await pilot.press(*"smith", "enter")
        await settled(pilot)
        assert changed_lines(SMALL, text_of(app.desk.session)) == ["+    source: smith"]

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_search_goes_to_what_is_found_and_back_on_escape(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("slash", *"rich")
        await settled(pilot)
        assert app.desk.session.cursor == 6
        await pilot.press("escape")
        await settled(pilot)
        assert app.desk.session.cursor == 0
        assert not app.screen.query_one(SearchLine).display

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_link_is_followed_and_left_again(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        assert app.desk.sheet is not None
        app.desk.sheet.outline.go_to(5)
        await settled(pilot)
        await do(pilot, app, "follow")
        assert under_cursor(app.desk.session) == "support Jobs are few."
        await do(pilot, app, "back")
        assert app.desk.session.cursor == 5

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_help_and_palette_know_every_command(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("?")
        await settled(pilot)
        assert isinstance(app.screen, Reading)
        assert "Add a claim below" in screen_text(app)
        await pilot.press("escape", "j", "ctrl+p")
        await settled(pilot)
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"duplic", "enter")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settled(pilot)
        assert len(app.desk.session.map.items) == 9

    edited(play, "m.yaml", folders=folders_in(tmp_path), size=(80, 40))


def test_a_broken_file_opens_to_be_read_with_its_findings(tmp_path: Path) -> None:
    Path("bad.yaml").write_text("argmap: 1\nmap:\n- claim: A.\n   colour: [red\n", encoding="utf-8")

    async def play(_pilot: Pilot[None], app: Editor) -> None:
        assert app.desk.findings
        assert not app.desk.check_action("command", ("add-child",))
        assert "colour: [red" in screen_text(app)

    edited(play, "bad.yaml", folders=folders_in(tmp_path), size=(120, 40))


def test_a_file_that_is_not_there_is_begun(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("a")
        await write(pilot, app, "Trade grows.")
        await do(pilot, app, "save")

    edited(play, "new.yaml", folders=folders_in(tmp_path))
    assert on_disk("new.yaml").endswith("- claim: Trade grows.\n  id: trade-grows\n")


def test_without_a_file_recent_maps_are_offered(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)

    async def nothing(_pilot: Pilot[None], _app: Editor) -> None:
        pass

    async def play(pilot: Pilot[None], app: Editor) -> None:
        assert isinstance(app.screen, Picker)
        await pilot.press(*"m.yaml", "enter")
        await settled(pilot)
        assert text_of(app.desk.session) == SMALL

    edited(nothing, "m.yaml", folders=folders)
    edited(play, folders=folders)


def test_several_maps_are_open_at_once(tmp_path: Path) -> None:
    Path("n.yaml").write_text("argmap: 1\nmap:\n- claim: Other.\n", encoding="utf-8")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down", "next-map")
        assert under_cursor(app.desk.session) == "claim Other."
        await pilot.press("e")
        await write(pilot, app, "Changed.")
        await do(pilot, app, "next-map")
        assert under_cursor(app.desk.session) == "support Trade grows."
        assert app.desk.session.buffer is not None
        assert not app.desk.session.buffer.is_dirty
        await do(pilot, app, "close")
        assert under_cursor(app.desk.session) == "claim Changed."

    edited(play, "m.yaml", "n.yaml", folders=folders_in(tmp_path))


HOSTILE = (
    "[/]",
    "[b",
    "a [sic] b",
    "[link='x']y[/link]",
    "$x",
    "ש[/]לום",
    "論点[b]",
    "👩‍👩‍👧 [",
    "x " * 200,
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=str)
def test_markup_in_a_map_is_shown_as_it_is(size: tuple[int, int], tmp_path: Path) -> None:
    claims = "".join(
        f"- claim: {text!r}\n  id: c{number}\n  note: {text!r}\n  tags: [{text!r}]\n"
        for number, text in enumerate(HOSTILE)
    )
    text = f"argmap: 1\ntitle: '[/]'\nsources: {{s: {{author: '[/b]'}}}}\nmap:\n{claims}"
    Path("[b.yaml").write_text(text, encoding="utf-8")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        assert app.desk.session.map.items, screen_text(app)
        await do(pilot, app, "show-map", "show-details", "show-findings", "show-text", "escape")
        for command in ("go-to", "filter", "link-to", "rename-id")[: size[0] // 30]:
            await do(pilot, app, command)
            await pilot.press("escape")
        await do(pilot, app, "first", "duplicate", "cut", "paste-below")
        await pilot.press("escape")
        await settled(pilot)
        if size[0] > 40:
            assert "[/]" in screen_text(app)

    edited(play, "[b.yaml", folders=folders_in(tmp_path), size=size)


def test_the_screen_can_carry_out_every_gesture(tmp_path: Path) -> None:
    async def play(_pilot: Pilot[None], app: Editor) -> None:
        gestures = {
            outcome.gesture
            for command in COMMANDS
            if command.group not in ("Write", "Rearrange")
            and isinstance(outcome := command.run(app.desk.session), Do)
        }
        assert gestures == set(get_args(Gesture))
        for name in gestures - set(STEERING):
            assert callable(getattr(app.desk, f"_do_{name.replace('-', '_')}"))

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_panes_of_the_picture_can_be_turned(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        chart = app.screen.query_one(MapPane)
        await do(pilot, app, "show-map", "map-direction", "map-texts", "map-scope")
        while chart.is_busy:
            await settled(pilot)
        assert chart.chart is not None
        assert not chart.is_whole

    edited(play, "m.yaml", folders=folders_in(tmp_path), size=(160, 45))


def test_a_filter_leaves_rows_and_escape_brings_all_back(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "filter")
        await pilot.press(*"rebut", "enter")
        await settled(pilot)
        shown = screen_text(app)
        assert "The meadow dies." in shown
        assert "Ships wait." not in shown
        await do(pilot, app, "escape")
        assert "Ships wait." in screen_text(app)

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_the_mouse_edits_moves_and_presses_keys(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        assert app.desk.sheet is not None
        outline = app.desk.sheet.outline
        await pilot.click(outline, offset=(20, 3))
        await settled(pilot)
        assert under_cursor(app.desk.session) == "support Jobs are few."
        app.desk.post_message(DropWanted((3,), 1, "inside"))
        await settled(pilot)
        assert app.desk.session.item.depth == 2
        await pilot.click(KeyBar, offset=(18, 0))
        await settled(pilot)
        assert text_of(app.desk.session) == SMALL

    edited(play, "m.yaml", folders=folders_in(tmp_path))


@pytest.mark.parametrize("setting", ["NO_COLOR", "ansi"])
def test_without_colours_kinds_are_told_by_word_and_sign(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = folders_in(tmp_path)
    if setting == "ansi":
        folders.config.mkdir()
        folders.settings.write_text('theme = "ansi-light"\n', encoding="utf-8")
    else:
        monkeypatch.setenv("NO_COLOR", "1")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down")
        shown = screen_text(app)
        assert "❯  ├─▾ ▲ SUPPORT Trade grows." in shown
        assert "▼ REBUT" in shown

    edited(play, "m.yaml", folders=folders)


def test_settings_that_cannot_be_followed_are_told(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)
    folders.config.mkdir()
    folders.settings.write_text('theme = "nrod"\n[keys]\nundo = "F"\n', encoding="utf-8")

    async def play(_pilot: Pilot[None], app: Editor) -> None:
        assert "There is no theme 'nrod'" in screen_text(app)
        assert app.desk.keymap.commands["F"] == "undo"

    edited(play, "m.yaml", folders=folders, size=(120, 40))


def test_a_map_is_exported(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "export")
        await pilot.press(*"md", "enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)

    edited(play, "m.yaml", folders=folders_in(tmp_path))
    assert "Trade grows." in on_disk("m.md")


def test_the_picture_opens_in_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    async def play(pilot: Pilot[None], app: Editor) -> None:
        monkeypatch.setattr(app, "open_url", opened.append)
        await do(pilot, app, "picture")
        while not opened:
            await settled(pilot)

    edited(play, "m.yaml", folders=folders_in(tmp_path))
    assert opened[0].endswith("/m.svg")


def test_a_large_map_is_edited_in_a_thread_one_step_after_the_other(tmp_path: Path) -> None:
    claims = "".join(f"- claim: The claim number {number}.\n" for number in range(400))
    Path("large.yaml").write_text(f"argmap: 1\nmap:\n{claims}", encoding="utf-8")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        for command in ("duplicate", "move-down", "indent"):
            app.desk.action_command(command)
        while len(app.desk.session.buffer.history.past) < 3:  # type: ignore[union-attr]
            await settled(pilot)
        assert app.desk.session.item.depth == 1
        await do(pilot, app, "undo", "undo", "undo")
        while app.desk.session.buffer.history.past:  # type: ignore[union-attr]
            await settled(pilot)
        assert len(app.desk.session.map.items) == 400

    edited(play, "large.yaml", folders=folders_in(tmp_path))


def test_without_a_terminal_the_editor_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", "m.yaml"]) == 2
    assert "needs a terminal" in capsys.readouterr().err
    assert main(["edit", "."]) == 2
    assert "'.' is a folder" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_no_key_leaves_an_unsaved_map_without_asking(key: str, tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("e")
        await write(pilot, app, "Build!")
        await pilot.press("ctrl+c")
        assert app.is_running
        await pilot.press(key)
        await settled(pilot)
        assert isinstance(app.screen, Menu)
        await answer(pilot, "d")

    edited(play, "m.yaml", folders=folders_in(tmp_path))
    assert on_disk() == SMALL


def test_a_click_into_the_outline_gives_it_its_keys_back(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "show-details")
        assert app.desk.sheet is not None
        await pilot.click(app.desk.sheet.outline, offset=(20, 2))
        await settled(pilot)
        assert app.desk.pane == "outline"
        await pilot.press("d")
        await settled(pilot)
        assert len(app.desk.session.map.items) == 6

    edited(play, "m.yaml", folders=folders_in(tmp_path), size=(120, 40))


def test_a_field_that_was_set_is_undone_without_leaving_its_pane(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "down", "show-details")
        await pilot.press("j", "j", "j", "enter")
        await settled(pilot)
        await pilot.press(*"T", "enter")
        await settled(pilot)
        assert "short: T" in text_of(app.desk.session)
        await pilot.press("u")
        await settled(pilot)
        assert text_of(app.desk.session) == SMALL
        assert app.desk.pane == "details"

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_maps_are_opened_begun_closed_and_others_found(tmp_path: Path) -> None:
    Path("n.yaml").write_text("argmap: 1\nmap:\n- claim: Other.\n", encoding="utf-8")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "open")
        await pilot.press(*"n.yaml", "enter")
        await settled(pilot)
        assert under_cursor(app.desk.session) == "claim Other."
        await do(pilot, app, "new")
        assert len(app.desk.session.buffers) == 3
        await do(pilot, app, "maps")
        await pilot.press("down", "enter")
        await settled(pilot)
        assert under_cursor(app.desk.session) == "claim Other."
        await pilot.press("e")
        await write(pilot, app, "Changed.")
        await do(pilot, app, "close")
        await answer(pilot, "s")
        assert "Changed." in on_disk("n.yaml")
        await do(pilot, app, "close", "close")
        assert isinstance(app.screen, Picker)
        await pilot.press("enter")
        await settled(pilot)
        assert not app.desk.session.map.items
        assert app.desk.session.buffer is not None

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_another_file_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    Path("n.yaml").write_text("precious", encoding="utf-8")

    async def save_as_n(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "save-as")
        await pilot.press("ctrl+u", *"n.yaml", "enter")
        await settled(pilot)

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await save_as_n(pilot, app)
        await answer(pilot, "n")
        assert on_disk("n.yaml") == "precious"
        await save_as_n(pilot, app)
        await answer(pilot, "r")
        assert on_disk("n.yaml") == SMALL

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_new_map_asks_for_its_name_before_it_is_left(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        assert isinstance(app.screen, Picker)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("a")
        await write(pilot, app, "Trade grows.")
        await pilot.press("q")
        await settled(pilot)
        await answer(pilot, "s")
        assert isinstance(app.screen, LineBox)
        await pilot.press("ctrl+u", *"new", "enter")
        await settled(pilot)

    edited(play, folders=folders_in(tmp_path))
    assert "Trade grows." in on_disk("new.yaml")


def test_another_editor_opens_the_saved_file_and_its_changes_are_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []

    def edit(command: list[str], *, check: bool) -> None:
        assert not check
        called.append(command)
        changed_outside(THEIRS)

    monkeypatch.setenv("VISUAL", "vim")
    monkeypatch.setattr("argmap.tui.desk.filing.subprocess.run", edit)

    async def play(pilot: Pilot[None], app: Editor) -> None:
        monkeypatch.setattr(app, "suspend", nullcontext)
        await do(pilot, app, "down", "external")
        assert called == [["vim", "+14", "m.yaml"]]
        assert text_of(app.desk.session) == THEIRS
        assert under_cursor(app.desk.session) == "support Trade shrinks."
        await do(pilot, app, "undo")
        assert text_of(app.desk.session) == SMALL

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_where_no_other_program_can_start_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "vim")

    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "external")
        assert "No other program can be started from here." in screen_text(app)

    edited(play, "m.yaml", folders=folders_in(tmp_path), size=(120, 30))


def test_matches_are_walked_through_and_told(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await pilot.press("slash", *"few", "enter")
        await settled(pilot)
        assert "Found in 2 rows" in screen_text(app)
        await do(pilot, app, "next-match")
        assert app.desk.session.cursor == 5
        await do(pilot, app, "previous-match")
        assert app.desk.session.cursor == 3
        await do(pilot, app, "escape")
        await pilot.press("left", "left")
        assert app.desk.session.cursor == 0
        await pilot.press("left", "right", "right")
        assert app.desk.session.cursor == 1

    edited(play, "m.yaml", folders=folders_in(tmp_path))


def test_a_theme_and_a_claim_are_picked_from_lists(tmp_path: Path) -> None:
    async def play(pilot: Pilot[None], app: Editor) -> None:
        await do(pilot, app, "theme")
        await pilot.press(*"argmap-light", "enter")
        await settled(pilot)
        assert app.theme == "argmap-light"
        await do(pilot, app, "go-to")
        await pilot.press(*"rich", "enter")
        await settled(pilot)
        assert under_cursor(app.desk.session) == "claim The city is rich."

    edited(play, "m.yaml", folders=folders_in(tmp_path))
