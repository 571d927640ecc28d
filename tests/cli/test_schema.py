"""`argmap schema`: the JSON Schema on stdout or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.cli.main import main


def test_the_schema_is_data_on_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    captured = capfd.readouterr()
    assert "2020-12" in json.loads(captured.out)["$schema"]
    assert captured.err == ""


def test_the_schema_goes_into_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "argmap.schema.json"
    assert main(["schema", "-o", str(path)]) == 0
    assert "$schema" in json.loads(path.read_text(encoding="utf-8"))
    assert capfd.readouterr().out == ""
