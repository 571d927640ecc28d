"""What it costs to check a folder of a thousand maps, whole processes against other tools."""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.document.schema import schema_text
from tests.benchmarks.generated import map_text
from tests.benchmarks.timing import medians, report, run

# Its own requirements bring no C parser; ours do, and it would use them.
AS_PIP_INSTALLS_IT = (
    "import sys; sys.modules['_ruamel_yaml'] = None; "
    "from check_jsonschema import main; main(prog_name='check-jsonschema')"
)
RELAXED = "{extends: relaxed, rules: {line-length: disable, indentation: disable}}"


def compare(folder: Path) -> None:
    maps = folder / "maps"
    maps.mkdir()
    for number in range(1000):
        (maps / f"m{number:04}.yaml").write_text(map_text(15, seed=number), encoding="utf-8")
    python = sys.executable
    schema = folder / "argmap.schema.json"
    schema.write_text(schema_text(), encoding="utf-8")
    files = [str(path) for path in sorted(maps.iterdir())]
    against = ("--schemafile", str(schema), *files)
    ours, linter, validator, helped = medians(
        run(python, "-m", "argmap", "check", str(maps), ok=(0, 1)),
        run(python, "-m", "yamllint", "-d", RELAXED, str(maps), ok=(0, 1)),
        run(python, "-c", AS_PIP_INSTALLS_IT, *against, ok=(0, 1)),
        run(python, "-m", "check_jsonschema", *against, ok=(0, 1)),
        rounds=5,
    )
    for name, theirs, least in (
        ("yamllint", linter, 10),
        ("check-jsonschema as pip installs it", validator, 6),
        ("check-jsonschema with argmap's C parser", helped, 6),
    ):
        report(
            f"`argmap check` of 1,000 maps of 15 claims against {name}",
            theirs / ours,
            f"at least {least} times less",
            f"{ours:.2f} s against {theirs:.2f} s",
            holds=theirs / ours >= least,
        )
