"""The screen of the editor: it asks commands what follows, and shows what came of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import ContentSwitcher, TextArea

from argmap.model.edits import EditError
from argmap.model.graph import Graph, graph_of
from argmap.rules.findings import Finding
from argmap.tui.chart.messages import Picked
from argmap.tui.chart.pane import MapPane
from argmap.tui.commands.catalogue import COMMANDS, COMMANDS_BY_ID
from argmap.tui.commands.copying import drop
from argmap.tui.desk.bars import Hint, KeyBar, TitleBar
from argmap.tui.desk.details import DetailsPane
from argmap.tui.desk.findings import FindingsPane, counts_of
from argmap.tui.desk.look import CSS
from argmap.tui.desk.writing import RowEditor, Sheet
from argmap.tui.dialogs.box import Box
from argmap.tui.dialogs.line import LineBox
from argmap.tui.dialogs.menu import Menu
from argmap.tui.dialogs.picker import Picker
from argmap.tui.keymap import Keymap
from argmap.tui.outline import Activated, CursorMoved, DropWanted, SelectionChanged
from argmap.tui.session.buffers import Buffer
from argmap.tui.session.fields import fields_of
from argmap.tui.session.outcomes import Choose, Do, Gesture, Line, Outcome, Pick, Told, Write
from argmap.tui.session.sessions import Session, merged, with_buffer

__all__ = ["Desk", "Pane", "Run"]

Run = Callable[[Session], Outcome]
Pane = Literal["outline", "chart", "text", "details", "findings"]
Severity = Literal["information", "warning", "error"]

# From this many items on, commands run in a thread: an edit of 300 takes some 20 ms, one of 10,000
# some 500.
_AT_ONCE: Final = 300
_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
_WRITING_HINTS: tuple[Hint, ...] = (("⏎", "Keep", ""), ("esc", "Leave", ""), ("^j", "New line", ""))
_LEAVE: Hint = ("esc", "Outline", "escape")
_ENTER: dict[Pane, str] = {"details": "Edit", "findings": "Go there"}
_CHART_COMMANDS = ("map-scope", "map-direction", "map-texts")


class _Came(Message):
    """A command has come to something."""

    def __init__(self, start: Session, outcome: Outcome | EditError) -> None:
        super().__init__()
        self.start = start
        self.outcome = outcome


class Desk(Screen[None], inherit_bindings=False):
    """Holds the session, the panes and the bars; gestures are left to others."""

    DEFAULT_CSS = CSS
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = None

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        self.findings: tuple[Finding, ...] = ()
        self.pane: Pane = "outline"
        self._waiting: deque[Run] = deque()
        self._is_busy = False
        self._write: Write | None = None
        self._sentence = ""
        self._graph: tuple[object, Graph] = (None, graph_of(session.map))
        self._bindings = BindingsMap(
            Binding(key, f"command({name!r})", COMMANDS_BY_ID[name].title, show=False)
            for key, name in keymap.commands.items()
        )

    def compose(self) -> ComposeResult:
        """Put the outline beside the other panes, between the two bars."""
        yield TitleBar()
        with Horizontal(id="body"):
            with ContentSwitcher(id="left"):
                for buffer in self.session.buffers:
                    yield Sheet(buffer.document.map, buffer.number)
            with Vertical(id="right"):
                with ContentSwitcher(id="upper", initial="chart"):
                    yield MapPane(id="chart")
                    yield TextArea(
                        id="text", read_only=True, show_line_numbers=True, soft_wrap=False
                    )
                with ContentSwitcher(id="lower", initial="details"):
                    yield DetailsPane()
                    yield FindingsPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first map."""
        self.show_buffer()

    # What is in use.

    @property
    def sheet(self) -> Sheet | None:
        """The outline of the map in use, with its editor."""
        buffer = self.session.buffer
        if buffer is None:
            return None
        return self.query_one_optional(f"#map-{buffer.number}", Sheet)

    @property
    def is_writing(self) -> bool:
        """Whether a text is being written over a row."""
        return self._write is not None

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.has_class("-narrow")

    def graph(self) -> Graph:
        """Return the graph of the map in use, the same object as long as the map is."""
        if self._graph[0] is not self.session.map:
            self._graph = (self.session.map, graph_of(self.session.map))
        return self._graph[1]

    def show_buffer(self) -> None:
        """Show the map in use in all panes."""
        buffer = self.session.buffer
        if buffer is None:
            self.query_one("#left", ContentSwitcher).current = None
        else:
            self.query_one("#left", ContentSwitcher).current = f"map-{buffer.number}"
        self.findings = buffer.document.findings if buffer is not None else ()
        self.show_pane("outline")
        self.show_map()
        if buffer is not None and not buffer.document.is_sound:
            self.show_broken(buffer)

    # Commands.

    def action_command(self, name: str) -> None:
        """Run a command by its id."""
        command = COMMANDS_BY_ID[name]
        self._sentence = ""
        if command.group in ("Write", "Rearrange"):
            if self.is_narrow and self.pane != "outline":
                self.show_pane("outline")
            self.perform(command.run)
        else:
            self._take(self.session, _outcome_of(command.run, self.session))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a command can be used now."""
        if action != "command":
            return True
        command = COMMANDS_BY_ID[str(parameters[0])]
        if self.is_writing:
            return command.id == "save"
        in_list = self.pane in ("details", "findings", "text")
        if in_list and not (command.group in ("Look", "Files") or command.id == "escape"):
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
            self.post_message(_Came(start, _outcome_of(run, start)))

        self.run_worker(work, thread=True, group="commands")

    def on__came(self, message: _Came) -> None:
        """Show what a command in a thread has come to."""
        self._is_busy = False
        self._take(message.start, message.outcome)
        self._next()

    def _take(self, start: Session, outcome: Outcome | EditError) -> None:
        """Do what follows from a command."""
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

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Show a sentence: above until the next key, or over the screen if it is a warning."""
        if severity == "information" and self.is_current:
            self._sentence = sentence
            self.show_bars()
            return
        timeout = 10 if severity == "error" else 6
        self.notify(sentence, severity=severity, timeout=timeout, markup=False)

    # Writing.

    def _begin_writing(self, write: Write) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        if write.preview is not None:
            sheet.show(write.preview, write.item)
        self._write = write
        sheet.begin(write.item, write.text)
        self.show_bars()

    @on(RowEditor.Kept)
    def _kept(self, message: RowEditor.Kept) -> None:
        write, text = self._write, message.text
        if write is None:
            return
        if write.preview is not None and not text.strip():
            self._stop_writing()
            return

        def run(session: Session) -> Outcome:
            return write.then(session, text)

        self.perform(run)

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

    # Showing.

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

    def show_map(self) -> None:
        """Show the map in use as it is now."""
        sheet = self.sheet
        if sheet is not None:
            sheet.outline.show(self.session.map, self.graph(), cursor=self.session.cursor)
        self._show_beside()
        self.check_soon()
        self.show_bars()

    def check_soon(self) -> None:
        """Have the map checked when there is time."""

    def _show_beside(self) -> None:
        """Show what the other panes say of the item under the cursor."""
        self.query_one("#chart", MapPane).show(self.graph(), self.session.cursor)
        self.query_one(DetailsPane).show(fields_of(self.session.map, self.session.cursor))

    def show_bars(self) -> None:
        """Show in the bars how things stand."""
        if not self.is_mounted:
            return
        buffer, session = self.session.buffer, self.session
        left, middle, is_dirty = "argmap", "", False
        if buffer is not None:
            left, is_dirty = buffer.path or "new map", buffer.is_dirty
            label = buffer.history.undo_label
            middle = "" if label is None else f"u undoes: {label}"
        if self._write is not None:
            middle = f"{self._write.title} …"
        elif not session.map.items and session.map.title:
            middle = session.map.title
        if self._sentence:
            left, middle = self._sentence, ""
        right = counts_of(self.findings)
        if len(session.buffers) > 1:
            right = f"{right}  [{session.current + 1}/{len(session.buffers)}]".strip()
        self.query_one(TitleBar).tell(left, middle, right, is_dirty=is_dirty)
        self.query_one(KeyBar).tell(self._hints())

    def _hints(self) -> tuple[Hint, ...]:
        if self.is_writing:
            return _WRITING_HINTS
        commands = sorted((one for one in COMMANDS if one.foot), key=lambda one: one.foot)
        hints = tuple(
            (self.keymap.shown(one.id), one.short, one.id)
            for one in commands
            if self.keymap.keys[one.id] and self.check_action("command", (one.id,))
        )
        if self.pane == "outline":
            return hints
        if self.pane == "chart":
            return (_LEAVE, *(self._hint(name) for name in _CHART_COMMANDS), *hints)
        if self.pane == "text":
            return (_LEAVE, *hints)
        return (_LEAVE, ("⏎", _ENTER[self.pane], ""), *hints)

    def _hint(self, name: str) -> Hint:
        command = COMMANDS_BY_ID[name]
        return self.keymap.shown(name), command.short, name

    def show_broken(self, buffer: Buffer) -> None:
        """Show what can be shown of a file with errors."""

    def show_pane(self, pane: Pane) -> None:
        """Give a pane the focus; on a narrow screen it takes the place of the others."""
        self.remove_class(*(f"-pane-{one}" for one in ("outline", "upper", "lower")))
        self.pane = pane
        if pane in ("chart", "text"):
            self.query_one("#upper", ContentSwitcher).current = pane
            self.add_class("-pane-upper")
        elif pane in ("details", "findings"):
            self.query_one("#lower", ContentSwitcher).current = pane
            self.add_class("-pane-lower")
        else:
            self.add_class("-pane-outline")
        target = self.sheet.outline if pane == "outline" and self.sheet else None
        if pane != "outline":
            self.query_one(f"#{pane}").focus(scroll_visible=False)
        elif target is not None:
            target.focus(scroll_visible=False)
        self.show_bars()

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
