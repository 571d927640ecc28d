"""`argmap check`: what is broken, missing or unclear in maps."""

from __future__ import annotations

import argparse
import sys

from argmap.cli.exits import CLEAN, FOUND, TROUBLE, CommandError, quoted
from argmap.cli.parser import add_color, add_limits, add_paths, one_of
from argmap.cli.streams import say, uses_color, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.cli.progress import Progress
    from argmap.document.reader import Limits
    from argmap.document.walking import Found
    from argmap.rules.findings import CheckedFile
    from argmap.rules.rule import Rule

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

FORMATS = ("full", "concise", "json")
_MOST_NAMED = 10
SEVERITIES = ("error", "warning", "info")
MORE = " Findings go to standard output; 'argmap rule CODE' explains one."
EXAMPLES = """\
examples:
  argmap check                            every map below maps/, or below this folder
  argmap check debate.yaml other/         one map, and a folder of them
  argmap check --select G,quote-altered   only some rules
  argmap check --format json > findings.json
  git show HEAD:debate.yaml | argmap check - --stdin-filename debate.yaml
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_paths(parser)
    parser.add_argument(
        "-f",
        "--format",
        type=one_of(FORMATS),
        choices=FORMATS,
        default="full",
        help="full for people, concise for editors, json for programs (default: full)",
    )
    parser.add_argument("--pedantic", action="store_true", help="apply the strict rules too")
    for name, does in (("--select", "apply only these rules"), ("--ignore", "leave these out")):
        parser.add_argument(
            name,
            metavar="RULES",
            action="append",
            default=[],
            help=f"{does}: codes, names or first letters of codes, with commas; or ALL",
        )
    parser.add_argument(
        "--texts",
        metavar="FOLDER",
        help="look quotes up in the files of this folder, named after the sources",
    )
    parser.add_argument(
        "--fail-on",
        type=one_of(SEVERITIES),
        choices=SEVERITIES,
        default="error",
        help="the least severity that makes the exit code 1 (default: error)",
    )
    parser.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 even if something was found"
    )
    parser.add_argument(
        "--stdin-filename", metavar="NAME", default="-", help="what to call standard input"
    )
    add_limits(parser)
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings, then a summary to stderr."""
    from argmap.cli.inputs import found_in, limits_of, nothing_found
    from argmap.cli.progress import Progress
    from argmap.cli.selection import rules_for
    from argmap.reporters.summary import summary_line, unchecked_line

    rules = rules_for(options.select, options.ignore, pedantic=options.pedantic)
    _check_folder(options.texts)
    limits = limits_of(options)
    with Progress("Looking for maps") as progress:
        found = found_in(options.paths, limits)
        progress.begin("Checking maps", len(found.maps))
        files = _report(_checked(found, rules, limits, options, progress), options, progress)
    if found.others:
        say(_others(found.others))
    if not files:
        raise CommandError(nothing_found(options.paths, found))
    for line in (unchecked_line(files), summary_line(files)):
        if line is not None:
            say(line)
    return _exit_code(files, options)


def _check_folder(texts: str | None) -> None:
    from pathlib import Path

    if texts is not None and not Path(texts).is_dir():
        raise CommandError(f"There is no folder {quoted(texts)} for --texts.")


def _checked(
    found: Found,
    rules: tuple[Rule, ...],
    limits: Limits,
    options: argparse.Namespace,
    progress: Progress,
) -> Iterator[CheckedFile]:
    from argmap.cli.inputs import read_any
    from argmap.document.files import check_with_texts

    for path in found.maps:
        document = read_any(path, limits, stdin_name=options.stdin_filename)
        yield check_with_texts(document, rules, options.texts)
        progress.advance()


def _report(
    checked: Iterator[CheckedFile], options: argparse.Namespace, progress: Progress
) -> list[CheckedFile]:
    """Print findings as soon as they are known, and return the files without their text."""
    from dataclasses import replace

    from argmap.reporters.catalogue import find_reporter

    reporter = find_reporter(options.format)
    if reporter is None:
        raise AssertionError(options.format)
    color = uses_color(options.color, sys.stdout)
    files: list[CheckedFile] = []
    for file in checked:
        # A folder of ten thousand maps need not stay in memory to be counted.
        files.append(replace(file, text=None))
        if options.format != "json" and file.findings:
            with progress.aside():
                for piece in reporter.report((file,), color=color):
                    write(piece)
                sys.stdout.flush()
    if options.format == "json":
        with progress.aside():
            for piece in reporter.report(files, color=color):
                write(piece)
    return files


def _others(paths: tuple[str, ...]) -> str:
    """Return the line that names the YAML files that are no maps, the first of very many."""
    names = ", ".join(paths[:_MOST_NAMED])
    more = len(paths) - _MOST_NAMED
    if more > 0:
        names += f" and {more:,} more"
    if len(paths) == 1:
        return f"1 YAML file is not a map, because it has no key 'argmap': {names}"
    return f"{len(paths):,} YAML files are no maps, because they have no key 'argmap': {names}"


def _exit_code(files: list[CheckedFile], options: argparse.Namespace) -> int:
    """Return 2 for a file that could not be read, 1 for findings that fail the check."""
    from argmap.rules.findings import Severity

    findings = [finding for file in files for finding in file.findings]
    if any(finding.code == "Y001" for finding in findings):
        return TROUBLE
    least = Severity[options.fail_on.upper()]
    failed = any(finding.severity >= least for finding in findings)
    return FOUND if failed and not options.exit_zero else CLEAN
