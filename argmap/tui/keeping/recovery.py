"""Unsaved texts, kept in the state folder until they are saved, so that no crash loses them."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Rescue", "forget", "keep", "rescues"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Rescue:
    """An unsaved text. `path` is absolute, "" for a map without a file.

    `saved` is the digest of the file that it was made from, `process` that of the editor, and
    `file` where the rescue itself lies.
    """

    path: str
    text: str
    saved: str | None
    process: int
    file: Path | None = None


def keep(folder: Path, path: str, number: int, text: str, saved: str | None) -> Path | None:
    """Write an unsaved text down, in place of the one before; return where, None if it cannot be.

    A text of 180 KB takes about a millisecond.
    """
    absolute = str(Path(path).absolute()) if path else ""
    process = os.getpid()
    name = hashlib.blake2b(f"{absolute}:{number}:{process}".encode(), digest_size=10).hexdigest()
    target, temporary = folder / f"{name}.json", folder / f".{name}.tmp"
    content = {
        "format": _FORMAT,
        "path": absolute,
        "text": text,
        "saved": saved,
        "process": process,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError:
        return None
    return target


def forget(file: Path | None) -> None:
    """Take a rescue away, because its text is saved or not wanted."""
    if file is not None:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def rescues(folder: Path) -> tuple[Rescue, ...]:
    """Return the unsaved texts of editors that run no more, the latest first."""
    found: list[tuple[float, Rescue]] = []
    with suppress(OSError):
        for file in folder.glob("*.json"):
            rescue = _read(file)
            if rescue is not None and not _is_running(rescue.process):
                found.append((file.stat().st_mtime, rescue))
    return tuple(rescue for _, rescue in sorted(found, key=lambda pair: -pair[0]))


def _read(file: Path) -> Rescue | None:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    match content:
        case {
            "path": str(path),
            "text": str(text),
            "saved": (str() | None) as saved,
            "process": int(process),
        }:
            return Rescue(path, text, saved, process, file)
        case _:
            return None


def _is_running(process: int) -> bool:
    """Whether a process runs. On Windows signal 0 would end it, so there none does."""
    if process == os.getpid():
        return True
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
