"""What a command comes to: a changed session, a question to the user, or a gesture on screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from argmap.model.maps import Map
from argmap.tui.session.sessions import Session

__all__ = [
    "Answer",
    "Choice",
    "Choose",
    "Do",
    "Gesture",
    "Line",
    "Outcome",
    "Pick",
    "Told",
    "Write",
]

# What follows on an answer; the session is the one at that moment.
Answer = Callable[[Session, str], "Outcome"]

# What only the screen can do: it knows rows, panes, files and other programs.
Gesture = Literal[
    "back",
    "child",
    "close",
    "down",
    "end",
    "escape",
    "export",
    "extend-down",
    "extend-up",
    "external",
    "filter",
    "first",
    "fold",
    "fold-to",
    "follow",
    "go-to",
    "help",
    "map-direction",
    "map-scope",
    "map-texts",
    "maps",
    "new",
    "next-map",
    "next-match",
    "open",
    "page-down",
    "page-up",
    "palette",
    "parent",
    "picture",
    "previous-match",
    "quit",
    "save",
    "save-as",
    "search",
    "select",
    "show-details",
    "show-findings",
    "show-map",
    "show-text",
    "theme",
    "unfold-all",
    "up",
]


@dataclass(frozen=True, slots=True)
class Told:
    """A session and a sentence for the user that goes with it."""

    session: Session
    sentence: str


@dataclass(frozen=True, slots=True)
class Write:
    """A text to be written over the row of an item.

    `preview` is the map to show meanwhile, with a row for what is not there yet.
    """

    item: int
    title: str
    text: str
    then: Answer
    preview: Map | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A short text to be written into a box, with words that complete it."""

    title: str
    text: str
    then: Answer
    suggestions: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a menu: the letter that chooses it, its name, and what it means."""

    key: str
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """A menu; the answer is the name of a choice."""

    title: str
    choices: tuple[Choice, ...]
    then: Answer


@dataclass(frozen=True, slots=True)
class Pick:
    """A list to search in; each option has what is answered, what is shown, and an aside."""

    title: str
    options: tuple[tuple[str, str, str], ...]
    then: Answer


@dataclass(frozen=True, slots=True)
class Do:
    """A gesture, with a number for those that need one."""

    gesture: Gesture
    number: int = 0


Outcome = Session | Told | Write | Line | Choose | Pick | Do
