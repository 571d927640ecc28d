"""Text for a terminal: on one line, or broken into lines by the cells of its characters."""

from __future__ import annotations

from argmap.reporters.visible import cells, visible

__all__ = ["one_line", "wrapped"]


def one_line(text: str) -> str:
    """Return `text` on one line, with what a terminal would obey written out."""
    return visible(" ".join(text.split()))


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken at blanks where there are any."""
    lines: list[str] = []
    line = ""
    used = 0
    for word in text.split():
        size = cells(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        if size > width:
            *full, word = _chopped(word, width)  # noqa: PLW2901 - its tail goes on as a word
            lines += full
            size = cells(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]


def _chopped(word: str, width: int) -> list[str]:
    """Return a word that is wider than a line in pieces that are not."""
    pieces: list[str] = []
    start = used = 0
    for position, character in enumerate(word):
        size = cells(character)
        if used + size > width and position > start:
            pieces.append(word[start:position])
            start, used = position, 0
        used += size
    return [*pieces, word[start:]]
