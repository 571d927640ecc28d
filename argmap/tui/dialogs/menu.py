"""A menu: each entry is chosen by its letter, by the arrow keys and enter, or with the mouse."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.tui.dialogs.box import Box
from argmap.tui.session.outcomes import Choice

__all__ = ["Menu"]


class Menu(Box):
    """Asks for one of a few choices; the answer is its name."""

    DEFAULT_CSS = "Menu OptionList { height: auto; max-height: 16; }"

    def __init__(self, title: str, choices: tuple[Choice, ...]) -> None:
        super().__init__(title, "letter or ⏎ chooses · esc leaves")
        self._choices = choices

    def contents(self) -> ComposeResult:
        """Yield a line for each choice: its letter, its name, what it means."""
        width = max((len(choice.name) for choice in self._choices), default=0)
        yield OptionList(
            *(
                Option(
                    Content.assemble(
                        (f" {choice.key} ", "bold reverse"),
                        f" {choice.name:{width}}  ",
                        (choice.meaning, "dim"),
                    )
                )
                for choice in self._choices
            ),
            markup=False,
        )

    def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        for choice in self._choices:
            if event.character is not None and event.character == choice.key:
                event.stop()
                event.prevent_default()
                self.dismiss(choice.name)
                return
        if event.key in ("j", "k"):
            options = self.query_one(OptionList)
            options.action_cursor_down() if event.key == "j" else options.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what enter or a click was given on."""
        self.dismiss(self._choices[event.option_index].name)
