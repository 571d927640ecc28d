"""Rows as strips of the terminal: each piece in its style, over the fill of the row's state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from argmap.rules.findings import Severity
from argmap.tui.outline.messages import Where
from argmap.tui.outline.rows import Piece, Row

__all__ = ["Painter", "State"]

CURSOR: Final = "❯"
SELECTED: Final = "✓"
_FINDINGS: Final = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
_DROPS: Final[dict[Where, str]] = {"before": "↥", "after": "↧", "inside": "↳"}


@dataclass(frozen=True, slots=True)
class State:
    """What is true of a row at the moment, beside what it says."""

    has_cursor: bool = False
    is_selected: bool = False
    is_dimmed: bool = False
    severity: Severity | None = None
    drop: Where | None = None

    @property
    def fill(self) -> str | None:
        """The component whose background lies behind the row."""
        if self.drop is not None:
            return "drop"
        return "cursor" if self.has_cursor else "selected" if self.is_selected else None


class Painter:
    """Looks styles up once and puts lines together from them.

    `look_up` returns the style of a component class, with the widget's own background where the
    class has none; `has_colour` whether it sets a colour of its own.
    """

    def __init__(
        self, base: Style, look_up: Callable[[str], Style], has_colour: Callable[[str], bool]
    ) -> None:
        self._base = base
        self._look_up = look_up
        self._has_colour = has_colour
        self._styles: dict[tuple[str, str | None, bool, bool], Style] = {}

    def blank(self, width: int) -> Strip:
        """Return an empty line."""
        return Strip.blank(width, self._base)

    def remark(self, text: str, width: int) -> Strip:
        """Return a line that says something in place of rows."""
        style = self._style("tail", State())
        return Strip([Segment(f"   {text}", style)]).adjust_cell_length(width, self._base)

    def line(self, row: Row, number: int, state: State, width: int) -> Strip:
        """Return a line of a row, `width` cells wide."""
        segments = self._margin(state, first=number == 0)
        for piece in row.line(number):
            if piece.text:
                style = self._style(_component(piece, row), state, is_match=piece.is_match)
                segments.append(Segment(piece.text, style))
        fill = self._style("body", state)
        return Strip(segments).adjust_cell_length(width, fill)

    def _margin(self, state: State, *, first: bool) -> list[Segment]:
        if not first:
            return [Segment("   ", self._style("mark", state))]
        cursor = CURSOR if state.has_cursor else " "
        mark = cursor if state.drop is None else _DROPS[state.drop]
        marks = mark + (SELECTED if state.is_selected else " ")
        segments = [Segment(marks, self._style("mark", state))]
        found = state.severity
        component = "mark" if found is None else str(found)
        sign = " " if found is None else _FINDINGS[found]
        return [*segments, Segment(sign, self._style(component, state))]

    def _style(self, component: str, state: State, *, is_match: bool = False) -> Style:
        key = component, state.fill, state.is_dimmed, is_match
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._composed(*key)
        return style

    def _composed(self, component: str, fill: str | None, dimmed: bool, match: bool) -> Style:  # noqa: FBT001
        style = self._look_up(component)
        if dimmed:
            style += Style(color=self._look_up("dimmed").color, bold=False)
        for over in (fill, "match" if match else None):
            if over is not None:
                style += self._over(over)
        return style

    def _over(self, component: str) -> Style:
        """Return what a fill changes: the background, and more only where it says so."""
        over = self._look_up(component)
        return Style(
            color=over.color if self._has_colour(component) else None,
            bgcolor=over.bgcolor,
            bold=over.bold or None,
            underline=over.underline or None,
            reverse=over.reverse or None,
        )


def _component(piece: Piece, row: Row) -> str:
    return row.tone if piece.part in ("icon", "head", "bracket") else piece.part
