"""A map as DOT that stands by itself: cards as HTML-like labels, for any Graphviz to draw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from argmap.diagram.cards import BODY, HEADER, ROOT, TAG, TextMode, words_of
from argmap.diagram.scene import AuthorTag, Card, Line, Scene, scene_of
from argmap.diagram.themes import LIGHT, LOOKS, Kind, Paint, Theme
from argmap.diagram.wrap import wrap
from argmap.model.maps import Map

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["FONT", "dot_of"]

# The one name that every Graphviz measures right: with pango, and in its own estimates without.
FONT: Final = "Arial"
TEXT_WIDTH: Final = 150.0
ROOT_WIDTH: Final = 250.0
# What no XML parser, and so no HTML-like label, can take.
FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Graphviz's names for the heads and lines of `LOOKS`.
HEADS: Final[Mapping[Kind, str]] = {
    "claim": "none",
    "support": "normal",
    "rebut": "tee",
    "undercut": "diamond",
    "warrant": "dot",
}
STYLES: Final[Mapping[Kind, str]] = {
    "claim": "solid",
    "support": "solid",
    "rebut": "dashed",
    "undercut": "dotted",
    "warrant": "dashed",
}


def dot_of(map_: Map, theme: Theme = LIGHT, mode: TextMode = "full") -> str:
    """Return the DOT source of a map; `dot -Tsvg` draws it as it is."""
    scene = scene_of(map_)
    look = _Look(theme, mode)
    graph = _graph(scene, look)
    for card in scene.cards:
        graph.node(card.id, label=f"<{look.label(card)}>", id=card.id, tooltip=_tip(card))
    joints = {line.target: _joint(line.target, scene) for line in scene.lines if line.about_step}
    crowded = {line.target for line in scene.lines if line.item in joints and not line.about_step}
    # Of the lines into one claim, Graphviz puts those named first to the left.
    for line in sorted(scene.lines, key=lambda line: line.kind == "rebut"):
        _add_line(graph, scene, line, look, joints, crowded)
    source: str = graph.source
    return source


def _graph(scene: Scene, look: _Look) -> Digraph:
    from graphviz import Digraph  # noqa: PLC0415  # 30 ms, only for this format

    return Digraph(
        name="argmap",
        graph_attr={
            "rankdir": "BT",
            "ordering": "in",
            "nodesep": "0.25",
            "ranksep": "0.45",
            "pad": "0.2",
            "bgcolor": look.colour("bg"),
            "tooltip": _plain(scene.title),
        },
        node_attr={"shape": "plain", "fontname": FONT, "fontsize": f"{BODY:g}"},
        edge_attr={"arrowsize": "0.8"},
    )


def _add_line(
    graph: Digraph,
    scene: Scene,
    line: Line,
    look: _Look,
    joints: Mapping[int, str],
    crowded: set[int],
) -> None:
    """Add a line; one that is attacked goes through a joint, so that the attack can end there."""
    tail = _end(line.tail, scene, "n")
    head = joints[line.target] if line.about_step else _end(line.target, scene, "s")
    strokes: dict[str, Any] = {
        "color": look.colour(line.kind),
        "style": STYLES[line.kind],
        "penwidth": f"{LOOKS[line.kind].width:g}",
        "tooltip": " ",
    }
    if line.cross:
        strokes["constraint"] = "false"
    if line.item in joints:
        joint = joints[line.item]
        graph.node(joint, shape="point", width="0.04", color=look.colour(line.kind), tooltip=" ")
        graph.edge(tail, joint, arrowhead="none", weight="2", **strokes)
        graph.edge(joint, head, arrowhead=HEADS[line.kind], id=line.id, **strokes)
        return
    if line.target in crowded and not line.about_step:
        strokes["minlen"] = "2"  # the others have a joint on the way
    graph.edge(tail, head, arrowhead=HEADS[line.kind], id=line.id, **strokes)


def _joint(item: int, scene: Scene) -> str:
    """Return a name for the joint on a line; ids have no blank, so it is nobody else's."""
    return next(f"on {line.id}" for line in scene.lines if line.item == item)


def _end(item: int, scene: Scene, side: str) -> str:
    """Return the node, and the port for a linked premise, that shows an item."""
    owner = scene.owner[item]
    card = next(card for card in scene.cards if card.item == owner)
    return card.id if owner == item else f"{card.id}:p{item}:{side}"


def _tip(card: Card) -> str:
    return _plain(card.text or "Linked premises")


def _plain(text: str) -> str:
    """Return a text in which Graphviz finds neither escapes nor markup."""
    from graphviz import escape as unmarked  # noqa: PLC0415

    result: str = unmarked(FORBIDDEN.sub("\ufffd", text))
    return result


def _quoted(text: str) -> str:
    """Return a text for an HTML-like label, without the backslashes that Graphviz would obey."""
    return escape(FORBIDDEN.sub("\ufffd", text)).replace("\\", "\\\\")


