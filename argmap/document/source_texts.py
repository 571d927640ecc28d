"""The words of a map's sources: inline, in a file beside the map, or in a folder of texts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from argmap.document.decoding import decode
from argmap.document.document import Document
from argmap.document.reading import Unreadable, bytes_of
from argmap.model.sources import Source

__all__ = ["NO_TEXTS", "SourceTexts", "texts_of"]


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """The words of the sources at hand, by source id, and the files that should hold others."""

    texts: Mapping[str, str]
    absent: tuple[str, ...] = ()


NO_TEXTS = SourceTexts({})


def texts_of(document: Document, folder: str | os.PathLike[str] | None = None) -> SourceTexts:
    """Return the words of a map's sources.

    A source has `text`, or `file`, a path relative to the map. In `folder`, if given, its words
    are looked for first: under the name of `file`, or as `ID.txt` or `ID-….txt`.
    """
    texts: dict[str, str] = {}
    absent: list[str] = []
    listing = _listing(folder)
    for source in document.map.sources:
        if source.text is not None:
            texts.setdefault(source.id, source.text)
            continue
        text = _first_text(_candidates(source, document.path, listing))
        if text is not None:
            texts.setdefault(source.id, text)
        elif source.file is not None:
            absent.append(source.file)
    return SourceTexts(texts, tuple(absent))


def _listing(folder: str | os.PathLike[str] | None) -> Mapping[str, Path]:
    """Return the files of a folder by name, in order; none if there is no such folder."""
    if folder is None:
        return {}
    try:
        files = sorted(Path(folder).iterdir())
    except OSError:
        return {}
    return {file.name: file for file in files}


def _candidates(source: Source, map_path: str, listing: Mapping[str, Path]) -> Iterator[Path]:
    """Yield the files that may hold the words of a source, the likeliest first."""
    file = None if source.file is None else PurePath(source.file)
    if file is not None and file.name in listing:
        yield listing[file.name]
    exact = f"{source.id}.txt"
    if exact in listing:
        yield listing[exact]
    begun = [name for name in listing if name.startswith(f"{source.id}-") and name.endswith(".txt")]
    # Two of them would be a guess.
    if len(begun) == 1:
        yield listing[begun[0]]
    if file is not None and not file.is_absolute():
        yield Path(map_path).parent / file


def _first_text(paths: Iterator[Path]) -> str | None:
    """Return the text of the first file that can be read."""
    for path in paths:
        try:
            text = decode(bytes_of(str(path))).text
        except Unreadable:
            continue
        if text is not None:
            return text
    return None
