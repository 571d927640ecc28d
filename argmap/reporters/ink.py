"""The colours that findings have on a terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from argmap.rules.findings import Severity

__all__ = ["SEVERITY_STYLES", "Ink", "Style", "ink"]

Style = Literal["error", "warning", "info", "strong", "frame", "secondary"]
Ink = Callable[[str, Style], str]

# The sixteen colours of the terminal's own theme, which the user has chosen to be legible.
_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "frame": "1;34",
    "secondary": "34",
}

SEVERITY_STYLES: dict[Severity, Style] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}


def ink(*, color: bool) -> Ink:
    """Return what paints a text in a style, or leaves it plain."""
    return _paint if color else _plain


def _paint(text: str, style: Style) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def _plain(text: str, style: Style) -> str:  # noqa: ARG001 (an ink is given a style, used or not)
    return text
