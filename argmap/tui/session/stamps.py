"""What the system says of a file, by which a change from outside is noticed without reading it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Stamp", "stamp_of"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a file was last written, its size and its place on the disk."""

    changed: int
    size: int
    inode: int


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a file; None if there is none, or none to be seen."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
