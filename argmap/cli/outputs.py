"""Where a command's product goes: standard output, or a file that is replaced in one go."""

from __future__ import annotations

import os
import stat
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
    """Make `data` the content of the file; a reader sees the old one or the new one, whole.

    A symbolic link stays one, and an existing file keeps its mode.

    Raises:
        CommandError: If there is no such folder, or a folder stands in the way.
    """
    real = Path(os.path.realpath(path))
    if real.is_dir():
        raise CommandError(f"{quoted(str(path))} is a folder. Name a file in it.")
    if not real.parent.is_dir():
        raise CommandError(f"There is no folder {quoted(str(path.parent))} to write into.")
    try:
        mode = real.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG | (0o666 & ~_umask())
    if not stat.S_ISREG(mode):
        # A pipe or a device such as /dev/null must not be replaced by a file.
        real.write_bytes(data)
        return
    _replace_regular(real, data, stat.S_IMODE(mode))


def _replace_regular(real: Path, data: bytes, mode: int) -> None:
    # In the same folder, because a rename is only whole within one file system.
    temporary = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.chmod(mode)
        temporary.replace(real)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
