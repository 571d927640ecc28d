from __future__ import annotations

import time

from argmap.reporters.full import report
from argmap.rules.findings import CheckedFile, Finding, Label, Location
from tests.conftest import Golden

from .examples import files, finding


def shown(text: str, *findings: Finding, path: str = "m.yaml") -> str:
    return "".join(report([CheckedFile(path, text, findings)]))


def test_findings_are_shown_with_their_lines(golden: Golden) -> None:
    golden("full.txt", "".join(report(files())))


def test_colour_is_a_matter_of_escapes_alone(golden: Golden) -> None:
    coloured = "".join(report(files(), color=True))
    golden("full-colour.txt", coloured.replace("\x1b", "<ESC>"))


def test_one_line_between_two_is_shown_and_several_are_left_out(golden: Golden) -> None:
    text = "".join(f"line {n}\n" for n in range(1, 21))
    labels = tuple(Label(Location(n, 1, n, 5), f"line {n}") for n in (3, 5, 10, 11, 1000))
    golden("lines.txt", shown(text, finding(8, 6, labels=labels)))


def test_a_span_over_lines_is_underlined_on_each(golden: Golden) -> None:
    text = "claim: >-\n    one\n    two\n\n    four\n    five\nnext: x\n"
    short = finding(1, 8, 3, 8, labels=(Label(Location(2, 5, 3, 1), "one line"),))
    golden("spans.txt", shown(text, short, finding(1, 8, 7, 1), finding(2, 5, 6, 9)))


def test_long_lines_are_cut_around_the_caret(golden: Golden) -> None:
    long = "x" * 300 + "HERE" + "y" * 300
    labels = (Label(Location(1, 1, 1, 3), "far away"), Label(Location(1, 590, 1, 600), "further"))
    golden(
        "long-lines.txt",
        shown(
            long,
            finding(1, 301, 1, 305, labels=labels),
            finding(1, 20, 1, 22),
            finding(1, 600, 1, 605),
            finding(1, 20, 1, 400),
        ),
    )


def test_wide_characters_in_a_long_line_are_cut_in_cells() -> None:
    printed = shown("北" * 300, finding(1, 151, 1, 152))
    text, carets = printed.split("\n")[3:5]
    assert text.startswith("1 | …北")
    assert text.endswith("北…")
    assert carets == "  | " + " " * (1 + 2 * 33) + "^^"


def test_tabs_and_controls_are_shown_as_escapes_with_the_caret_below(golden: Golden) -> None:
    text = "map:\n\t- claim: \x1b]0;owned\x07 \u202eabc\x00 \ud800 \x9b31m\x85 x\n"
    told = finding(
        2,
        24,
        message="Bad \x1b[31m \u2066 word\nand \r line.",
        help="Take \x08 it out.",
        labels=(Label(Location(2, 1, 2, 2), "a \t tab"),),
    )
    printed = shown(text, told, path="maps/\x1b]0;x\x07\udcff.yaml")
    golden("controls.txt", printed)
    printed.encode("utf-8")


def test_a_finding_past_the_end_or_on_an_empty_line_has_a_caret_or_none(golden: Golden) -> None:
    text = "one\n\ntwo"
    golden(
        "edges.txt",
        shown(text, finding(2, 1), finding(3, 4), finding(9, 1, help="Help."), finding(1, 9)),
    )


def test_all_line_breaks_count_and_no_others() -> None:
    printed = shown("a\r\nb\rc\u2028d\x0be\nf", finding(3, 3), finding(4, 1))
    assert "3 | c\\u2028d\\x0be\n" in printed
    assert "4 | f\n" in printed


def test_a_circle_of_thousands_shows_a_dozen_places() -> None:
    text = "x\n" * 5_000
    labels = tuple(Label(Location(n, 1, n, 2), "on") for n in range(1, 5_001))
    printed = shown(text, finding(1, 1, labels=labels, help="Break it."))
    assert printed.count(" - on") == 12
    assert "= note: 4988 more places are not shown.\n" in printed


def test_a_text_of_one_long_line_with_many_findings_takes_no_time() -> None:
    text = "x" * 2_000_000
    many = [finding(1, n * 1_000 + 1) for n in range(300)]
    started = time.process_time()
    shown(text, *many)
    assert time.process_time() - started < 3
