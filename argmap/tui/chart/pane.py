"""The map pane: a chart of the map around the cursor, laid out while nobody waits for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from argmap.diagram.geometry import Direction, Engine
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Map
from argmap.tui.chart.cards import TextMode
from argmap.tui.chart.chart import Chart, Wish, beside, chart_of
from argmap.tui.chart.lines import Arm
from argmap.tui.chart.look import COMPONENTS, CSS
from argmap.tui.chart.messages import Picked, Redrawn
from argmap.tui.chart.strips import Painter

__all__ = ["MapPane"]

# Seconds without a change before a map is laid out anew, and that a layout may take.
PAUSE: Final = 0.15
LIMIT: Final = 3.0
# From this many claims on, a pane begins with the neighbourhood of the cursor.
MANY_CLAIMS: Final = 1_000
# Cells kept in sight around the cursor's box where there is room.
CONTEXT: Final = 2
# Cells that the mouse may slip in a click.
SLIP: Final = 1


@dataclass(frozen=True, slots=True)
class _Task:
    """What a chart shows, and of which graph."""

    graph: Graph
    wish: Wish


class _Laid(Message, namespace="map_pane"):
    """A chart that a thread has made."""

    def __init__(self, task: _Task, chart: Chart) -> None:
        super().__init__()
        self.task = task
        self.chart = chart


class MapPane(ScrollView):
    """Shows boxes and edges; arrows and the mouse move what is in sight, a click picks an item."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = CSS
    HELP = """\
# Map

Every claim is a box, every step a line to what it argues about. A support ends in an arrow, a
rebuttal in a bar. An undercut ends in a diamond on the line that it attacks, a warrant in a dot.
Bright are the cursor's box and its lines. Click a box to go there. The arrows move the map, and
so does the mouse when you drag.
"""

    def __init__(
        self,
        *,
        wish: Wish | None = None,
        engine: Engine | None = None,
        id: str | None = None,  # noqa: A002 - the name that all widgets give it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._engine = engine
        self._wish = Wish() if wish is None else wish
        self._graph = graph_of(Map())
        self._cursor = -1
        self._is_whole: bool | None = None
        self._chart: Chart | None = None
        self._drawn: _Task | None = None  # of the chart on screen
        self._wanted: _Task | None = None  # that a thread or a timer is about
        self._timer: Timer | None = None
        self._is_put_off = False
        self._painter: Painter | None = None
        self._drag: tuple[Offset, Offset] | None = None
        self._was_dragged = False

    # What is shown.

    @property
    def chart(self) -> Chart | None:
        """The chart on screen."""
        return self._chart

    @property
    def is_whole(self) -> bool:
        """Whether the whole map is shown, or only what is near the cursor."""
        if self._is_whole is None:
            return len(self._graph.claims) < MANY_CLAIMS
        return self._is_whole

    @property
    def is_busy(self) -> bool:
        """Whether another chart is on its way."""
        return self._wanted is not None

    def show(self, graph: Graph, cursor: int) -> None:
        """Show a map with the cursor on an item, -1 for none. The graph holds the map."""
        moved = cursor != self._cursor
        self._graph, self._cursor = graph, cursor
        self._painter = None
        self._ask(PAUSE if self._chart is not None else 0.0)
        if self._wanted is None and moved:
            self._reveal()
        self.refresh()

    def toggle_direction(self) -> None:
        """Put targets above instead of to the left, or back."""
        direction: Direction = "up" if self._wish.direction == "left" else "left"
        self._wish = replace(self._wish, direction=direction)
        self._ask(0.0)

    def toggle_scope(self) -> None:
        """Show only what is near the cursor instead of the whole map, or back."""
        self._is_whole = not self.is_whole
        self._ask(0.0)

    def toggle_texts(self) -> None:
        """Show claims in full instead of by their `short`, or back."""
        mode: TextMode = "full" if self._wish.mode == "short" else "short"
        self._wish = replace(self._wish, mode=mode)
        self._ask(0.0)

    def set_box_width(self, width: int) -> None:
        """Let boxes be as wide as that many cells."""
        self._wish = replace(self._wish, width=width)
        self._ask(0.0)

    def step(self, way: Arm) -> None:
        """Pick the box next to the cursor's, going UP, RIGHT, DOWN or LEFT."""
        item = None if self._chart is None else beside(self._chart, self._cursor, way)
        if item is not None:
            self.post_message(Picked(item))

    # Laying out.

    def _ask(self, pause: float) -> None:
        """Have the chart made that should be on screen, after a pause in seconds."""
        task = _Task(self._graph, self._wish)
        if not self.is_whole:
            around = max(0, self._cursor)
            task = replace(task, wish=replace(self._wish, around=around))
        if _same(task, self._wanted):
            return
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if _same(task, self._drawn):
            self._wanted = None
            return
        self._wanted = task
        # What nobody sees is laid out when it comes into sight.
        self._is_put_off = not self.size.area
        if pause and not self._is_put_off:
            # A timer that fires once is dropped if a busy machine starts it after it was due.
            self._timer = self.set_interval(pause, self._start)
        elif not self._is_put_off:
            self._start()
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out what could not be seen until now."""
        if self._is_put_off:
            self._start()

    def _start(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._is_put_off = None, False
        task, engine = self._wanted, self._engine
        if task is None:
            return

        def lay_out() -> None:
            chart = chart_of(task.graph, task.wish, engine, LIMIT)
            self.post_message(_Laid(task, chart))

        self.run_worker(lay_out, name="chart", group="chart", exclusive=True, thread=True)

    def on_map_pane__laid(self, message: _Laid) -> None:
        """Put a chart on the screen, unless it is late."""
        message.stop()
        if message.task is not self._wanted:
            return
        held = self._box_on_screen()
        self._chart, self._drawn = message.chart, message.task
        self._wanted = self._painter = None
        self.virtual_size = Size(message.chart.width, message.chart.height)
        self._reveal(held)
        self.refresh()
        self.post_message(Redrawn(message.chart))

    # Scrolling.

    def _box_on_screen(self) -> Offset | None:
        """Return where the cursor's box begins on the screen, None if it is out of sight."""
        box = None if self._chart is None else self._chart.box_of(self._cursor)
        if box is None:
            return None
        at = Offset(box.x, box.y) - self.scroll_offset
        seen = self.scrollable_content_region.size
        return at if 0 <= at.x < seen.width and 0 <= at.y < seen.height else None

    def _reveal(self, held: Offset | None = None) -> None:
        """Scroll so that the cursor's box is in sight, and if it can be where it was on the screen.

        What is near is moved as little as it can be; what is far comes to the middle.
        """
        box = None if self._chart is None else self._chart.box_of(self._cursor)
        if box is None:
            return
        seen = self.scrollable_content_region.size
        at = self.scroll_offset if held is None else Offset(box.x, box.y) - held
        to = Offset(
            _shown(box.x, box.width, at.x, seen.width),
            _shown(box.y, box.height, at.y, seen.height),
        )
        if to != self.scroll_offset:
            self.scroll_to(to.x, to.y, animate=False, force=True, immediate=True)

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """Return the strip of a line of the screen."""
        width = self.size.width
        if self._chart is None:
            strip = Strip.blank(width, self.rich_style)
        else:
            left, top = self.scroll_offset
            strip = self._paint(self._chart).line(top + y, left, width)
        remark = self._remark()
        last = self.scrollable_content_region.height - 1
        if not remark or y != (0 if self._chart is None else last):
            return strip
        said = f" {remark} "[:width]
        style = self.get_component_rich_style("chart--remark")
        return Strip.join([Strip([Segment(said, style)]), strip.crop(len(said), width)])

    def _remark(self) -> str:
        """Return what the pane is doing, or what there is to do."""
        if self._wanted is not None:
            count = len(self._wanted.graph.claims)
            claims = "1 claim" if count == 1 else f"{count} claims"
            near = "" if self._wanted.wish.around is None else "what is near in "
            return f"Laying out {near}{claims} …"
        if self._chart is None or not self._chart.boxes:
            return "This map has no claims yet."
        return ""

    def _paint(self, chart: Chart) -> Painter:
        if self._painter is None:
            self._painter = Painter(
                chart,
                self._cursor,
                self.rich_style,
                lambda name: self.get_component_rich_style(f"chart--{name}"),
                lambda name: self.get_component_styles(f"chart--{name}").has_rule("color"),
            )
        return self._painter

    def notify_style_update(self) -> None:
        """Look all styles up anew."""
        super().notify_style_update()
        self._painter = None

    # The mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the map."""
        self._was_dragged = False
        if event.button == 1:
            self._drag = (event.screen_offset, self.scroll_offset)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the map with the mouse."""
        if self._drag is None:
            return
        start, scrolled = self._drag
        moved = start - event.screen_offset
        if self._was_dragged or max(abs(moved.x), abs(moved.y)) > SLIP:
            self._was_dragged = True
            to = scrolled + moved
            self.scroll_to(to.x, to.y, animate=False, immediate=True)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the map."""
        if self._drag is not None:
            self._drag = None
            self.capture_mouse(capture=False)

    def on_click(self, event: events.Click) -> None:
        """Say which item was picked."""
        if self._was_dragged or self._chart is None:
            return
        at = event.get_content_offset(self)
        if at is None:
            return
        at += self.scroll_offset
        item = self._chart.item_at(at.x, at.y)
        if item is not None:
            event.stop()
            self.post_message(Picked(item))


def _same(task: _Task, other: _Task | None) -> bool:
    """Whether two tasks are about the same graph, which is too large to compare, and one wish."""
    return other is not None and task.graph is other.graph and task.wish == other.wish


def _shown(start: int, size: int, at: int, seen: int) -> int:
    """Return where to scroll so that a box is in sight, `at` or else with room around it."""
    context = CONTEXT if size + 2 * CONTEXT <= seen else 0
    low, high = start + size + context - seen, start - context
    if low > high:
        return max(0, start)  # larger than the pane: show where it begins
    if low <= at <= high:
        return max(0, at)
    if at < low - seen or at > high + seen:
        return max(0, start + size // 2 - seen // 2)
    return max(0, min(max(at, low), high))
