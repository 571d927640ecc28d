"""Which key does what, and what settings can change of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.tui.commands.catalogue import COMMANDS
from argmap.tui.dialogs.helping import help_text
from argmap.tui.keeping.settings import read_settings
from argmap.tui.keymap import key_shown, keymap_of, keys_page

FUNCTION_KEYS = {f"f{number}" for number in range(1, 25)}


def test_no_command_needs_a_key_that_terminals_swallow() -> None:
    keymap = keymap_of()
    for command in COMMANDS:
        keys = set(keymap.keys[command.id])
        assert not keys & {"ctrl+enter", "shift+enter", "ctrl+i", "ctrl+m", "ctrl+h"}, command.id
        assert not keys or keys - FUNCTION_KEYS, command.id


def test_every_command_is_in_the_help_and_on_the_page_of_keys() -> None:
    page, shown = keys_page(), help_text(keymap_of(), 100).plain
    for command in COMMANDS:
        assert f"`{command.id}`" in page
        assert command.title in shown or command.id.startswith("fold-to-")


def test_a_command_gets_other_keys_and_loses_its_own() -> None:
    keymap = keymap_of({"undo": ("ctrl+z", "u")})
    assert keymap.keys["undo"] == ("ctrl+z", "u")
    keymap = keymap_of({"undo": ("ctrl+z",)})
    assert "u" not in keymap.commands
    assert not keymap.complaints


def test_a_key_is_taken_from_the_command_that_has_it_by_default() -> None:
    keymap = keymap_of({"redo": ("u",)})
    assert keymap.commands["u"] == "redo"
    assert keymap.keys["undo"] == ()


def test_two_commands_cannot_share_a_key() -> None:
    keymap = keymap_of({"redo": ("z",), "undo": ("z",)})
    assert keymap.commands["z"] == "redo"
    assert keymap.complaints == (
        "The settings give the key 'z' to both 'redo' and 'undo'. It stays with 'redo'.",
    )


def test_an_unknown_command_is_told_with_the_nearest() -> None:
    (complaint,) = keymap_of({"unod": ("z",)}).complaints
    assert complaint == ("There is no command 'unod' in the settings of keys. Did you mean 'undo'?")


@pytest.mark.parametrize("key", ["ctl+z", "enterr", "", "ctrl+", "hyper+a"])
def test_an_unknown_key_is_told(key: str) -> None:
    keymap = keymap_of({"undo": (key, "z")})
    assert f"There is no key '{key}'" in keymap.complaints[0]
    assert keymap.keys["undo"] == ("z",)


@pytest.mark.parametrize(
    ("written", "name"),
    [("?", "question_mark"), ("+", "plus"), ("ctrl++", "ctrl+plus"), ("Ctrl+E", "ctrl+e")],
)
def test_keys_are_written_as_people_write_them(written: str, name: str) -> None:
    assert keymap_of({"undo": (written,)}).keys["undo"] == (name,)


def test_keys_are_shown_as_people_read_them() -> None:
    assert [key_shown(key) for key in ("ctrl+r", "question_mark", "enter", "alt+up")] == [
        *("^r", "?", "⏎", "alt+↑"),
    ]


def test_settings_are_read_and_complained_about(tmp_path: Path) -> None:
    path = tmp_path / "editor.toml"
    assert read_settings(path).complaints == ()
    path.write_text('theme = "nord"\n[keys]\nundo = ["z"]\nredo = "Z"\n', encoding="utf-8")
    settings = read_settings(path)
    assert settings.theme == "nord"
    assert settings.keys == {"undo": ("z",), "redo": ("Z",)}
    path.write_text('theem = "nord"\ntheme = 3\n[keys]\nundo = 3\n', encoding="utf-8")
    said = " ".join(read_settings(path).complaints)
    assert "There is no setting 'theem'" in said
    assert "Did you mean 'theme'?" in said
    assert "'theme' is the name of a theme" in said
    assert "The keys of 'undo' are a text or a list of texts" in said


@pytest.mark.parametrize("content", [b"keys = ", b"\xff\xfe", b"keys = 3\n"])
def test_settings_that_cannot_be_understood_are_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "editor.toml"
    path.write_bytes(content)
    assert len(read_settings(path).complaints) == 1


def test_the_page_of_keys_is_current() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "keys.md"
    assert page.read_text(encoding="utf-8") == keys_page(), "run `poe pages`"
