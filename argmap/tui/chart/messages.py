"""What the map pane tells those above it: an item was picked, or a chart is ready."""

from __future__ import annotations

from textual.message import Message

from argmap.tui.chart.chart import Chart

__all__ = ["Picked", "Redrawn"]


class Picked(Message, namespace="map_pane"):
    """A box or an edge was clicked; `item` is its claim's home, its premise or its step."""

    def __init__(self, item: int) -> None:
        super().__init__()
        self.item = item


class Redrawn(Message, namespace="map_pane"):
    """A new chart is on the screen; `note` says what went wrong on the way, if anything did."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart

    @property
    def note(self) -> str | None:
        """A sentence for the user, or None."""
        return self.chart.note
