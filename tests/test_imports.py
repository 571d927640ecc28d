"""What the commands import, seen at run time: start-up is a feature."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.commands import COMMANDS

HEAVY = ("pydantic", "ruamel", "graphviz", "textual", "rich", "wasmtime", "shtab", "platformdirs")


def imported(tmp_path: Path, *arguments: str) -> set[str]:
    """Return the packages that a command of its own process has imported."""
    code = (
        "import sys\nfrom argmap.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print('\\nMODULES', *names, file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("MODULES ")[2].split())


@pytest.fixture
def map_file(tmp_path: Path) -> str:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nmap:\n- claim: A harbour.\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(tmp_path: Path, option: str) -> None:
    assert not imported(tmp_path, option) & {*HEAVY, "argparse", "dataclasses", "typing"}


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_the_help_of_a_command_imports_nothing_heavy(tmp_path: Path, name: str) -> None:
    assert not imported(tmp_path, name, "--help") & {*HEAVY, "dataclasses"}


def test_check_imports_no_picture_and_no_editor(tmp_path: Path, map_file: str) -> None:
    assert not imported(tmp_path, "check", map_file) & {*HEAVY} - {"pydantic", "ruamel"}


def test_show_imports_no_picture_and_no_editor(tmp_path: Path, map_file: str) -> None:
    assert not imported(tmp_path, "show", map_file) & {*HEAVY} - {"pydantic", "ruamel"}


@pytest.mark.parametrize("name", ["txt", "svg"])
def test_export_never_imports_the_editor(tmp_path: Path, map_file: str, name: str) -> None:
    assert not imported(tmp_path, "export", map_file, "-f", name, "-o", "x") & {"textual", "rich"}


def test_an_outline_needs_no_graphviz(tmp_path: Path, map_file: str) -> None:
    packages = imported(tmp_path, "export", map_file, "-o", "x.md")
    assert not packages & {"graphviz", "wasmtime", "platformdirs"}