def _address(url: str) -> str:
    """Return a URL escaped twice: dot (2.43, at least) copies it into the SVG as it was read."""
    return _quoted(escape(url))


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours and the choice of words; writes the labels."""

    theme: Theme
    mode: TextMode

    def colour(self, paint: Paint) -> str:
        """Return the colour of a paint."""
        return self.theme.colours[paint]

    def label(self, card: Card) -> str:
        """Return a card as an HTML-like table."""
        if card.members:
            return self._linked(card)
        return self._root(card) if card.kind == "claim" else self._plain(card)

    def _root(self, card: Card) -> str:
        ink = self.colour("claim-ink")
        text = self._text(card, ROOT_WIDTH, ROOT, bold=True)
        rows = f'<TR><TD><FONT COLOR="{ink}" POINT-SIZE="{ROOT:g}"><B>{text}</B></FONT></TD></TR>'
        rows += "".join(self._tag(tag, ROOT_WIDTH, ink, "CENTER") for tag in card.tags)
        return (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="6" STYLE="ROUNDED"'
            f' BGCOLOR="{self.colour("claim")}">{rows}</TABLE>'
        )

    def _plain(self, card: Card) -> str:
        ink = self.colour("muted" if card.mention else "ink")
        text = self._text(card, TEXT_WIDTH, BODY)
        rows = f'<TR><TD ALIGN="LEFT" BALIGN="LEFT"><FONT COLOR="{ink}">{text}</FONT></TD></TR>'
        rows += "".join(self._tag(tag, TEXT_WIDTH, self.colour("muted")) for tag in card.tags)
        return self._framed(card, LOOKS[card.kind].tag, rows)

    def _linked(self, card: Card) -> str:
        accent = self.colour(card.kind)
        plus = f'<TD><FONT COLOR="{accent}" POINT-SIZE="16"><B>+</B></FONT></TD>'
        cells = plus.join(self._member(member, accent) for member in card.members)
        inner = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="4">'
        rows = f"<TR><TD>{inner}<TR>{cells}</TR></TABLE></TD></TR>"
        return self._framed(card, f"{LOOKS[card.kind].tag} · LINKED PREMISES", rows)

    def _member(self, member: Card, accent: str) -> str:
        ink = self.colour("muted" if member.mention else "ink")
        rows = (
            '<TR><TD ALIGN="LEFT" BALIGN="LEFT">'
            f'<FONT COLOR="{ink}">{self._text(member, TEXT_WIDTH, BODY)}</FONT></TD></TR>'
        )
        rows += "".join(self._tag(tag, TEXT_WIDTH, self.colour("muted")) for tag in member.tags)
        style = "ROUNDED,DASHED" if member.mention else "ROUNDED"
        return (
            f'<TD PORT="p{member.item}" BORDER="1" COLOR="{accent}" BGCOLOR="{self.colour("bg")}"'
            f' STYLE="{style}"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
            f"{rows}</TABLE></TD>"
        )

    def _framed(self, card: Card, word: str, rows: str) -> str:
        """Return rows under the word for the kind, in a card with a coloured edge."""
        accent = self.colour(card.kind)
        tint = self.colour("bg") if card.kind == "claim" else self.theme.colours[_TINTS[card.kind]]
        word += " · IMPLICIT" if card.implicit else ""
        heading = f'<FONT COLOR="{accent}" POINT-SIZE="{HEADER:g}"><B>{word}</B></FONT>'
        return (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" STYLE="ROUNDED"'
            f' BGCOLOR="{accent}"><TR><TD WIDTH="6"></TD><TD>'
            '<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4" STYLE="ROUNDED"'
            f' COLOR="{accent}" BGCOLOR="{tint}">'
            f'<TR><TD ALIGN="LEFT" VALIGN="BOTTOM" HEIGHT="20">{heading}</TD></TR>{rows}'
            "</TABLE></TD></TR></TABLE>"
        )

    def _text(self, card: Card, room: float, size: float, *, bold: bool = False) -> str:
        return "<BR/>".join(map(_quoted, wrap(words_of(card, self.mode), room, size, bold)))

    def _tag(self, tag: AuthorTag, room: float, colour: str, align: str = "LEFT") -> str:
        """Return the row of an author tag, empty if there is nothing to read in it."""
        text = "<BR/>".join(map(_quoted, wrap(tag.text, room, TAG)))
        if not text:
            return ""
        link = "" if tag.link is None else f' HREF="{_address(tag.link)}" TITLE=" "'
        return (
            f'<TR><TD ALIGN="{align}" BALIGN="{align}"{link}>'
            f'<FONT COLOR="{colour}" POINT-SIZE="{TAG:g}">{text}</FONT></TD></TR>'
        )


_TINTS: Final[Mapping[Kind, Paint]] = {
    "support": "support-tint",
    "rebut": "rebut-tint",
    "undercut": "undercut-tint",
    "warrant": "warrant-tint",
}
