"""The outline's colours: those of the pictures, the terminal's own sixteen, or none at all."""

from __future__ import annotations

from typing import Final

from argmap.diagram.themes import DARK, KINDS, LIGHT, Theme
from argmap.tui.palettes import ANSI_KINDS

__all__ = ["COMPONENTS", "CSS"]

COMPONENTS: Final = frozenset(
    f"outline--{name}"
    for name in (
        *("claim", "support", "rebut", "undercut", "warrant"),
        *("guide", "fold", "body", "aside", "tail", "count", "dimmed"),
        *("cursor", "selected", "drop", "match", "mark", "error", "warning", "info"),
    )
)

# Fills behind a row, and the colours of findings, that the pictures have no use for. Text keeps a
# contrast of 4.5 on each.
_FILLS: Final = {
    "light": {"cursor": "#E5EFFA", "selected": "#F1ECF8", "drop": "#DFF4E8", "match": "#FFE28A"},
    "dark": {"cursor": "#1A2E44", "selected": "#2A2438", "drop": "#13312A", "match": "#574300"},
}
_BLURRED: Final = {"light": "#F1F5FA", "dark": "#18222D"}
_FINDINGS: Final = {
    "light": {"error": "#A8180A", "warning": "#7A4B00", "info": "#1F5F9E"},
    "dark": {"error": "#FF7A66", "warning": "#F0B429", "info": "#7CB8F2"},
}


def _kinds(theme: Theme, state: str) -> str:
    """Return the rules for a light or dark screen."""
    colours = theme.colours
    rules = [f"& > .outline--{kind} {{ color: {colours[kind]}; }}" for kind in KINDS]
    rules += [f"& > .outline--{name} {{ color: {colours['ink']}; }}" for name in ("body", "mark")]
    rules += [
        f"& > .outline--{name} {{ color: {colours['muted']}; }}"
        for name in ("aside", "tail", "fold", "dimmed")
    ]
    rules += [
        f"& > .outline--{name} {{ background: {fill}; }}" for name, fill in _FILLS[state].items()
    ]
    rules += [f"& > .outline--{name} {{ color: {ink}; }}" for name, ink in _FINDINGS[state].items()]
    rules += [
        f"& > .outline--guide {{ color: {colours['muted']} 55%; }}",
        f"& > .outline--count {{ color: {colours['claim']}; }}",
        f"&:blur > .outline--cursor {{ background: {_BLURRED[state]}; }}",
        f"background: {colours['bg']}; color: {colours['ink']};",
    ]
    return f"&:{state} {{ {' '.join(rules)} }}"


_ANSI: Final = " ".join(
    f"& > .outline--{kind} {{ color: {colour}; }}" for kind, colour in ANSI_KINDS.items()
)

CSS: Final = f"""
Outline {{
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;
    & > .outline--claim, & > .outline--support, & > .outline--rebut, & > .outline--undercut,
    & > .outline--warrant, & > .outline--count, & > .outline--mark, & > .outline--error,
    & > .outline--warning {{ text-style: bold; }}
    & > .outline--aside {{ text-style: italic; }}
    & > .outline--cursor {{ text-style: bold; }}
    & > .outline--match {{ text-style: bold underline; }}
    {_kinds(LIGHT, "light")}
    {_kinds(DARK, "dark")}
    &:ansi {{
        background: ansi_default;
        color: ansi_default;
        {_ANSI}
        & > .outline--body, & > .outline--mark, & > .outline--count {{ color: ansi_default; }}
        & > .outline--aside {{ color: ansi_default; text-style: italic; }}
        & > .outline--tail, & > .outline--guide, & > .outline--fold, & > .outline--dimmed {{
            color: ansi_default; text-style: dim;
        }}
        & > .outline--error {{ color: ansi_red; }}
        & > .outline--warning {{ color: ansi_yellow; }}
        & > .outline--info {{ color: ansi_cyan; }}
        & > .outline--cursor {{
            background: $block-cursor-background; color: $block-cursor-foreground;
        }}
        & > .outline--selected {{ background: ansi_magenta; color: ansi_bright_white; }}
        & > .outline--drop {{ background: ansi_cyan; color: ansi_black; }}
        &:blur > .outline--cursor {{ background: ansi_default; color: ansi_default; }}
        & > .outline--match {{ background: ansi_yellow; color: ansi_black; }}
    }}
    &:nocolor > .outline--cursor {{ text-style: bold reverse; }}
    &:nocolor > .outline--match {{ text-style: bold underline; }}
}}
"""
