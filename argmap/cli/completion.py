"""`argmap completion`: the script that completes commands, options and files in a shell."""

from __future__ import annotations

import argparse
from importlib import import_module

from argmap.cli.commands import COMMANDS
from argmap.cli.exits import CLEAN
from argmap.cli.parser import Parser, one_of
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

    # What completes the placeholders that stand for paths.
    paths = {"FILE": shtab.FILE, "PATH": shtab.FILE, "TARGET": shtab.FILE, "FOLDER": shtab.DIR}
    whole = Parser("argmap")
    whole.add_argument("--version", action="store_true", help="print the version")
    commands = whole.add_subparsers(metavar="COMMAND", parser_class=Parser, prog="argmap")
    for name, summary in COMMANDS:
        parser = commands.add_parser(name, help=summary)
        import_module(f"argmap.cli.{name}").add_options(parser)
        for action in parser.arguments:
            if action.metavar in paths:
                vars(action)["complete"] = paths[str(action.metavar)]
    write(shtab.complete(whole, shell=options.shell).rstrip() + "\n")
    return CLEAN
