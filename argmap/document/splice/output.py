"""The new text in the making: lines that stay, lines that go elsewhere and new ones, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.document.splice.page import Page, Splice
from argmap.document.splice.script import Script

__all__ = ["CLOSE_UP", "CloseUp", "Dash", "New", "Old", "Piece", "shifted", "splices_of"]

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# In a block scalar libyaml takes these for line breaks, too, so what follows is indented.
_HIDDEN_BREAK = re.compile("([\x85\u2028\u2029])( +)")


@dataclass(frozen=True, slots=True)
class Old:
    """Lines of the old text from `first` to before `last`, `shift` columns further right.

    `bare` says how many columns of the first line, up to behind its dash, become blank. Lines
    that `stay` are in the same order as before.
    """

    first: int
    last: int
    shift: int = 0
    stay: bool = True
    bare: int = 0


@dataclass(frozen=True, slots=True)
class New:
    """New lines, without line breaks."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dash:
    """The next line that is no comment gets a dash at one column, and goes on at another.

    Comments before it are moved to the column of the dash, and blank lines left out.
    """

    column: int
    start: int


@dataclass(frozen=True, slots=True)
class CloseUp:
    """Blank lines that would follow are left out, because they would become part of a text."""


CLOSE_UP = CloseUp()
Piece = Old | New | Dash | CloseUp


def splices_of(page: Page, script: Script, pieces: Iterable[Piece]) -> tuple[Splice, ...]:
    """Return what turns the text of a page into the text that pieces make."""
    writer = _Writer(page, script)
    for piece in pieces:
        writer.add(piece)
    return writer.finish()


class _Writer:
    """Collects splices while pieces come in."""

    def __init__(self, page: Page, script: Script) -> None:
        self.page = page
        self.script = script
        self.splices: list[Splice] = []
        self.pending: list[str] = []
        self.cursor = 0
        self.dash: Dash | None = None
        self.is_closing_up = False

    def add(self, piece: Piece) -> None:
        """Write one piece."""
        match piece:
            case Dash():
                self.dash = piece
            case CloseUp():
                self.is_closing_up = True
            case New(lines=lines):
                self._write([line + self.page.newline for line in lines])
            case _:
                self._write_old(piece)

    def _write_old(self, piece: Old) -> None:
        """Write lines of the old text."""
        first = piece.first
        if self.is_closing_up:
            first = self.page.after_blanks(first, piece.last)
        if first >= piece.last:
            return
        self.is_closing_up = False
        if piece.stay and not piece.shift and not piece.bare and not self.dash:
            self._keep(first, piece.last)
            return
        lines = _split(self.script.text(first, piece.last))
        if piece.bare and lines:
            lines[0] = " " * piece.bare + lines[0][piece.bare :]
        self._write([shifted(line, piece.shift) for line in lines])

    def _keep(self, first: int, last: int) -> None:
        """Leave lines where they are, but for the changes inside them."""
        if first < self.cursor:
            self._write(_split(self.script.text(first, last)))
            return
        self._flush(first)
        for splice in self.script.splices(first, last):
            self.splices.append(splice)
        self.cursor = last

    def _flush(self, line: int) -> None:
        """Put what is pending in place of the lines up to one."""
        start, end = self.page.starts[self.cursor], self.page.starts[line]
        new = "".join(self.pending)
        self.pending.clear()
        if self.page.text[start:end] != new:
            self.splices.append(Splice(start, end, new))

    def _write(self, lines: list[str]) -> None:
        """Write lines with their breaks."""
        for line in lines:
            words = line.strip(" \t\r\n")
            if not words and (self.is_closing_up or self.dash):
                continue
            self.is_closing_up = False
            if self.dash and words.startswith("#"):
                line = " " * self.dash.column + line.lstrip(" ")  # noqa: PLW2901 - the line moves
            elif self.dash:
                lead = " " * self.dash.column + "-"
                line = lead.ljust(self.dash.start) + line[self.dash.start :]  # noqa: PLW2901
                self.dash = None
            self.pending.append(line)

    def finish(self) -> tuple[Splice, ...]:
        """Return the splices of the text itself, which may lack the line break of the page."""
        self._flush(self.page.count)
        size = len(self.page.text)
        length = size - len(self.page.added)
        merged: list[Splice] = []
        for splice in self.splices:
            if merged and merged[-1].end == splice.start:
                splice = Splice(merged[-1].start, splice.end, merged.pop().new + splice.new)  # noqa: PLW2901
            merged.append(splice)
        if self.page.added and merged and merged[-1].end == size:
            last = merged.pop()
            if last.start == size:
                new = self.page.added + last.new.removesuffix(self.page.added)
                merged.append(Splice(length, length, new))
            else:
                merged.append(Splice(last.start, length, last.new.removesuffix(self.page.added)))
        return tuple(merged)


def _split(text: str) -> list[str]:
    """Return lines with their breaks."""
    return [line for line in _LINES.findall(text) if line]


def shifted(line: str, shift: int) -> str:
    """Return a line further right, or further left as far as there are blanks; empty ones stay."""
    if not shift or not line.strip("\r\n"):
        return line
    if _HIDDEN_BREAK.search(line):
        line = _HIDDEN_BREAK.sub(lambda found: found[1] + _moved(found[2], shift), line)
    return _moved(line, shift)


def _moved(line: str, shift: int) -> str:
    """Return a line with `shift` more blanks before it, or fewer."""
    if shift > 0:
        return " " * shift + line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(-shift, blanks) :]
