"""What tests of the editor share: a pinned environment, an outline on a screen, both as text."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from argmap.document.reading import read_text
from argmap.model.maps import Map
from argmap.tui.outline import Outline
from argmap.tui.outline.sheet import Sheet

MAPS = Path(__file__).parents[2] / "maps"
Scenario = Callable[[Pilot[None], Outline], Awaitable[None]]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine's wishes out of the tests."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)


def debate(name: str = "china-taliban-talks") -> Map:
    """Return one of the project's own maps."""
    text = (MAPS / f"{name}.yaml").read_text(encoding="utf-8")
    return read_text(text, f"{name}.yaml").map


def drawn(sheet: Sheet) -> str:
    """Return all rows of a sheet as text, without the margin; all blanks are plain ones."""
    lines: list[str] = []
    for item in sheet.layout.rows:
        row = sheet.row(item)
        lines += ["".join(piece.text for piece in row.line(n)).rstrip() for n in range(row.height)]
    return "\n".join(lines).replace("\u00a0", " ")


class OutlineApp(App[None]):
    """An outline, alone on the screen, and the messages that it has sent."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, map_: Map) -> None:
        super().__init__()
        self.outline = Outline(map_)
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.outline

    def _hear(self, message: object) -> None:
        self.heard.append(message)

    on_outline_cursor_moved = _hear
    on_outline_selection_changed = _hear
    on_outline_activated = _hear
    on_outline_context_wanted = _hear
    on_outline_drag_moved = _hear
    on_outline_drop_wanted = _hear


def on_screen(
    map_: Map,
    scenario: Scenario,
    *,
    size: tuple[int, int] = (80, 24),
    theme: str = "textual-dark",
    app: OutlineApp | None = None,
) -> OutlineApp:
    """Show a map in an outline, do what the scenario does with it, and return the app."""
    app = OutlineApp(map_) if app is None else app
    app.theme = theme

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            app.outline.focus()
            await pilot.pause()
            await scenario(pilot, app.outline)

    asyncio.run(run())
    return app


def screen_text(app: App[None]) -> str:
    """Return what is on the screen as plain text, a line for a line."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    lines = [strip.text.rstrip() for strip in strips]
    assert len(lines) == height
    assert all(strip.cell_length == width for strip in strips)
    return "\n".join(lines) + "\n"
