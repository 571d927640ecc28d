"""`argmap new`: a commented map to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from argmap.cli.exits import CLEAN, CommandError, quoted
from argmap.cli.streams import say

__all__ = ["EXAMPLES", "MORE", "STARTER", "add_options", "run"]

STARTER = Path(__file__).with_name("starter.yaml")
MORE = " It is a whole small debate that passes `argmap check`; its comments explain the format."
EXAMPLES = """\
examples:
  argmap new debate.yaml
  argmap new maps/harbour.yaml --title "A new harbour"
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("file", metavar="FILE", help="the file to write; it must not exist yet")
    parser.add_argument("--title", help="the title of the map")


def run(options: argparse.Namespace) -> int:
    """Write the starter map."""
    from argmap.document.saving import SaveError, save

    path = Path(options.file)
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise CommandError(
            f"{quoted(options.file)} would not be found as a map. Let its name end in '.yaml'."
        )
    text = STARTER.read_text(encoding="utf-8").replace("THIS-FILE", path.name)
    if options.title is not None:
        text = _titled(text, options.title)
    if not path.parent.is_dir():
        raise CommandError(
            f"There is no folder {quoted(str(path.parent))} to write {quoted(path.name)} into."
        )
    try:
        save(path, text.encode("utf-8"), None)
    except SaveError as error:
        raise CommandError(str(error)) from None
    say(f"Wrote {options.file}. Next: argmap check {options.file}")
    return CLEAN


def _titled(text: str, title: str) -> str:
    """Return the starter with another title, quoted as any edit would quote it."""
    from argmap.document.editing import apply
    from argmap.document.reader import read_text
    from argmap.model.edits import EditError, SetMapField

    folded = " ".join(title.split())
    if not folded:
        raise CommandError("A title needs words.")
    try:
        return apply(read_text(text), SetMapField("title", folded)).text or ""
    except EditError as error:
        raise CommandError(f"This cannot be a title: {error}") from None
