"""The house rules that no linter holds: opening sentences, sizes, words we do not use."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "argmap").rglob("*.py"))
# Tables of figures, not code to read.
DATA_MODULES = {"argmap/diagram/advances.py"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "misc", "manager"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, "a module says what it is"
    first = docstring.split("\n\n")[0]
    assert first.endswith("."), first
    assert "\n" not in first, first


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    if name_of(path) in DATA_MODULES:
        pytest.skip("a table of figures")
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{lines} lines: split it by what it does"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_does_one_thing(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert not [name_of(path) for path in MODULES if path.stem in FORBIDDEN_NAMES]


def test_text_files_are_always_opened_as_utf8() -> None:
    careless = re.compile(
        r"\.(read_text|write_text)\((?![^)]*encoding=)|\bopen\((?![^)]*(encoding=|b[\"']))"
    )
    found = [
        f"{name_of(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if careless.search(line) and "os.open" not in line
    ]
    assert not found


def test_a_missing_branch_of_coverage_has_a_written_reason() -> None:
    bare = re.compile(r"#\s*pragma: no cover\s*$")
    found = [
        f"{name_of(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if bare.search(line)
    ]
    assert not found


def test_ci_runs_the_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"<!-- first -->\n```sh\n.+argmap export.+\n```", readme)
    assert re.search(r"<!-- second -->\n```sh\n.+poe test\n```", readme)
