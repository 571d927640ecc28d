from __future__ import annotations

import pytest

from argmap.document.reader import read_bytes
from argmap.rules.findings import Location


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_other_encodings_are_called_by_their_name(encoding: str) -> None:
    document = read_bytes("argmap: 1\nmap: []\n".encode(encoding))
    (finding,) = document.findings
    assert (finding.code, document.text) == ("Y003", None)
    assert encoding[:6].upper() in finding.message
    assert finding.help == "Save the file as UTF-8."


def test_utf_32_without_a_mark_is_known_by_its_zeros() -> None:
    (finding,) = read_bytes("argmap: 1\n".encode("utf-32-le")).findings
    assert "UTF-32" in finding.message


@pytest.mark.parametrize(
    ("bad", "column"),
    [(b"\xe9", 11), (b"\xc0\x80", 11), (b"\xed\xa0\x80", 11), ("é".encode() + b"\xff", 12)],
)
def test_a_byte_that_is_no_utf_8_is_shown_at_its_line_and_column(bad: bytes, column: int) -> None:
    document = read_bytes(b"argmap: 1\ntitle: a b" + bad + b"\n")
    (finding,) = document.findings
    assert finding.code == "Y003"
    assert finding.location == Location(2, column, 2, column + 1)
    assert f"0x{bad[-1] if column == 12 else bad[0]:02x}" in finding.message


def test_a_text_of_one_letter_is_no_other_encoding() -> None:
    assert read_bytes(b"a").text == "a"
    assert read_bytes(b"").text == ""
    assert read_bytes(b"\xef\xbb\xbf").text == ""
