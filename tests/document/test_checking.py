from __future__ import annotations

from argmap.document.checking import check_document
from argmap.document.locate import locate, span_at
from argmap.document.reader import read_text
from argmap.document.source_texts import SourceTexts
from argmap.rules.catalogue import ALL_RULES, find_rule
from argmap.rules.findings import CheckedFile, Location, Severity

HEAD = "argmap: 1\nmap:\n"


def codes(text: str, *names: str) -> list[str]:
    rules = [rule for name in names if (rule := find_rule(name))] or ALL_RULES
    return [finding.code for finding in check_document(read_text(text), rules).findings]


def test_a_clean_map_has_no_findings() -> None:
    document = read_text(HEAD + "- claim: Dogs bark.\n", "x.yaml")
    assert check_document(document) == CheckedFile("x.yaml", document.text, ())


def test_reader_and_rules_speak_in_the_order_of_the_text() -> None:
    text = HEAD + "- claim: a\n  support:\n  - ref: gone\n  rebut:\n  - claim: b\n    colour: red\n"
    assert codes(text, "G001", "M002") == ["G001", "M002"]
    assert codes(text.replace("gone", "a a"), "G001", "M006") == ["M006"]


def test_only_the_chosen_rules_speak() -> None:
    text = HEAD + "- claim: a\n  colour: red\n  support:\n  - ref: gone\n"
    assert codes(text, "G001") == ["G001"]
    assert codes(text, "M002") == ["M002"]


def test_why_nothing_could_be_read_is_told_whatever_was_chosen() -> None:
    assert codes("a: b: c\n", "G001") == ["Y000"]
    assert codes("", "G001") == ["Y007"]
    assert codes("- a\n", "G001") == ["Y008"]
    assert codes("claim: a\n", "G001") == []


def test_a_rule_does_not_repeat_what_the_reader_has_said() -> None:
    text = HEAD + "- claim:\n- claim: ''\n"
    assert codes(text, "M003", "T001") == ["M003", "T001"]
    assert codes(text, "T001") == ["T001"]


def test_a_draft_is_spared_logic_and_evidence() -> None:
    text = HEAD + "- claim: a\n  source: gone\n"
    (finding,) = check_document(read_text(text)).findings
    assert (finding.code, finding.severity) == ("E001", Severity.ERROR)
    (finding,) = check_document(read_text("draft: true\n" + text)).findings
    assert (finding.code, finding.severity) == ("E001", Severity.INFO)


def test_quotes_are_looked_up_in_the_words_at_hand() -> None:
    text = (
        "argmap: 1\nsources:\n  s: {author: a}\nmap:\n- claim: a\n  source: s\n  quote: not in it\n"
    )
    unchecked = check_document(read_text(text))
    assert (unchecked.findings, unchecked.quotes_unchecked) == ((), 1)
    checked = check_document(read_text(text), texts=SourceTexts({"s": "Some words."}))
    assert checked.quotes_unchecked == 0
    (finding,) = checked.findings
    assert (finding.code, finding.location) == ("E002", Location(7, 10, 7, 19))


def test_other_places_of_a_finding_are_located_too() -> None:
    text = HEAD + "- claim: a\n  id: x\n- claim: b\n  id: x\n"
    findings = check_document(read_text(text)).findings
    (finding,) = (finding for finding in findings if finding.labels)
    assert finding.location == Location(6, 7, 6, 8)
    assert [label.location for label in finding.labels] == [Location(4, 7, 4, 8)]


PLACES = """\
argmap: 1
sources:
  s:
    author: a
stances:
  s: {x: likely}
map:
- claim: One
    two.
  id: x
  source:
  - source: s
    quote: q
  - s
  short:
  support:
  - ref: x
  - linked:
    - claim: |
        Block.
- id: y
- claim:
"""


def test_a_place_is_shown_by_what_stands_for_it() -> None:
    document = read_text(PLACES)
    assert document.text is not None

    def shown(*place: str | int) -> str:
        return PLACES[slice(*span_at(document.tree, place))]

    assert shown("map", 0) == "One\n    two."
    assert shown("map", 0, "id") == "x"
    assert shown("map", 0, "source") == "source"
    assert shown("map", 0, "source", 0) == "source"
    assert shown("map", 0, "source", 0, "quote") == "q"
    assert shown("map", 0, "source", 1) == "s"
    assert shown("map", 0, "short") == "short"
    assert shown("map", 0, "note") == "One\n    two."
    assert shown("map", 0, "support") == "support"
    assert shown("map", 0, "support", 0) == "x"
    assert shown("map", 0, "support", 1) == "linked"
    assert shown("map", 0, "support", 1, "linked", 0) == "|\n        Block."
    assert shown("map", 1) == "id"
    assert shown("map", 2) == "claim"
    assert shown("map", 9) == "map"
    assert shown("sources", "s") == "s"
    assert shown("stances", "s", "x") == "likely"
    assert shown() == "argmap"
    assert locate(document, ("map", 0)) == Location(8, 10, 9, 9)


def test_a_place_in_no_text_is_its_beginning() -> None:
    assert locate(read_text("a: b: c\n"), ("map", 0)) == Location(1, 1, 1, 2)
    assert locate(read_text("{}\n"), ()) == Location(1, 1, 1, 3)
    assert locate(read_text("a: []\n"), ("a",)) == Location(1, 1, 1, 2)
    assert span_at(read_text("- a\n").tree, (0,)) == (2, 3)
