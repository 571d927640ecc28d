"""The editor's themes: the colours of the pictures, light and dark, beside those of Textual."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from argmap.diagram import themes

__all__ = ["ANSI_KINDS", "DEFAULT_THEME", "THEMES"]

DEFAULT_THEME: Final = "argmap-dark"


def _theme(palette: themes.Theme, *, dark: bool, surface: str, panel: str, accent: str) -> Theme:
    colours = palette.colours
    return Theme(
        name=f"argmap-{palette.name}",
        primary=colours["claim"],
        secondary=colours["undercut"],
        accent=accent,
        success=colours["support"],
        error=colours["rebut"],
        warning="#F0B429" if dark else "#7A4B00",
        foreground=colours["ink"],
        background=colours["bg"],
        surface=surface,
        panel=panel,
        dark=dark,
    )


THEMES: Final = (
    _theme(themes.DARK, dark=True, surface="#161D26", panel="#1E2732", accent="#F0B429"),
    _theme(themes.LIGHT, dark=False, surface="#F4F6F8", panel="#E6EAEF", accent="#8A3E00"),
)

# On a screen that keeps the terminal's own sixteen colours, every pane shows a kind in these.
ANSI_KINDS: Final = {
    "claim": "ansi_default",
    "support": "ansi_green",
    "rebut": "ansi_red",
    "undercut": "ansi_magenta",
    "warrant": "ansi_cyan",
}
