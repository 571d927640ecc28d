"""What stops a command: a refusal whose text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["CLEAN", "FOUND", "TROUBLE", "Trouble", "nearest", "quoted"]

# The exit codes: nothing to do, something found, and what kept us from looking.
CLEAN = 0
FOUND = 1
TROUBLE = 2


class Trouble(Exception):
    """A command that cannot go on; its text says what is there, then what to do."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return " Did you mean 'x'?" for the choice most like `word`, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), list(choices), n=1)
    return f" Did you mean {quoted(found[0])}?" if found else ""


def quoted(word: str) -> str:
    """Return `word` in single quotes, as all messages show what the user wrote."""
    return f"'{word}'"
