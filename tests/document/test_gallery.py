from __future__ import annotations

import pytest

from argmap.document import events
from argmap.document.reader import read_text
from argmap.rules.findings import Finding
from tests.conftest import Golden
from tests.document.gallery import FIELDS, SYNTAX


def told(text: str) -> str:
    """Return a text, and below it what is said of it."""
    lines = [f"  | {line}".rstrip() for line in text.replace("\t", "→").splitlines()]
    return "\n".join([*lines, *map(line_of, read_text(text).findings), ""])


def line_of(finding: Finding) -> str:
    place = finding.location
    assert place is not None
    labels = "".join(f" ({x.location.line}:{x.location.column} {x.text})" for x in finding.labels)
    span = f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"
    return f"{finding.code} {span} {finding.message} {finding.help or ''}".rstrip() + labels


def test_what_is_no_yaml_is_explained_in_plain_words_at_the_spot_to_mend(golden: Golden) -> None:
    golden("syntax.txt", "\n".join(map(told, SYNTAX)))


def test_what_a_field_cannot_hold_is_explained_at_its_key_or_value(golden: Golden) -> None:
    golden("fields.txt", "\n".join(map(told, FIELDS)))


@pytest.mark.parametrize("text", SYNTAX)
def test_both_parsers_lead_to_the_same_words(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(text)
    monkeypatch.setattr(events, "C_EVENTS", None)
    assert told(text) == found


@pytest.mark.parametrize("text", SYNTAX + FIELDS)
def test_a_message_is_a_sentence_and_an_error_points_into_the_text(text: str) -> None:
    document = read_text(text)
    assert document.findings or text in FIELDS
    for finding in document.findings:
        assert finding.message.endswith(".")
        assert finding.location is not None
        assert finding.location.line <= len(document.lines.starts)
