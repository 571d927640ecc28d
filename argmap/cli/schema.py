"""`argmap schema`: the JSON Schema of the file format, for editors."""

from __future__ import annotations

import argparse

from argmap.cli.exits import CLEAN

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

MORE = " Editors with a YAML language server complete keys and underline mistakes with it."
EXAMPLES = """\
examples:
  argmap schema > argmap.schema.json
  argmap schema -o argmap.schema.json

Then begin each map with this line:
  # yaml-language-server: $schema=argmap.schema.json
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", default="-", help="write here instead of standard output"
    )


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    from argmap.cli.outputs import deliver
    from argmap.document.schema import schema_text

    deliver(schema_text().encode("utf-8"), options.output)
    return CLEAN
