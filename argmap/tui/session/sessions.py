"""A session: the open maps, which of them is in use, and what was cut or copied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from argmap.model.edits import Edit, EditError
from argmap.model.maps import Item, Map
from argmap.tui.session import buffers
from argmap.tui.session.buffers import Buffer

__all__ = ["Clipping", "Session", "changed", "merged", "redone", "undone", "with_buffer"]

_NO_MAP = Map()


@dataclass(frozen=True, slots=True)
class Clipping:
    """Items of a map that were taken up, to be moved if they were cut, else copied."""

    map: Map
    items: tuple[int, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Session:
    """What the user has open. A value: commands return the next one."""

    buffers: tuple[Buffer, ...] = ()
    current: int = 0
    clipping: Clipping | None = None

    @property
    def buffer(self) -> Buffer | None:
        """The open map that is in use, None if none is open."""
        return self.buffers[self.current] if self.buffers else None

    @property
    def map(self) -> Map:
        """The map in use, an empty one if none is open."""
        return self.buffer.document.map if self.buffer is not None else _NO_MAP

    @property
    def cursor(self) -> int:
        """The item under the cursor, -1 if there is none."""
        return self.buffer.cursor if self.buffer is not None else -1

    @property
    def selected(self) -> tuple[int, ...]:
        """The selected items of the map in use."""
        return self.buffer.selected if self.buffer is not None else ()

    @property
    def item(self) -> Item:
        """What is under the cursor.

        Raises:
            EditError: Nothing is.
        """
        if not 0 <= self.cursor < len(self.map.items):
            raise EditError("The map has no claim yet. Press a to write the first one.")
        return self.map.items[self.cursor]


def with_buffer(session: Session, buffer: Buffer) -> Session:
    """Return the session with another state of the open map that has this number."""
    return replace(
        session,
        buffers=tuple(buffer if one.number == buffer.number else one for one in session.buffers),
    )


def changed(
    session: Session, label: str, edits: Iterable[Edit], cursor: int | None = None
) -> Session:
    """Return the session after edits of the map in use, as one step with a label.

    Raises:
        EditError: They cannot be made.
    """
    return with_buffer(session, buffers.edited(_in_use(session), label, tuple(edits), cursor))


def undone(session: Session) -> Session:
    """Return the session with the last step of the map in use taken back.

    Raises:
        EditError: There is none.
    """
    return with_buffer(session, buffers.undone(_in_use(session)))


def redone(session: Session) -> Session:
    """Return the session with the step that was undone last done again.

    Raises:
        EditError: There is none.
    """
    return with_buffer(session, buffers.redone(_in_use(session)))


def merged(now: Session, start: Session, end: Session) -> Session:
    """Return the session `now` with what a command made of `start` by the time it came to `end`.

    Meanwhile the user may have moved the cursor, or opened and closed other maps.
    """
    before = {one.number: one for one in start.buffers}
    after = {one.number: one for one in end.buffers if before.get(one.number) is not one}
    clipping = now.clipping if end.clipping is start.clipping else end.clipping
    found = tuple(after.get(one.number, one) for one in now.buffers)
    return replace(now, buffers=found, clipping=clipping)


def _in_use(session: Session) -> Buffer:
    if session.buffer is None:
        raise EditError("No map is open. Open one, or begin a new one.")
    return session.buffer
