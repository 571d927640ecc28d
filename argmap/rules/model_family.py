"""The rules about fields and their values, which the reader applies while it reads."""

from __future__ import annotations

from argmap.rules.findings import Severity
from argmap.rules.rule import Rule

__all__ = ["MODEL_RULES"]

_FORMAT = "The format of a map"


def _rule(code: str, name: str, summary: str, rationale: str, source: str = _FORMAT) -> Rule:
    """Return a rule that the reader applies, so that it has no check of its own."""
    return Rule(
        code=code,
        name=name,
        severity=Severity.ERROR,
        summary=summary,
        rationale=rationale,
        source=source,
        check=None,
    )


MODEL_RULES: tuple[Rule, ...] = (
    _rule(
        "M001",
        "missing-field",
        "A field that must be there is missing.",
        "A file without 'argmap:' is no map; an item without a claim argues nothing.",
    ),
    _rule(
        "M002",
        "unknown-field",
        "A key is no field that argmap knows.",
        "A misspelt field would be ignored, and what it says with it.",
    ),
    _rule(
        "M003",
        "wrong-type",
        "A value is a list where a text is wanted, or the other way round.",
        "What it says cannot be read.",
    ),
    _rule(
        "M004",
        "unknown-value",
        "A field that takes one of a few words holds another.",
        "A word that nobody knows says nothing.",
    ),
    _rule(
        "M005",
        "out-of-range",
        "A number lies outside its range.",
        "Credences run from 0 to 1; weights are above 0 and at most 1.",
    ),
    _rule(
        "M006",
        "bad-id",
        "An id holds a character that ids cannot have.",
        "Ids stand in links, in file names and on the command line. They are letters of any "
        "script, digits, '-', '_' and '.', and begin with a letter or digit.",
    ),
    _rule(
        "M007",
        "unsupported-version",
        "The map is written in a version of the format that this argmap does not know.",
        "A newer format may mean something else by the same words.",
    ),
    _rule(
        "M008",
        "bad-date",
        "A date is not of the form YYYY, YYYY-MM or YYYY-MM-DD, or is no day of the calendar.",
        "Dates order the sources; 5/6/2013 is May in one country and June in another.",
        "ISO 8601",
    ),
    _rule(
        "M009",
        "list-as-string",
        "Several things stand in one text where a list is wanted.",
        "'a, b' is one text with a comma in it; '[a, b]' is a list of two.",
    ),
    _rule(
        "M010",
        "conflicting-fields",
        "Two fields stand together that exclude each other.",
        "Only one of them can be meant.",
    ),
    _rule(
        "M011",
        "misplaced-field",
        "A field stands where it cannot mean anything.",
        "A claim is argued about at its home, and only a step can be undercut or drawn by someone.",
    ),
    _rule(
        "M012",
        "not-an-item",
        "An entry of a list of claims is a bare text or a list.",
        "Every item says what it is: 'claim:', 'ref:' or 'linked:'.",
    ),
)
