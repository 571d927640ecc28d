"""Where claims come from: sources, and the stances their authors take."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.scale import Qualifier

__all__ = ["SOURCE_FIELDS", "Source", "Stance"]


@dataclass(frozen=True, slots=True)
class Source:
    """A text someone published.

    `published_in` is the file's `in`; `date` is YYYY, YYYY-MM or YYYY-MM-DD. The words come from
    `text` (inline) or `file` (a path relative to the map), never from both.
    """

    id: str
    author: str | None = None
    title: str | None = None
    published_in: str | None = None
    date: str | None = None
    url: str | None = None
    text: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What the author of `source` believes of the claim or step with id `about`.

    Either a `qualifier` or a `credence` in [0, 1], never both.
    """

    source: str
    about: str
    qualifier: Qualifier | None = None
    credence: float | None = None
    quote: str | None = None
    at: str | None = None
    note: str | None = None


# The keys of the file, in the order in which a new source writes them.
SOURCE_FIELDS = ("author", "title", "in", "date", "url", "text", "file")
