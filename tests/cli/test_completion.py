"""`argmap completion`: scripts that know every command and option."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.cli.commands import COMMANDS
from argmap.cli.completion import SHELLS
from argmap.cli.main import main

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_knows_every_command_and_its_options(shell: str, capsys: Output) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name, _ in COMMANDS)
    assert "pedantic" in out
    assert "concise" in out


def completed(script: str, *words: str) -> list[str]:
    """Return what bash would offer behind these words."""
    line = " ".join(f"'{word}'" for word in words)
    code = (
        f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
        'name=$(complete -p argmap | sed "s/.*-F \\([^ ]*\\) .*/\\1/"); $name\n'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", code], capture_output=True, check=True, encoding="utf-8", timeout=20
    )
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes_commands_options_and_values(capsys: Output) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out
    assert completed(script, "argmap", "sch") == ["schema"]
    assert "--pedantic" in completed(script, "argmap", "check", "--ped")
    assert completed(script, "argmap", "check", "--format", "con") == ["concise"]
    assert completed(script, "argmap", "export", "--theme", "pr") == ["print"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes_paths(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "debate.yaml").touch()
    (tmp_path / "debates").mkdir()
    main(["completion", "bash"])
    script = capsys.readouterr().out
    assert "debate.yaml" in completed(script, "argmap", "check", "deb")
    assert "debate.yaml" in completed(script, "argmap", "export", "debate.yaml", "-o", "deb")
    assert completed(script, "argmap", "check", "--texts", "deb") == ["debates"]
