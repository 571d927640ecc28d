"""The map pane: boxes and edges drawn in the cells of a terminal, from an engine's positions."""
