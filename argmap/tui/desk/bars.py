"""The two bars: what is open and how it stands above, and the keys that can be pressed below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

__all__ = ["Hint", "KeyBar", "TitleBar"]

# A key, what it does in a word or two, and the id of the command ("" for none).
Hint = tuple[str, str, str]
_GAP = 2


class TitleBar(Static):
    """One line: the file and whether it is saved on the left, a remark, findings on the right."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    TitleBar:ansi { background: ansi_default; text-style: reverse; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False, id="title-bar")
        self._left, self._middle, self._right = "", "", ""
        self._is_dirty = False

    def tell(self, left: str, middle: str, right: str, *, is_dirty: bool) -> None:
        """Show other words, as far as there is room."""
        told = (left, middle, right, is_dirty)
        if told != (self._left, self._middle, self._right, self._is_dirty):
            self._left, self._middle, self._right, self._is_dirty = told
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the words spread over the width."""
        width = self.size.width
        mark = "● " if self._is_dirty else "  "
        room = width - cell_len(self._right) - _GAP - cell_len(mark)
        left = _cut(self._left, room)
        middle = _cut(self._middle, room - cell_len(left) - 2 * _GAP)
        middle = f"{' ' * _GAP}{middle}" if len(middle) > 4 else ""
        filler = width - cell_len(mark + left + middle + self._right)
        return Content.assemble(
            (mark, "bold $warning"),
            (left, "bold"),
            (middle, "dim"),
            " " * max(1, filler),
            self._right,
        )


class KeyBar(Static):
    """One line with the keys that matter now; each can be clicked."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    KeyBar:ansi { background: ansi_default; }
    """
    _MOST_NARROW: ClassVar[int] = 6

    class Pressed(Message):
        """A command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(markup=False, id="key-bar")
        self._hints: tuple[Hint, ...] = ()

    def tell(self, hints: Sequence[Hint]) -> None:
        """Show other keys, the most important first."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return as many keys as there is room for, at most six on 80 columns."""
        width = self.size.width
        most = self._MOST_NARROW if width <= 80 else len(self._hints)
        parts: list[Content] = []
        used = 0
        for key, words, command in self._hints[:most]:
            used += cell_len(f"{key} {words}") + _GAP
            if used > width:
                break
            click = Style.from_meta({"@click": f"press_key({command!r})"}) if command else Style()
            shown = Content.assemble((key, "bold $accent"), f" {words}", " " * _GAP)
            parts.append(shown.stylize(click))
        return Content("").join(parts)

    def action_press_key(self, command: str) -> None:
        """Tell which command was clicked."""
        self.post_message(self.Pressed(command))


def _cut(text: str, width: int) -> str:
    """Return a text in at most `width` cells."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[:-1]
    return f"{text}…" if text else ""
