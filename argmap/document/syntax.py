"""Why a text is no YAML, in plain words and at the spot where the writer can mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from argmap.document.characters import cut_text, tab
from argmap.document.comments import comments_of
from argmap.document.composing import Composition, directive
from argmap.document.problems import Problem, shown

__all__ = ["explain_syntax"]

_IN_QUOTES = "Put the whole text in quotes, or on the next line after '>-'."
_LINE_END = re.compile(r"[\r\n]|\Z")
_WORD_END = re.compile(r"[\s,\]}]|\Z")
_END = re.compile(r"^\.\.\.\s", re.MULTILINE)
_TABS = re.compile(r"\t+")
# A key, after dashes, with what stands before its value.
_KEY = re.compile(r"[ \t]*(?:- +)*([^\s:#'\"\[{][^:#\r\n]*?)[ \t]*:[ \t]+(?=[^\s#])")
_GLUED_KEY = re.compile(r"[ \t]*(?:- +)*([\w.-]+):(?=[^\s:/])")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a parser gave up (`at`), and where what it could not finish begins (`begun`)."""

    read: Composition
    at: int
    begun: int
    context: str

    @property
    def text(self) -> str:
        """The whole text."""
        return self.read.text

    @property
    def character(self) -> str:
        """The character at which the parser gave up, or nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def line_start(self) -> int:
        """The offset at which the line begins."""
        return _line_start(self.text, self.at)

    @property
    def before(self) -> str:
        """The line up to the spot."""
        return self.text[self.line_start : self.at]

    def line_end(self, offset: int) -> int:
        """Return the offset after the last word on the line of `offset`."""
        found = _LINE_END.search(self.text, offset)
        end = found.start() if found else len(self.text)
        return max(offset + 1, offset + len(self.text[offset:end].rstrip()))


def explain_syntax(error: MarkedYAMLError, read: Composition) -> Problem:
    """Return the problem that a parser's error stands for, in either parser's words.

    `read` is what was composed before the error.
    """
    problem, context = (error.problem or "").lower(), (error.context or "").lower()
    length = len(read.text)
    at = length if error.problem_mark is None else min(error.problem_mark.index, length)
    begun = at if error.context_mark is None else min(error.context_mark.index, length)
    spot = _Spot(read, at, begun, context)
    for words, explain in _EXPLANATIONS:
        if words in problem or words in context:
            found = explain(spot)
            if found is not None:
                return found
    return _problem(spot, at, at + 1, f"YAML cannot be read from here on: {problem}.", _IN_QUOTES)


def _problem(spot: _Spot, start: int, end: int, message: str, help_: str) -> Problem:
    """Return a problem of syntax that begins inside the text."""
    start = min(start, max(len(spot.text) - 1, 0))
    return Problem("Y000", message, start, max(end, start + 1), help_)


def _line_start(text: str, offset: int) -> int:
    """Return the offset at which the line of `offset` begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_above(spot: _Spot) -> tuple[int, str]:
    """Return the nearest line above that says something, with the offset where it begins."""
    end = spot.line_start
    while end > 0:
        start = _line_start(spot.text, end - 1)
        line = spot.text[start:end].rstrip()
        if line and not line.lstrip().startswith("#"):
            return start, line
        end = start
    return 0, ""


def _tab(spot: _Spot) -> Problem | None:
    """Explain a tab among the blanks before a line's first word."""
    found = _TABS.match(spot.text, spot.at) or _TABS.search(spot.before)
    if found is None:
        return None
    start = found.start() if found.string is spot.text else spot.line_start + found.start()
    return tab(start, start + len(found.group()))


def _percent(spot: _Spot) -> Problem | None:
    """Explain a line that begins with a percent sign."""
    return directive(spot.text)


