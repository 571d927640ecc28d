"""What a command reads: a file, or standard input for `-`."""

from __future__ import annotations

import sys

from argmap.cli.exits import CommandError
from argmap.document.document import Document
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_bytes
from argmap.document.reading import read
from argmap.rules.findings import Severity

__all__ = ["STDIN", "first_error", "read_any", "read_input"]

STDIN = "-"


def read_any(path: str, limits: Limits = DEFAULT_LIMITS, *, stdin_name: str = STDIN) -> Document:
    """Return the document at a path, or on standard input; trouble becomes a finding."""
    if path != STDIN:
        return read(path, limits)
    # One byte over the limit is enough to know; an endless stream is not read to its end.
    return read_bytes(sys.stdin.buffer.read(limits.size + 1), stdin_name, limits)


def read_input(path: str) -> Document:
    """Return the document at a path, or on standard input.

    Raises:
        CommandError: If it is no text at all, so that there is nothing to work with.
    """
    document = read_any(path)
    if document.text is None:
        raise CommandError(first_error(document))
    return document


def first_error(document: Document) -> str:
    """Return where the first error of a document stands and what it is."""
    error = next(found for found in document.findings if found.severity is Severity.ERROR)
    where = error.location
    place = document.path if where is None else f"{document.path}:{where.line}:{where.column}"
    return f"{place}: {error.message} {error.help or ''}".rstrip()
