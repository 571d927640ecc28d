from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reporters.catalogue import ALL_REPORTERS, Reporter, find_reporter
from argmap.reporters.summary import summary_line, unchecked_line
from argmap.rules.findings import CheckedFile, Finding, Label, Location, Severity

# Everything a file can hold: surrogates as Python makes them of bytes that are no text, controls
# of every sort, and what turns text around.
NASTY = st.text(
    st.characters() | st.characters(categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Mn"]), max_size=40
)
FORBIDDEN = set(map(chr, [*range(32), *range(127, 160), *range(0xD800, 0xE000)])) - {"\n"}
FORBIDDEN |= set("\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\ufeff")
FORBIDDEN |= set("\u2066\u2067\u2068\u2069")
LOCATIONS = st.builds(Location, *[st.integers(1, 9)] * 4)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["G001", "Y003"]),
    st.sampled_from(["dangling-reference"]),
    st.sampled_from(Severity),
    NASTY,
    st.none() | LOCATIONS,
    st.none() | NASTY,
    st.lists(st.builds(Label, LOCATIONS, NASTY), max_size=3).map(tuple),
)
FILES = st.lists(
    st.builds(
        CheckedFile,
        NASTY,
        st.none() | st.lists(NASTY, max_size=6).map("\n".join),
        st.lists(FINDINGS, max_size=3).map(tuple),
        st.integers(0, 3),
    ),
    max_size=3,
)


def test_each_reporter_is_found_by_its_name() -> None:
    assert [reporter.name for reporter in ALL_REPORTERS] == ["full", "concise", "json"]
    for reporter in ALL_REPORTERS:
        assert find_reporter(reporter.name) is reporter
        assert reporter.summary
    assert find_reporter("sarif") is None


@pytest.mark.parametrize("reporter", ALL_REPORTERS, ids=lambda reporter: reporter.name)
@given(files=FILES)
def test_no_finding_makes_a_reporter_crash_or_emit_a_control_character(
    reporter: Reporter, files: list[CheckedFile]
) -> None:
    text = "".join(reporter.report(files))
    text.encode("utf-8")
    assert not set(text) & FORBIDDEN


@given(FILES)
def test_all_findings_are_in_the_json(files: list[CheckedFile]) -> None:
    reporter = find_reporter("json")
    assert reporter is not None
    document = json.loads("".join(reporter.report(files)))
    count = sum(len(file.findings) for file in files)
    assert sum(len(file["findings"]) for file in document["files"]) == count
    summary = document["summary"]
    assert summary["errors"] + summary["warnings"] + summary["infos"] == count


@given(FILES)
def test_summaries_are_sentences(files: list[CheckedFile]) -> None:
    for line in (summary_line(files), unchecked_line(files)):
        assert line is None or line.endswith(".")
