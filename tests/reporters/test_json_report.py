from __future__ import annotations

import json

from argmap.reporters.json_report import VERSION, report
from argmap.rules.findings import CheckedFile
from tests.conftest import Golden

from .examples import files, finding


def test_the_document_has_every_finding_with_its_places(golden: Golden) -> None:
    golden("report.json", "".join(report(files())))


def test_colour_changes_nothing() -> None:
    assert list(report(files(), color=True)) == list(report(files()))


def test_words_come_back_as_they_were() -> None:
    message = "\x1b \u202e \ud800 é"
    text = "".join(report([CheckedFile("\udcff.yaml", "x", (finding(1, 1, message=message),))]))
    assert text.isascii()
    document = json.loads(text)
    assert document["version"] == VERSION
    assert document["files"][0]["path"] == "\udcff.yaml"
    assert document["files"][0]["findings"][0]["message"] == message


def test_nothing_checked_is_a_document_too() -> None:
    assert json.loads("".join(report([]))) == {
        "version": 1,
        "files": [],
        "summary": {"files": 0, "errors": 0, "warnings": 0, "infos": 0},
    }
