"""`argmap edit`: maps in the terminal editor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from argmap.cli.exits import CLEAN, CommandError, quoted

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

MORE = " Keys are shown on the last line; '?' explains them all, ctrl+p finds a command."
EXAMPLES = """\
examples:
  argmap edit debate.yaml
  argmap edit maps/*.yaml         several maps; 'b' goes from one to another
  argmap edit                     a map opened lately, or a new one
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="the maps to open; one that is not there is begun",
    )


def run(options: argparse.Namespace) -> int:
    """Open the editor."""
    for name in options.files:
        if Path(name).is_dir():
            raise CommandError(f"{quoted(name)} is a folder. Give the path of a map in it.")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError(
            "The editor needs a terminal for input and output. 'argmap show' prints a map."
        )
    _open(options.files)
    return CLEAN


def _open(files: Sequence[str]) -> None:
    from argmap.tui.app import Editor

    Editor(files).run()
