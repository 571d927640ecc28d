"""The benchmark run: `poe bench`, or one part of it by name."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import charting, checking, drawing, outline, reading, starting

PARTS: dict[str, Callable[[Path], None]] = {
    "start": starting.compare,
    "read": reading.compare,
    "check": checking.compare,
    "draw": drawing.compare,
    "outline": outline.compare,
    "chart": charting.compare,
}


def main() -> None:
    chosen = sys.argv[1:] or list(PARTS)
    unknown = set(chosen) - set(PARTS)
    if unknown:
        sys.exit(
            f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}."
        )
    print(f"CPU time, medians of interleaved rounds; load {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for part in chosen:
            PARTS[part](Path(folder))


if __name__ == "__main__":
    main()
