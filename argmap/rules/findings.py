"""Remarks and findings: what is wrong with a map, as values with a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from argmap.model.maps import Place

__all__ = ["CheckedFile", "Finding", "Label", "Location", "Related", "Remark", "Severity"]


class Severity(IntEnum):
    """How much a finding matters; `error` alone fails a check by default."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Return the word that users read and write."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that helps to understand a remark, with a few words for it."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a map at a symbolic place; the document knows the line.

    The place of an item stands for its text; one more key, e.g. `(*place, "source")`, for the
    value of that key.
    """

    place: Place
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of a file: 1-based lines and columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Label:
    """A secondary location of a finding, with a few words for it."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark at its location, with the code and name of its rule.

    `location` is None where there is no text to point at, e.g. an unreadable file.
    """

    code: str
    name: str
    severity: Severity
    message: str
    location: Location | None
    help: str | None = None
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file that was checked, with its findings in the order of the text.

    `path` is as the user wrote it; `text` has no byte order mark and is None if unreadable.
    `quotes_unchecked` counts quotes whose source text was not at hand.
    """

    path: str
    text: str | None
    findings: tuple[Finding, ...]
    quotes_unchecked: int = 0
