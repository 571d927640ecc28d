"""Every reporter there is, by the name that `--output-format` takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from argmap.reporters import concise, full, json_report
from argmap.rules.findings import CheckedFile

__all__ = ["ALL_REPORTERS", "Report", "Reporter", "find_reporter"]


class Report(Protocol):
    """What turns checked files into text."""

    def __call__(self, files: Sequence[CheckedFile], *, color: bool = False) -> Iterator[str]:
        """Yield the text in pieces that each end with a line break."""
        ...


@dataclass(frozen=True, slots=True)
class Reporter:
    """One way to print findings."""

    name: str
    summary: str
    report: Report


ALL_REPORTERS: tuple[Reporter, ...] = (
    Reporter("full", "for people: excerpt, carets and what to do", full.report),
    Reporter("concise", "one line a finding, for editors and grep", concise.report),
    Reporter("json", "for programs", json_report.report),
)


def find_reporter(name: str) -> Reporter | None:
    """Return the reporter with this name, or None."""
    return next((reporter for reporter in ALL_REPORTERS if reporter.name == name), None)
