"""A map as a plain text outline, wrapped and indented."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.exporters.outline import Entry, outline_of
from argmap.exporters.wrapping import one_line, wrapped
from argmap.model.maps import Map
from argmap.reporters.visible import cells

__all__ = ["plain_of"]

# Deeper text would be squeezed into a column; it may run over the width instead.
_LEAST_WIDTH = 32


def plain_of(map_: Map, width: int = 80) -> str:
    """Return the outline, in lines of at most `width` cells as far as the depth allows."""
    lines = [*_heading(map_, width)]
    for entry in outline_of(map_):
        lines += _lines(entry, width)
    return "\n".join(lines) + "\n"


def _heading(map_: Map, width: int) -> Iterator[str]:
    if map_.title is not None:
        title = wrapped(one_line(map_.title), width)
        yield from title
        yield "=" * min(width, max(map(cells, title)))
    if map_.question is not None:
        yield from wrapped(f"Question: {one_line(map_.question)}", width)
    if map_.title is not None or map_.question is not None:
        yield ""


def _lines(entry: Entry, width: int) -> Iterator[str]:
    indent = "  " * entry.depth
    room = max(width - len(indent) - 2, _LEAST_WIDTH)
    text = one_line(f"{kind_word(entry)}: {entry.text}".rstrip())
    for number, line in enumerate(wrapped(text, room)):
        yield f"{indent}{'  ' if number else '- '}{line}"
    about = "; ".join((*entry.voices, *entry.details))
    if about:
        for line in wrapped(one_line(f"({about})"), room):
            yield f"{indent}  {line}"


def kind_word(entry: Entry) -> str:
    """Return the word for what an entry is, e.g. "REBUT" or "SUPPORT, see above"."""
    word = str(entry.kind).upper()
    if entry.linked:
        return f"{word}, linked premises"
    if entry.home is not None:
        return f"{word}, see {'above' if entry.home < entry.number else 'below'}"
    return word