def _colon(spot: _Spot) -> Problem | None:
    """Explain a colon that would make a key where none can be."""
    line = spot.text[spot.line_start : spot.line_end(spot.at)]
    key = _KEY.match(line)
    if key is not None and key.end() < spot.at - spot.line_start:
        words = line[key.end() :].split(" #", 1)[0].rstrip()
        message = f"The text {shown(words)} holds a colon with a blank after it."
        return _problem(spot, spot.at, spot.at + 1, message, _IN_QUOTES)
    start, above = _line_above(spot)
    glued = _GLUED_KEY.match(above)
    if glued is not None:
        return _no_blank(spot, start + glued.start(1), start + glued.end(), above, glued)
    key = _KEY.match(above)
    word = spot.before.strip().removeprefix("- ").strip()
    if key is not None:
        message = f"{shown(word)} stands below {shown(key.group(1))}, which has a text already."
        help_ = (
            f"Indent it like {shown(key.group(1))}; if it is part of the text, put it in quotes."
        )
    else:
        start += len(above) - len(above.lstrip())
        message = f"There is no colon after {shown(above.strip())}."
        return _problem(spot, start, spot.line_end(start), message, "Write 'key: value'.")
    return _problem(spot, spot.at - len(word), spot.at + 1, message, help_)


def _no_blank(spot: _Spot, start: int, end: int, line: str, glued: re.Match[str]) -> Problem:
    """Return the problem of a value that touches the colon before it."""
    message = f"There is no blank after the colon in {shown(line.strip())}."
    return _problem(spot, start, end, message, f"Write '{glued.group(1)}: …'.")


def _first_character(spot: _Spot) -> Problem | None:
    """Explain a text that begins with a character that YAML keeps for itself."""
    sign = spot.character
    if not sign:
        return _problem(spot, spot.at, spot.at + 1, "A value is missing here.", "Write one.")
    help_ = _IN_QUOTES
    if sign in "-?":
        sign += " "
        help_ = "Put the text in quotes, or the items of a list on lines of their own."
    return _problem(spot, spot.at, spot.at + 1, f"A text cannot begin with '{sign}'.", help_)


def _mark(spot: _Spot) -> Problem | None:
    """Explain an anchor, alias or tag that is meant as text."""
    return _first_character(_Spot(spot.read, spot.begun, spot.begun, spot.context))


def _unclosed_quote(spot: _Spot) -> Problem | None:
    """Explain a quote without its partner, at the one that opens."""
    help_ = "Close it where the text ends; inside single quotes '' stands for one."
    message = "The quote that opens here is never closed."
    return _problem(spot, spot.begun, spot.begun + 1, message, help_)


def _escape(spot: _Spot) -> Problem | None:
    """Explain a backslash in double quotes that begins nothing known."""
    start = spot.text.rfind("\\", 0, spot.at + 1)
    if start < 0:
        return None
    sequence = spot.text[start : start + 2]
    message = f"{shown(sequence)} in double quotes stands for no character."
    help_ = "Write two backslashes, or put the text in single quotes."
    return _problem(spot, start, start + len(sequence), message, help_)


def _bracket(spot: _Spot) -> Problem | None:
    """Explain a list or mapping in brackets that is not closed or lacks a comma."""
    opening = spot.text[spot.begun : spot.begun + 1]
    rest = spot.text[spot.at :].strip()
    crossed = "\n" in spot.text[spot.begun : spot.at]
    if not rest or (crossed and _KEY.match(spot.text, spot.line_start) is not None):
        message = f"The '{opening}' that opens here is never closed."
        return _problem(spot, spot.begun, spot.begun + 1, message, "Close it, or use quotes.")
    found = _WORD_END.search(spot.text, spot.at + 1)
    end = found.start() if found else len(spot.text)
    message = f"After '{opening}', a comma or the closing bracket is missing before this."
    help_ = "Put a text with a comma, colon, quote or bracket in quotes."
    labels = ((spot.begun, spot.begun + 1, "opened here"),)
    return Problem("Y000", message, spot.at, max(end, spot.at + 1), help_, labels)


def _no_colon(spot: _Spot) -> Problem | None:
    """Explain a line that is neither a key nor part of a text."""
    end = spot.line_end(spot.begun)
    line = spot.text[spot.begun : end]
    glued = _GLUED_KEY.match(line)
    if glued is not None:
        return _no_blank(spot, spot.begun, spot.begun + glued.end(), line, glued)
    help_ = "Write 'key: value'; where a text goes on, indent it more than its key."
    return _problem(spot, spot.begun, end, f"There is no colon after {shown(line)}.", help_)


