"""What every test may ask for: golden files, and hypothesis without a stopwatch."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Time limits per example fail on a busy machine; how long a room's tests may take is told by
# their sum.
# The same examples on every run, because what must be covered whole may not depend on luck;
# `ARGMAP_RANDOM=1` looks for new ones.
settings.register_profile(
    "argmap",
    deadline=None,
    derandomize="ARGMAP_RANDOM" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("argmap")

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the tests produce into the golden files, to be reviewed like code",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the file of that name in `golden/` beside the test."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        path = folder / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing; run pytest with --update-golden and review it"
        assert text == path.read_text(encoding="utf-8")

    return compare
