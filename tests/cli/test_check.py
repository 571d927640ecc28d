"""`argmap check`: what it reads, what it prints where, and how it exits."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from argmap.cli.main import main

Output = pytest.CaptureFixture[str]

GOOD = "argmap: 1\nmap:\n- claim: The harbour should grow.\n  id: grow\n"
BAD = f"{GOOD}  rebutt: []\n"
# A claim that is argued about by nobody, with a source that nobody cites.
WARNED = (
    "argmap: 1\nsources:\n  courier: {author: The Courier}\n"
    "map:\n- claim: The harbour should grow.\n"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def write(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def test_a_good_map_is_clean_and_quiet_on_stdout(capsys: Output) -> None:
    assert main(["check", write("m.yaml", GOOD)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "Checked 1 map: no findings.\n"


def test_findings_go_to_stdout_and_the_count_to_stderr(capsys: Output) -> None:
    assert main(["check", write("m.yaml", BAD)]) == 1
    captured = capsys.readouterr()
    assert "error[M002] unknown-field" in captured.out
    assert "m.yaml:5:3" in captured.out
    assert captured.err == "Checked 1 map: 1 error.\n"


def test_one_line_a_finding_for_editors(capsys: Output) -> None:
    assert main(["check", "--format", "concise", write("m.yaml", BAD)]) == 1
    assert capsys.readouterr().out.startswith("m.yaml:5:3: M002 unknown-field: ")


def test_json_is_one_document_for_all_files(capsys: Output) -> None:
    assert main(["check", "-f", "json", write("a.yaml", GOOD), write("b.yaml", BAD)]) == 1
    form = json.loads(capsys.readouterr().out)
    assert [file["path"] for file in form["files"]] == ["a.yaml", "b.yaml"]
    assert form["summary"]["errors"] == 1


def test_the_folder_of_maps_is_the_default(capsys: Output) -> None:
    write("maps/m.yaml", GOOD)
    write("elsewhere.yaml", BAD)
    assert main(["check"]) == 0
    assert "Checked 1 map" in capsys.readouterr().err


def test_this_folder_is_the_second_default(capsys: Output) -> None:
    write("some/where/m.yaml", BAD)
    assert main(["check"]) == 1
    assert f"some{os.sep}where{os.sep}m.yaml" in capsys.readouterr().out


def test_no_map_at_all_is_trouble_not_success(capsys: Output) -> None:
    Path("empty").mkdir()
    assert main(["check", "empty"]) == 2
    assert main(["check"]) == 2
    err = capsys.readouterr().err
    assert "There is no map in 'empty'. A map is a .yaml file with the key 'argmap'." in err
    assert "There is no map in maps/ or this folder." in err


def test_a_yaml_file_without_the_key_is_named(capsys: Output) -> None:
    write("d/m.yaml", GOOD)
    write("d/other.yaml", "a: 1\n")
    assert main(["check", "d"]) == 0
    err = capsys.readouterr().err
    assert f"1 YAML file is not a map, because it has no key 'argmap': d{os.sep}other.yaml" in err


def test_of_many_other_files_the_first_are_named_and_all_counted(capsys: Output) -> None:
    for number in range(12):
        write(f"d/{number:02}.yaml", "a: 1\n")
    assert main(["check", "d"]) == 2
    err = capsys.readouterr().err
    assert "12 YAML files are no maps" in err
    assert "09.yaml and 2 more\n" in err
    assert "none of the YAML files has the key 'argmap'" in err


def test_a_map_with_a_byte_order_mark_is_found_in_a_folder(capsys: Output) -> None:
    Path("d").mkdir()
    Path("d/m.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert main(["check", "d"]) == 0
    assert "Checked 1 map" in capsys.readouterr().err


def test_a_missing_path_is_trouble_but_stops_nothing(capsys: Output) -> None:
    assert main(["check", "no.yaml", write("m.yaml", BAD)]) == 2
    captured = capsys.readouterr()
    assert "There is no file 'no.yaml'." in captured.out
    assert "M002" in captured.out
    assert main(["check", "--exit-zero", "no.yaml"]) == 2


def test_a_file_named_twice_is_checked_once(capsys: Output) -> None:
    name = write("d/m.yaml", GOOD)
    assert main(["check", "d", name, "./d"]) == 0
    assert "Checked 1 map" in capsys.readouterr().err


def test_standard_input_is_a_map_under_the_name_given(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO(BAD.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert main(["check", "-", "--stdin-filename", "draft.yaml", "-f", "concise"]) == 1
    assert capsys.readouterr().out.startswith("draft.yaml:5:3: ")


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WARNED, "info", 1),
        (BAD, "error", 1),
        (GOOD, "info", 0),
    ],
)
def test_the_least_severity_that_fails_can_be_set(text: str, fail_on: str, code: int) -> None:
    assert main(["check", "--fail-on", fail_on, write("m.yaml", text)]) == code


def test_findings_need_not_fail(capsys: Output) -> None:
    assert main(["check", "--exit-zero", write("m.yaml", BAD)]) == 0
    assert "M002" in capsys.readouterr().out


def test_rules_are_selected_and_ignored(capsys: Output) -> None:
    name = write("m.yaml", WARNED)
    assert main(["check", "--fail-on", "info", "--ignore", "E,G", name]) == 0
    assert main(["check", "--fail-on", "info", "--select", "unused-source", name]) == 1
    assert "unused-source" in capsys.readouterr().out
    assert main(["check", "--select", "unused-sorce", name]) == 2
    assert "Did you mean 'unused-source'?" in capsys.readouterr().err


def test_what_cannot_be_read_is_never_ignored(capsys: Output) -> None:
    assert main(["check", "--ignore", "Y", write("m.yaml", "argmap: [\n")]) == 1
    assert "Y000" in capsys.readouterr().out


def test_quotes_without_a_text_are_counted_and_found_with_one(capsys: Output) -> None:
    name = write(
        "m.yaml",
        "argmap: 1\nsources:\n  s: {author: The Courier}\n"
        "map:\n- claim: The harbour grew.\n  source: s\n  quote: It shrank.\n",
    )
    assert main(["check", name]) == 0
    assert "1 quote not checked" in capsys.readouterr().err
    write("texts/s.txt", "It grew.")
    assert main(["check", "--texts", "texts", name]) == 1
    captured = capsys.readouterr()
    assert "quote-not-found" in captured.out
    assert "not checked" not in captured.err


def test_a_missing_folder_of_texts_is_refused(capsys: Output) -> None:
    assert main(["check", "--texts", "nowhere", write("m.yaml", GOOD)]) == 2
    assert "There is no folder 'nowhere' for --texts." in capsys.readouterr().err


def test_limits_can_be_set(capsys: Output) -> None:
    name = write("m.yaml", GOOD + "# " + "x" * 2_000_000 + "\n")
    assert main(["check", name]) == 0
    assert main(["check", "--max-size", "1", name]) == 1
    assert "Y002" in capsys.readouterr().out
    assert main(["check", "--max-depth", "2", name]) == 1
    assert "Y004" in capsys.readouterr().out
    assert main(["check", "--max-size", "0", name]) == 2
    assert "'0' is not a whole number from 1 to 1000." in capsys.readouterr().err


def test_colour_can_be_asked_for(capsys: Output) -> None:
    name = write("m.yaml", BAD)
    main(["check", name])
    assert "\x1b[" not in capsys.readouterr().out
    main(["check", "--color", "always", name])
    assert "\x1b[1;31m" in capsys.readouterr().out


def test_the_order_is_that_of_the_paths_and_names(capsys: Output) -> None:
    for name in ("d/b.yaml", "d/a.yaml", "d/c/x.yaml"):
        write(name, BAD)
    main(["check", "-f", "concise", "d/b.yaml", "d"])
    paths = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert [Path(path).name for path in paths] == ["b.yaml", "a.yaml", "x.yaml"]
