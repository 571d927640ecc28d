"""Files that a command writes: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.cli.exits import CommandError
from argmap.cli.outputs import deliver, replace

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX files")


def test_a_new_file_gets_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    replace(tmp_path / "a", b"new")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


@posix
def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


@posix
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    replace(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CommandError, match="the disk is full"):
        replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


@posix
def test_a_device_is_written_to_and_stays_a_device() -> None:
    replace(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is a folder"):
        replace(tmp_path, b"")


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        replace(tmp_path / "no" / "file.svg", b"")


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    deliver(b"\x00\xff", "-")
    assert capfdbinary.readouterr().out == b"\x00\xff"