def _block_header(spot: _Spot) -> Problem | None:
    """Explain words on the line of a block scalar's sign."""
    sign = spot.text[spot.begun : spot.begun + 1]
    if sign not in ("|", ">"):
        return None
    message = f"The text cannot begin on the line of '{sign}'."
    help_ = "Put it on the next line, indented."
    return _problem(spot, spot.at, spot.line_end(spot.at), message, help_)


def _after_end(spot: _Spot) -> Problem | None:
    """Explain text after the line that ends a document, or a directive with no document."""
    if spot.text.startswith("%"):
        return directive(spot.text)
    if not _END.search(spot.text, 0, spot.at):
        return _structure(spot)
    start, end = spot.at, spot.line_end(spot.at)
    message = "The line '...' above ends the map, so this is not read."
    return Problem("Y006", message, start, end, "Delete the '...', or what follows.")


def _structure(spot: _Spot) -> Problem | None:
    """Explain a line that fits none of those above it, or words after the end of a value."""
    if spot.before.strip(" \t-"):
        return _after_value(spot)
    cut = _cut_above(spot)
    if cut is not None:
        return cut
    help_ = "Indent it like the keys it belongs to."
    if spot.character == "-":
        message = "An item of a list stands here, where a key is wanted."
        help_ = "Indent it like the item before it."
    elif "collection" in spot.context:
        message = "A key stands here, where an item of a list is wanted."
    else:
        width = spot.at - spot.line_start
        blanks = {0: "not indented", 1: "indented by 1 blank"}
        indented = blanks.get(width, f"indented by {width} blanks")
        message = f"This line is {indented}, and no line above fits it."
    return _problem(spot, spot.at, spot.line_end(spot.at), message, help_)


def _cut_above(spot: _Spot) -> Problem | None:
    """Return the problem of a text above that a comment cuts, so that it cannot go on here."""
    scalars = spot.read.scalars
    if not scalars or scalars[-1].style:
        return None
    last = scalars[-1]
    for comment in comments_of(spot.text[: spot.at], scalars):
        if comment.after is last and not spot.text[last.end : comment.start].strip(" \t"):
            return cut_text(spot.text, last.start, comment.start, comment.end)
    return None


def _after_value(spot: _Spot) -> Problem:
    """Explain words that follow a closing quote or bracket."""
    ended = len(spot.text[: spot.at].rstrip(" \t"))
    quoted = [s for s in spot.read.scalars[-1:] if s.end == ended and s.style in ("'", '"')]
    end = spot.line_end(spot.at)
    if quoted and "\n" in spot.text[quoted[0].start : ended]:
        message = "The quote that opens here is closed lines below, in the middle of a text."
        help_ = "Close it where its text ends."
        labels = ((ended - 1, ended, "closed here"),)
        start = quoted[0].start
        return Problem("Y000", message, start, start + 1, help_, labels)
    if quoted:
        words = shown(spot.text[spot.at : end])
        message = f"The text ends at its closing quote, and {words} comes after it."
        help_ = "Put the whole text in the other kind of quotes, or after '>-'."
        return _problem(spot, spot.at, end, message, help_)
    message = f"{shown(spot.text[spot.at : end])} comes after the end of a value."
    return _problem(spot, spot.at, end, message, _IN_QUOTES)


# The words of libyaml and of ruamel, from the telling to the vague.
_EXPLANATIONS: tuple[tuple[str, Callable[[_Spot], Problem | None]], ...] = (
    ("tab character", _tab),
    ("token", _tab),
    ("directive", _percent),
    ("mapping values are not allowed", _colon),
    ("are not allowed", _first_character),
    ("cannot start any token", _first_character),
    ("end of stream", _unclosed_quote),
    ("unexpected document", _unclosed_quote),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("',' or", _bracket),
    ("node content", _first_character),
    ("could not find expected ':'", _no_colon),
    ("block scalar", _block_header),
    ("document start", _after_end),
    ("scanning an anchor", _mark),
    ("scanning an alias", _mark),
    ("tag", _mark),
    ("expected key", _structure),
    ("'-' indicator", _structure),
    ("<block end>", _structure),
)
