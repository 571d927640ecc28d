"""Nodes with their words set in lines of terminal cells, and the size that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rich.cells import cell_len

from argmap.diagram.themes import Kind as Look
from argmap.model.claims import Claim, Linked, Ref
from argmap.model.graph import Graph
from argmap.reporters.visible import visible
from argmap.tui.chart.figure import Figure, Node
from argmap.tui.outline.lines import line_spans

__all__ = ["SIGNS", "Card", "Face", "TextMode", "set_cards"]

# A text is shown in full, or by its `short` where it has one.
TextMode = Literal["full", "short"]

SIGNS: Final[Mapping[Look, str]] = {
    "claim": "◆",
    "support": "+",
    "rebut": "−",
    "undercut": "×",
    "warrant": "=",
}
# Between the text and the outer edge of its box: a border and a blank on either side.
FRAME: Final = 4
LEAST_TEXT: Final = 8
BETWEEN: Final = 3  # blank, border, blank


@dataclass(frozen=True, slots=True)
class Face:
    """One claim as a card shows it; a `mention` has its home elsewhere or nowhere."""

    item: int
    lines: tuple[str, ...]
    mention: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A node with its faces: one for a claim, side by side or stacked for linked premises.

    `title` goes into the upper border, `foot` into the lower one.
    """

    node: Node
    title: str
    faces: tuple[Face, ...]
    beside: bool
    foot: str = ""

    @property
    def text_widths(self) -> tuple[int, ...]:
        """The cells that the text of each face needs; all the same where they are stacked."""
        widths = [max(map(cell_len, face.lines)) for face in self.faces]
        if self.beside:
            # The title may not run over a joint.
            widths[0] = max(widths[0], cell_len(self.title))
            widths[-1] = max(widths[-1], cell_len(self.foot))
            return tuple(widths)
        return (max(*widths, cell_len(self.title), cell_len(self.foot)),) * len(widths)

    @property
    def text_heights(self) -> tuple[int, ...]:
        """The lines that each face needs; all the same where they stand side by side."""
        heights = [len(face.lines) for face in self.faces]
        return (max(heights),) * len(heights) if self.beside else tuple(heights)


def set_cards(figure: Figure, width: int, mode: TextMode, *, beside: bool) -> tuple[Card, ...]:
    """Return the nodes as cards, none wider than `width` cells but for linked premises.

    These stand side by side, each as wide, if `beside`, else one under the other.
    """
    room = max(width - FRAME, LEAST_TEXT)
    return tuple(_card(figure.graph, node, room, mode, beside) for node in figure.nodes)


def _card(graph: Graph, node: Node, room: int, mode: TextMode, beside: bool) -> Card:  # noqa: FBT001
    content = graph.map.items[node.item].content
    title = f"{SIGNS[node.look]} {node.look}"
    if isinstance(content, Linked):
        title += ", linked"
    elif isinstance(content, Claim) and content.implicit:
        title += ", implicit"
    faces = tuple(_face(graph, item, room, mode) for item in node.members or (node.item,))
    foot = f"{node.hidden} more" if node.hidden else ""
    return Card(node, title, faces, beside and len(faces) > 1, foot)


def _face(graph: Graph, item: int, room: int, mode: TextMode) -> Face:
    content = graph.map.items[item].content
    claim = graph.claim(item)
    match content:
        case Claim():
            return Face(item, _lines(_words(content, mode), room))
        case Ref(id=name) if claim is None:
            return Face(item, _lines(f"↗ There is no claim '{name}'.", room), mention=True)
        case Ref():
            words = "" if claim is None else _words(claim, mode)
            return Face(item, _lines(f"↗ {words}", room), mention=True)
        case Linked():
            return Face(item, _lines("(no premises yet)", room), mention=True)


def _words(claim: Claim, mode: TextMode) -> str:
    text = claim.short if mode == "short" and claim.short else claim.text
    return text if text.strip() else "(no text yet)"


def _lines(text: str, room: int) -> tuple[str, ...]:
    """Return the text in as few lines as `room` cells allow, about as long as one another."""
    text = visible(" ".join(text.split()))
    spans = line_spans(text, room)
    if len(spans) > 1:
        low, high = min(LEAST_TEXT, room), room
        while low < high:
            middle = (low + high) // 2
            if len(line_spans(text, middle)) > len(spans):
                low = middle + 1
            else:
                high = middle
        spans = line_spans(text, high)
    return tuple(_with_start(text[start:end]) for start, end in spans)


def _with_start(line: str) -> str:
    """Return a line that keeps its width behind a blank: an accent needs a letter to stand on."""
    if line.isascii() or (cell_len(line[0]) and cell_len(f" {line}") == cell_len(line) + 1):
        return line
    return f"◌{line}"
