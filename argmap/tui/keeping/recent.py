"""The maps that were opened last, the latest first."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

__all__ = ["recent_maps", "remember"]

_MOST = 20


def recent_maps(list_path: Path) -> tuple[str, ...]:
    """Return the paths of the maps opened last that are still there."""
    try:
        lines = list_path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(line for line in lines if line and Path(line).is_file())


def remember(list_path: Path, path: str) -> None:
    """Put a map at the head of the list. A list that cannot be written is none."""
    absolute = str(Path(path).absolute())
    others = [one for one in recent_maps(list_path) if one != absolute]
    with suppress(OSError):
        list_path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join([absolute, *others][:_MOST]) + "\n"
        list_path.write_text(text, encoding="utf-8", newline="\n")
