"""Which files to read: those named, and the maps in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.document.reader import DEFAULT_LIMITS, Limits
from argmap.document.reading import Unreadable, bytes_of

__all__ = ["Found", "default_paths", "find_maps"]

_SUFFIXES = (".yaml", ".yml")
# The key that makes a YAML file a map, at the start of a line or of braces, behind the byte order
# mark of UTF-8 or UTF-16.
_IS_MAP = re.compile(rb"""^[\xef\xbb\xbf\xff\xfe \t{]*["']?argmap["']?[ \t]*:""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came across: files to read, and YAML files that are no maps."""

    maps: tuple[str, ...]
    others: tuple[str, ...] = ()


def default_paths() -> tuple[str, ...]:
    """Return where maps are looked for when nobody says: in `maps`, or else right here."""
    return ("maps",) if Path("maps").is_dir() else (".",)


def find_maps(paths: Iterable[str | os.PathLike[str]], limits: Limits = DEFAULT_LIMITS) -> Found:
    """Return the maps that paths lead to, in their order, and in a folder by name.

    A file is taken as it is, whatever it holds. In a folder every `.yaml` and `.yml` file with a
    top-level key `argmap` counts; so does one that cannot be read, because nobody knows. Hidden
    files and folders are left out, links to folders are not followed, no file comes twice.
    """
    maps: dict[str, str] = {}
    others: dict[str, str] = {}
    for given in paths:
        path = os.fspath(given)
        if not Path(path).is_dir():
            maps.setdefault(os.path.realpath(path), path)
            continue
        for file in _yaml_files(path):
            kind = maps if _may_be_map(file, limits) else others
            kind.setdefault(os.path.realpath(file), file)
    return Found(tuple(maps.values()), tuple(others.values()))


def _yaml_files(folder: str) -> Iterator[str]:
    """Yield the YAML files below a folder, sorted, each folder's own files first."""
    folders = [folder]
    while folders:
        current = folders.pop()
        below: list[str] = []
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError:
            # Reading it will say why.
            yield current
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            elif entry.name.lower().endswith(_SUFFIXES) and not _is_folder(entry):
                yield os.path.normpath(entry.path)
        folders += reversed(below)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a link to a folder; one that leads nowhere is not."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _may_be_map(path: str, limits: Limits) -> bool:
    """Whether a file has the key of a map, or cannot be read."""
    try:
        content = bytes_of(path, limits)
    except Unreadable:
        return True
    # UTF-16 is refused later, but it is a map all the same.
    return _IS_MAP.search(content.replace(b"\0", b"")) is not None
