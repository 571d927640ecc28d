"""`argmap doctor`: what argmap has found on this computer, proved where it can be."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator

from argmap.cli.exits import CLEAN, FOUND
from argmap.cli.streams import write

__all__ = ["EXAMPLES", "MORE", "add_options", "run"]

MORE = " Each engine lays out a small map to prove that it works. Put the output into bug reports."
EXAMPLES = """\
examples:
  argmap doctor
"""
# (label, what was found, whether argmap lacks something that it needs)
_Line = tuple[str, str, bool]


def add_options(_parser: argparse.ArgumentParser) -> None:
    """Add no options: the command has none."""


def run(_options: argparse.Namespace) -> int:
    """Print what was found; 1 if something is missing that argmap cannot do without."""
    from argmap.reporters.visible import visible

    broken = False
    for label, found, bad in (*_program(), *_reader(), *_engines(), *_extras(), *_folders()):
        broken |= bad
        write(visible(f"{label:<15} {found}") + "\n")
    write("\nSomething is missing, see above.\n" if broken else "\nAll is well.\n")
    return FOUND if broken else CLEAN


def _program() -> Iterator[_Line]:
    import locale
    import platform
    from pathlib import Path

    from argmap import __version__

    yield "argmap", f"{__version__} in {Path(__file__).parents[1]}", False
    build = platform.python_implementation()
    yield "Python", f"{platform.python_version()} ({build}), {sys.executable}", False
    yield "platform", platform.platform(), False
    encodings = f"stdout {sys.stdout.encoding}, files {sys.getfilesystemencoding()}"
    yield "locale", f"{locale.setlocale(locale.LC_CTYPE)}; {encodings}", False
    colours = {name: os.environ[name] for name in ("NO_COLOR", "FORCE_COLOR") if name in os.environ}
    settings = ", ".join(f"{name}={value}" for name, value in colours.items())
    yield "terminal", f"{os.environ.get('TERM', 'none')}{', ' if settings else ''}{settings}", False


def _reader() -> Iterator[_Line]:
    from argmap.document.events import C_EVENTS

    which = "pure Python: the C parser is not installed" if C_EVENTS is None else "C parser"
    yield "YAML reader", which, False
    for package in ("ruamel.yaml", "pydantic", "textual"):
        version = _version_of(package)
        yield package, version or "missing", version is None


def _engines() -> Iterator[_Line]:
    from argmap.diagram.engines.choice import probe

    found = (probe("wasm"), probe("dot"), probe("tidy"))
    for engine in found:
        if engine.works:
            place = "" if engine.path is None else f", {engine.path}"
            release = "" if engine.version is None else f"Graphviz {engine.version}, "
            seconds = 0.0 if engine.seconds is None else engine.seconds
            words = f"{release}works: laid out two boxes in {1000 * seconds:.0f} ms{place}"
        else:
            words = f"not used: {engine.problem}"
        # `dot` is a second choice, so its absence is no trouble.
        yield f"engine {engine.name}", words, not engine.works and engine.name != "dot"


def _extras() -> Iterator[_Line]:
    for extra, package in (("png", "resvg-py"), ("pdf", "fpdf2")):
        version = _version_of(package)
        missing = f"not installed; for .{extra} files: pip install '.[{extra}]' in the checkout"
        found = missing if version is None else f"{package} {version}"
        yield f"extra {extra}", found, False


def _folders() -> Iterator[_Line]:
    import platformdirs

    yield "cache", platformdirs.user_cache_dir("argmap"), False
    yield "configuration", platformdirs.user_config_dir("argmap"), False


def _version_of(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None
