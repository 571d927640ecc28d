"""The generated pages of the docs say what the program does now."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from argmap.cli.commands import COMMANDS
from argmap.rules.catalogue import ALL_RULES

DOCS = Path(__file__).parent.parent / "docs"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "rules.md"])
def test_a_generated_page_is_current(name: str, tmp_path: Path) -> None:
    generator().write(tmp_path)
    new = (tmp_path / name).read_text(encoding="utf-8")
    old = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert new == old, "run `poe pages`"


def test_every_command_and_option_is_on_its_page() -> None:
    page = generator().commands_page()
    assert all(f"\n## argmap {name}\n" in page for name, _ in COMMANDS)
    assert "`--stdin-filename NAME`" in page
    assert "(default: maps/, or this folder)" in page


def test_every_rule_is_on_its_page() -> None:
    page = generator().rules_page()
    assert all(f"\n## {rule.code} {rule.name}\n" in page for rule in ALL_RULES)
