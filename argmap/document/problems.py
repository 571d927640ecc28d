"""What the reader finds wrong, by offset, and how it becomes findings with lines and columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from argmap.document.lines import Lines
from argmap.model.suggestions import Vocabulary
from argmap.rules.findings import Finding, Label, Location
from argmap.rules.model_family import MODEL_RULES
from argmap.rules.yaml_family import YAML_RULES

__all__ = ["Problem", "finding_of_file", "findings_of", "shown", "suggestion"]

_RULES = {rule.code: rule for rule in (*YAML_RULES, *MODEL_RULES)}

_LONGEST_SHOWN = 60
# Nobody reads more; a file of a million aliases would fill the terminal for minutes.
_MOST_OF_A_CODE = 500
# Control characters, bidirectional overrides and lone surrogates never reach a message.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding of the reader whose place is a stretch of offsets, like its labels'."""

    code: str
    message: str
    start: int
    end: int
    help: str | None = None
    labels: tuple[tuple[int, int, str], ...] = ()


def findings_of(problems: Iterable[Problem], lines: Lines) -> tuple[Finding, ...]:
    """Return problems as findings, in the order of the text.

    Of one code at most 500 are told; the last of these says how many more there are.
    """
    ordered = sorted(problems, key=lambda problem: (problem.start, problem.end))
    counts = Counter(problem.code for problem in ordered)
    told: Counter[str] = Counter()
    found: list[Finding] = []
    for problem in ordered:
        told[problem.code] += 1
        if told[problem.code] <= _MOST_OF_A_CODE:
            found.append(_finding(problem, lines))
        if told[problem.code] == _MOST_OF_A_CODE < counts[problem.code]:
            more = f"{counts[problem.code] - _MOST_OF_A_CODE:,} more like this are not shown."
            found[-1] = replace(found[-1], help=" ".join(filter(None, (found[-1].help, more))))
    return tuple(found)


def _finding(problem: Problem, lines: Lines) -> Finding:
    """Return a problem with its rule, line and column."""
    rule = _RULES[problem.code]
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        location=_location(lines, problem.start, problem.end),
        help=problem.help,
        labels=tuple(
            Label(_location(lines, start, end), text) for start, end, text in problem.labels
        ),
    )


def _location(lines: Lines, start: int, end: int) -> Location:
    """Return where a stretch stands; a single spot at the end of a line stays on it."""
    found = lines.location(start, end)
    if end == start + 1 and found.end_line > found.line:
        return Location(found.line, found.column, found.line, found.column + 1)
    return found


def finding_of_file(code: str, message: str, help_: str | None = None) -> Finding:
    """Return a finding about a whole file, where there is no text to point at."""
    rule = _RULES[code]
    return Finding(rule.code, rule.name, rule.severity, message, None, help_)


def shown(text: str) -> str:
    """Return a word of the user's in single quotes, short and without control characters."""
    if len(text) > _LONGEST_SHOWN:
        text = text[: _LONGEST_SHOWN - 1] + "…"
    return "'" + _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "'"


def suggestion(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that was probably meant by `word`, or None."""
    return Vocabulary(choices).closest(word)
