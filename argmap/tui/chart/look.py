"""The map pane's colours: those of the pictures, the terminal's own sixteen, or none at all."""

from __future__ import annotations

from typing import Final

from argmap.diagram.themes import DARK, KINDS, LIGHT, Theme
from argmap.tui.palettes import ANSI_KINDS

__all__ = ["COMPONENTS", "CSS"]

COMPONENTS: Final = frozenset(
    f"chart--{name}" for name in (*KINDS, "text", "mention", "remark", "cursor", "near")
)

# Fills behind the cursor's box and its edges. Lines keep a contrast of 3 on each, text 4.5.
_FILLS: Final = {
    "light": {"cursor": "#C4DCF4", "near": "#D3E5F7"},
    "dark": {"cursor": "#20384F", "near": "#1B2C3E"},
}


def _colours(theme: Theme, state: str) -> str:
    """Return the rules for a light or dark screen."""
    colours = theme.colours
    rules = [f"& > .chart--{kind} {{ color: {colours[kind]}; }}" for kind in KINDS]
    rules.append(f"& > .chart--text {{ color: {colours['ink']}; }}")
    rules += [
        f"& > .chart--{name} {{ color: {colours['muted']}; }}" for name in ("mention", "remark")
    ]
    rules += [
        f"& > .chart--{name} {{ background: {fill}; }}" for name, fill in _FILLS[state].items()
    ]
    return f"&:{state} {{ {' '.join(rules)} }}"


_ANSI: Final = " ".join(
    f"& > .chart--{kind} {{ color: {colour}; }}" for kind, colour in ANSI_KINDS.items()
)

CSS: Final = f"""
MapPane {{
    background: $background;
    color: $foreground;
    overflow: auto auto;
    scrollbar-gutter: stable;
    scrollbar-size: 1 1;
    & > .chart--mention, & > .chart--remark {{ text-style: italic; }}
    & > .chart--cursor, & > .chart--near {{ text-style: bold; }}
    {_colours(LIGHT, "light")}
    {_colours(DARK, "dark")}
    &:ansi {{
        {_ANSI}
        & > .chart--text {{ color: ansi_default; }}
        & > .chart--mention, & > .chart--remark {{ color: ansi_default; text-style: italic; }}
        & > .chart--cursor {{
            background: $block-cursor-background; color: $block-cursor-foreground;
        }}
        & > .chart--near {{ background: ansi_bright_black; color: ansi_bright_white; }}
    }}
    &:nocolor > .chart--cursor, &:nocolor > .chart--near {{ text-style: bold reverse; }}
}}
"""
