"""The entry: commands found, refusals worded, exit codes, and the last frame for bugs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import __version__
from argmap.cli import completion
from argmap.cli import main as entry
from argmap.cli.commands import COMMANDS
from argmap.cli.main import main

Output = pytest.CaptureFixture[str]


def test_help_lists_every_command(capsys: Output) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out and summary in out for name, summary in COMMANDS)


def test_the_short_option_for_help_works_too(capsys: Output) -> None:
    assert main(["-h"]) == 0
    assert capsys.readouterr().out.startswith("usage: argmap")


def test_version_is_data(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"argmap {__version__}\n"


def test_the_version_is_that_of_the_package() -> None:
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in project or "dynamic" in project


def test_no_command_is_trouble_and_shows_the_help(capsys: Output) -> None:
    assert main([]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "commands:" in captured.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chekc"], "There is no command 'chekc'. Did you mean 'check'?"),
        (["--versoin"], "There is no option '--versoin'. Did you mean '--version'?"),
        (["completion"], "Something is missing: SHELL."),
        (["completion", "bsh"], "SHELL: 'bsh' is not one of bash, zsh, fish. Did you mean 'bash'?"),
        (["completion", "bash", "too"], "There is one argument too many: 'too'."),
        (["completion", "bash", "--hlep"], "There is no option '--hlep'. Did you mean '--help'?"),
        (["completion", "bash", "--hel"], "There is no option '--hel'. Did you mean '--help'?"),
        (["completion", "bash", "--help=1"], "The option '--help' takes no value."),
        (["check", "--format"], "The option '--format' needs a value."),
        (["check", "--format", "jsn"], "'jsn' is not one of full, concise, json."),
        (["check", "--format=jsn", "x.yaml"], "Did you mean 'json'?"),
        (["check", "--fail-on", "warnign"], "Did you mean 'warning'?"),
        (["check", "--color", "red"], "'red' is not one of auto, always, never."),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(
    arguments: list[str], sentence: str, capsys: Output
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert "--help'." in captured.err


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_has_help_with_examples(name: str, capsys: Output) -> None:
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: argmap {name}")
    assert "examples:\n" in out


def test_options_may_stand_between_paths(capsys: Output) -> None:
    assert main(["check", "no-a.yaml", "--exit-zero", "no-b.yaml"]) == 2
    out = capsys.readouterr().out
    assert "no-a.yaml" in out
    assert "no-b.yaml" in out


def test_what_follows_two_dashes_is_no_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--pedantic").write_text("argmap: 1\nmap: [{claim: A.}]\n", encoding="utf-8")
    assert main(["check", "--format", "concise", "--", "--pedantic"]) == 0
    assert "Checked 1 map" in capsys.readouterr().err


def raising(error: BaseException) -> object:
    def run(_options: object) -> int:
        raise error

    return run


def test_a_bug_says_how_to_report_it(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGMAP_DEBUG", raising=False)
    monkeypatch.setattr(completion, "run", raising(ZeroDivisionError("\x1b]0;title")))
    assert main(["completion", "bash"]) == 2
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert "argmap doctor" in err
    assert "Traceback" not in err


def test_a_bug_shows_its_traceback_on_demand(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGMAP_DEBUG", "1")
    monkeypatch.setattr(completion, "run", raising(ZeroDivisionError("\x1b]0;title")))
    assert main(["completion", "bash"]) == 2
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert "\x1b" not in err


def test_ctrl_c_ends_without_a_traceback(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "run", raising(KeyboardInterrupt()))
    assert main(["completion", "bash"]) == 130
    assert capsys.readouterr().err == "argmap: Stopped.\n"


def test_a_full_disk_is_said_in_a_sentence(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    full = OSError(28, "No space left on device", "out.svg")
    monkeypatch.setattr(completion, "run", raising(full))
    assert main(["completion", "bash"]) == 2
    assert capsys.readouterr().err == "argmap: No space left on device: 'out.svg'.\n"


def test_arguments_default_to_those_of_the_process(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["argmap", "--version"])
    assert main() == 0
    assert capsys.readouterr().out


def argmap(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        capture_output=True,
        check=False,
        **options,  # type: ignore[call-overload]
    )


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nmap:\n- claim: Über 漢字.\n", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = argmap("show", str(path), env=environment)
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == "● CLAIM Über 漢字.\n"


@pytest.mark.skipif(os.name == "nt", reason="a file name there is no bytes")
def test_an_argument_that_is_no_utf8_makes_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "check", b"n\xf6\x1b.yaml"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert rb"n\udcf6\x1b.yaml" in done.stdout
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such pipe there")
def test_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_makes_no_second_complaint() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").strip() == "argmap: No space left on device."


@pytest.mark.skipif(os.name == "nt", reason="shells close streams otherwise there")
def test_a_missing_stdout_makes_no_traceback() -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m argmap --help >&-'], capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_an_interrupted_process_ends_with_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        # More than a pipe holds has gone through, so it is reading; and we keep the pipe open.
        assert process.stdin
        process.stdin.write(b"# more\n" * 100_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err == b"argmap: Stopped.\n"


def test_the_entry_point_leaves_with_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "prepare", lambda: None)
    monkeypatch.setattr(sys, "argv", ["argmap", "nope"])
    with pytest.raises(SystemExit) as stop:
        entry.entry_point()
    assert stop.value.code == 2
