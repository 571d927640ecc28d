"""Where a command's product goes: standard output, or a file that is replaced in one go."""

from __future__ import annotations

from pathlib import Path

from argmap.cli.exits import CommandError, quoted
from argmap.cli.streams import write_bytes

__all__ = ["STDOUT", "deliver", "replace"]

STDOUT = "-"


def deliver(data: bytes, target: str) -> None:
    """Write `data` to the file `target`, or to standard output for `-`.

    Raises:
        CommandError: If there is no such folder, or a folder stands in the way.
    """
    if target == STDOUT:
        write_bytes(data)
    else:
        replace(Path(target), data)


def replace(path: Path, data: bytes) -> None:
    """Make `data` the content of the file, in one go; a device or pipe is written to.

    Raises:
        CommandError: If there is no such folder, a folder stands in the way, or it cannot be
            written.
    """
    from argmap.document.saving import SaveError, digest_on_disk, save

    if path.is_dir():
        raise CommandError(f"{quoted(str(path))} is a folder. Name a file in it.")
    if not path.parent.is_dir():
        raise CommandError(f"There is no folder {quoted(str(path.parent))} to write into.")
    if path.exists() and not path.is_file():
        # Such as /dev/null, which must not be replaced by a file.
        path.write_bytes(data)
        return
    try:
        save(path, data, digest_on_disk(path))
    except SaveError as error:
        raise CommandError(str(error)) from None
