"""What it costs to check a folder of a thousand maps, whole processes against other tools."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.generated import map_text
from tests.benchmarks.timing import medians, report, run

RELAXED = "{extends: relaxed, rules: {line-length: disable, indentation: disable}}"


def compare(folder: Path) -> None:
    maps = folder / "maps"
    maps.mkdir()
    for number in range(1000):
        (maps / f"m{number:04}.yaml").write_text(map_text(15, seed=number), encoding="utf-8")
    python = sys.executable
    schema = folder / "argmap.schema.json"
    done = run(python, "-m", "argmap", "schema", "-o", str(schema))
    done()
    files = [str(path) for path in sorted(maps.iterdir())]
    ours, linter, validator = medians(
        run(python, "-m", "argmap", "check", str(maps), ok=(0, 1)),
        run(python, "-m", "yamllint", "-d", RELAXED, str(maps), ok=(0, 1)),
        run(python, "-m", "check_jsonschema", "--schemafile", str(schema), *files, ok=(0, 1)),
        rounds=5,
    )
    for name, theirs, least in (("yamllint", linter, 10), ("check-jsonschema", validator, 6)):
        report(
            f"`argmap check` of 1,000 maps of 15 claims against {name}",
            theirs / ours,
            f"at least {least} times less",
            f"{ours:.2f} s against {theirs:.2f} s",
            holds=theirs / ours >= least,
        )
