"""What all boxes share: they lie over the screen, and escape closes them without an answer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

__all__ = ["Box"]


class Box(ModalScreen[str | None]):
    """A box with a title, whose answer is a text, or None where there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Close", id="close-box")]
    DEFAULT_CSS = """
    Box {
        align: center middle;
        background: $background 60%;
        & > .box {
            width: 72;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            border: round $primary;
            background: $surface;
            padding: 0 1;
        }
        & .box-title { text-style: bold; color: $primary; height: auto; }
        & .box-check { height: auto; padding: 1 0; }
        & .box-hint { color: $text-muted; height: auto; }
        & Input, & Input:focus { border: none; height: 1; padding: 0; background: $boost; }
        & OptionList, & OptionList:focus { border: none; background: transparent; padding: 0; }
        &:ansi > .box, &:ansi .box-title { background: ansi_default; }
    }
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self._box_title = title
        self._box_hint = hint

    def compose(self) -> ComposeResult:
        """Put the title above what the box holds, and the hint below."""
        with Vertical(classes="box"):
            yield Static(Content(self._box_title), classes="box-title")
            yield from self.contents()
            if self._box_hint:
                yield Static(Content(self._box_hint), classes="box-hint")

    def contents(self) -> ComposeResult:
        """Yield what stands below the title."""
        yield from ()

    def action_leave(self) -> None:
        """Close the box without an answer."""
        self.dismiss(None)
