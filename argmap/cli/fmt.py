"""`argmap fmt`: the layout of map files, tidied."""

from __future__ import annotations

import argparse
import sys

from argmap.cli.exits import CLEAN, FOUND, TROUBLE
from argmap.cli.parser import add_color, add_limits, add_paths
from argmap.cli.streams import say, uses_color, write, write_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.cli.progress import Progress
    from argmap.document.document import Document

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

MORE = " The map stays the same, and so do all comments and the order of everything."
EXAMPLES = """\
examples:
  argmap fmt                      every map below maps/, or below this folder
  argmap fmt --check maps/        for CI: 1 if a file would change
  argmap fmt --diff debate.yaml   what would change
  argmap fmt --ids debate.yaml    and give an id to every claim that has none
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_paths(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if a file would change"
    )
    parser.add_argument(
        "--diff", action="store_true", help="write nothing; print what would change"
    )
    parser.add_argument("--ids", action="store_true", help="give an id to every claim without one")
    add_limits(parser)
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Tidy the files, or say which would change."""
    from argmap.cli.inputs import STDIN, limits_of, sources_of
    from argmap.cli.progress import Progress
    from argmap.document.format import FormatError
    from argmap.document.saving import SaveError

    sources = sources_of(options.paths, limits_of(options))
    worst = CLEAN
    changed = 0
    with Progress("Formatting maps", len(sources)) as progress:
        for path in sources:
            try:
                code = _format(path, options, progress)
            except (FormatError, SaveError) as refusal:
                with progress.aside():
                    say(f"{path}: {refusal}")
                code = TROUBLE
            changed += code == FOUND
            worst = max(worst, code)
            progress.advance()
    only_looking = options.check or options.diff
    if sources != (STDIN,):
        did = "would change" if only_looking else "changed"
        say(f"{changed:,} of {len(sources):,} {'map' if len(sources) == 1 else 'maps'} {did}.")
    return worst if only_looking or worst == TROUBLE else CLEAN


def _format(path: str, options: argparse.Namespace, progress: Progress) -> int:
    """Tidy one file; return 1 if that changes it, 2 if it cannot be done."""
    from argmap.cli.inputs import STDIN, first_error, limits_of, read_any
    from argmap.document.format import formatted
    from argmap.document.saving import digest_of, save
    from argmap.reporters.visible import visible

    limits = limits_of(options)
    before = read_any(path, limits)
    if before.tree is None:
        with progress.aside():
            say(f"{first_error(before)}\n{path} is left as it is.")
        return TROUBLE
    after = formatted(before, limits, ids=options.ids)
    same = after.encoded == before.encoded
    if options.diff or options.check:
        color = uses_color(options.color, sys.stdout)
        name = visible(path)
        with progress.aside():
            if options.diff:
                write("".join(_diff(name, before, after, color=color)))
            elif not same:
                write(f"{name}\n")
    elif path == STDIN:
        write_bytes(after.encoded)
    elif not same:
        save(path, after.encoded, digest_of(before.encoded))
    return CLEAN if same else FOUND


def _diff(name: str, before: Document, after: Document, *, color: bool) -> Iterator[str]:
    from difflib import unified_diff

    from argmap.reporters.visible import visible

    paints = {"+": "32", "-": "31", "@": "36"}
    old, new = (f"{document.text or ''}\n".split("\n")[:-1] for document in (before, after))
    for line in unified_diff(old, new, name, name, lineterm=""):
        shown = visible(line)
        paint = paints.get(line[:1]) if color else None
        yield f"{shown}\n" if paint is None else f"\x1b[{paint}m{shown}\x1b[0m\n"
