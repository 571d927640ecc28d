from __future__ import annotations

from argmap.reporters.concise import report
from argmap.rules.findings import CheckedFile
from tests.conftest import Golden

from .examples import files, finding


def test_a_finding_is_one_line(golden: Golden) -> None:
    golden("concise.txt", "".join(report(files())))


def test_colour_is_a_matter_of_escapes_alone(golden: Golden) -> None:
    golden("concise-colour.txt", "".join(report(files(), color=True)).replace("\x1b", "<ESC>"))


def test_a_message_with_line_breaks_stays_on_its_line() -> None:
    file = CheckedFile("a\nb.yaml", "x", (finding(1, 1, message="one\ntwo\r\x1b[2J."),))
    assert list(report([file])) == [
        "a\\nb.yaml:1:1: G001 dangling-reference: one\\ntwo\\r\\x1b[2J.\n"
    ]
