from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from argmap.document import saving
from argmap.document.saving import (
    ChangedOnDiskError,
    SaveError,
    digest_of,
    digest_on_disk,
    save,
)

OLD, NEW = b"argmap: 1\n", "argmap: 1\r\ntitle: é\n".encode()
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are those of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "map.yaml"
    found.write_bytes(OLD)
    return found


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_a_file_is_replaced_byte_for_byte(path: Path) -> None:
    assert save(path, NEW, digest_of(OLD)) == digest_of(NEW) == digest_on_disk(path)
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["map.yaml"]


def test_a_new_file_is_made_but_never_over_another(tmp_path: Path, path: Path) -> None:
    save(tmp_path / "new.yaml", NEW, None)
    assert (tmp_path / "new.yaml").read_bytes() == NEW
    with pytest.raises(ChangedOnDiskError, match=r"is there already\. Choose another name\."):
        save(path, NEW, None)
    assert path.read_bytes() == OLD


def test_a_file_that_somebody_else_changed_is_left_alone(path: Path) -> None:
    path.write_bytes(b"argmap: 1 # theirs\n")
    with pytest.raises(ChangedOnDiskError, match="was changed on disk since it was read"):
        save(path, NEW, digest_of(OLD))
    assert path.read_bytes() == b"argmap: 1 # theirs\n"
    path.unlink()
    with pytest.raises(ChangedOnDiskError, match="was deleted or moved on disk"):
        save(path, NEW, digest_of(OLD))
    assert names(path.parent) == []


def test_what_changes_while_we_write_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(temporary: Path, content: bytes, target: Path) -> None:
        temporary.write_bytes(content)
        target.write_bytes(b"theirs")

    monkeypatch.setattr(saving, "_write", write)
    with pytest.raises(ChangedOnDiskError, match="was changed on disk"):
        save(path, NEW, digest_of(OLD))
    assert path.read_bytes() == b"theirs"
    assert names(path.parent) == ["map.yaml"]


def test_overwriting_on_purpose_takes_the_digest_on_disk(path: Path) -> None:
    path.write_bytes(b"theirs")
    save(path, NEW, digest_on_disk(path))
    assert path.read_bytes() == NEW


@posix
def test_the_mode_is_kept_and_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to("map.yaml")
    save(link, NEW, digest_of(OLD))
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    save(tmp_path / "new.yaml", NEW, None)
    (tmp_path / "other").touch()
    assert (tmp_path / "new.yaml").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_only_a_file_is_saved_over(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="is no file but a folder, pipe or device"):
        save(tmp_path, NEW, None)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SaveError, match="is no file but"):
        save(tmp_path / "pipe", NEW, digest_of(OLD))
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(SaveError, match="symbolic links lead in a circle"):
        digest_on_disk(tmp_path / "loop")


def test_a_folder_that_is_not_there_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="was not saved: its folder is not there"):
        save(tmp_path / "nowhere" / "map.yaml", NEW, None)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "its folder must not be written to"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failure_leaves_the_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SaveError, match=f"was not saved: {reason}"):
        save(path, NEW, digest_of(OLD))
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["map.yaml"]


def test_a_file_that_must_not_be_written_to_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SaveError, match="it must not be written to"):
        save(path, NEW, digest_of(OLD))
    assert path.read_bytes() == OLD


def test_a_disk_without_links_or_owners_will_do(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise PermissionError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", refuse)
    save(tmp_path / "new.yaml", NEW, None)
    assert (tmp_path / "new.yaml").read_bytes() == NEW
    if hasattr(os, "chown"):
        monkeypatch.setattr(os, "chown", refuse)
        save(path, NEW, digest_of(OLD))
        monkeypatch.delattr(os, "chown")
        save(path, OLD, digest_of(NEW))
    assert path.read_bytes() == OLD


def test_a_file_that_appears_at_the_last_moment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: Path) -> None:
        raise FileExistsError(errno.EEXIST, "there")

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(ChangedOnDiskError, match="is there already"):
        save(tmp_path / "new.yaml", NEW, None)
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_synced_does_not_matter(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def open_(name: Any, flags: int, *mode: int) -> int:
        if Path(name).is_dir():
            raise PermissionError(errno.EACCES, "Windows says so")
        return real(name, flags, *mode)

    monkeypatch.setattr(os, "open", open_)
    save(path, NEW, digest_of(OLD))
    assert path.read_bytes() == NEW
