"""Findings for people: a sentence, the lines it is about with carets, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.reporters.excerpt import Span, excerpt
from argmap.reporters.ink import SEVERITY_STYLES, Ink, Style, ink
from argmap.reporters.visible import visible
from argmap.rules.findings import CheckedFile, Finding

__all__ = ["report"]

# A circle of 10,000 claims has as many labels, and nobody reads on.
_MOST_LABELS = 12
# The line breaks that editors know.
_BREAK = re.compile(r"\r\n|\n|\r")


def report(files: Sequence[CheckedFile], *, color: bool = False) -> Iterator[str]:
    """Yield one text for each finding, which ends with an empty line."""
    paint = ink(color=color)
    for file in files:
        lines = _BREAK.split(file.text) if file.text is not None and file.findings else []
        for finding in file.findings:
            yield "".join(f"{row}\n" for row in (*_rows(file.path, lines, finding, paint), ""))


def _rows(path: str, lines: Sequence[str], finding: Finding, paint: Ink) -> Iterator[str]:
    """Yield the rows of one finding."""
    style = SEVERITY_STYLES[finding.severity]
    head = paint(f"{finding.severity}[{finding.code}]", style)
    yield f"{head} {paint(f'{finding.name}: {visible(finding.message)}', 'strong')}"
    spans = _spans(finding, style, len(lines))
    gutter = max((len(str(span.location.end_line)) for span in spans), default=1)
    where = finding.location
    position = "" if where is None else f":{where.line}:{where.column}"
    yield f"{' ' * gutter}{paint('-->', 'frame')} {visible(path)}{position}"
    edge = f"{' ' * gutter} {paint('|', 'frame')}"
    if spans:
        yield edge
        yield from excerpt(lines, spans, gutter, paint)
    notes = []
    if len(finding.labels) > _MOST_LABELS:
        notes.append(("note", f"{len(finding.labels) - _MOST_LABELS} more places are not shown."))
    if finding.help is not None:
        notes.append(("help", visible(finding.help)))
    if spans and notes:
        yield edge
    for word, sentence in notes:
        yield f"{' ' * gutter} {paint('=', 'frame')} {paint(f'{word}:', 'strong')} {sentence}"


def _spans(finding: Finding, style: Style, line_count: int) -> list[Span]:
    """Return what to underline: the finding with carets, its labels with dashes."""
    spans = [] if finding.location is None else [Span(finding.location, "^", style)]
    spans += [
        Span(label.location, "-", "secondary", label.text)
        for label in finding.labels[:_MOST_LABELS]
    ]
    return [span for span in spans if span.location.line <= line_count]
