"""Splices: the few changes of a text that make it say the map after an edit, and no more.

Only the lines of what is edited change. The comment directly above an entry, at its indent, and
those on its lines or directly below and deeper go where it goes; a blank line detaches them. What
moves keeps its words, quotes and comments, and takes the indentation of where it arrives.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.document.document import Document
from argmap.document.splice.after import After
from argmap.document.splice.before import Before
from argmap.document.splice.ends import with_end_marked
from argmap.document.splice.origins import origins_of
from argmap.document.splice.output import splices_of
from argmap.document.splice.page import Splice
from argmap.document.splice.script import Script
from argmap.document.splice.weaving import woven
from argmap.document.tree import Mapping
from argmap.model.edits import Edit, EditError
from argmap.model.maps import Map

__all__ = ["Splice", "spliced", "splices_for"]


def splices_for(document: Document, before: Map, after: Map, edit: Edit) -> tuple[Splice, ...]:
    """Return what turns the text of a document into one that says the map after an edit.

    `before` is the document's map, no two items of which share their content (see
    `argmap.document.splice.origins.distinct`), and `after` what the edit makes of it. The splices
    do not overlap and stand in the order of the text.

    Raises:
        EditError: Something is written in brackets, with a comment that the edit would lose.
    """
    if not isinstance(document.tree, Mapping):
        raise EditError("There is no map in this file yet, so nothing can be edited.")
    old = Before.of(document, before, document.tree)
    new = After(old, after, origins_of(before, after, edit))
    script = Script(old.page)
    pieces = woven(new, script)
    return splices_of(old.page, script, with_end_marked(old, script, pieces))


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with splices made, which must be in order and not overlap."""
    parts: list[str] = []
    position = 0
    for splice in splices:
        parts += [text[position : splice.start], splice.new]
        position = splice.end
    parts.append(text[position:])
    return "".join(parts)
