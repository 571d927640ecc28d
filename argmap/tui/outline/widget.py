"""The outline of a map as a widget: values in, messages out, no keys of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual import events

from argmap.model.maps import Map
from argmap.tui.outline.look import COMPONENTS, CSS
from argmap.tui.outline.marking import Marking
from argmap.tui.outline.messages import Activated, ContextWanted, DragMoved, DropWanted, Where
from argmap.tui.outline.painting import State
from argmap.tui.outline.rows import fold_column

__all__ = ["Outline"]

_RIGHT_BUTTON = 3


class _Drag(NamedTuple):
    """Where the mouse was pressed, what it drags along and over what it is."""

    pressed: int
    sources: tuple[int, ...] = ()
    target: int | None = None
    where: Where = "inside"


class Outline(Marking, can_focus=True):
    """Shows a map, with a cursor, folds, a filter, a search, selected rows and findings.

    It never changes the map: whoever handles its messages edits it and shows the result, and the
    outline finds its place in it again. All items are indices into the items of the map shown.

    To edit a text in place: `reserve` lines for it, lay an editor over the region that comes back,
    and `reserve` again as it grows. For a claim that is still to be written, show the map with an
    empty one, and the old map again if it comes to nothing.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = CSS

    def __init__(
        self,
        map_: Map | None = None,
        *,
        remark: str = "This map has no claims yet.",
        id: str | None = None,  # noqa: A002 - the name that all widgets give it
        classes: str | None = None,
    ) -> None:
        super().__init__(Map() if map_ is None else map_, remark, id, classes)
        self._drag: _Drag | None = None
        self._was_dragged = False

    # Clicks.

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a row, fold it, select it, activate it or ask for its menu."""
        item, column = self._hit(event)
        if self._was_dragged or item is None:
            return
        event.stop()
        if event.button == _RIGHT_BUTTON:
            self.cursor = item
            self.post_message(ContextWanted(item, event.screen_x, event.screen_y))
        elif column == fold_column(self._width, self._sheet.branches.depths[item]):
            self.toggle(item)
        elif event.ctrl:
            self.toggle_selected(item)
            self.cursor = item
        elif event.shift:
            self.extend_selection_to(item)
        elif event.chain == 1:
            self.select(())
            self.cursor = item
        else:
            self.post_message(Activated(item))

    def _hit(self, event: events.MouseEvent) -> tuple[int | None, int]:
        """Return the item under the mouse, and the cell of its row."""
        column, line = event.get_content_offset_capture(self)
        layout = self._sheet.layout
        line += self.scroll_offset.y
        if not layout.rows or not 0 <= line < layout.total:
            return None, column
        return layout.rows[layout.row_at(line)], column

    # Dragging.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what may be dragged."""
        item, _ = self._hit(event)
        self._was_dragged = False
        if event.button == 1 and item is not None and not event.ctrl and not event.shift:
            self._drag = _Drag(item)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the row that was pressed, or all selected rows if it is one of them."""
        drag = self._drag
        if drag is None:
            return
        self._scroll_at_edge(event)
        over, column = self._hit(event)
        if not drag.sources and over == drag.pressed:
            return
        branches = self._sheet.branches
        pressed = drag.pressed
        sources = drag.sources or branches.topmost(
            self._selected if pressed in self._selected else {pressed}
        )
        where: Where = "inside"
        if over is not None and column < fold_column(self._width, branches.depths[over]) + 2:
            where = "before" if over < sources[0] else "after"
        if over is not None and any(one <= over < branches.ends[one] for one in sources):
            over = None
        self._drag_to(_Drag(pressed, sources, over, where))

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Drop what was dragged."""
        drag = self._drag
        if drag is None:
            return
        self.cancel_drag()
        if drag.sources:
            self._was_dragged = True
            if drag.target is not None:
                self.post_message(DropWanted(drag.sources, drag.target, drag.where))

    def cancel_drag(self) -> bool:
        """Let go of what is dragged, dropping nothing; return whether anything was."""
        drag, self._drag = self._drag, None
        self.release_mouse()
        if drag is None or not drag.sources:
            return False
        if drag.target is not None:
            self._repaint(drag.target)
        self.post_message(DragMoved(drag.sources, None, drag.where))
        return True

    def _drag_to(self, drag: _Drag) -> None:
        before, self._drag = self._drag, drag
        if before is None or drag == before:
            return
        for item in {before.target, drag.target} - {None}:
            if item is not None:
                self._repaint(item)
        self.post_message(DragMoved(drag.sources, drag.target, drag.where))

    def _scroll_at_edge(self, event: events.MouseMove) -> None:
        line = event.get_content_offset_capture(self).y
        if line < 0 or line >= self._lines:
            self._scroll_to_line(self.scroll_offset.y + (-1 if line < 0 else 1))

    def _state(self, item: int) -> State:
        state = super()._state(item)
        drag = self._drag
        if drag is not None and drag.target == item:
            return replace(state, drop=drag.where)
        return state
