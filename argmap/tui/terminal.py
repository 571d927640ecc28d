"""What terminals send that Textual does not tell apart by itself: alt+enter."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, cast

from textual import _ansi_sequences

__all__ = ["know_alt_enter"]


class _Key(StrEnum):
    ALT_ENTER = "alt+enter"


def know_alt_enter() -> None:
    """Have escape and return in one go known as alt+enter, not as enter.

    That is what every terminal without the Kitty protocol sends, tmux too; Textual 8.2 drops the
    escape, and the text would be committed where a new line was meant.
    """
    sequences = cast("dict[str, Any]", _ansi_sequences.ANSI_SEQUENCES_KEYS)
    sequences.setdefault("\x1b\r", (_Key.ALT_ENTER,))
