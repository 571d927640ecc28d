"""How a command ends: its exit code, or a refusal in a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["CLEAN", "FOUND", "TROUBLE", "CommandError", "nearest", "quoted"]

# The exit codes: nothing to do, something found, and what kept us from looking.
CLEAN = 0
FOUND = 1
TROUBLE = 2


class CommandError(Exception):
    """A command that cannot go on; its text says what is there, then what to do."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return " Did you mean 'x'?", with its blank, for the choice most like `word`, or nothing."""
    from argmap.model.suggestions import did_you_mean

    return did_you_mean(word, choices)


def quoted(word: str) -> str:
    """Return `word` in single quotes, as all messages show what the user wrote."""
    return f"'{word}'"
