"""A map as a Markdown outline that reads well on a page and in a review."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.exporters.outline import Entry, outline_of
from argmap.exporters.wrapping import one_line
from argmap.model.maps import Map

__all__ = ["markdown_of"]

# What CommonMark and GitHub's dialect of it give a meaning to inside a line.
_MARKS = re.compile(r"([\\`*_\[\]<>~$|&])")


def markdown_of(map_: Map) -> str:
    """Return the outline as nested lists, one item a claim."""
    return "\n".join(_lines(map_)) + "\n"


def _lines(map_: Map) -> Iterator[str]:
    if map_.title is not None:
        yield f"# {_escaped(map_.title)}"
        yield ""
    if map_.question is not None:
        yield f"**Question:** {_escaped(map_.question)}"
        yield ""
    for entry in outline_of(map_):
        yield from _item(entry)


def _item(entry: Entry) -> Iterator[str]:
    indent = "  " * entry.depth
    words = f"**{_kind(entry)}:** {_escaped(entry.text)}".rstrip()
    about = "; ".join((*entry.voices, *entry.details))
    if about:
        # Two words in a list item would run together; the backslash breaks the line.
        words += f"\\\n{indent}  *{_escaped(about)}*"
    yield f"{indent}- {words}"


def _kind(entry: Entry) -> str:
    word = str(entry.kind).capitalize()
    if entry.linked:
        return f"{word}, linked premises"
    return word if entry.home is None else f"{word}, also said elsewhere"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", one_line(text))
