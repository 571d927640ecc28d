"""Checking a document: what the reader and the rules say of it, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.document.document import Document
from argmap.document.locate import locate
from argmap.document.reader import no_garbage_collection
from argmap.document.source_texts import NO_TEXTS, SourceTexts
from argmap.rules.catalogue import DEFAULT_RULES, check
from argmap.rules.evidence_family import quotes_unchecked
from argmap.rules.findings import CheckedFile, Finding, Label, Location, Remark, Severity
from argmap.rules.rule import Rule, inspection_of

__all__ = ["check_document"]


def check_document(
    document: Document, rules: Iterable[Rule] = DEFAULT_RULES, texts: SourceTexts = NO_TEXTS
) -> CheckedFile:
    """Return what is wrong with a document, as far as `rules` go.

    Why a text could not be read at all is always told: otherwise a check would be green because
    it looked at nothing.
    """
    with no_garbage_collection():
        return _checked(document, tuple(rules), texts)


def _checked(document: Document, chosen: tuple[Rule, ...], texts: SourceTexts) -> CheckedFile:
    """Return what is wrong with a document, as far as the `chosen` rules go."""
    codes = {rule.code for rule in chosen}
    unread = not document.trees
    findings = [
        finding
        for finding in document.findings
        if finding.code in codes or (unread and finding.code.startswith("Y"))
    ]
    inspection = inspection_of(document.map, texts.texts)
    # The reader has said already what is wrong there; a rule would only say it once more.
    spoken = {
        finding.location for finding in document.findings if finding.severity is Severity.ERROR
    }
    for rule, remark in check(inspection, chosen):
        finding = _finding(document, rule, remark)
        if finding.location not in spoken:
            findings.append(finding)
    findings.sort(key=_order)
    return CheckedFile(document.path, document.text, tuple(findings), quotes_unchecked(inspection))


def _finding(document: Document, rule: Rule, remark: Remark) -> Finding:
    """Return a remark at its location."""
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity_in(document.map),
        message=remark.message,
        location=locate(document, remark.place),
        help=remark.help,
        labels=tuple(
            Label(locate(document, related.place), related.label) for related in remark.related
        ),
    )


def _order(finding: Finding) -> tuple[Location, str, str]:
    """Return what findings are sorted by: where they stand, then their code."""
    return finding.location or Location(0, 0, 0, 0), finding.code, finding.message
