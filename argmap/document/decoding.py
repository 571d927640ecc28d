"""From the bytes of a file to its text: UTF-8, with or without a byte order mark."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.document.lines import Lines
from argmap.document.problems import Problem, findings_of
from argmap.rules.findings import Finding

__all__ = ["Decoded", "decode"]

_MARK = b"\xef\xbb\xbf"
_SAVE_AS_UTF8 = "Save the file as UTF-8."
# A UTF-32 mark begins like a UTF-16 one, so it comes first.
_OTHER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte order mark, or the finding that says why there is none."""

    text: str | None
    bom: bool = False
    findings: tuple[Finding, ...] = ()


def decode(content: bytes) -> Decoded:
    """Return the text that the bytes of a file spell out."""
    encoding = _other_encoding(content[:4])
    if encoding is not None:
        message = f"This file is {encoding}, not UTF-8."
        return Decoded(None, findings=_finding(message, ""))
    bom = content.startswith(_MARK)
    try:
        return Decoded(content.removeprefix(_MARK).decode("utf-8"), bom)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        message = f"The byte 0x{error.object[error.start]:02x} is not valid UTF-8."
        return Decoded(None, bom, _finding(message, before))


def _other_encoding(start: bytes) -> str | None:
    """Return the name of an encoding that the first four bytes give away."""
    for mark, name in _OTHER_MARKS:
        if start.startswith(mark):
            return name
    # A map begins with an ASCII letter, `#`, `-` or a line break.
    zeros = tuple(byte == 0 for byte in start)
    if zeros in ((True, True, True, False), (False, True, True, True)):
        return "UTF-32"
    if zeros in ((True, False, True, False), (False, True, False, True)):
        return "UTF-16"
    return None


def _finding(message: str, before: str) -> tuple[Finding, ...]:
    """Return the finding about the byte that comes after the text `before`."""
    problem = Problem("Y003", message, len(before), len(before) + 1, _SAVE_AS_UTF8)
    return findings_of([problem], Lines.of(before + "?"))
