"""The command that opens a file at a line in the user's own editor."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from pathlib import PurePath

__all__ = ["editor_command"]

_FALLBACKS = ("nano", "vim", "vi", "notepad")
_COLON = ("hx", "helix", "subl", "zed", "kak")
_PLUS = ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "joe", "ne", "kate", "gedit")


def editor_command(environment: Mapping[str, str], path: str, line: int) -> list[str] | None:
    """Return the words of the command for `path` at a 1-based line; None if there is no editor."""
    given = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        words = shlex.split(given)
    except ValueError:
        words = [given]
    if not words:
        known = next((name for name in _FALLBACKS if shutil.which(name)), None)
        if known is None:
            return None
        words = [known]
    name = PurePath(words[0]).stem.casefold()
    if name in _PLUS:
        return [*words, f"+{line}", path]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name.startswith(("code", "codium", "cursor")):
        wait = [] if "--wait" in words or "-w" in words else ["--wait"]
        return [*words, *wait, "--goto", f"{path}:{line}"]
    return [*words, path]
