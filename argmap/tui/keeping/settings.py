"""The user's settings: a TOML file with a theme and keys, read leniently and complained about."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.model.suggestions import Vocabulary

__all__ = ["Settings", "read_settings"]

_KNOWN = ("theme", "keys")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set. `complaints` are sentences about what could not be understood."""

    theme: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


def read_settings(path: Path) -> Settings:
    """Return the settings in a file; those of a file that is not there are all default."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(complaints=(f"The settings in '{path}' cannot be read: {error}.",))
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(complaints=(f"The settings in '{path}' are no TOML: {error}.",))
    return _settings(table, path)


def _settings(table: Mapping[str, object], path: Path) -> Settings:
    complaints: list[str] = []
    for name in table:
        if name not in _KNOWN:
            guess = Vocabulary(_KNOWN).did_you_mean(name)
            more = "" if guess is None else f" {guess}"
            complaints.append(f"There is no setting '{name}' ('{path}').{more}")
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        complaints.append(f"The setting 'theme' is the name of a theme ('{path}').")
        theme = None
    keys: dict[str, tuple[str, ...]] = {}
    given = table.get("keys", {})
    if not isinstance(given, dict):
        complaints.append(f"The setting 'keys' is a table of commands ('{path}').")
        given = {}
    for command, value in given.items():
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            keys[command] = tuple(names)
        else:
            complaints.append(
                f"The keys of '{command}' are a text or a list of texts, such as \"e\" or "
                f'["e", "enter"] (\'{path}\').'
            )
    return Settings(theme, keys, tuple(complaints))
