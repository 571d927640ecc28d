"""The tutorial, followed to the end: its files, its commands and what they print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from argmap.cli.main import main

PAGES = sorted((Path(__file__).parent.parent / "docs" / "tutorial").glob("*.md"))
BLOCK = re.compile(r"(?:<!-- (?P<what>.+?) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_tutorial_works_as_printed(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "88")
    text = page.read_text(encoding="utf-8")
    followed, end = "", 0
    for block in BLOCK.finditer(text):
        what, body = block["what"] or "", block["body"]
        if name := re.fullmatch(r"file: (\S+)", what):
            (tmp_path / name[1]).write_text(body, encoding="utf-8")
        elif change := re.fullmatch(r'replace from "(.+)" in (\S+)', what):
            path = tmp_path / change[2]
            kept, mark, _ = path.read_text(encoding="utf-8").partition(change[1])
            assert mark, what
            path.write_text(kept + body, encoding="utf-8")
        elif block["kind"] == "console":
            followed += text[end : block.start("body")] + printed(body, capfd) + "\n"
            end = block.end("body")
    followed += text[end:]
    if request.config.getoption("--update-golden"):
        page.write_text(followed, encoding="utf-8")
    assert followed == page.read_text(encoding="utf-8")


def printed(body: str, capfd: pytest.CaptureFixture[str]) -> str:
    """Return the block as it really comes out: each command and what it prints."""
    lines: list[str] = []
    for line in body.splitlines():
        if line.startswith("$ argmap "):
            main(shlex.split(line)[2:])
            out, err = capfd.readouterr()
            lines += [line, *(text.rstrip() for text in (out + err).splitlines())]
    return "\n".join(lines).strip()
