"""A text as numbered lines, with the questions that splices ask of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from argmap.document.lines import Lines

__all__ = ["Page", "Splice"]

# `str.strip()` alone would also take no-break spaces, which are words to YAML.
_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Splice:
    """The stretch from `start` to `end` (offsets in code points, end exclusive) becomes `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text that ends with a line break, and the offset at which each of its lines starts.

    Lines count from 0; one more start stands for the end of the text. `added` is the line break
    that the text itself did not end with, or nothing.
    """

    text: str
    starts: tuple[int, ...]
    newline: str
    added: str

    @classmethod
    def of(cls, text: str, lines: Lines, newline: str) -> Page:
        """Return a text as a page; `lines` are those of the text."""
        if lines.starts[-1] == len(text):
            return cls(text, lines.starts, newline, "")
        return cls(text + newline, (*lines.starts, len(text) + len(newline)), newline, newline)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.starts) - 1

    def line_at(self, offset: int) -> int:
        """Return the line that an offset is in."""
        return bisect_right(self.starts, offset) - 1

    def column(self, offset: int) -> int:
        """Return how many code points stand before an offset in its line."""
        return offset - self.starts[self.line_at(offset)]

    def line(self, number: int) -> str:
        """Return a line with its break."""
        return self.text[self.starts[number] : self.starts[number + 1]]

    def lines(self, first: int, last: int) -> list[str]:
        """Return the lines from `first` to before `last`, with their breaks."""
        return [self.line(number) for number in range(first, last)]

    def break_at(self, number: int) -> str:
        """Return the line break at the end of a line."""
        line = self.line(number)
        return line[len(line.rstrip("\r\n")) :]

    def words(self, number: int) -> str:
        """Return a line without the white space around it."""
        return self.line(number).strip(_SPACE)

    def indent(self, number: int) -> int:
        """Return with how many blanks a line begins."""
        line = self.line(number)
        return len(line) - len(line.lstrip(" "))

    def is_blank(self, number: int) -> bool:
        """Whether there is a line of this number, with nothing but white space in it."""
        return number < self.count and not self.words(number)

    def is_comment(self, number: int) -> bool:
        """Whether there is a line of this number that, outside a text, is a comment."""
        return number < self.count and self.words(number).startswith("#")

    def after_blanks(self, number: int, end: int) -> int:
        """Return the first line from `number` on that is not blank, at most `end`."""
        while number < end and self.is_blank(number):
            number += 1
        return number

    def comment_after(self, offset: int) -> str:
        """Return the comment that ends the line of `offset`, with the blanks before it.

        The rest of the line must be outside any text.
        """
        rest = self.text[offset : self.starts[self.line_at(offset) + 1]].rstrip(_SPACE)
        return rest if rest.lstrip(" \t").startswith("#") else ""
