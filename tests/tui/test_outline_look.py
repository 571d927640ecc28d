from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.style import Style
from textual.pilot import Pilot

from argmap.diagram.themes import KINDS
from argmap.rules.findings import Severity
from argmap.tui.outline import Outline
from argmap.tui.outline.look import COMPONENTS
from argmap.tui.outline.painting import Painter, State
from argmap.tui.outline.sheet import Sheet
from tests.model.outlines import map_of
from tests.tui.conftest import on_screen

TREE = map_of("claim a\n  support b\n  rebut c")
WORDS = (*KINDS, "body", "aside", "tail", "count", "fold", "mark", "error", "warning", "info")
STATES = {
    "plain": State(),
    "cursor": State(has_cursor=True),
    "selected": State(is_selected=True),
    "dropped on": State(drop="inside"),
    "dimmed": State(is_dimmed=True),
}


def with_painter(check: Callable[[Painter], None], theme: str, *, focused: bool = True) -> None:
    """Check the painter of an outline on a screen that has this theme."""

    async def look(pilot: Pilot[None], outline: Outline) -> None:
        if not focused:
            pilot.app.set_focus(None)
            await pilot.pause()
        check(outline._new_painter())

    on_screen(TREE, look, theme=theme)


def contrast(style: Style) -> float:
    """Return the ratio of WCAG 2, 1 to 21, between a style's colour and its background."""
    assert style.color is not None
    assert style.bgcolor is not None
    shades = sorted(map(luminance, (style.color.get_truecolor(), style.bgcolor.get_truecolor())))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (
        part / 12.92 if (part := value / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for value in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("focus", ["focused", "not focused"])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_words_can_be_read_on_every_fill(theme: str, focus: str) -> None:
    def check(paint: Painter) -> None:
        for state in STATES.values():
            for word in WORDS:
                assert contrast(paint._style(word, state)) >= 4.5, (word, state)
            for word in ("body", "aside", "tail", "count"):
                found = contrast(paint._style(word, state, is_match=True))
                assert found >= 4.5, (word, state)
            assert contrast(paint._style("guide", state)) >= 2

    with_painter(check, theme, focused=focus == "focused")


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_each_state_of_a_row_has_a_fill_of_its_own(theme: str) -> None:
    def check(paint: Painter) -> None:
        fills = {name: paint._style("body", state).bgcolor for name, state in STATES.items()}
        assert fills["plain"] == fills["dimmed"]
        assert len({fills["plain"], fills["cursor"], fills["selected"]}) == 3
        assert fills["dropped on"] != fills["plain"]

    with_painter(check, theme)


def test_a_row_tells_its_state_without_colour() -> None:
    row = Sheet(TREE, 40).row(1)

    def check(paint: Painter) -> None:
        def margin(state: State) -> str:
            return paint.line(row, 0, state, 40).text[:3]

        assert margin(State()) == "   "
        assert margin(State(has_cursor=True, is_selected=True)) == "❯✓ "
        assert margin(State(has_cursor=True, severity=Severity.ERROR)) == "❯ ✗"
        assert margin(State(severity=Severity.WARNING)) == "  !"
        assert margin(State(severity=Severity.INFO)) == "  i"
        assert margin(State(has_cursor=True, drop="before")) == "↥  "
        assert margin(State(drop="after")) == "↧  "
        assert margin(State(drop="inside")) == "↳  "

    with_painter(check, "textual-dark")


def test_lines_fill_the_width_and_are_cut_at_it() -> None:
    row = Sheet(TREE, 40).row(1)

    def check(paint: Painter) -> None:
        assert paint.line(row, 0, State(), 50).cell_length == 50
        assert paint.line(row, 0, State(), 9).cell_length == 9
        assert paint.blank(7).cell_length == 7
        assert paint.remark("Nothing here.", 20).text == "   Nothing here.    "

    with_painter(check, "textual-dark")


def test_every_component_can_be_styled_from_outside() -> None:
    assert {f"outline--{word}" for word in WORDS} < COMPONENTS
