"""Which key does what: the defaults of the commands with what the user's settings change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.model.suggestions import Vocabulary
from argmap.tui.commands.catalogue import COMMANDS, COMMANDS_BY_ID

__all__ = ["KEY_WORDS", "Keymap", "key_shown", "keymap_of", "keys_page"]

# Names of keys that are written otherwise, in settings as well as in the docs.
_SIGNS: Final[Mapping[str, str]] = {
    "'": "apostrophe",
    "/": "slash",
    "?": "question_mark",
    ":": "colon",
    "+": "plus",
    "-": "minus",
    "#": "number_sign",
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    "`": "grave_accent",
    ">": "greater_than_sign",
    "<": "less_than_sign",
    ".": "full_stop",
    ",": "comma",
    ";": "semicolon",
    "=": "equals_sign",
    "*": "asterisk",
    "&": "ampersand",
    "%": "percent_sign",
    "$": "dollar_sign",
    "!": "exclamation_mark",
    "@": "at",
    "^": "circumflex_accent",
    "_": "underscore",
    "~": "tilde",
    "|": "vertical_line",
    "\\": "backslash",
    '"': "quotation_mark",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
}
_NAMES: Final = {name: sign for sign, name in _SIGNS.items()}
KEY_WORDS: Final = frozenset(
    {
        *("enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end"),
        *("up", "down", "left", "right", "pageup", "pagedown"),
        *(f"f{number}" for number in range(1, 25)),
    }
)
_MODIFIERS = ("ctrl", "alt", "shift", "super")
_SHOWN: Final = {
    "enter": "⏎",
    "escape": "esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "delete": "Del",
}


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of each command, and the command of each key, by its name in Textual.

    `complaints` are sentences about settings that could not be followed.
    """

    keys: Mapping[str, tuple[str, ...]]
    commands: Mapping[str, str]
    complaints: tuple[str, ...] = ()

    def shown(self, command: str) -> str:
        """Return the first key of a command as the user sees it, "" if it has none."""
        keys = self.keys.get(command, ())
        return key_shown(keys[0]) if keys else ""


def keymap_of(changes: Mapping[str, Iterable[str]] | None = None) -> Keymap:
    """Return the keymap that settings ask for: `changes` has new keys by the id of a command.

    A key that is given to a command is taken from the one that has it by default. What cannot be
    followed is told, and the rest counts.
    """
    complaints: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for name, wanted in (changes or {}).items():
        if name not in COMMANDS_BY_ID:
            guess = Vocabulary(COMMANDS_BY_ID).did_you_mean(name)
            more = "" if guess is None else f" {guess}"
            complaints.append(f"There is no command '{name}' in the settings of keys.{more}")
            continue
        keys: list[str] = []
        for key in wanted:
            known = _key_name(key)
            if known is None:
                complaints.append(
                    f"There is no key '{key}', which the settings give to '{name}'. Keys are "
                    "called a, A, enter, f2, ctrl+e, alt+up and so on."
                )
            elif known in owner:
                complaints.append(
                    f"The settings give the key '{key}' to both '{owner[known]}' and '{name}'. "
                    f"It stays with '{owner[known]}'."
                )
            else:
                owner[known] = name
                keys.append(known)
        chosen[name] = tuple(keys)
    return _with_defaults(chosen, owner, complaints)


def _with_defaults(
    chosen: Mapping[str, tuple[str, ...]], owner: Mapping[str, str], complaints: list[str]
) -> Keymap:
    keys: dict[str, tuple[str, ...]] = {}
    commands: dict[str, str] = dict(owner)
    for command in COMMANDS:
        if command.id in chosen:
            keys[command.id] = chosen[command.id]
            continue
        names = [_SIGNS.get(key, key) for key in command.keys]
        keys[command.id] = tuple(name for name in names if name not in owner)
        commands.update(dict.fromkeys(keys[command.id], command.id))
    return Keymap(keys, commands, tuple(complaints))


def _key_name(key: str) -> str | None:
    """Return the name that Textual has for a key as people write it; None for no key."""
    if len(key) == 1:
        return _SIGNS.get(key, key) if key.isprintable() and key != " " else None
    *modifiers, last = key.lower().split("+") if not key.endswith("++") else [key[:-2], "plus"]
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    if len(last) == 1:
        last = _SIGNS.get(last, last)
    elif last not in KEY_WORDS and last not in _NAMES:
        return None
    return "+".join((*modifiers, last))


def key_shown(key: str) -> str:
    """Return a key as the key line and the help show it."""
    *modifiers, last = key.split("+")
    last = _SHOWN.get(last, _NAMES.get(last, last))
    if modifiers == ["ctrl"]:
        return f"^{last}"
    return "+".join((*modifiers, last))


def keys_page() -> str:
    """Return the reference of commands and keys, as a page of the docs."""
    keymap = keymap_of()
    lines = [_PAGE]
    for group in dict.fromkeys(command.group for command in COMMANDS):
        lines += [f"## {group}", "", "| keys | command | id | does |", "|---|---|---|---|"]
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{_in_table(key)}`" for key in keymap.keys[command.id])
                lines.append(f"| {keys} | {command.title} | `{command.id}` | {command.help} |")
        lines.append("")
    return "\n".join(lines)


def _in_table(key: str) -> str:
    *modifiers, last = key.split("+")
    return "+".join((*modifiers, _NAMES.get(last, last))).replace("|", "\\|")


_PAGE = """\
# The keys of the editor

<!-- Generated by docs/generate.py from the commands; do not edit. -->

Every command is in the palette too (`ctrl+p`), and in the help (`?`). Settings give a command other
keys by its id.
"""
