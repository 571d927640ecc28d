"""The commands of argmap, in the order in which the help shows them."""

from __future__ import annotations

__all__ = ["COMMANDS", "SUMMARIES"]

# Name and summary only: the module of a command is imported when it runs, because start-up is a
# feature here (`argmap --help` may take three times what `python -c pass` takes).
COMMANDS: tuple[tuple[str, str], ...] = (
    ("new", "Start a map from a commented example."),
    ("edit", "Build and rearrange maps in the terminal."),
    ("check", "Find what is broken, missing or unclear in maps."),
    ("show", "Print a map as an outline."),
    ("export", "Draw a map, or write it in another format."),
    ("fmt", "Tidy the layout of map files."),
    ("rule", "Explain a rule of `argmap check`."),
    ("schema", "Print the JSON Schema of map files, for editors."),
    ("doctor", "Report what argmap has found on this computer."),
    ("completion", "Print a script that completes argmap in your shell."),
)
SUMMARIES = dict(COMMANDS)
