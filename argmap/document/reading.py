"""Reading a file: never more than the limit, never from a pipe, never with an exception."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from argmap.document.document import Document
from argmap.document.problems import finding_of_file, shown
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_bytes, read_text, too_large
from argmap.rules.findings import Finding

__all__ = ["Unreadable", "bytes_of", "read", "read_bytes", "read_text"]

# Opening a pipe would wait for somebody to write into it; opened like this it does not.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_REASONS = {
    errno.ENOENT: ("There is no file {name}.", "Check the path."),
    errno.ENOTDIR: ("There is no file {name}: a part of the path is no folder.", "Check the path."),
    errno.ELOOP: ("{name} is a symbolic link that leads back to itself.", "Delete the link."),
    errno.EACCES: ("{name} may not be read.", "Change its permissions, or leave it out."),
    errno.ENAMETOOLONG: ("The path {name} is too long.", "Check the path."),
}
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Unreadable(Exception):  # noqa: N818 - it reads as what it says of the file
    """A file whose bytes cannot be had, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read(path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> Document:
    """Return the document in a file; a file that cannot be read gives a finding."""
    name = os.fspath(path)
    try:
        content = bytes_of(name, limits)
    except Unreadable as error:
        return Document(name, None, findings=(error.finding,))
    return read_bytes(content, name, limits)


def bytes_of(path: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        Unreadable: It is none, or larger than the limit, or the system refuses it.
    """
    try:
        # A second look after opening: what stands at the path may have changed in between.
        _check_kind(path, Path(path).stat().st_mode)
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            _check_kind(path, status.st_mode)
            if status.st_size > limits.size:
                raise Unreadable(too_large(status.st_size, limits)[0])
            content = file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(_refusal(path, error)) from None
    return content


def _check_kind(path: str, mode: int) -> None:
    """Refuse what is not a regular file."""
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode) and not os.access(path or ".", os.R_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "no regular file")
    message = f"{shown(path)} is {kind}, not a file."
    raise Unreadable(finding_of_file("Y001", message, "Give the path of a map."))


def _refusal(path: str, error: OSError | ValueError) -> Finding:
    """Return the finding of a file that the system does not give out."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT and Path(path).is_symlink():
        message = f"{shown(path)} is a symbolic link to a file that is not there."
        return finding_of_file("Y001", message, "Delete the link, or bring the file back.")
    fallback = (f"{{name}} cannot be read: {os.strerror(number or errno.EINVAL)}.", None)
    message, help_ = _REASONS.get(number or 0, fallback)
    return finding_of_file("Y001", message.format(name=shown(path)), help_)
