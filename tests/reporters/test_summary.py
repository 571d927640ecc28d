from __future__ import annotations

from argmap.reporters.summary import summary_line, unchecked_line
from argmap.rules.findings import CheckedFile, Severity

from .examples import files, finding


def test_maps_and_findings_are_counted() -> None:
    assert summary_line(files()) == "Checked 4 maps: 3 errors, 1 warning, 1 info."


def test_one_is_not_several() -> None:
    warning = finding(1, 1, severity=Severity.WARNING)
    assert summary_line([CheckedFile("m", "x", (warning,))]) == "Checked 1 map: 1 warning."


def test_nothing_found_is_said() -> None:
    assert summary_line([CheckedFile("m", "x", ())] * 1200) == "Checked 1,200 maps: no findings."
    assert summary_line([]) == "Checked no maps: no findings."


def test_quotes_that_were_not_checked_are_counted() -> None:
    assert unchecked_line([CheckedFile("m", "x", ())]) is None
    assert unchecked_line(files()) == (
        "2 quotes not checked: the text of the source is not at hand."
    )
    assert unchecked_line([CheckedFile("m", "x", (), 1)]) == (
        "1 quote not checked: the text of the source is not at hand."
    )
