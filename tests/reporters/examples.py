"""Checked files to report: made in memory, so that a reporter alone is at test."""

from __future__ import annotations

from argmap.rules.findings import CheckedFile, Finding, Label, Location, Severity

CIRCLE = """\
argmap: 1
title: Can we trust the almanac?

map:
- claim: What the almanac says is true.
  id: almanac-true
  support:
  - claim: The almanac was written by experts.
    id: by-experts
    support:
    - ref: almanac-true
"""

WIDE = """\
argmap: 1
map:
- claim: 北京将在和谈中发挥更大的作用。 # 注
  support:
  - {claim: e\u0301te\u0301, source: nobody}
"""


def finding(
    line: int,
    column: int,
    end_line: int | None = None,
    end_column: int | None = None,
    **fields: object,
) -> Finding:
    """Return a finding at a location, by default of one character."""
    known = {
        "code": "G001",
        "name": "dangling-reference",
        "severity": Severity.ERROR,
        "message": "There is no claim 'x'.",
        "location": Location(line, column, end_line or line, end_column or column + 1),
    }
    return Finding(**{**known, **fields})  # type: ignore[arg-type]


def files() -> list[CheckedFile]:
    """Return one file of each sort."""
    circle = finding(
        11,
        12,
        11,
        24,
        code="G004",
        name="circular-reasoning",
        message="These claims support one another in a circle: "
        "'almanac-true' supports 'by-experts', which supports 'almanac-true'.",
        help="Take out the step that convinces least.",
        labels=(Label(Location(8, 12, 8, 46), "supports 'almanac-true'"),),
    )
    warning = finding(
        5,
        3,
        7,
        11,
        code="L001",
        name="unsupported-premise",
        severity=Severity.WARNING,
        message="Nobody is cited for it.",
    )
    wide = finding(3, 10, 3, 25, message="Wide.", help="Narrow it.")
    accents = finding(
        5,
        27,
        5,
        33,
        code="E001",
        name="unknown-source",
        severity=Severity.INFO,
        message="There is no source 'nobody'.",
        labels=(Label(Location(5, 13, 5, 17), "cited here"),),
    )
    unreadable = finding(
        1,
        1,
        code="Y001",
        name="unreadable-file",
        message="This is a pipe, which has no end.",
        location=None,
    )
    return [
        CheckedFile("maps/almanac.yaml", CIRCLE, (warning, circle), quotes_unchecked=2),
        CheckedFile("maps/宽.yaml", WIDE, (wide, accents)),
        CheckedFile("maps/clean.yaml", "argmap: 1\n", ()),
        CheckedFile("maps/pipe.yaml", None, (unreadable,)),
    ]
