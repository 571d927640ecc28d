"""The panes of the editor's screen and its two bars, which show a session as it is."""

from __future__ import annotations

from typing import Final, Literal, get_args

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import ContentSwitcher, TextArea

from argmap.document.document import Document
from argmap.model.graph import Graph, graph_of
from argmap.rules.findings import Finding
from argmap.tui.chart.pane import MapPane
from argmap.tui.commands.catalogue import COMMANDS, COMMANDS_BY_ID
from argmap.tui.desk.bars import Hint, KeyBar, TitleBar
from argmap.tui.desk.details import DetailsPane
from argmap.tui.desk.findings import FindingsPane, counts_of
from argmap.tui.desk.look import CSS
from argmap.tui.desk.writing import MapOutline, Sheet
from argmap.tui.keymap import Keymap
from argmap.tui.session.buffers import Buffer
from argmap.tui.session.fields import fields_of
from argmap.tui.session.outcomes import Write
from argmap.tui.session.sessions import Session

__all__ = ["Pane", "Panes", "Severity"]

Pane = Literal["outline", "chart", "text", "details", "findings"]
Severity = Literal["information", "warning", "error"]

# Below this width there is room for one pane at a time.
_BREAKPOINTS: Final = [(0, "-narrow"), (110, "-wide")]
_WRITING_HINTS: Final[tuple[Hint, ...]] = (
    ("⏎", "Keep", ""),
    ("esc", "Leave", ""),
    ("^j", "New line", ""),
)
_LEAVE: Final[Hint] = ("esc", "Outline", "escape")
_ENTER: Final[dict[Pane, str]] = {"details": "Edit", "findings": "Go there"}
_CHART_COMMANDS: Final = ("map-scope", "map-direction", "map-texts")


class Panes(Screen[None], inherit_bindings=False):
    """Shows the session; what becomes of it is left to others."""

    DEFAULT_CSS = CSS
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = None

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        self.findings: tuple[Finding, ...] = ()
        self.pane: Pane = "outline"
        self._write: Write | None = None
        self._sentence = ""
        self._graph = graph_of(session.map)
        self._counted: tuple[tuple[Finding, ...], str] = ((), "")
        self._compared: tuple[Document | None, str | None, bool] = (None, None, False)
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
        if self._graph.map is not self.session.map:
            self._graph = graph_of(self.session.map)
        return self._graph

    def is_dirty(self, buffer: Buffer) -> bool:
        """Whether a map is not saved, which is found out once for each text."""
        document, saved, _ = self._compared
        if document is not buffer.document or saved != buffer.history.saved:
            self._compared = (buffer.document, buffer.history.saved, buffer.is_dirty)
        return self._compared[2]

    def counts(self) -> str:
        """Return how many findings there are, counted once."""
        if self._counted[0] is not self.findings:
            self._counted = (self.findings, counts_of(self.findings))
        return self._counted[1]

    # Showing it.

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

    def show_map(self) -> None:
        """Show the map in use as it is now."""
        sheet = self.sheet
        if sheet is not None:
            sheet.outline.show(self.session.map, self.graph(), cursor=self.session.cursor)
        self._show_beside()
        self.check_soon()
        self.show_bars()

    def _show_beside(self) -> None:
        """Show what the other panes say of the item under the cursor."""
        self.query_one("#chart", MapPane).show(self.graph(), self.session.cursor)
        self.query_one(DetailsPane).show(fields_of(self.session.map, self.session.cursor))

    def check_soon(self) -> None:
        """Have the map checked when there is time."""

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

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Notice that another pane got the focus, perhaps by a click."""
        name = "outline" if isinstance(event.widget, MapOutline) else event.widget.id
        for pane in get_args(Pane):
            if pane == name and pane != self.pane:
                self.pane = pane
                self.show_bars()

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Show a sentence: above until the next key, or over the screen if it is a warning."""
        if severity == "information" and self.is_current:
            self._sentence = sentence
            self.show_bars()
            return
        timeout = 10 if severity == "error" else 6
        self.notify(sentence, severity=severity, timeout=timeout, markup=False)

    def show_bars(self) -> None:
        """Show in the bars how things stand."""
        if not self.is_mounted:
            return
        buffer, session = self.session.buffer, self.session
        left, middle, is_dirty = "argmap", "", False
        if buffer is not None:
            left, is_dirty = buffer.path or "new map", self.is_dirty(buffer)
            label = buffer.history.undo_label
            middle = "" if label is None else f"u undoes: {label}"
        if self._write is not None:
            middle = f"{self._write.title} …"
        elif not session.map.items and session.map.title:
            middle = session.map.title
        if self._sentence:
            left, middle = self._sentence, ""
        right = self.counts()
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
