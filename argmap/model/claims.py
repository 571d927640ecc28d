"""What one entry of a map says: a claim at its home, a ref to one, or linked premises."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from argmap.model.scale import Qualifier

__all__ = [
    "CLAIM_FIELDS",
    "STEP_FIELDS",
    "Citation",
    "Claim",
    "Content",
    "Inference",
    "Linked",
    "Ref",
    "Standard",
    "Status",
    "StepFields",
    "Verdict",
]


class Status(StrEnum):
    """What the map-maker takes a claim to be before anyone argues about it."""

    PRESUMED = "presumed"
    GRANTED = "granted"
    REJECTED = "rejected"
    QUESTIONED = "questioned"


class Standard(StrEnum):
    """The proof standard a claim must meet (Gordon, Prakken and Walton 2007)."""

    SCINTILLA = "se"
    PREPONDERANCE = "pe"
    DIALECTICAL_VALIDITY = "dv"
    CLEAR_AND_CONVINCING = "cce"
    BEYOND_REASONABLE_DOUBT = "brd"


class Inference(StrEnum):
    """How linked premises work together: all are needed, or each adds to the others."""

    ALL = "all"
    CUMULATIVE = "cumulative"


class Verdict(StrEnum):
    """What a map says of a claim when all is weighed."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_ESTABLISHED = "not established"
    CONTESTED = "contested"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a claim was said: a source id, a verbatim phrase and where it stands.

    `via` is the id of the source that reports it; the quote is then looked for in that one.
    """

    source: str
    quote: str | None = None
    at: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that someone puts forward, with the fields of its home.

    `source` is a source id or several citations; `quote` and `at` stand only beside a plain id.
    `credence` lies in [0, 1]. `expect` is a verdict, or (source id, verdict) pairs.
    """

    text: str
    id: str | None = None
    short: str | None = None
    source: str | tuple[Citation, ...] | None = None
    quote: str | None = None
    at: str | None = None
    qualifier: Qualifier | None = None
    credence: float | None = None
    status: Status | None = None
    standard: Standard | None = None
    implicit: bool | None = None
    expect: Verdict | tuple[tuple[str, Verdict], ...] | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the claim, the shorthand written out."""
        match self.source:
            case None:
                return ()
            case str(source):
                return (Citation(source, self.quote, self.at),)
            case citations:
                return citations


@dataclass(frozen=True, slots=True)
class StepFields:
    """What can be said of a step beside its premises, kind and target.

    `weight` lies in (0, 1]. `inference` is only for linked premises; `tags` and `note` only
    for refs and linked premises, because on a claim they belong to the claim.
    """

    id: str | None = None
    by: str | tuple[Citation, ...] | None = None
    scheme: str | None = None
    cq: str | None = None
    weight: float | None = None
    inference: Inference | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """A claim a second time: `id` names its home."""

    id: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Premises that only work together; they are the items that follow with kind `premise`."""


Content = Claim | Ref | Linked

# The keys of the file, in the order in which a new entry writes them.
CLAIM_FIELDS = (
    "claim",
    "id",
    "short",
    "source",
    "quote",
    "at",
    "qualifier",
    "credence",
    "status",
    "standard",
    "implicit",
    "expect",
    "tags",
    "note",
)
STEP_FIELDS = ("step", "by", "scheme", "cq", "weight", "inference", "tags", "note")
