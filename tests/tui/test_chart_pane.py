"""The map pane on a screen: what it shows, what it tells, and that it never stands in the way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot

from argmap.diagram.engines.tidy import Tidy
from argmap.diagram.geometry import Engine, EngineError, Placement, Request
from argmap.diagram.themes import DARK, KINDS, LIGHT, Theme
from argmap.model.claims import Claim
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.tui.chart import look
from argmap.tui.chart.chart import Wish
from argmap.tui.chart.lines import LEFT, RIGHT
from argmap.tui.chart.messages import Picked, Redrawn
from argmap.tui.chart.pane import MapPane
from tests.conftest import Golden
from tests.tui.conftest import debate, screen_text


class PaneApp(App[None]):
    """A map pane, alone on the screen, and what it has told."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, engine: Engine | None = None, wish: Wish | None = None) -> None:
        super().__init__()
        self.pane = MapPane(engine=engine or Tidy(), wish=wish)
        self.picked: list[int] = []
        self.redrawn: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_map_pane_picked(self, message: Picked) -> None:
        self.picked.append(message.item)

    def on_map_pane_redrawn(self, message: Redrawn) -> None:
        self.redrawn.append(message.note)


Scenario = Callable[[Pilot[None], MapPane], Awaitable[None]]


def on_screen(
    graph: Graph, scenario: Scenario, app: PaneApp, size: tuple[int, int] = (80, 24)
) -> PaneApp:
    """Show a map, do what the scenario does, and return the app."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            app.pane.focus()
            app.pane.show(graph, 0)
            await settled(pilot)
            await scenario(pilot, app.pane)

    asyncio.run(run())
    return app


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the pane has drawn what it was asked for."""
    pane = pilot.app.query_one(MapPane)
    await pilot.pause()
    while pane.is_busy:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


