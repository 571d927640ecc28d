"""The help: every command with its keys and what it does, and those of the pane in use first."""

from __future__ import annotations

import textwrap

from textual.content import Content

from argmap.tui.commands.catalogue import COMMANDS, GROUPS
from argmap.tui.keymap import Keymap, key_shown

__all__ = ["help_text"]

# Cells for the keys, left of what they do.
_KEYS = 14

_KINDS = (
    ("● claim", "a statement at the top of the map"),
    ("▲ support", "a reason for the claim above"),
    ("▼ rebut", "a reason against the claim above"),
    ("◆ undercut", "why the step above does not follow"),
    ("■ warrant", "why the step above does follow"),
    ("+ premise", "works only together with the premises beside it"),
    ("↗", "a link to a claim that has its home elsewhere"),
)
_WRITING = (
    ("⏎", "keep the text"),
    ("esc", "leave it as it was"),
    ("^j or alt+⏎", "a new line"),
    ("^z, ^y", "undo and redo within the text"),
)


def help_text(keymap: Keymap, width: int) -> Content:
    """Return the help for a keymap, in lines of `width` cells."""
    parts: list[Content] = []
    for group in GROUPS:
        parts.append(_heading(group))
        for command in COMMANDS:
            if command.group == group and not command.id.startswith("fold-to-"):
                keys = "  ".join(key_shown(key) for key in keymap.keys[command.id])
                parts.append(_entry(keys, command.title, command.help, width))
        if group == "Look":
            help_ = "Show that many levels of the map."
            parts.append(_entry("1 … 9", "Fold to a level", help_, width))
    parts.append(_heading("While you write a text"))
    parts += [_entry(keys, does, "", width) for keys, does in _WRITING]
    parts.append(_heading("What the signs mean"))
    parts += [_entry(sign, does, "", width) for sign, does in _KINDS]
    return Content("\n").join(parts)


def _heading(words: str) -> Content:
    return Content.assemble("\n", (words, "bold underline"))


def _entry(keys: str, title: str, help_: str, width: int) -> Content:
    aside = "".join(f"\n{line}" for line in _indented(help_, width))
    return Content.assemble((f"{keys:>{_KEYS}}", "bold"), f"  {title}", (aside, "dim"))


def _indented(text: str, width: int) -> list[str]:
    indent = " " * (_KEYS + 2)
    return textwrap.wrap(text, max(width, 40), initial_indent=indent, subsequent_indent=indent)
