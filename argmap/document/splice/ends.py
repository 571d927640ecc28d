"""The end of a text that lacks its last line break, where that break would add to a text."""

from __future__ import annotations

import re
from collections.abc import Sequence as Several

from argmap.document.splice.before import Before
from argmap.document.splice.output import Old, Piece
from argmap.document.splice.script import Script
from argmap.document.tree import Scalar, Sequence, Tree

__all__ = ["with_end_marked"]

_HEADER = re.compile(r"[|>][0-9+-]*")


def with_end_marked(before: Before, script: Script, pieces: Several[Piece]) -> Several[Piece]:
    """Return the pieces of a new text, in which no text at the end gains a line break.

    A block scalar without `-` takes a line break at its end for a part of the text; if lines are
    to follow one that now ends the file without a break, its header must say that there is none.
    """
    page = before.page
    last = next(
        piece
        for piece in reversed(pieces)
        if not isinstance(piece, Old) or piece.first < piece.last
    )
    ends_alike = isinstance(last, Old) and last.last == page.count
    if not page.added or (ends_alike and not script.splices(page.count - 1, page.count)):
        return pieces
    tree: Tree = before.root
    while not isinstance(tree, Scalar):
        inner = tree.items if isinstance(tree, Sequence) else tuple(tree.values.values())
        if tree.flow or not inner:
            return pieces
        tree = inner[-1]
    header = _HEADER.match(page.text, tree.start)
    is_last = page.line_at(tree.end) == page.count - 1
    if tree.style in ("|", ">") and header and is_last and "-" not in header.group():
        script.replace(header.start(), header.end(), header.group().replace("+", "") + "-")
    return pieces
