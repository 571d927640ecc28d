"""A box for a short text, completed as it is written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input

from argmap.tui.dialogs.box import Box

__all__ = ["LineBox"]


class LineBox(Box):
    """Asks for a short text; the answer is what was written, also if that is nothing."""

    def __init__(
        self, title: str, text: str = "", suggestions: tuple[str, ...] = (), hint: str = ""
    ) -> None:
        known = " · → completes" if suggestions else ""
        super().__init__(title, f"{hint} ⏎ keeps it · esc leaves{known}".strip())
        self._text = text
        self._suggestions = suggestions

    def contents(self) -> ComposeResult:
        """Yield the line to write in."""
        suggester = SuggestFromList(self._suggestions, case_sensitive=False)
        yield Input(
            self._text,
            suggester=suggester if self._suggestions else None,
            select_on_focus=False,
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was written."""
        self.dismiss(event.value)
