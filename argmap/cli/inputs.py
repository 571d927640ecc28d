"""What a command reads: a file, or standard input for `-`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from argmap.cli.exits import CommandError, quoted
from argmap.document.document import Document
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_bytes
from argmap.document.reading import read
from argmap.document.walking import Found, default_paths, find_maps
from argmap.rules.findings import Severity

__all__ = [
    "STDIN",
    "first_error",
    "found_in",
    "nothing_found",
    "read_any",
    "read_input",
    "sources_of",
]

STDIN = "-"


def read_any(path: str, limits: Limits = DEFAULT_LIMITS, *, stdin_name: str = STDIN) -> Document:
    """Return the document at a path, or on standard input; trouble becomes a finding."""
    if path != STDIN:
        return read(path, limits)
    # One byte over the limit is enough to know; an endless stream is not read to its end.
    return read_bytes(sys.stdin.buffer.read(limits.size + 1), stdin_name, limits)


def limits_of(options: argparse.Namespace) -> Limits:
    """Return how much of a file is read, as the user wants it."""
    return Limits(options.max_size * 1024 * 1024, options.max_depth)


def read_input(path: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Return the document at a path, or on standard input.

    Raises:
        CommandError: If it is no text at all, so that there is nothing to work with.
    """
    document = read_any(path, limits)
    if document.text is None:
        raise CommandError(first_error(document))
    return document


def first_error(document: Document) -> str:
    """Return where the first error of a document stands and what it is."""
    error = next(found for found in document.findings if found.severity is Severity.ERROR)
    where = error.location
    place = document.path if where is None else f"{document.path}:{where.line}:{where.column}"
    return f"{place}: {error.message} {error.help or ''}".rstrip()


def found_in(paths: Sequence[str], limits: Limits = DEFAULT_LIMITS) -> Found:
    """Return the maps that paths lead to, standard input first; by default those around here."""
    given = paths or default_paths()
    found = find_maps([path for path in given if path != STDIN], limits)
    return Found((STDIN, *found.maps), found.others) if STDIN in given else found


def sources_of(paths: Sequence[str], limits: Limits = DEFAULT_LIMITS) -> tuple[str, ...]:
    """Return the maps that paths lead to.

    Raises:
        CommandError: If there is none.
    """
    found = found_in(paths, limits)
    if not found.maps:
        raise CommandError(nothing_found(paths, found))
    return found.maps


def nothing_found(paths: Sequence[str], found: Found) -> str:
    """Return the sentence that says where no map is."""
    where = " or ".join(map(quoted, paths)) if paths else "maps/ or this folder"
    if found.others:
        return f"There is no map in {where}: none of the YAML files has the key 'argmap'."
    return f"There is no map in {where}. A map is a .yaml file with the key 'argmap'."
