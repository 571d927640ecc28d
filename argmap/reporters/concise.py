"""Findings in one line each, `path:line:column: CODE name: message`, for editors and grep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.reporters.ink import SEVERITY_STYLES, ink
from argmap.reporters.visible import visible
from argmap.rules.findings import CheckedFile

__all__ = ["report"]


def report(files: Sequence[CheckedFile], *, color: bool = False) -> Iterator[str]:
    """Yield one line for each finding.

    A finding without a location stands at 1:1, so that whoever reads the lines by machine needs
    one pattern only.
    """
    paint = ink(color=color)
    for file in files:
        path = paint(visible(file.path), "strong")
        for finding in file.findings:
            where = finding.location
            line, column = (1, 1) if where is None else (where.line, where.column)
            code = paint(finding.code, SEVERITY_STYLES[finding.severity])
            yield f"{path}:{line}:{column}: {code} {finding.name}: {visible(finding.message)}\n"
