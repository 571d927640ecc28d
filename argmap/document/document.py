"""A document: the text of a map with everything that was read from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from argmap.document.lines import Lines
from argmap.document.tree import Mapping, Tree
from argmap.model.maps import Map
from argmap.rules.findings import Finding, Severity

__all__ = ["Document"]


@dataclass(frozen=True)
class Document:
    """A text and the map it says.

    `path` is as the user wrote it. `text` has no byte order mark and keeps its line breaks; it is
    None if the file could not be read as text. `newline` is the first line break of the text.
    `tree` is None where the text is no YAML. `map` holds what could be read, and `trees` the
    mapping in the text of each of its items. `findings` are those of the reader (families Y and
    M), in the order of the text.
    """

    path: str
    text: str | None
    map: Map = field(default_factory=Map)
    tree: Tree | None = None
    trees: tuple[Mapping, ...] = ()
    findings: tuple[Finding, ...] = ()
    bom: bool = False
    newline: str = "\n"

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines.of(self.text or "")

    @property
    def is_sound(self) -> bool:
        """Whether the reader found no error, so that the map is all that the text says."""
        return all(finding.severity < Severity.ERROR for finding in self.findings)

    @property
    def encoded(self) -> bytes:
        """The text as the bytes of a file, byte order mark included."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + (self.text or "").encode("utf-8")
