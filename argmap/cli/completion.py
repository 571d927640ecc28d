"""`argmap completion`: the script that completes commands, options and files in a shell."""

# ruff: noqa: PLC0415 - heavy imports wait until they are needed
from __future__ import annotations

import argparse

from argmap.cli.exits import CLEAN
from argmap.cli.parser import one_of
from argmap.cli.streams import write

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

SHELLS = ("bash", "zsh", "fish")
MORE = " The script is static: completing starts no Python."
EXAMPLES = """\
examples:
  eval "$(argmap completion bash)"                                     in ~/.bashrc
  argmap completion zsh > "${fpath[1]}/_argmap"                        once
  argmap completion fish > ~/.config/fish/completions/argmap.fish      once
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "shell", metavar="SHELL", type=one_of(SHELLS), choices=SHELLS, help="bash, zsh or fish"
    )


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    from argmap.cli.parser import full_parser

    write(shtab.complete(full_parser(), shell=options.shell).rstrip() + "\n")
    return CLEAN
