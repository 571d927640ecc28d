"""Where output goes: data to stdout, talk to stderr, both in UTF-8 and safe for a terminal."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["prepare", "say", "settle", "terminal_width", "uses_color", "write", "write_bytes"]


def prepare() -> None:
    """Make the standard streams speak UTF-8 whatever the locale; no character makes them fail."""
    # A program started with a closed stream has none.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def write(text: str) -> None:
    """Write the product of a command, as it is, to stdout."""
    sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """Write a binary product to stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Write to the user, on stderr; control characters in it come out readable."""
    from argmap.reporters.visible import visible

    print("\n".join(map(visible, text.split("\n"))), file=sys.stderr)


def uses_color(choice: str, stream: TextIO) -> bool:
    """Return whether to colour `stream`; an explicit choice goes before the environment.

    NO_COLOR: https://no-color.org; FORCE_COLOR: https://force-color.org.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Return the width of the terminal in cells; 80 where there is none."""
    # shutil's answer is the same, but importing shutil takes 3 ms.
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:9]):
        return int(columns[:9])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (ValueError, OSError):
        return 80


def settle() -> None:
    """Write out what waits; where stdout is closed or full, leave without a second complaint."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
