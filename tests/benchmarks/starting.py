"""How much a command costs before it does anything."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.timing import medians, report, run


def compare(_folder: Path) -> None:
    ours, bare = medians(
        run(sys.executable, "-m", "argmap", "--help"), run(sys.executable, "-c", "pass"), rounds=21
    )
    ratio = ours / bare
    report(
        "`argmap --help` against `python -c pass`",
        ratio,
        "at most 3",
        f"{1000 * ours:.0f} ms against {1000 * bare:.0f} ms",
        holds=ratio <= 3,
    )
