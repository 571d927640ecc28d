"""How fast a big file becomes a map."""

from __future__ import annotations

import gc
from pathlib import Path

from ruamel.yaml import YAML

from argmap.document.reading import read_text
from tests.benchmarks.generated import map_text
from tests.benchmarks.timing import cpu_here, medians, report


def compare(_folder: Path) -> None:
    text = map_text(10_000)
    assert len(read_text(text, "big.yaml").map.items) == 10_000

    def ours() -> None:
        read_text(text, "big.yaml")

    def theirs() -> None:
        YAML(typ="rt").load(text)
        gc.collect()

    fast, slow = medians(ours, theirs, rounds=5, clock=cpu_here)
    ratio = slow / fast
    report(
        "text to map with places, 10,000 claims, against ruamel's round-trip load",
        ratio,
        "at least 15 times faster",
        f"{fast:.2f} s against {slow:.2f} s",
        holds=ratio >= 15,
    )
