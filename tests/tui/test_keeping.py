"""What the editor keeps outside of the maps: recent maps, unsaved texts, other editors."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.tui.dialogs.ranking import ranked
from argmap.tui.keeping.editors import editor_command
from argmap.tui.keeping.recent import recent_maps, remember
from argmap.tui.keeping.recovery import forget, keep, rescues
from tests.tui.desks import SMALL


def test_recent_maps_come_latest_first_and_only_if_they_are_there(tmp_path: Path) -> None:
    listing = tmp_path / "state" / "recent.txt"
    for name in ("a.yaml", "b.yaml", "c.yaml", "a.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
        remember(listing, str(tmp_path / name))
    (tmp_path / "b.yaml").unlink()
    assert [Path(path).name for path in recent_maps(listing)] == ["a.yaml", "c.yaml"]


def test_an_unsaved_text_of_a_running_editor_is_not_offered(tmp_path: Path) -> None:
    file = keep(tmp_path, "m.yaml", 1, "text", None)
    assert file is not None
    assert rescues(tmp_path) == ()
    forget(file)
    assert not list(tmp_path.iterdir())


def test_an_unsaved_text_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert keep(tmp_path / "file" / "below", "m.yaml", 1, "text", None) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"path": 3}'])
def test_what_is_no_rescue_is_left_alone(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    assert rescues(tmp_path) == ()


_KILLED = """
import asyncio, sys
from tests.tui.desks import edited, folders_in, write
from pathlib import Path

async def play(pilot, app):
    await pilot.press("e")
    await write(pilot, app, "The last thing written.")
    while True:
        await pilot.pause(0.05)
        if list(app.folders.recovery.glob("*.json")):
            print("kept", flush=True)

edited(play, "m.yaml", folders=folders_in(Path(".")))
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9")
def test_a_killed_editor_leaves_its_unsaved_text(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(SMALL, encoding="utf-8", newline="\n")
    root = str(Path(__file__).parents[2])
    started = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        process.send_signal(signal.SIGKILL)
    assert time.monotonic() - started < 60
    (rescue,) = rescues(tmp_path / "state" / "recovery")
    assert "The last thing written." in rescue.text
    assert rescue.path == str(tmp_path / "m.yaml")
    assert (tmp_path / "m.yaml").read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ("vim", ["vim", "+7", "m.yaml"]),
        ("/usr/bin/nano -l", ["/usr/bin/nano", "-l", "+7", "m.yaml"]),
        ("code", ["code", "--wait", "--goto", "m.yaml:7"]),
        ("code -w", ["code", "-w", "--goto", "m.yaml:7"]),
        ("hx", ["hx", "m.yaml:7"]),
        ("ed", ["ed", "m.yaml"]),
    ],
)
def test_editors_are_opened_at_the_line(given: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": given}, "m.yaml", 7) == command
    assert editor_command({"EDITOR": "ed", "VISUAL": given}, "m.yaml", 7) == command


def test_without_an_editor_there_is_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert editor_command({}, "m.yaml", 7) is None


def test_a_few_letters_find_the_likeliest_text_first() -> None:
    texts = ["A great trade", "Trade grows", "Extradition", "The rate of ade"]
    assert ranked("trade", texts) == [1, 0, 3]
    assert ranked("", texts) == [0, 1, 2, 3]
    assert ranked("tra gro", texts) == [1]
