"""The line to search with: what is written is found at once; enter stays, escape goes back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

__all__ = ["SearchLine"]


class SearchLine(Input):
    """Stands in place of the keys while something is searched."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="leave-search"),
    ]
    DEFAULT_CSS = """
    SearchLine {
        display: none; height: 1; border: none; padding: 0 1; background: $boost;
        &:focus { border: none; }
    }
    """

    class Ended(Message):
        """The search is over; `is_kept` if the cursor is to stay where it is."""

        def __init__(self, *, is_kept: bool) -> None:
            super().__init__()
            self.is_kept = is_kept

    def __init__(self) -> None:
        super().__init__(placeholder="search", id="search")

    def action_leave(self) -> None:
        """End the search where it began."""
        self.post_message(self.Ended(is_kept=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End the search where it has got to."""
        event.stop()
        self.post_message(self.Ended(is_kept=True))
