"""The outline with an editor that lies over one of its rows and grows with what is written."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import TextArea

from argmap.model.maps import Map
from argmap.tui.outline import Outline

__all__ = ["MapOutline", "RowEditor", "Sheet"]

# Lines of the outline that stay in sight around a long text.
_AROUND = 3
_NEW_LINE = ("ctrl+j", "alt+enter", "shift+enter", "ctrl+enter")


class MapOutline(Outline, inherit_bindings=False):
    """The outline without the keys that a scrolled widget has: those of the commands count."""

    BINDING_GROUP_TITLE = "Outline"


class RowEditor(TextArea):
    """Edits a text: enter keeps it, escape leaves it, ctrl+j or alt+enter begin a line."""

    DEFAULT_CSS = """
    RowEditor {
        layer: over;
        position: absolute;
        display: none;
        border: none;
        padding: 0;
        background: $boost;
        color: $foreground;
        scrollbar-size: 0 0;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        &:ansi { background: ansi_default; color: ansi_default; text-style: none; }
    }
    """

    class Kept(Message):
        """The text is to be kept; `then_save` if the user asked to save with it."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The text is to stay as it was."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Kept(self.text))
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())
        elif event.key in _NEW_LINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)


class Sheet(Container):
    """The outline of one map, with the editor of its rows."""

    DEFAULT_CSS = """
    Sheet { layers: base over; width: 1fr; height: 1fr; }
    Sheet > MapOutline { layer: base; width: 1fr; height: 1fr; }
    """
    DEFAULT_CLASSES: ClassVar[str] = "sheet"

    def __init__(self, map_: Map, number: int) -> None:
        super().__init__(id=f"map-{number}")
        self.number = number
        self.outline = MapOutline(
            map_, remark="This map has no claims yet. Press a to write the first one."
        )
        self.editor = RowEditor(compact=True, soft_wrap=True, show_line_numbers=False)
        self._item: int | None = None
        self._lines = 0

    def compose(self) -> ComposeResult:
        """Lay the editor over the outline."""
        yield self.outline
        yield self.editor

    def on_mount(self) -> None:
        """Keep the editor on its row however the outline is scrolled."""
        self.watch(self.outline, "scroll_y", self._place, init=False)
        self.watch(self.outline, "size", self._grow, init=False)

    @property
    def is_writing(self) -> bool:
        """Whether the editor is open."""
        return self._item is not None

    def show(self, map_: Map, cursor: int | None = None) -> None:
        """Show a map in the outline."""
        self.outline.show(map_, cursor=cursor)

    def begin(self, item: int, text: str) -> None:
        """Open the editor over the row of an item."""
        self.outline.go_to(item)
        self._item, self._lines = item, 0
        self.editor.load_text(text)
        self.editor.move_cursor(self.editor.document.end)
        self.editor.display = True
        self.editor.focus(scroll_visible=False)
        self._grow()
        # The text is wrapped once the editor has its width.
        self.call_after_refresh(self._grow)

    def end(self) -> None:
        """Close the editor and give the row its text back."""
        item, self._item = self._item, None
        self.editor.display = False
        if item is not None:
            self.outline.reserve(item, 0)
        self.outline.focus(scroll_visible=False)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Make room for what was written."""
        event.stop()
        self._grow()

    def _grow(self) -> None:
        if self._item is None:
            return
        most = max(1, self.outline.size.height - _AROUND)
        lines = max(1, min(self.editor.wrapped_document.height, most))
        if lines != self._lines:
            self._lines = lines
            self.outline.reserve(self._item, lines)
        self._place()

    def _place(self) -> None:
        if self._item is None:
            return
        region = self.outline.region_of(self._item)
        if region is None:
            return
        styles = self.editor.styles
        styles.offset = (region.x, region.y)
        styles.width = region.width
        styles.height = region.height
