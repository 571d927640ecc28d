"""The fields pane: every field of the claim and of the step under the cursor; enter edits one."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.reporters.visible import visible
from argmap.tui.session.fields import Field

__all__ = ["DetailsPane"]


class DetailsPane(OptionList):
    """Lists the fields of an item with their values, the claim's before the step's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", id="field-down"),
        Binding("k", "cursor_up", "Up", id="field-up"),
        Binding("e", "select", "Edit", id="field-edit"),
    ]
    DEFAULT_CSS = """
    DetailsPane { border: none; padding: 0 1; background: $background; }
    DetailsPane:focus { border: none; }
    """

    class Chosen(Message):
        """A field is to be edited."""

        def __init__(self, field: Field) -> None:
            super().__init__()
            self.field = field

    def __init__(self) -> None:
        super().__init__(id="details", markup=False)
        self._fields: tuple[Field, ...] = ()

    def show(self, fields: tuple[Field, ...]) -> None:
        """Show the fields of another item."""
        if fields == self._fields:
            return
        at = self.highlighted
        self._fields = fields
        self.clear_options()
        self.add_options([Option(_line(field)) for field in fields])
        if at is not None and fields:
            self.highlighted = min(at, len(fields) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the field to be edited."""
        event.stop()
        self.post_message(self.Chosen(self._fields[event.option_index]))


def _line(field: Field) -> Content:
    label = field.name if field.owner == "claim" else f"{field.owner} {field.name}"
    value = visible(field.shown) if field.shown else "–"
    return Content.assemble((f"{label:<17}", "bold"), (value, "" if field.shown else "dim"))
