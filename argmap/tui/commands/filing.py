"""Commands about steps back and files: undo, save, open, export, quit."""

from __future__ import annotations

from argmap.tui.commands.command import Command, always, gesture, is_editable
from argmap.tui.session.outcomes import Outcome
from argmap.tui.session.sessions import Session, redone, undone

__all__ = ["FILING", "UNDOING"]


def undo(session: Session) -> Outcome:
    """Take the last step back."""
    return undone(session)


def redo(session: Session) -> Outcome:
    """Take the last step that was taken back again."""
    return redone(session)


def can_undo(session: Session) -> bool:
    """Whether there is a step to take back."""
    return session.buffer is not None and session.buffer.history.undo_label is not None


def can_redo(session: Session) -> bool:
    """Whether a step was taken back."""
    return session.buffer is not None and session.buffer.history.redo_label is not None


def has_buffer(session: Session) -> bool:
    """Whether a map is open."""
    return session.buffer is not None


def has_several(session: Session) -> bool:
    """Whether more than one map is open."""
    return len(session.buffers) > 1


UNDOING = (
    Command(
        "undo",
        "Undo",
        "Takes the last step back; the file is as it was, to the byte.",
        ("u",),
        "Write",
        undo,
        can_undo,
        short="Undo",
        foot=3,
    ),
    Command(
        "redo",
        "Redo",
        "Does again what was undone.",
        ("ctrl+r", "U"),
        "Write",
        redo,
        can_redo,
    ),
)

FILING = (
    Command(
        "save",
        "Save",
        "Writes the file, unless somebody else has changed it meanwhile.",
        ("ctrl+s", "w"),
        "Files",
        gesture("save"),
        has_buffer,
        short="Save",
        foot=15,
    ),
    Command(
        "save-as",
        "Save as",
        "Writes the map to another file and goes on with that one.",
        ("W",),
        "Files",
        gesture("save-as"),
        has_buffer,
    ),
    Command(
        "open",
        "Open a map",
        "A file in a tab of its own.",
        ("B",),
        "Files",
        gesture("open"),
        always,
    ),
    Command(
        "new",
        "New map",
        "An empty map; it gets a name when it is saved.",
        (),
        "Files",
        gesture("new"),
        always,
    ),
    Command(
        "maps",
        "Go to another open map",
        "A list of the maps that are open.",
        ("b",),
        "Files",
        gesture("maps"),
        has_several,
    ),
    Command(
        "next-map",
        "Go to the next open map",
        "In the order in which they were opened.",
        ("`", "ctrl+n"),
        "Files",
        gesture("next-map"),
        has_several,
    ),
    Command(
        "close",
        "Close this map",
        "Asks first if it is not saved.",
        (),
        "Files",
        gesture("close"),
        has_buffer,
    ),
    Command(
        "export",
        "Export",
        "SVG, PNG, PDF, Markdown and more.",
        ("X",),
        "Files",
        gesture("export"),
        is_editable,
    ),
    Command(
        "external",
        "Edit the file in $EDITOR",
        "Opens the file at the line of this claim.",
        ("E",),
        "Files",
        gesture("external"),
        has_buffer,
    ),
    Command(
        "quit",
        "Quit",
        "Asks first if a map is not saved.",
        ("q", "ctrl+q"),
        "Files",
        gesture("quit"),
        always,
        short="Quit",
        foot=16,
    ),
)
