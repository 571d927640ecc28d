"""One open map: its text and what led to it, where the cursor is, and what the disk has of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from argmap.document.document import Document
from argmap.document.editing import apply
from argmap.document.history import History
from argmap.model.edits import Edit, EditError
from argmap.tui.session.stamps import Stamp

__all__ = ["Buffer", "edited", "opened", "redone", "replaced", "reread", "saved", "undone"]


@dataclass(frozen=True, slots=True)
class Buffer:
    """An open map. `number` is its name as long as it is open, whatever its file is called.

    `stamp` is what the system said of the file when it was read or written, None for one that is
    not written yet. `cursor` is -1 in an empty map. `marks` has, for every change, the cursor
    before and after it.
    """

    number: int
    history: History
    stamp: Stamp | None = None
    cursor: int = -1
    selected: tuple[int, ...] = ()
    marks: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    @property
    def document(self) -> Document:
        """The text as it is now, and the map that it says."""
        return self.history.document

    @property
    def path(self) -> str:
        """The path of the file as the user wrote it, "" while it has none."""
        return self.document.path

    @property
    def is_dirty(self) -> bool:
        """Whether the text is another than that of the file."""
        if self.history.saved is None:
            return bool(self.history.past)
        return not self.history.is_clean


def opened(number: int, document: Document, stamp: Stamp | None) -> Buffer:
    """Return the buffer of a document that was just read, the cursor on its first item."""
    cursor = 0 if document.map.items else -1
    history = History.of(document, is_saved=stamp is not None)
    return Buffer(number, history, stamp, cursor)


def edited(buffer: Buffer, label: str, edits: tuple[Edit, ...], cursor: int | None) -> Buffer:
    """Return the buffer after a step with a label; None leaves the cursor.

    Raises:
        EditError: The edits cannot be made.
    """
    return replaced(buffer, label, apply(buffer.document, edits), cursor)


def replaced(buffer: Buffer, label: str, document: Document, cursor: int | None = None) -> Buffer:
    """Return the buffer with another document, which is one step that can be undone."""
    history = buffer.history.record(document, label)
    if history.past == buffer.history.past:
        return replace(buffer, history=history)
    at = _within(document, buffer.cursor if cursor is None else cursor)
    marks = (*buffer.marks[: _count(buffer)], (buffer.cursor, at))
    return replace(buffer, history=history, cursor=at, selected=(), marks=marks)


def undone(buffer: Buffer) -> Buffer:
    """Return the buffer before its last change.

    Raises:
        EditError: There is none.
    """
    if not buffer.history.past:
        raise EditError("There is nothing to undo.")
    history = buffer.history.undo()
    before, _after = buffer.marks[_count(buffer) - 1]
    cursor = _within(history.document, before)
    return replace(buffer, history=history, cursor=cursor, selected=())


def redone(buffer: Buffer) -> Buffer:
    """Return the buffer after the change that was undone last.

    Raises:
        EditError: There is none.
    """
    if not buffer.history.future:
        raise EditError("There is nothing to do again.")
    history = buffer.history.redo()
    _before, after = buffer.marks[_count(buffer)]
    cursor = _within(history.document, after)
    return replace(buffer, history=history, cursor=cursor, selected=())


def saved(buffer: Buffer, path: str, digest: str, stamp: Stamp | None) -> Buffer:
    """Return the buffer whose text stands in a file, perhaps under another name than before."""
    history = buffer.history.save(digest)
    if path != buffer.path:
        history = replace(history, document=replace(history.document, path=path))
    return replace(buffer, history=history, stamp=stamp)


def reread(buffer: Buffer, document: Document, stamp: Stamp | None, cursor: int) -> Buffer:
    """Return the buffer after its file was read anew; the way back to before stays open."""
    after = replaced(buffer, "take over what is on disk", document, cursor)
    history = replace(after.history, saved=History.of(document).saved)
    return replace(after, history=history, stamp=stamp)


def _count(buffer: Buffer) -> int:
    """Return how many changes led to what the buffer has now."""
    return buffer.history.forgotten + len(buffer.history.past)


def _within(document: Document, cursor: int) -> int:
    return min(max(cursor, 0), len(document.map.items) - 1)
