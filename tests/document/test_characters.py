from __future__ import annotations

import pytest

from argmap.document.reader import read_text

HEAD = "argmap: 1\nmap:\n"


def found(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is said of the file itself."""
    return [
        (finding.code, finding.location.line, finding.location.column)
        for finding in read_text(text).findings
        if finding.location is not None and finding.code.startswith("Y")
    ]


@pytest.mark.parametrize(
    "line",
    ["- claim:\tx", "- claim: x\t", "- claim: x\ty", "- claim: x\t# why", "- claim:\t>-\n    x"],
)
def test_a_tab_outside_quotes_blocks_and_comments_is_found(line: str) -> None:
    column = line.index("\t") + 1
    assert found(f"{HEAD}{line}\n") == [("Y013", 3, column)]


def test_a_tab_after_the_sign_of_a_block_is_found() -> None:
    assert found(f"{HEAD}- claim: |\t\n    x\n") == [("Y013", 3, 11)]


@pytest.mark.parametrize(
    "line",
    [
        '- claim: "x\ty"',
        "- claim: 'x\ty'",
        "- claim: |\n    x\ty",
        "- claim: x # a\tb",
        "#\t\n- {}",
    ],
)
def test_a_tab_inside_quotes_blocks_and_comments_is_left_alone(line: str) -> None:
    assert found(f"{HEAD}{line}\n") == []


def test_a_run_of_tabs_is_one_finding() -> None:
    assert found(f"{HEAD}- claim:\t\t\tx\n  id:\ty\n") == [("Y013", 3, 9), ("Y013", 4, 6)]


@pytest.mark.parametrize(
    "line", ["- claim: the #1 reason", "- claim: #MeToo changed it", "- claim: a\n    b #1 c"]
)
def test_words_after_a_hash_that_was_meant_as_text_are_found(line: str) -> None:
    (first,) = found(f"{HEAD}{line}\n")
    assert first[0] == "Y014"


@pytest.mark.parametrize(
    "line",
    [
        "- claim: x # a remark",
        "- claim: x #",
        "- claim: x #!",
        "- claim: 'x' #1",
        "- claim: x\n  #1",
        "- claim: x#1",
        "- claim: x\n  support: #1\n  - claim: y",
        "- claim: |\n    x #1\n",
    ],
)
def test_a_comment_or_a_hash_inside_a_word_is_left_alone(line: str) -> None:
    assert found(f"{HEAD}{line}\n") == []


@pytest.mark.parametrize("character", "\x85\xad\u200b\u200e\u2028\u2029\u202e\u2060\u2066\ufeff")
def test_a_character_that_cannot_be_seen_is_named(character: str) -> None:
    (finding,) = read_text(f'{HEAD}- claim: "x{character}y"\n').findings
    assert finding.code == "Y016"
    assert f"U+{ord(character):04X}" in finding.message
    assert character not in finding.message


def test_joiners_of_scripts_and_emoji_are_left_alone() -> None:
    assert found(f"{HEAD}- claim: می‌خواهم 👨‍👩‍👧 क्‍ष\n") == []


@pytest.mark.parametrize("character", "\0\x07\x1b\x7f\x80\x9f\ud800\uffff")
def test_a_control_character_is_named_and_never_printed(character: str) -> None:
    document = read_text(f"{HEAD}- claim: x{character}y\n")
    (finding,) = document.findings
    assert (finding.code, finding.location and finding.location.column) == ("Y017", 11)
    assert character not in finding.message
    assert document.tree is None


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\x7f", "\\x9b", "\\ud800", "\\uffff"])
def test_a_control_character_behind_an_escape_gets_no_further(escape: str) -> None:
    document = read_text(f'{HEAD}- claim: "x{escape}y"\n')
    assert [finding.code for finding in document.findings] == ["Y017"]
    assert "x\ufffdy" in str(document.map.items[0].content)


def test_tabs_and_line_breaks_behind_an_escape_are_text() -> None:
    document = read_text(f'{HEAD}- claim: x\n  note: "a\\tb\\nc"\n')
    assert document.findings == ()
    assert "note='a\\tb\\nc'" in str(document.map.items[0].content)


def test_a_million_of_one_kind_is_told_as_five_hundred_and_a_number() -> None:
    findings = read_text("\0" * 1_000).findings
    assert len(findings) == 500
    assert findings[0].help == "Delete it."
    assert findings[-1].help == "Delete it. 500 more like this are not shown."
