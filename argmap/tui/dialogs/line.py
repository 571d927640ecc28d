"""A box for a short text, completed as it is written."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from argmap.reporters.visible import visible
from argmap.tui.dialogs.box import Box

__all__ = ["LineBox"]


class LineBox(Box):
    """Asks for a short text; the answer is what was written, also if that is nothing."""

    def __init__(
        self,
        title: str,
        text: str = "",
        suggestions: tuple[str, ...] = (),
        hint: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        known = " · → completes" if suggestions else ""
        super().__init__(title, f"{hint} ⏎ keeps it · esc leaves{known}".strip())
        self._text = text
        self._suggestions = suggestions
        self._check = check

    def contents(self) -> ComposeResult:
        """Yield the line to write in."""
        suggester = SuggestFromList(self._suggestions, case_sensitive=False)
        yield Input(
            self._text,
            suggester=suggester if self._suggestions else None,
            select_on_focus=False,
        )

        if self._check is not None:
            yield Static(Content(""), classes="box-check")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what can be told of what is written so far."""
        if self._check is not None:
            remark = Content(visible(self._check(event.value)))
            self.query_one(".box-check", Static).update(remark)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was written."""
        self.dismiss(event.value)
