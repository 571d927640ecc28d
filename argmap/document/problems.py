"""What the reader finds wrong, by offset, and how it becomes findings with lines and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from argmap.document.lines import Lines
from argmap.rules.findings import Finding, Label
from argmap.rules.model_family import MODEL_RULES
from argmap.rules.yaml_family import YAML_RULES

__all__ = ["Problem", "finding_of_file", "findings_of", "shown", "suggestion"]

_RULES = {rule.code: rule for rule in (*YAML_RULES, *MODEL_RULES)}

# difflib compares letter by letter: a key of a megabyte would keep it busy for minutes.
_LONGEST_SUGGESTED = 40
_LONGEST_SHOWN = 60
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
    """Return problems as findings, in the order of the text."""
    found: list[Finding] = []
    for problem in sorted(problems, key=lambda problem: (problem.start, problem.end)):
        rule = _RULES[problem.code]
        labels = tuple(
            Label(lines.location(start, end), text) for start, end, text in problem.labels
        )
        found.append(
            Finding(
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                message=problem.message,
                location=lines.location(problem.start, problem.end),
                help=problem.help,
                labels=labels,
            )
        )
    return tuple(found)


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
    if len(word) > _LONGEST_SUGGESTED:
        return None
    by_folded = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold().strip(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None
