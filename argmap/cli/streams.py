"""Where output goes: data to stdout, talk to stderr, both in UTF-8 and safe for a terminal."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["prepare", "say", "settle", "uses_color", "visible", "write", "write_bytes"]


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
    """Write a line to the user, on stderr; control characters in it come out readable."""
    print(visible(text), file=sys.stderr)


def visible(text: str) -> str:
    r"""Return `text` with control characters but the line feed written out, e.g. `\x1b`."""
    return text if text.isprintable() else text.translate(_CONTROLS)


# C0, DEL and C1; a terminal obeys them. U+202E and its like turn the order of what follows.
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_CONTROLS = {
    number: f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
    for number in (*range(0x20), *range(0x7F, 0xA0), *_BIDI, 0x2028, 0x2029)
    if number != 0x0A
}


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


def settle() -> None:
    """Write out what waits; where stdout is closed or full, leave without a second complaint."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
