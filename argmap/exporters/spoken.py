"""A map as numbered sentences that make sense when they are only heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.exporters.outline import outline_of, role_of
from argmap.exporters.wrapping import one_line
from argmap.model.maps import Kind, Map

__all__ = ["spoken_of"]


def spoken_of(map_: Map) -> str:
    """Return one line an entry: its number, what it does to which other, who says it.

    Nothing is drawn and no line is wrapped, so it suits screen readers, and the `<desc>` of a
    picture.
    """
    return "".join(f"{line}\n" for line in _lines(map_))


def _lines(map_: Map) -> Iterator[str]:
    if map_.title is not None:
        yield one_line(f"Title: {map_.title}")
    if map_.question is not None:
        yield one_line(f"Question: {map_.question}")
    entries = outline_of(map_)
    members = Counter(entry.target for entry in entries if entry.kind is Kind.PREMISE)
    for entry in entries:
        role = role_of(entry, None if entry.target is None else entries[entry.target - 1])
        words = f"{entry.number}. {role[0].upper()}{role[1:]}"
        if entry.linked:
            words += f", {members[entry.number]} linked premises follow"
        if entry.home is not None:
            words += f", same as {entry.home}"
        if entry.text:
            words += f": {entry.text}"
        about = "; ".join((*entry.voices, *entry.details))
        yield one_line(f"{words} ({about})" if about else words)
