"""A box with a longer text to read: help, a comparison, the text of a file."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from argmap.tui.dialogs.box import Box

__all__ = ["Reading", "reading_width"]

_WIDEST = 110
# Border, padding and scroll bar.
_FRAME = 6


def reading_width(screen: int) -> int:
    """Return how many cells a line has on a screen of that width."""
    return min(_WIDEST, screen * 96 // 100) - _FRAME


class Reading(Box):
    """Shows a text that can be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,f1,enter", "leave", "Close", id="close-reading"),
        Binding("j", "scroll_text(1)", "Down", id="reading-down"),
        Binding("k", "scroll_text(-1)", "Up", id="reading-up"),
    ]
    DEFAULT_CSS = """
    Reading {
        & > .box { width: 110; height: 90%; }
        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & VerticalScroll > Static { height: auto; }
    }
    """

    def __init__(self, title: str, text: Content) -> None:
        super().__init__(title, "↑↓ j k scroll · esc closes")
        self._text = text

    def contents(self) -> ComposeResult:
        """Yield the text."""
        with VerticalScroll():
            yield Static(self._text)

    def action_scroll_text(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
