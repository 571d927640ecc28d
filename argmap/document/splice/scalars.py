"""Texts as YAML writes them: plain, quoted, folded or literal, whichever reads back the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmap.document.tree import Style
from argmap.model.edits import EditError

__all__ = ["WIDTH", "Scalar", "block_scalar", "flow_scalar", "folded_lines", "is_plain", "wrapped"]

# As wide as the longest lines of ruff and black, so that it fits any terminal of two columns.
WIDTH = 88
# Deep in a map little room is left; lines of fewer characters are no longer read with ease.
_NARROWEST = 40

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
# What begins a plain text must not mean anything else; a tab is refused outside quotes.
_PLAIN = re.compile(r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`=<][^\t\r\n]*(?<!\s)""")
_CUT = re.compile(r":(?: |$)| #")
# Inside brackets libyaml and ruamel.yaml disagree about ':' and '?'.
_CUT_IN_FLOW = re.compile(r"""[,\[\]{}?:"#]""")
# Line breaks to YAML 1.1 (libyaml), and what no YAML text may hold as it is.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_ESCAPED = re.compile(f'[\\\\"\n\t]|{_UNPRINTABLE.pattern}')
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it is written: `head` on the line it begins on, `body` on lines of their own.

    The lines of the body are without indentation and line break; an empty one stays empty.
    """

    head: str
    body: tuple[str, ...] = ()


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text reads back as it is without quotes, `flow` meaning inside brackets."""
    return (
        text not in _NOTHING
        and _PLAIN.fullmatch(text) is not None
        and _CUT.search(text) is None
        and _UNPRINTABLE.search(text) is None
        and not (flow and _CUT_IN_FLOW.search(text))
    )


def flow_scalar(text: str, style: Style = "", *, flow: bool = True) -> str:
    """Return a text on one line, in the wanted style if that can carry it.

    Raises:
        EditError: It holds half a character, which no file in UTF-8 can.
    """
    if _HALF.search(text):
        raise EditError("The text holds half a character (a lone surrogate). Type it again.")
    if style not in ("'", '"') and is_plain(text, flow=flow):
        return text
    if _UNPRINTABLE.search(text) or "\n" in text or "\t" in text:
        return _double_quoted(text)
    if style == "'" or (style != '"' and ('"' in text or "\\" in text) and "'" not in text):
        return "'" + text.replace("'", "''") + "'"
    return _double_quoted(text)


def block_scalar(
    text: str, style: Style, room: int, width: int, indent: int, *, keep: bool = False
) -> Scalar:
    """Return a text in block context, in the wanted style if that can carry it.

    `room` is how many characters fit on the line where it begins, `width` how many on a line of
    its own, and `indent` how far those stand to the right of what holds the text. `keep` says
    that the text may end in blank lines, because none of another meaning will follow.
    """
    width = max(width, _NARROWEST)
    if style == ">" and (folded := folded_lines(text, width)) is not None:
        return folded
    if style in ("|", ">") and (literal := _literal(text, indent, keep=keep)) is not None:
        return literal
    if not style and "\n" in text and (literal := _literal(text, indent, keep=keep)) is not None:
        return literal
    line = flow_scalar(text, style, flow=False)
    if not style and len(line) > room and (folded := folded_lines(text, width)) is not None:
        return folded
    return Scalar(line)


def folded_lines(text: str, width: int) -> Scalar | None:
    """Return a text folded at blanks into lines of at most `width`, None where that would lose."""
    said = text.removesuffix("\n")
    paragraphs = said.split("\n")
    if _UNPRINTABLE.search(text) or _HALF.search(text) or "\t" in text or not paragraphs[0]:
        return None
    if any(paragraph != paragraph.strip() for paragraph in paragraphs) or not paragraphs[-1]:
        return None
    lines: list[str] = []
    for paragraph in paragraphs:
        # Between paragraphs one more line break is needed than is read; blank ones are breaks.
        lines += [""] * bool(lines) + (wrapped(paragraph, width) if paragraph else [])
    return Scalar(">" if text != said else ">-", tuple(lines))


def wrapped(words: str, width: int) -> list[str]:
    """Return a text as lines broken at single blanks."""
    lines: list[str] = []
    line = ""
    # Two blanks in a row are part of the text and must stay inside a line.
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", words):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _literal(text: str, indent: int, *, keep: bool) -> Scalar | None:
    """Return a text as literal lines, None where that would not read back the same."""
    said = text.rstrip("\n")
    breaks = len(text) - len(said)
    lines = said.split("\n")
    if breaks > 1 and not keep:
        return None
    if not said or _UNPRINTABLE.search(text) or _HALF.search(text) or lines[0][:1] in ("", "\t"):
        return None
    if any(line and not line.strip(" \t") for line in lines):
        return None
    # A text that begins with blanks needs to be told how far it is indented.
    indicator = str(indent) if lines[0].startswith(" ") else ""
    chomping = "-" if not breaks else "" if breaks == 1 else "+"
    return Scalar(f"|{indicator}{chomping}", (*lines, *[""] * (breaks - 1)))


def _double_quoted(text: str) -> str:
    """Return a text in double quotes, what cannot be printed as escapes."""
    return '"' + _ESCAPED.sub(lambda found: _escape(found.group()), text) + '"'


def _escape(character: str) -> str:
    """Return a character as the escape that both parsers read."""
    known = _ESCAPES.get(character)
    if known is not None:
        return known
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
