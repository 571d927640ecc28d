"""A command: its name, its words for the user, its keys, when it can be used and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from argmap.model.claims import Claim, Linked
from argmap.model.maps import Kind
from argmap.tui.session.outcomes import Do, Gesture, Outcome
from argmap.tui.session.sessions import Session

__all__ = [
    "Command",
    "Group",
    "always",
    "gesture",
    "has_items",
    "is_editable",
    "on_claim",
    "on_item",
    "on_linked",
    "on_step",
]

Group = Literal["Move around", "Write", "Rearrange", "Look", "Files"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the user can do.

    `id` is the name by which settings remap it. `title` is a few words in the imperative, `short`
    what the key line says. `keys` are the default keys, the one to show first. `foot` says how
    early the command comes into the key line; 0 keeps it out. `run` returns what follows, and
    raises an `EditError` with a sentence where that cannot be.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    group: Group
    run: Callable[[Session], Outcome]
    enabled: Callable[[Session], bool]
    short: str = ""
    foot: int = 0


def gesture(name: Gesture, number: int = 0) -> Callable[[Session], Outcome]:
    """Return the run of a command that only the screen can carry out."""

    def run(_session: Session) -> Outcome:
        return Do(name, number)

    return run


def always(_session: Session) -> bool:
    """Whether a command can be used: always."""
    return True


def has_items(session: Session) -> bool:
    """Whether the map has an item under the cursor."""
    return 0 <= session.cursor < len(session.map.items)


def is_editable(session: Session) -> bool:
    """Whether the file can be edited: it was read without an error."""
    return session.buffer is not None and session.buffer.document.is_sound


def on_item(session: Session) -> bool:
    """Whether there is an item to edit under the cursor."""
    return has_items(session) and is_editable(session)


def on_claim(session: Session) -> bool:
    """Whether the cursor is on a claim at its home."""
    return on_item(session) and isinstance(session.item.content, Claim)


def on_linked(session: Session) -> bool:
    """Whether the cursor is on linked premises, or on one of them."""
    return on_item(session) and (
        isinstance(session.item.content, Linked) or session.item.kind is Kind.PREMISE
    )


def on_step(session: Session) -> bool:
    """Whether the cursor is on a step."""
    return on_item(session) and session.item.kind.is_step
