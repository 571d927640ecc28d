"""What a command reads: a file, or standard input for `-`."""

from __future__ import annotations

import sys

from argmap.cli.exits import CommandError
from argmap.document.document import Document
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_bytes
from argmap.document.reading import read

__all__ = ["STDIN", "read_any", "read_input"]

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
        finding = document.findings[0]
        raise CommandError(f"{finding.message} {finding.help or ''}".rstrip())
    return document
