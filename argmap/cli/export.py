"""`argmap export`: a map as a picture, an outline or data."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from argmap.cli.exits import CLEAN, FOUND, TROUBLE, CommandError, quoted
from argmap.cli.outputs import STDOUT, deliver
from argmap.cli.parser import add_limits, one_of, whole_number
from argmap.cli.streams import say, uses_color
from argmap.exporters.catalogue import FORMATS, format_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.cli.progress import Progress
    from argmap.document.document import Document
    from argmap.exporters.export import UnsoundMapError
    from argmap.exporters.settings import Settings

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

_NAMES = tuple(name for name, _ in FORMATS)
_BINARY = ("png", "pdf")
_MEANINGS = "\n".join(f"  {name:<5} {meaning}" for name, meaning in FORMATS)
_CHOICES = (
    ("--theme", ("light", "dark", "print"), "colours (default: light, dark where the viewer is)"),
    ("--style", ("painted", "native"), "native lets Graphviz draw (default: painted)"),
    ("--engine", ("auto", "wasm", "dot", "tidy"), "what places the boxes (default: auto)"),
    ("--text", ("auto", "full", "short"), "when to take a claim's 'short' (default: auto)"),
)
MORE = " A map with errors is not exported: the picture would not show what the text says."
EXAMPLES = f"""\
formats:
{_MEANINGS}

examples:
  argmap export debate.yaml -o debate.svg
  argmap export debate.yaml -o slide.png --theme dark --width 3840
  argmap export maps/*.yaml -f svg -o slides/
  argmap export debate.yaml -f md -o - | less
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="maps, or folders of maps; - for standard input"
    )
    parser.add_argument(
        "-o", "--output", metavar="TARGET", help="a file, a folder, or - for standard output"
    )
    parser.add_argument(
        "-f",
        "--format",
        type=one_of(_NAMES),
        choices=_NAMES,
        metavar="FORMAT",
        help=f"{', '.join(_NAMES)} (default: what the file name ends in)",
    )
    for name, choices, does in _CHOICES:
        parser.add_argument(name, type=one_of(choices), choices=choices, help=does)
    parser.add_argument(
        "--no-fit",
        dest="fit",
        action="store_false",
        default=None,
        help="take the first arrangement instead of searching for the largest text",
    )
    parser.add_argument("--root", metavar="ID", help="only this claim and what argues about it")
    parser.add_argument(
        "--depth",
        metavar="STEPS",
        type=whole_number(0, 10_000),
        help="only claims that are at most so many steps from a root",
    )
    parser.add_argument(
        "--width",
        metavar="NUMBER",
        type=whole_number(20, 20_000),
        help="png: pixels (default: 1920); txt: cells (default: 80)",
    )
    add_limits(parser)


def run(options: argparse.Namespace) -> int:
    """Write every map to its target."""
    from dataclasses import fields

    from argmap.cli.inputs import limits_of, read_any, sources_of
    from argmap.cli.progress import Progress
    from argmap.exporters.export import check_settings
    from argmap.exporters.settings import ExportError, Settings

    format_ = _format(options)
    limits = limits_of(options)
    settings = Settings(**{field.name: getattr(options, field.name) for field in fields(Settings)})
    try:
        check_settings(format_, settings)
    except ExportError as error:
        raise CommandError(str(error)) from None
    targets = _targets(sources_of(options.files, limits), options.output, format_)
    worst = CLEAN
    with Progress("Exporting maps", len(targets)) as progress:
        for source, target in targets.items():
            code = _export(read_any(source, limits), target, format_, settings, progress)
            worst = max(worst, code)
            progress.advance()
    return worst


def _format(options: argparse.Namespace) -> str:
    """Return the format asked for, or else that of the output's name."""
    output: str | None = options.output
    if output is None:
        raise CommandError(
            "Say with -o where to write: a file, a folder, or - for standard output."
        )
    format_: str | None = options.format or format_of(output)
    if format_ is None:
        where = "standard output" if output == STDOUT else quoted(output)
        raise CommandError(f"Say with -f in which format to write {where}: {', '.join(_NAMES)}.")
    if output == STDOUT and format_ in _BINARY and sys.stdout.isatty():
        raise CommandError(f"A terminal cannot show {format_}. Write it to a file.")
    return format_


def _targets(sources: tuple[str, ...], output: str, format_: str) -> Mapping[str, str]:
    """Return where each source goes; never onto a source, never two to one place."""
    folder = output.endswith(("/", os.sep)) or Path(output).is_dir()
    if not folder and len(sources) == 1:
        targets = {sources[0]: output}
    elif not folder:
        raise CommandError(f"{len(sources)} maps need a folder, as in: -o {output}{os.sep}")
    else:
        Path(output).mkdir(parents=True, exist_ok=True)
        stems = {source: "map" if source == "-" else Path(source).stem for source in sources}
        targets = {s: str(Path(output) / f"{stem}.{format_}") for s, stem in stems.items()}
    taken: dict[str, str] = {os.path.realpath(source): source for source in sources}
    for source, target in targets.items():
        if target == STDOUT:
            continue
        other = taken.setdefault(os.path.realpath(target), source)
        if os.path.realpath(target) == os.path.realpath(other):
            raise CommandError(f"{quoted(target)} is a map itself. Choose another target.")
        if other != source:
            raise CommandError(f"{quoted(other)} and {quoted(source)} would both be {target}.")
    return targets


def _export(
    document: Document, target: str, format_: str, settings: Settings, progress: Progress
) -> int:
    """Write one map and return its exit code; what is wrong with it goes to stderr."""
    from argmap.exporters.export import UnsoundMapError, export_map, sound_map
    from argmap.exporters.settings import ExportError

    try:
        exported = export_map(sound_map(document), format_, settings)
    except UnsoundMapError as error:
        with progress.aside():
            return _refuse(error)
    except ExportError as error:
        with progress.aside():
            say(f"argmap: {document.path}: {error}")
        return TROUBLE
    with progress.aside():
        deliver(exported.data, target)
        if target != STDOUT:
            say(f"Wrote {target}{'' if exported.caption is None else f': {exported.caption}'}.")
        for note in exported.notes:
            say(note)
    return CLEAN


def _refuse(error: UnsoundMapError) -> int:
    """Print the findings of a map with errors and return the exit code."""
    from dataclasses import replace

    from argmap.reporters.full import report
    from argmap.rules.findings import Severity

    checked = error.checked
    errors = tuple(found for found in checked.findings if found.severity is Severity.ERROR)
    color = uses_color("auto", sys.stderr)
    for piece in report((replace(checked, findings=errors),), color=color):
        sys.stderr.write(piece)
    say(f"{checked.path} has errors and is not exported.")
    return TROUBLE if any(found.code == "Y001" for found in errors) else FOUND
