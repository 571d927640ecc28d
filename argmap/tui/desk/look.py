"""How the editor's screen is laid out, wide and narrow."""

from __future__ import annotations

from typing import Final

__all__ = ["CSS"]

CSS: Final = """
Panes {
    background: $background;
    & #body { height: 1fr; }
    & #left { width: 1fr; height: 1fr; }
    & #right { width: 1fr; height: 1fr; border-left: solid $primary 40%; }
    & #upper { height: 2fr; }
    & #lower { height: 1fr; border-top: solid $primary 40%; }
    & #text { border: none; padding: 0; }
    & #text:focus { border: none; }
    & #text, & #chart { height: 1fr; }
    & DetailsPane, & FindingsPane { height: 1fr; }

    &.-narrow {
        & #right { display: none; border-left: none; }
        & #lower { border-top: none; }
        &.-pane-upper, &.-pane-lower {
            & #left { display: none; }
            & #right { display: block; }
        }
        &.-pane-upper #lower { display: none; }
        &.-pane-lower #upper { display: none; }
    }
}
"""
