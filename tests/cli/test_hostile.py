"""Hostile input through the command line: a sentence for each, nothing raw, nothing hangs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.main import main
from tests.cli.hostile import CONTENTS, make

RAW = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    make(folder)
    return folder


def argmap(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("layout", ["full", "concise"])
def test_every_file_is_reported_and_none_stops_the_others(hostile: Path, layout: str) -> None:
    done = argmap("check", ".", "list.yaml", "--format", layout, cwd=hostile)
    assert done.returncode == (2 if os.name != "nt" else 1)
    assert b"Traceback" not in done.stdout + done.stderr
    assert not RAW.search(done.stdout + done.stderr)
    for name in CONTENTS:
        assert re.search(rb"\b%s\.yaml:\d+:\d+" % name.encode(), done.stdout) or (
            f"{name}.yaml" in done.stdout.decode() and CONTENTS[name][1] in ("Y002", "Y003")
        ), name


def test_every_file_has_the_finding_it_deserves(hostile: Path) -> None:
    done = argmap("check", ".", "list.yaml", "--format", "json", cwd=hostile)
    found = {
        file["path"]: {finding["code"] for finding in file["findings"]}
        for file in json.loads(done.stdout)["files"]
    }
    for name, (_content, code) in CONTENTS.items():
        assert any(each.startswith(code) for each in found[f"{name}.yaml"]), (name, found)
    if os.name != "nt":
        assert found["fifo.yaml"] == found["loop.yaml"] == found["dangling.yaml"] == {"Y001"}


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("command", ["show", "export"])
def test_other_commands_refuse_in_a_sentence(
    hostile: Path, name: str, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = [command, str(hostile / f"{name}.yaml")]
    if command == "export":
        arguments += ["-f", "txt", "-o", "-"]
    code = main(arguments)
    captured = capfd.readouterr()
    assert code in ((1, 2) if name != "bidi" else (0, 1, 2))
    assert "mistake in argmap" not in captured.err
    assert name == "bidi" or f"{name}.yaml" in captured.err
    assert not RAW.search((captured.out + captured.err).encode())


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
@pytest.mark.parametrize("command", [["show"], ["export", "-f", "txt", "-o", "-"], ["check"]])
def test_a_pipe_is_not_waited_for(
    hostile: Path, command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, str(hostile / "fifo.yaml")]) == 2
    captured = capfd.readouterr()
    assert "is a pipe" in captured.out + captured.err


def test_an_endless_stdin_is_not_read_to_its_end(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", "check", "-"],
            stdin=endless,
            capture_output=True,
            check=False,
            timeout=60,
            cwd=tmp_path,
        )
    assert done.returncode == 1
    assert b"Y002" in done.stdout


def test_a_folder_of_thousands_of_files_is_walked(tmp_path: Path) -> None:
    for number in range(3000):
        (tmp_path / f"{number}.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "map.yaml").write_bytes(b"argmap: 1\nmap: [{claim: A.}]\n")
    done = argmap("check", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert b"3,000" in done.stderr
    assert len(done.stderr.splitlines()) < 30
