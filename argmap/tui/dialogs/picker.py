"""A list to search in: what is written narrows it down, best matches first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from argmap.reporters.visible import visible
from argmap.tui.dialogs.box import Box
from argmap.tui.dialogs.ranking import ranked

__all__ = ["Picker"]

# More than anybody scrolls through; each further letter narrows it down.
_MOST_SHOWN = 200


class Picker(Box):
    """Asks for one of many options; each has what is answered, what is shown, and an aside."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", id="pick-next"),
        Binding("up", "move(-1)", "Previous", id="pick-previous"),
        Binding("pagedown", "move(10)", "Further", id="pick-further"),
        Binding("pageup", "move(-10)", "Back", id="pick-back"),
    ]
    DEFAULT_CSS = "Picker OptionList { height: auto; max-height: 16; }"

    def __init__(self, title: str, options: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(title, "write to narrow down · ↑↓ choose · ⏎ takes it · esc leaves")
        self._options = options
        self._shown: tuple[int, ...] = ()

    def contents(self) -> ComposeResult:
        """Yield the line to write in and the list below it."""
        yield Input(placeholder="a few letters")
        options = OptionList(markup=False)
        options.can_focus = False
        yield options

    def on_mount(self) -> None:
        """Show the first options."""
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what matches."""
        self._narrow(event.value)

    def _narrow(self, query: str) -> None:
        texts = [f"{shown} {aside}" for _, shown, aside in self._options]
        self._shown = tuple(ranked(query, texts)[:_MOST_SHOWN])
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([self._line(index) for index in self._shown])
        options.highlighted = 0 if self._shown else None

    def _line(self, index: int) -> Option:
        _, shown, aside = self._options[index]
        tail = f"  {visible(aside)}" if aside else ""
        return Option(Content.assemble(visible(shown), (tail, "dim")))

    def action_move(self, by: int) -> None:
        """Move the highlight while the line keeps the focus."""
        options = self.query_one(OptionList)
        if self._shown:
            at = (options.highlighted or 0) + by
            options.highlighted = max(0, min(at, len(self._shown) - 1))

    def on_input_submitted(self) -> None:
        """Answer with what is highlighted."""
        at = self.query_one(OptionList).highlighted
        if at is not None and self._shown:
            self.dismiss(self._options[self._shown[at]][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with what was clicked."""
        self.dismiss(self._options[self._shown[event.option_index]][0])
