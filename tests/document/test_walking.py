from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from argmap.document.reading import read
from argmap.document.walking import Found, default_paths, find_maps

# CPU seconds after which a reader hangs, as other loaders do for minutes here; no claim of speed.
HANGING = 60
MAP = "argmap: 1\nmap: []\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX alone has these files")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str, text: str = MAP) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def test_a_folder_gives_its_maps_by_name_its_own_before_those_below(folder: Path) -> None:
    put("m/b.yaml", "m/a.yml", "m/c/z.YAML", "m/c.yaml", "m/a/y.yaml", "m/notes.txt")
    expected = ("m/a.yml", "m/b.yaml", "m/c.yaml", "m/a/y.yaml", "m/c/z.YAML")
    assert folder.is_dir()
    assert find_maps(["m"]) == Found(tuple(str(Path(name)) for name in expected))


@pytest.mark.usefixtures("folder")
def test_a_yaml_file_that_is_no_map_is_named_and_not_read() -> None:
    put("m/a.yaml")
    put("m/ci.yaml", text="on: push\nargmapping: 1\n# argmap: 1\n")
    assert find_maps(["m"]) == Found((str(Path("m/a.yaml")),), (str(Path("m/ci.yaml")),))


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_is_read_whatever_it_holds() -> None:
    put("ci.yaml", "map.txt", text="on: push\n")
    assert find_maps(["ci.yaml", "map.txt", "gone.yaml"]).maps == (
        "ci.yaml",
        "map.txt",
        "gone.yaml",
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffargmap: 1\n",
        "# x\n\n'argmap': 1\n",
        '"argmap" : 1\n',
        "{argmap: 1, map: []}\n",
        "---\nargmap: 2\n\tbroken: [\n",
        "title: x\r\nargmap: 1\r\n",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_map_is_known_by_its_key(text: str) -> None:
    Path("m").mkdir()
    Path("m/a.yaml").write_bytes(text.encode())
    assert find_maps(["m"]).maps
    Path("m/a.yaml").write_bytes(text.encode("utf-16"))
    assert find_maps(["m"]).maps


@pytest.mark.usefixtures("folder")
def test_no_file_comes_twice() -> None:
    put("m/a.yaml", "m/b.yaml")
    Path("m/c.yaml").symlink_to("a.yaml")
    assert find_maps(["m/b.yaml", "m", "./m", "m/a.yaml"]).maps == (
        "m/b.yaml",
        str(Path("m/a.yaml")),
    )


@pytest.mark.usefixtures("folder")
def test_hidden_files_and_folders_are_left_out_unless_named() -> None:
    put(".github/a.yaml", ".b.yaml", "c.yaml")
    assert find_maps(["."]).maps == ("c.yaml",)
    assert find_maps([".github"]).maps == (str(Path(".github/a.yaml")),)


@POSIX
@pytest.mark.usefixtures("folder")
def test_links_in_a_circle_and_files_that_cannot_be_read_are_no_trouble() -> None:
    put("m/a.yaml")
    Path("m/up").symlink_to("..")
    Path("m/dir.yaml").symlink_to("..")
    Path("m/loop.yaml").symlink_to("loop.yaml")
    Path("m/gone.yaml").symlink_to("nothing")
    os.mkfifo("m/pipe.yaml")
    found = find_maps(["m"])
    assert found == Found(("m/a.yaml", "m/gone.yaml", "m/loop.yaml", "m/pipe.yaml"))
    codes = [[finding.code for finding in read(path).findings] for path in found.maps]
    assert codes == [[], ["Y001"], ["Y001"], ["Y001"]]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_listed_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("m").mkdir()

    def refuse(path: str) -> None:
        raise PermissionError(13, "refused", path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find_maps(["m"]).maps == ("m",)


@pytest.mark.usefixtures("folder")
def test_an_entry_that_cannot_be_looked_at_is_taken_for_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Entry:
        name = "x.yaml"
        path = "m/x.yaml"

        def is_dir(self, *, follow_symlinks: bool = True) -> bool:
            if follow_symlinks:
                raise OSError(5, "refused")
            return False

    Path("m").mkdir()
    monkeypatch.setattr(os, "scandir", lambda _path: [Entry()])
    assert find_maps(["m"]).maps == (str(Path("m/x.yaml")),)


@pytest.mark.usefixtures("folder")
def test_a_folder_of_ten_thousand_files_is_found_at_once() -> None:
    Path("m").mkdir()
    for number in range(10_000):
        Path(f"m/{number}.yaml").touch()
    began = time.process_time()
    assert len(find_maps(["m"]).others) == 10_000
    assert time.process_time() - began < HANGING


@pytest.mark.usefixtures("folder")
def test_maps_are_looked_for_in_maps_or_else_right_here() -> None:
    assert default_paths() == (".",)
    Path("maps").mkdir()
    assert default_paths() == ("maps",)
