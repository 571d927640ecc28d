"""Sessions and screens for the tests of the editor."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from argmap.document.reader import read_text
from argmap.tui.app import Editor
from argmap.tui.commands.catalogue import COMMANDS_BY_ID
from argmap.tui.keeping.folders import Folders
from argmap.tui.session.buffers import opened
from argmap.tui.session.outcomes import Choose, Do, Line, Outcome, Pick, Told, Write
from argmap.tui.session.sessions import Session, with_buffer
from argmap.tui.session.stamps import Stamp

SMALL = """\
argmap: 1
title: The harbour

sources:
  smith:
    author: J. Smith
    title: On harbours

map:
# why it matters
- claim: We should build the harbour.
  id: build
  support:
  - claim: Trade grows.  # by a tenth a year
    id: trade
    support:
    - claim: Ships wait.
      id: wait
  - claim: Jobs are few.
    id: jobs
  rebut:
  - claim: The meadow dies.
    id: meadow
    undercut:
    - ref: jobs
- claim: The city is rich.
  id: rich
"""


def session_of(text: str = SMALL, cursor: int = 0) -> Session:
    """Return a session with one saved map open."""
    buffer = opened(1, read_text(text, "m.yaml"), Stamp(1, 1, 1))
    return Session((replace(buffer, cursor=cursor if buffer.document.map.items else -1),))


def at(session: Session, name: str) -> Session:
    """Return the session with the cursor on the claim with an id."""
    for index, item in enumerate(session.map.items):
        if getattr(item.content, "id", None) == name:
            return to(session, index)
    raise AssertionError(name)


def to(session: Session, item: int, selected: tuple[int, ...] = ()) -> Session:
    """Return the session with the cursor on an item."""
    assert session.buffer is not None
    return with_buffer(session, replace(session.buffer, cursor=item, selected=selected))


def run(session: Session, command: str, *answers: str) -> Session:
    """Return the session after a command and the answers to what it asks."""
    assert COMMANDS_BY_ID[command].enabled(session), command
    outcome: Outcome = COMMANDS_BY_ID[command].run(session)
    for answer in answers:
        assert isinstance(outcome, Write | Line | Choose | Pick), outcome
        if isinstance(outcome, Choose):
            assert answer in [choice.name for choice in outcome.choices]
        if isinstance(outcome, Pick):
            assert answer in [option[0] for option in outcome.options]
        outcome = outcome.then(session, answer)
    if isinstance(outcome, Told):
        return outcome.session
    assert isinstance(outcome, Session), outcome
    return outcome


def asked(session: Session, command: str, *answers: str) -> Outcome:
    """Return what a command asks after some answers."""
    outcome: Outcome = COMMANDS_BY_ID[command].run(session)
    for answer in answers:
        assert not isinstance(outcome, Session | Told | Do)
        outcome = outcome.then(session, answer)
    return outcome


def text_of(session: Session) -> str:
    """Return the text of the map in use."""
    assert session.buffer is not None
    return session.buffer.document.text or ""


def under_cursor(session: Session) -> str:
    """Return the kind and the text or id of the item under the cursor."""
    item = session.item
    said = getattr(item.content, "text", None) or getattr(item.content, "id", "linked")
    return f"{item.kind} {said}"


def changed_lines(before: str, after: str) -> list[str]:
    """Return the lines that differ, with - and +."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


Scenario = Callable[[Pilot[None], Editor], Awaitable[None]]


def folders_in(path: Path) -> Folders:
    """Return folders for settings and state below a folder of the test's."""
    return Folders(path / "config", path / "state")


def edited(
    scenario: Scenario, *paths: str | Path, folders: Folders, size: tuple[int, int] = (80, 24)
) -> Editor:
    """Open maps in the editor, do what the scenario does, and return the editor."""
    app = Editor([str(path) for path in paths], folders)

    async def play() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            await scenario(pilot, app)

    asyncio.run(play())
    return app


async def settled(pilot: Pilot[None]) -> None:
    """Wait for workers, and for what they lead to."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def do(pilot: Pilot[None], app: Editor, *commands: str) -> None:
    """Run commands as their keys would."""
    for command in commands:
        assert app.desk.check_action("command", (command,)), command
        app.desk.action_command(command)
        await settled(pilot)


async def write(pilot: Pilot[None], app: Editor, text: str) -> None:
    """Write a text into the row and keep it."""
    assert app.desk.sheet is not None
    app.desk.sheet.editor.load_text(text)
    await pilot.press("enter")
    await settled(pilot)
