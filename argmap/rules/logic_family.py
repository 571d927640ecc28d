"""The rules about what an argument rests on."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.claims import Claim, Status
from argmap.model.maps import Kind
from argmap.rules.findings import Remark, Severity
from argmap.rules.rule import Inspection, Rule
from argmap.rules.wording import name_of

__all__ = ["LOGIC_RULES"]

# With these the map-maker has said what the argument takes the claim for.
_STATED = (Status.PRESUMED, Status.GRANTED, Status.REJECTED)


def _unsupported_premise(inspection: Inspection) -> Iterator[Remark]:
    graph = inspection.graph
    used = {premise for step in graph.steps for premise in step.premises}
    supported = {step.target for step in graph.steps if step.kind is Kind.SUPPORT}
    for home in sorted(used - supported):
        claim = graph.map.items[home].content
        if isinstance(claim, Claim) and not _has_grounds(claim):
            yield Remark(
                inspection.map.places[home],
                f"The argument uses {name_of(graph, home)}, but nothing supports it and nobody "
                "is cited for it.",
                "Cite a 'source', put a reason under 'support', or say 'status: presumed' if the "
                "argument takes it for granted.",
            )


def _has_grounds(claim: Claim) -> bool:
    """Return whether a claim has a source, or the map-maker has said why it needs none."""
    return bool(claim.source) or bool(claim.implicit) or claim.status in _STATED


LOGIC_RULES: tuple[Rule, ...] = (
    Rule(
        "L001",
        "unsupported-premise",
        Severity.WARNING,
        "A premise has no support, no source, and no word that it is taken for granted.",
        "Sooner or later every argument rests on something that is not argued for. The reader "
        "should see where: in what somebody said, or in what the map-maker presumes. A premise "
        "is fine with `source`, with `status: presumed`, `granted` or `rejected`, or with "
        "`implicit: true`.",
        "Assurance-case tools check the same (gsn2x V02).",
        _unsupported_premise,
    ),
)
