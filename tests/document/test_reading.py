from __future__ import annotations

import errno
import os
import socket
import stat
from pathlib import Path

import pytest

from argmap.document.reader import Limits
from argmap.document.reading import read

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX alone has these files")


def said(path: str | Path) -> tuple[str, str | None]:
    """Return the message and help of the one finding of a file that cannot be read."""
    document = read(path)
    (finding,) = document.findings
    assert (finding.code, finding.location, document.text) == ("Y001", None, None)
    return finding.message, finding.help


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "ä.yaml"
    path.write_bytes(b"\xef\xbb\xbfargmap: 1\r\nmap: []\r\n")
    document = read(path)
    assert document.path == str(path)
    assert (document.bom, document.newline, document.findings) == (True, "\r\n", ())
    assert document.encoded == path.read_bytes()


def test_a_file_that_is_not_there_is_a_finding() -> None:
    assert said("no/such.yaml") == ("There is no file 'no/such.yaml'.", "Check the path.")


def test_a_path_through_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    assert "a part of the path is no folder" in said(tmp_path / "a" / "b.yaml")[0]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    message, help_ = said(tmp_path)
    assert message.endswith(" is a folder, not a file.")
    assert help_ == "Give the path of a map."


@POSIX
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    os.mkfifo(path)
    assert said(path)[0].endswith(" is a pipe, not a file.")


@POSIX
def test_a_socket_and_a_device_are_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A socket's path may not be longer than 107 bytes.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.yaml")
        assert said("s.yaml")[0] == "'s.yaml' is a socket, not a file."
    assert said("/dev/null")[0] == "'/dev/null' is a device, not a file."


@POSIX
def test_links_that_lead_nowhere_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").symlink_to("gone")
    assert said(tmp_path / "a")[0].endswith(" is a symbolic link that leads back to itself.")
    assert said(tmp_path / "c")[0].endswith(" is a symbolic link to a file that is not there.")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "'x' may not be read."),
        (errno.ENAMETOOLONG, "The path 'x' is too long."),
        (errno.EIO, f"'x' cannot be read: {os.strerror(errno.EIO)}."),
    ],
)
def test_what_the_system_refuses_is_a_finding(
    number: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> os.stat_result:
        raise OSError(number, "refused")

    monkeypatch.setattr(Path, "stat", refuse)
    assert said("x")[0] == message


@POSIX
def test_a_folder_that_may_not_be_listed_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert said(tmp_path)[0].endswith(" may not be read.")


def test_a_path_with_a_nul_is_a_finding() -> None:
    message, _ = said("a\0b\x1b")
    assert message.startswith("'a\\u0000b\\u001b' cannot be read")


def test_a_file_that_turns_into_something_else_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("argmap: 1\n", encoding="utf-8")
    monkeypatch.setattr(
        os, "fstat", lambda _file: os.stat_result((stat.S_IFREG, *[0] * 5, 99, 0, 0, 0))
    )
    (finding,) = read(path, Limits(size=50)).findings
    assert finding.code == "Y002"


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"x" * 100)
    document = read(path, Limits(size=99))
    assert [finding.code for finding in document.findings] == ["Y002"]
    assert document.text is None


@POSIX
def test_a_file_without_a_size_is_read_no_further_than_the_limit() -> None:
    endless = Path("/proc/self/environ")
    if not endless.exists():
        pytest.skip("no /proc here")
    assert [finding.code for finding in read(endless, Limits(size=1)).findings] == ["Y002"]
