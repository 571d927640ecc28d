"""Input that is meant to hang, crash or fill the memory: each is a finding, and at once."""

from __future__ import annotations

import gc
import time

import pytest

from argmap.document import events
from argmap.document.reader import Limits, read_bytes, read_text
from argmap.rules.findings import Location

# CPU seconds after which a reader hangs, as other loaders do for minutes here; no claim of speed.
HANGING = 60
HEAD = "argmap: 1\nmap:\n"
ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a0: &a0 {x: 1}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 20)
)
HOSTILE = {
    "alias bomb": (ALIASES, "Y011"),
    "merge bomb": (MERGES, "Y011"),
    "open brackets": ("[" * 100_000, "Y004"),
    "closed brackets": ("[" * 100_000 + "]" * 100_000, "Y004"),
    "open braces": ("{a: " * 100_000, "Y004"),
    "dashes": ("- " * 100_000, "Y004"),
    "brackets in a claim": (HEAD + "- claim: " + "[" * 100_000, "Y004"),
    "nested blocks": ("".join(" " * n + "a:\n" for n in range(1_000)), "Y004"),
    "unclosed quote": (HEAD + '- claim: "' + "x " * 1_000_000, "Y000"),
    "a key without end": (HEAD + "- claim: x\n  " + "k" * 1_000_000 + ": 1\n", "Y000"),
    "duplicate keys": ("a: 1\n" * 20_000, "Y009"),
    "an unknown word of a megabyte": (HEAD + "- claim: x\n  status: " + "g" * 1_000_000, "M004"),
    "NUL": ("argmap: 1\ntitle: a\0b\n", "Y017"),
    "two documents": ("argmap: 1\n---\nargmap: 1\n", "Y006"),
    "a directive": ("%YAML 1.1\n---\nargmap: 1\n", "Y018"),
    "a tag that runs code": ("a: !!python/object/apply:os.system [ls]\n", "Y010"),
    "an alias to itself": ("a: &a [*a]\n", "Y011"),
    "an anchor on nothing": ("a: &a\n", "Y011"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("parser", ["libyaml", "pure"])
def test_hostile_input_is_a_finding_at_once(
    name: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, code = HOSTILE[name]
    if parser == "pure":
        monkeypatch.setattr(events, "C_EVENTS", None)
        text = text[:60_000]
    began = time.process_time()
    findings = read_text(text).findings
    assert time.process_time() - began < HANGING
    assert code in {finding.code for finding in findings}
    assert all(finding.location is not None for finding in findings)


def test_a_large_text_is_read_in_time_that_grows_with_it() -> None:
    for text in ("word " * 1_000_000, '"' + "x" * 5_000_000 + '"', ">-\n    " + "x" * 5_000_000):
        began = time.process_time()
        document = read_text(f"{HEAD}- claim: {text}\n")
        assert time.process_time() - began < HANGING
        assert document.findings == ()


@pytest.mark.parametrize("parser", ["libyaml", "pure"])
def test_the_depth_is_what_was_asked_for(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "pure":
        monkeypatch.setattr(events, "C_EVENTS", None)
    assert read_text("[[[x]]]", limits=Limits(depth=3)).findings[0].code == "Y008"
    (finding,) = read_text("[[[[x]]]]", limits=Limits(depth=3)).findings
    assert finding.code == "Y004"
    assert finding.message == "Values stand inside each other more than 3 levels deep."
    assert finding.location == Location(1, 4, 1, 5)
    (finding,) = read_text("- - - - x", limits=Limits(depth=3)).findings
    assert finding.location == Location(1, 7, 1, 8)


def test_the_size_is_what_was_asked_for() -> None:
    small = Limits(size=20)
    assert read_text("argmap: 1\nmap: []\n", limits=small).findings == ()
    for document in (read_text("x" * 21, limits=small), read_bytes(b"x" * 21, limits=small)):
        (finding,) = document.findings
        assert (finding.code, finding.location, document.text) == ("Y002", None, None)
    (finding,) = read_bytes(b'claim: "' + b"x" * 50_000_000 + b'"').findings
    assert finding.message == "This file has 47.7 MB, and the limit is 8.0 MB."


def test_a_large_text_that_libyaml_refuses_is_not_given_to_the_slow_parser() -> None:
    text = HEAD + "- claim: {a: :b, c: " + "[x, y], " * 30_000 + "\n"
    began = time.process_time()
    assert read_text(text).findings[0].code == "Y000"
    assert time.process_time() - began < HANGING


@pytest.mark.parametrize("text", ["", "\n", "# only this\n", "---\n", "~\n", "--- # x\n...\n"])
def test_a_file_that_says_nothing_is_empty(text: str) -> None:
    (finding,) = read_text(text).findings
    assert (finding.code, finding.message) == ("Y007", "This file is empty.")


@pytest.mark.parametrize(
    ("text", "what"), [("- claim: x\n", "a list"), ("claim\n", "a bare text"), ("[]\n", "a list")]
)
def test_a_file_without_keys_is_no_map(text: str, what: str) -> None:
    (finding,) = read_text(text).findings
    assert finding.code == "Y008"
    assert finding.message == f"This file holds {what}, not the keys of a map."


def test_a_document_may_begin_with_three_dashes_and_end_with_three_dots() -> None:
    assert read_text("# x\n---\nargmap: 1\nmap: []\n...\n").findings == ()


@pytest.mark.parametrize("enabled", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(enabled: bool) -> None:  # noqa: FBT001
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read_text(HEAD + "- claim: x\n")
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()
