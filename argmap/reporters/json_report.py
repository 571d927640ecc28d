"""Findings as JSON, for other programs.

The document is an object with `version`, which is 1 and rises when a key changes its meaning or
goes (new keys may come at any time); `files`, those that were checked, with `path`,
`quotes_unchecked` and `findings`; and `summary` with the number of `files`, `errors`, `warnings`
and `infos`. A finding has `code`, `name`, `severity` (error, warning or info), `message`, `help`
(or null), `location` (or null) and `labels`, each with `location` and `text`. A location has
`line`, `column`, `end_line` and `end_column`: 1-based, in code points, the end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from argmap.reporters.summary import count
from argmap.rules.findings import CheckedFile, Finding, Location, Severity

__all__ = ["VERSION", "report"]

VERSION = 1

Json = dict[str, object]


def report(
    files: Sequence[CheckedFile],
    *,
    color: bool = False,  # noqa: ARG001 (JSON has no colour; all reporters are called alike)
) -> Iterator[str]:
    """Yield one JSON document in ASCII, so that no encoding or terminal can spoil it."""
    counts = count(files)
    document = {
        "version": VERSION,
        "files": [_file(file) for file in files],
        "summary": {
            "files": len(files),
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
        },
    }
    yield json.dumps(document, indent=2) + "\n"


def _file(file: CheckedFile) -> Json:
    """Return a file with its findings."""
    return {
        "path": file.path,
        "quotes_unchecked": file.quotes_unchecked,
        "findings": [_finding(finding) for finding in file.findings],
    }


def _finding(finding: Finding) -> Json:
    """Return a finding."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        "location": None if finding.location is None else _location(finding.location),
        "labels": [
            {"location": _location(label.location), "text": label.text} for label in finding.labels
        ],
    }


def _location(location: Location) -> Json:
    """Return a location."""
    return {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
