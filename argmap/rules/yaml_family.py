"""The rules about the file and its YAML, which the reader applies while it reads."""

from __future__ import annotations

from argmap.rules.findings import Severity
from argmap.rules.rule import Rule

__all__ = ["YAML_RULES"]

_YAML = "YAML 1.2.2"
_SUBSET = "The strict subset of YAML that argmap reads"


def _rule(
    code: str,
    name: str,
    summary: str,
    rationale: str,
    source: str,
    severity: Severity = Severity.ERROR,
) -> Rule:
    """Return a rule that the reader applies, so that it has no check of its own."""
    return Rule(
        code=code,
        name=name,
        severity=severity,
        summary=summary,
        rationale=rationale,
        source=source,
        check=None,
    )


YAML_RULES: tuple[Rule, ...] = (
    _rule(
        "Y000",
        "yaml-syntax",
        "The text is not YAML.",
        "Nothing of the file can be read until this is mended. Most often a text needs quotes: "
        "it holds a colon, or begins with a character that means something in YAML.",
        _YAML,
    ),
    _rule(
        "Y001",
        "unreadable-file",
        "The file cannot be read.",
        "A file that is skipped in silence passes every check. Pipes and devices are never "
        "opened, because they can block for ever.",
        "A check must not be green because it looked at nothing",
    ),
    _rule(
        "Y002",
        "file-too-large",
        "The file is larger than the limit.",
        "The largest maps people draw hold a few megabytes; beyond that it is another kind of "
        "file, or one that is meant to keep the checker busy.",
        _SUBSET,
    ),
    _rule(
        "Y003",
        "not-utf8",
        "The file is not UTF-8 text.",
        "git, grep and editors disagree about what other encodings say.",
        "RFC 3629; YAML 1.2.2, section 5.2",
    ),
    _rule(
        "Y004",
        "nested-too-deep",
        "Values stand inside each other beyond the limit.",
        "No argument is that deep, and other YAML readers crash on such a file.",
        _SUBSET,
    ),
    _rule(
        "Y006",
        "several-documents",
        "A second document begins inside the file.",
        "A map is one file. What follows a second '---' would be lost.",
        _SUBSET,
    ),
    _rule(
        "Y007",
        "empty-file",
        "The file holds nothing but comments.",
        "An empty map would pass every check.",
        "A check must not be green because it looked at nothing",
    ),
    _rule(
        "Y008",
        "root-not-mapping",
        "The file does not begin with keys such as 'argmap:' and 'map:'.",
        "A map is known by its key 'argmap:'; a list or a text says nothing about itself.",
        "The format of a map",
    ),
    _rule(
        "Y009",
        "duplicate-key",
        "A key stands twice in the same place.",
        "Most YAML readers keep the last one in silence, so the other is a lost argument.",
        "YAML 1.2.2, section 3.2.1.1",
    ),
    _rule(
        "Y010",
        "tag",
        "A value carries a YAML tag.",
        "Every value is read as text, and its field says what it means. Tags make other readers "
        "build objects.",
        _SUBSET,
    ),
    _rule(
        "Y011",
        "anchor-or-alias",
        "The file uses an anchor, an alias or a merge key.",
        "Each claim must read on its own. Say 'ref: id' for a claim that is used twice. A file "
        "of one kilobyte with merge keys keeps other readers busy for minutes.",
        _SUBSET,
    ),
    _rule(
        "Y012",
        "key-not-text",
        "A key is empty, or a list or mapping.",
        "Nothing can refer to such a key, and most readers refuse it.",
        _SUBSET,
    ),
    _rule(
        "Y013",
        "tab",
        "A tab stands where YAML wants blanks.",
        "Some readers accept a tab after a colon and others refuse the file, so it would open in "
        "one tool and not in the next.",
        "YAML 1.2.2, section 6.1",
    ),
    _rule(
        "Y014",
        "text-cut-by-hash",
        "A text is cut short, because a '#' after a blank begins a comment.",
        "The words after it vanish in silence.",
        "YAML 1.2.2, section 6.6",
    ),
    _rule(
        "Y016",
        "invisible-character",
        "The text holds a character that cannot be seen.",
        "It keeps a quote from being found, breaks lines in some tools only, or makes a text "
        "look different from what it says.",
        "Boucher and Anderson, Trojan Source (2021)",
        Severity.WARNING,
    ),
    _rule(
        "Y017",
        "control-character",
        "The text holds a control character.",
        "It can move the cursor or change the title of a terminal, and no XML file, so no SVG, "
        "may hold it.",
        "YAML 1.2.2, section 5.1; XML 1.0, section 2.2",
    ),
    _rule(
        "Y018",
        "directive",
        "A line that begins with '%' tells YAML readers how to read.",
        "With '%YAML 1.1' the same file says something else: 'no' becomes false.",
        _SUBSET,
    ),
    _rule(
        "Y019",
        "text-cut-by-comma",
        "A text inside '{ }' is cut short by its comma.",
        "The words after the comma become a key without a value, so they are lost.",
        "YAML 1.2.2, section 7.3.3",
    ),
)