SMALL = graph_of(debate("small-2013"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_screen_looks_as_it_did(size: tuple[int, int], golden: Golden) -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        pane.show(SMALL, SMALL.homes["islamabad"])
        await settled(pilot)
        golden(f"map-pane-{size[0]}x{size[1]}.txt", screen_text(pilot.app))

    on_screen(SMALL, scenario, PaneApp(), size)


def test_the_cursors_box_is_in_sight_wherever_it_goes() -> None:
    graph = graph_of(debate())

    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        for turn in (pane.toggle_texts, pane.toggle_direction, pane.toggle_scope):
            for item in range(0, len(graph.map.items), 5):
                pane.show(graph, item)
                await settled(pilot)
                assert pane.chart is not None
                box = pane.chart.box_of(item)
                assert box is not None
                left, top = pane.scroll_offset
                assert left <= box.x < left + pane.size.width
                assert top <= box.y < top + pane.size.height
            turn()
            await settled(pilot)

    on_screen(graph, scenario, PaneApp())


def test_another_layout_keeps_the_cursors_box_where_it_was() -> None:
    graph = graph_of(debate())
    home = graph.homes["stake"]

    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        pane.show(graph, home)
        await settled(pilot)

        def seen() -> tuple[int, int]:
            assert pane.chart is not None
            box = pane.chart.box_of(home)
            assert box is not None
            return box.x - pane.scroll_offset.x, box.y - pane.scroll_offset.y

        before = seen()
        pane.toggle_texts()
        await settled(pilot)
        x, y = seen()
        assert y == before[1]
        assert abs(x - before[0]) <= 2  # the box is wider now, and has to fit

    on_screen(graph, scenario, PaneApp(), (60, 20))


def test_a_click_picks_the_box_or_the_edge_below_it() -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        assert pane.chart is not None
        left, top = pane.scroll_offset
        box = pane.chart.box_of(0)
        assert box is not None
        await pilot.click(pane, offset=(box.x + 2 - left, box.y + 1 - top))
        drawn = pane.chart.edges_of(0)[0]
        x, y = drawn.cells[-2]
        await pilot.click(pane, offset=(x - left, y - top))
        await pilot.click(pane, offset=(0, 0))
        await pilot.pause()

    app = on_screen(SMALL, scenario, PaneApp(), (120, 40))
    assert app.picked[0] == 0
    assert len(app.picked) == 2
    assert app.pane.chart is not None
    assert app.picked[1] in {drawn.edge.item for drawn in app.pane.chart.edges_of(0)}


def test_a_step_picks_the_next_box() -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        pane.step(RIGHT)
        pane.step(LEFT)
        await pilot.pause()

    app = on_screen(SMALL, scenario, PaneApp())
    (picked,) = app.picked
    assert picked in {step.premises[0] for step in SMALL.about(0, is_step=False)}


def test_boxes_grow_to_the_width_asked_for() -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        pane.set_box_width(60)
        await settled(pilot)
        assert pane.chart is not None
        assert max(box.width for box in pane.chart.boxes.values()) > 40

    on_screen(SMALL, scenario, PaneApp())


def test_the_mouse_drags_the_map_and_does_not_pick_by_that() -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        before = pane.scroll_offset
        await pilot.mouse_down(pane, offset=(30, 12))
        await pilot.hover(pane, offset=(20, 9))
        await pilot.mouse_up(pane, offset=(20, 9))
        await pilot.pause()
        assert pane.scroll_offset == before + Offset(10, 3)
        await pilot.hover(pane, offset=(40, 12))
        assert pane.scroll_offset == before + Offset(10, 3)

    app = on_screen(SMALL, scenario, PaneApp(), (60, 20))
    assert app.picked == []


def test_the_arrows_pan() -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        pane.scroll_to(0, 0, animate=False, immediate=True)
        await pilot.press("down", "down", "right")
        await pilot.pause()
        assert pane.scroll_target_y == 2
        assert pane.scroll_target_x == 1

    on_screen(SMALL, scenario, PaneApp(), (60, 20))


def test_it_says_what_it_does_while_it_lays_out() -> None:
    go = threading.Event()

    class Slow:
        name = "slow"

        def place(self, request: Request, limit: float) -> Placement:
            go.wait(10)
            return Tidy().place(request, limit)

    app = PaneApp(Slow())

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            app.pane.show(SMALL, 0)
            await pilot.pause()
            assert "Laying out 15 claims …" in screen_text(app)
            go.set()
            await settled(pilot)
            assert "Laying out" not in screen_text(app)
            go.clear()
            app.pane.toggle_scope()
            await pilot.pause()
            assert "Laying out what is near in 15 claims …" in screen_text(app)
            assert "◆ claim" in screen_text(app)
            go.set()
            await settled(pilot)

    asyncio.run(run())


def test_of_many_changes_only_the_last_is_laid_out() -> None:
    asked: list[int] = []

    class Counting:
        name = "counting"

        def place(self, request: Request, limit: float) -> Placement:
            asked.append(len(request.boxes))
            return Tidy().place(request, limit)

    def grown(count: int) -> Graph:
        reasons = [Item(1, Kind.SUPPORT, Claim(f"Reason {n}.")) for n in range(count)]
        return graph_of(Map(items=(Item(0, Kind.CLAIM, Claim("Root.")), *reasons)))

    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        for count in range(2, 8):
            pane.show(grown(count), 0)
        await asyncio.sleep(0)
        await settled_after_pause(pilot, pane)

    on_screen(grown(1), scenario, PaneApp(Counting()))
    assert asked == [2, 8]


async def settled_after_pause(pilot: Pilot[None], pane: MapPane) -> None:
    """Wait for a layout that first waits for more changes."""
    while pane.is_busy:
        await pilot.pause(0.02)
        await settled_workers(pilot)


async def settled_workers(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_a_failing_engine_leads_to_a_tidy_tree_and_a_note() -> None:
    class Failing:
        name = "failing"

        def place(self, request: Request, limit: float) -> Placement:
            raise EngineError(f"It places {request.direction} in more than {limit:g} s.")

    async def scenario(_pilot: Pilot[None], pane: MapPane) -> None:
        assert pane.chart is not None
        assert pane.chart.engine == "tidy"

    app = on_screen(SMALL, scenario, PaneApp(Failing()))
    assert app.redrawn == ["It places left in more than 3 s. The map is drawn as a tidy tree."]


def test_what_users_write_is_never_markup() -> None:
    hostile = ("[/]", "[b", "a [sic] b", "[red]x[/red]", "שלום [/b] 東京 👩‍👩‍👧", "x" * 400)
    items = [Item(0, Kind.CLAIM, Claim("[bold]Root[/]"))]
    items += [Item(1, Kind.REBUT, Claim(text)) for text in hostile]
    graph = graph_of(Map(items=tuple(items)))
    shown = ""

    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        nonlocal shown
        for item in range(len(items)):
            pane.show(graph, item)
            await settled(pilot)
            shown += screen_text(pilot.app)

    on_screen(graph, scenario, PaneApp(), (120, 40))
    for text in ("[bold]Root[/]", "[/]", "[b", "a [sic] b", "[red]x[/red]", "東京"):
        assert text in shown


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_the_cursors_box_stands_out_in_every_theme(theme: str) -> None:
    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        assert_stands_out(pane)
        await pilot.pause()

    app = PaneApp()
    app.theme = theme
    on_screen(SMALL, scenario, app, (120, 40))


def test_it_stands_out_without_colour_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        assert pane.chart is not None
        box = pane.chart.box_of(0)
        assert box is not None
        strip = pane.render_line(box.y - pane.scroll_offset.y)
        assert any(segment.style is not None and segment.style.reverse for segment in strip)
        assert_stands_out(pane)
        await pilot.pause()

    on_screen(SMALL, scenario, PaneApp(), (120, 40))


def assert_stands_out(pane: MapPane) -> None:
    """The claim's corner looks otherwise than a box of the same kind would, were it not here."""
    assert pane.chart is not None
    box = pane.chart.box_of(0)
    assert box is not None
    row = box.y - pane.scroll_offset.y
    here = [segment.style for segment in pane.render_line(row) if "claim" in segment.text]
    pane.show(SMALL, SMALL.homes["islamabad"])
    row = box.y - pane.scroll_offset.y
    gone = [segment.style for segment in pane.render_line(row) if "claim" in segment.text]
    assert here != gone
    assert len(here) == len(gone) == 1


def test_an_empty_map_says_so() -> None:
    async def scenario(pilot: Pilot[None], _pane: MapPane) -> None:
        assert "This map has no claims yet." in screen_text(pilot.app)

    on_screen(graph_of(Map()), scenario, PaneApp())


def test_a_large_map_begins_with_what_is_near_the_cursor() -> None:
    items = [Item(0, Kind.CLAIM, Claim("Root."))]
    items += [Item(1 + n % 3, Kind.SUPPORT, Claim(f"Reason {n}.")) for n in range(1_200)]
    graph = graph_of(Map(items=tuple(items)))

    async def scenario(pilot: Pilot[None], pane: MapPane) -> None:
        assert not pane.is_whole
        pane.show(graph, 600)
        await settled_after_pause(pilot, pane)
        assert pane.chart is not None
        assert 600 in pane.chart.boxes
        pane.toggle_scope()
        assert pane.is_whole

    on_screen(graph, scenario, PaneApp(wish=Wish(radius=1)))


def test_a_pane_out_of_sight_lays_out_when_it_is_shown() -> None:
    app = PaneApp()

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            app.pane.display = False
            await pilot.pause()
            app.pane.show(SMALL, 0)
            await pilot.pause()
            assert app.pane.chart is None
            app.pane.display = True
            await settled(pilot)
            assert app.pane.chart is not None

    asyncio.run(run())


@pytest.mark.parametrize(("theme", "state"), [(LIGHT, "light"), (DARK, "dark")])
def test_lines_and_texts_keep_their_contrast_on_every_fill(theme: Theme, state: str) -> None:
    for fill in look._FILLS[state].values():
        assert contrast(theme.colours["ink"], fill) >= 4.5
        assert contrast(theme.colours["muted"], fill) >= 4.5
        for kind in KINDS:
            assert contrast(theme.colours[kind], fill) >= 3


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.1."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
