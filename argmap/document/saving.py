"""Saving: a file is replaced as a whole or not at all, and never over somebody else's changes."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

__all__ = ["ChangedOnDiskError", "SaveError", "digest_of", "digest_on_disk", "save"]

_REASONS = {
    # Windows knows no quota.
    getattr(errno, "EDQUOT", -1): "the quota is used up",
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "its folder must not be written to",
    errno.EPERM: "its folder must not be written to",
    errno.ENOENT: "its folder is not there",
    errno.ENOTDIR: "its folder is not there",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its symbolic links lead in a circle",
}
_ON_DISK = "Reload it, save under another name, or overwrite it on purpose."


class SaveError(Exception):
    """The file could not be written, and is as it was; the text is a sentence for the user."""


class ChangedOnDiskError(SaveError):
    """The file is not what was read, so that saving would undo what somebody else did."""


def digest_of(content: bytes) -> str:
    """Return what tells the bytes of a file from all others."""
    return hashlib.blake2b(content, digest_size=20).hexdigest()


def digest_on_disk(path: str | os.PathLike[str]) -> str | None:
    """Return the digest of a file as it is now, None if there is none.

    Raises:
        SaveError: Something else is there, or the file cannot be read.
    """
    target = Path(path)
    try:
        if not stat.S_ISREG(target.stat().st_mode):
            raise SaveError(
                f"'{path}' is no file but a folder, pipe or device. Choose another name."
            )
        return digest_of(target.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SaveError(f"'{path}' cannot be read: {_reason(error)}.") from error


def save(path: str | os.PathLike[str], content: bytes, seen: str | None) -> str:
    """Write the whole of a file at once, and return its digest.

    `seen` is the digest of the bytes that were read or last saved; None makes a new file. A
    symbolic link is followed, mode and owner are kept. If anything goes wrong the file is as it
    was before, and nothing is left beside it.

    Raises:
        ChangedOnDiskError: The file is not what was seen, or is there already.
        SaveError: It cannot be written.
    """
    target = Path(os.path.realpath(path))
    _check_unchanged(path, target, seen)
    # A short name of our own: that of the file may be as long as names can be.
    temporary = target.with_name(f".argmap-{secrets.token_hex(6)}.tmp")
    try:
        try:
            _write(temporary, content, target)
            # Somebody may have saved while we wrote.
            _check_unchanged(path, target, seen)
            _put(temporary, target, is_new=seen is None)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError as error:
        raise ChangedOnDiskError(f"'{path}' is there already. Choose another name.") from error
    except OSError as error:
        raise SaveError(f"'{path}' was not saved: {_reason(error)}.") from error
    _settle(target.parent)
    return digest_of(content)


def _check_unchanged(path: str | os.PathLike[str], target: Path, seen: str | None) -> None:
    """Refuse to write over what was not seen."""
    found = digest_on_disk(target)
    if found == seen:
        # A folder that can be written to would let us replace even a file that cannot.
        if found is not None and not os.access(target, os.W_OK):
            raise SaveError(f"'{path}' was not saved: it must not be written to.")
        return
    if seen is None:
        raise ChangedOnDiskError(f"'{path}' is there already. Choose another name.")
    what = "was changed on disk" if found else "was deleted or moved on disk"
    raise ChangedOnDiskError(f"'{path}' {what} since it was read. {_ON_DISK}")


def _write(temporary: Path, content: bytes, target: Path) -> None:
    """Write a new file to the disk, with the mode and owner of the one it is to replace."""
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    with os.fdopen(handle, "wb") as file:
        with suppress(FileNotFoundError):
            old = target.stat()
            if hasattr(os, "chown"):
                # Only root may give a file away; for others the file becomes theirs.
                with suppress(PermissionError):
                    os.chown(temporary, old.st_uid, old.st_gid)
            temporary.chmod(stat.S_IMODE(old.st_mode))
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


# Windows alone tells text from binary files.
_BINARY: int = getattr(os, "O_BINARY", 0)


def _put(temporary: Path, target: Path, *, is_new: bool) -> None:
    """Put a written file in its place, at once; a new one never over another."""
    if is_new:
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise
        except OSError:
            # Some file systems have no links; then the check before must do.
            temporary.replace(target)
    else:
        temporary.replace(target)


def _settle(folder: Path) -> None:
    """Ask the disk to remember the new name, where folders can be asked."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    """Return why something failed, in words that go on after a colon."""
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".")
