"""The screen of the editor: it asks commands what follows, and shows what came of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from textual import on
from textual.message import Message

from argmap.model.edits import EditError
from argmap.model.graph import Graph, graph_of
from argmap.tui.chart.messages import Picked
from argmap.tui.commands.catalogue import COMMANDS_BY_ID
from argmap.tui.commands.copying import drop
from argmap.tui.desk.bars import KeyBar
from argmap.tui.desk.panes import Panes
from argmap.tui.desk.writing import RowEditor
from argmap.tui.dialogs.box import Box
from argmap.tui.dialogs.line import LineBox
from argmap.tui.dialogs.menu import Menu
from argmap.tui.dialogs.picker import Picker
from argmap.tui.keymap import Keymap
from argmap.tui.outline import Activated, ContextWanted, CursorMoved, DropWanted, SelectionChanged
from argmap.tui.session.buffers import Buffer
from argmap.tui.session.outcomes import Choose, Do, Gesture, Line, Outcome, Pick, Told, Write
from argmap.tui.session.sessions import Session, merged, with_buffer

__all__ = ["Desk", "Run"]

Run = Callable[[Session], Outcome]

# From this many items on, commands run in a thread: an edit of 300 takes some 20 ms, one of 10,000
# some 500.
_AT_ONCE: Final = 300
# What else can be done while a list has the focus, whose own keys come first.
_IN_LISTS: Final = ("escape", "undo", "redo", "sources")


class _Came(Message):
    """A command has come to something, perhaps to a map with another graph."""

    def __init__(self, start: Session, outcome: Outcome | EditError, graph: Graph | None) -> None:
        super().__init__()
        self.start = start
        self.outcome = outcome
        self.graph = graph


class Desk(Panes):
    """Runs commands and shows what follows; gestures are left to others."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._waiting: deque[Run] = deque()
        self._is_busy = False
        self._is_keeping = False

    # Commands.

    def action_command(self, name: str) -> None:
        """Run a command by its id."""
        self._catch_up()
        command = COMMANDS_BY_ID[name]
        self._sentence = ""
        if command.group in ("Write", "Rearrange"):
            self.perform(command.run)
        else:
            self._take(self.session, _outcome_of(command.run, self.session))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a command can be used now."""
        if action != "command":
            return True
        self._catch_up()
        command = COMMANDS_BY_ID[str(parameters[0])]
        if self.is_writing:
            return command.id == "save"
        in_list = self.pane in ("details", "findings", "text")
        if in_list and command.group not in ("Look", "Files") and command.id not in _IN_LISTS:
            return False
        return command.enabled(self.session)

    @on(KeyBar.Pressed)
    def _clicked(self, message: KeyBar.Pressed) -> None:
        if self.check_action("command", (message.command,)):
            self.action_command(message.command)

    def perform(self, run: Run) -> None:
        """Run something that may change the map, after all that is still running."""
        self._waiting.append(run)
        self._next()

    def _next(self) -> None:
        if self._is_busy or not self._waiting:
            return
        run, start = self._waiting.popleft(), self.session
        if len(start.map.items) <= _AT_ONCE:
            self._take(start, _outcome_of(run, start))
            self._next()
            return
        self._is_busy = True

        def work() -> None:
            outcome = _outcome_of(run, start)
            graph = None
            if isinstance(outcome, Session) and outcome.map is not start.map:
                # 360 ms for 10,000 claims, which the screen need not wait for.
                graph = graph_of(outcome.map)
            self.post_message(_Came(start, outcome, graph))

        self.run_worker(work, thread=True, group="commands")

    def on__came(self, message: _Came) -> None:
        """Show what a command in a thread has come to."""
        self._is_busy = False
        if message.graph is not None:
            self._graph = message.graph
        self._take(message.start, message.outcome)
        self._next()

    def _take(self, start: Session, outcome: Outcome | EditError) -> None:
        """Do what follows from a command."""
        self._is_keeping = False
        match outcome:
            case EditError():
                self.tell(str(outcome), "warning")
            case Session():
                self.adopt(merged(self.session, start, outcome))
            case Told(session, sentence):
                self.adopt(merged(self.session, start, session))
                self.tell(sentence)
            case Write():
                self._begin_writing(outcome)
            case Choose(title, choices, then):
                self.ask(Menu(title, choices), lambda answer: self.perform(_after(then, answer)))
            case Line(title, text, then, suggestions, hint):
                box = LineBox(title, text, suggestions, hint)
                self.ask(box, lambda answer: self.perform(_after(then, answer)))
            case Pick(title, options, then):
                self.ask(Picker(title, options), lambda answer: self.perform(_after(then, answer)))
            case Do(gesture, number):
                self.gesture(gesture, number)

    def gesture(self, name: Gesture, number: int) -> None:
        """Carry out a gesture."""
        raise NotImplementedError

    def ask(self, box: Box, then: Callable[[str], None]) -> None:
        """Show a box, and go on with its answer if there is one."""

        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(box, answered)

    # Writing.

    def _begin_writing(self, write: Write) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        if self.pane != "outline":
            self.show_pane("outline")
        if write.preview is not None:
            sheet.show(write.preview, write.item)
        self._write = write
        sheet.begin(write.item, write.text)
        self.show_bars()

    @on(RowEditor.Kept)
    def _kept(self, message: RowEditor.Kept) -> None:
        write, text = self._write, message.text
        if write is None or self._is_keeping:
            return
        if write.preview is not None and not text.strip():
            self._stop_writing()
            return

        self._is_keeping = True
        self.perform(lambda session: write.then(session, text))

    @on(RowEditor.Left)
    def _stop_writing(self) -> None:
        write, self._write = self._write, None
        if write is None or self.sheet is None:
            return
        with self.app.batch_update():
            self.sheet.end()
            if write.preview is not None:
                self.sheet.show(self.session.map, self.session.cursor)
        self.show_bars()

    def adopt(self, session: Session) -> None:
        """Make another session the one that is shown."""
        before, self.session = self.session, session
        was, now = before.buffer, session.buffer
        if was is None or now is None or was.number != now.number:
            self._write = None
            self.show_buffer()
            return
        if was.document is now.document and self._write is None:
            self.show_bars()
            return
        with self.app.batch_update():
            if self._write is not None and self.sheet is not None:
                self._write = None
                self.sheet.end()
            self.show_map()
        if was.document is not now.document:
            self.document_changed(now)

    def document_changed(self, buffer: Buffer) -> None:
        """Hear that the text of a map is another."""

    # What the outline tells.

    @on(CursorMoved)
    def _cursor_moved(self, message: CursorMoved) -> None:
        buffer, sheet = self.session.buffer, self.sheet
        if buffer is None or sheet is None or self._write is not None:
            return
        if message._sender is not sheet.outline:  # noqa: SLF001 - another map's outline
            return
        cursor = sheet.outline.cursor
        if cursor != buffer.cursor and sheet.outline.map is self.session.map:
            self._look_at(buffer, cursor)

    def _catch_up(self) -> None:
        """Take the outline's cursor and selection over before a command acts on them.

        Their messages come later than keys that were typed fast: `j d` must not delete the row
        that the cursor has left.
        """
        buffer, sheet = self.session.buffer, self.sheet
        if buffer is None or sheet is None or self._write is not None:
            return
        outline = sheet.outline
        if outline.map is not self.session.map:
            return
        if outline.cursor != buffer.cursor or outline.selected != buffer.selected:
            after = replace(buffer, cursor=outline.cursor, selected=outline.selected)
            self.session = with_buffer(self.session, after)
            self.call_later(self._show_beside)

    def _look_at(self, buffer: Buffer, cursor: int) -> None:
        self.session = with_buffer(self.session, replace(buffer, cursor=cursor))
        self._show_beside()
        self.show_bars()

    @on(SelectionChanged)
    def _selection_changed(self, message: SelectionChanged) -> None:
        buffer = self.session.buffer
        if buffer is not None and self._write is None:
            after = replace(buffer, selected=message.items)
            self.session = with_buffer(self.session, after)

    @on(Activated)
    def _activated(self, _message: Activated) -> None:
        if self.check_action("command", ("edit-text",)):
            self.action_command("edit-text")

    @on(ContextWanted)
    def _context_wanted(self, _message: ContextWanted) -> None:
        if not self.is_writing:
            self.action_command("palette")

    @on(DropWanted)
    def _dropped(self, message: DropWanted) -> None:
        if self.check_action("command", ("indent",)):
            self.perform(
                partial(drop, sources=message.sources, target=message.target, where=message.where)
            )

    @on(Picked)
    def _picked(self, message: Picked) -> None:
        if self.sheet is not None and not self.is_writing:
            self.sheet.outline.go_to(message.item)


def _outcome_of(run: Run, session: Session) -> Outcome | EditError:
    try:
        return run(session)
    except EditError as refusal:
        return refusal


def _after(then: Callable[[Session, str], Outcome], answer: str) -> Run:
    def run(session: Session) -> Outcome:
        return then(session, answer)

    return run
