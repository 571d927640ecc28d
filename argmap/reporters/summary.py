"""How many maps were checked and what was found, in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from argmap.rules.findings import CheckedFile, Severity

__all__ = ["count", "summary_line", "unchecked_line"]

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def count(files: Sequence[CheckedFile]) -> Counter[Severity]:
    """Return how many findings there are of each severity."""
    return Counter(finding.severity for file in files for finding in file.findings)


def summary_line(files: Sequence[CheckedFile]) -> str:
    """Return e.g. "Checked 3 maps: 2 errors, 1 warning.", without a line break."""
    counts = count(files)
    told = [_counted(counts[severity], word) for severity, word in _WORDS.items()]
    found = ", ".join(words for words in told if words)
    return f"Checked {_counted(len(files), 'map') or 'no maps'}: {found or 'no findings'}."


def unchecked_line(files: Sequence[CheckedFile]) -> str | None:
    """Return how many quotes could not be looked up, or None if each of them was."""
    quotes = _counted(sum(file.quotes_unchecked for file in files), "quote")
    return f"{quotes} not checked: the text of the source is not at hand." if quotes else None


def _counted(number: int, word: str) -> str:
    """Return "2 errors", "1 error", or nothing for none."""
    return f"{number:,} {word}{'' if number == 1 else 's'}" if number else ""
