"""The program `dot` of a Graphviz that is installed, asked through one running process.

Starting it costs 15 ms of CPU and a layout 0.5 ms, so it is started once and then spoken to.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import IO, Final

from argmap.diagram.engines.exchange import LateError, read_json0, request_dot
from argmap.diagram.geometry import EngineError, Placement, Request

__all__ = ["Dot", "program_path", "version"]

# What closes a json0 drawing: a brace in the first column.
LAST_LINE: Final = b"}"


@dataclass(frozen=True, slots=True)
class Dot:
    """Lays out by the program `dot`; a layout past its limit is killed."""

    name: str = "dot"

    def place(self, request: Request, limit: float) -> Placement:
        """Return Graphviz's placement, within `limit` seconds.

        Raises:
            EngineError: If there is no `dot`, or it fails or is late.
        """
        return read_json0(_process(program_path()).render(request_dot(request), limit), request)


def program_path() -> str:
    """Return where `dot` lies.

    Raises:
        EngineError: If there is none, or the package graphviz is absent.
    """
    try:
        from graphviz.backend import dot_command  # noqa: PLC0415  # 30 ms, rarely needed
    except ImportError as error:
        raise EngineError("The package graphviz is not installed.") from error
    path: str | None = shutil.which(dot_command.DOT_BINARY)
    if path is None:
        raise EngineError("There is no Graphviz program 'dot' on this machine.")
    return path


def version() -> str:
    """Return Graphviz's version, such as "2.43.0".

    Raises:
        EngineError: If there is no `dot` that tells.
    """
    path = program_path()
    import graphviz  # noqa: PLC0415

    try:
        return ".".join(map(str, graphviz.version()))
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        raise EngineError(f"The program '{path}' does not tell its version.") from error


@lru_cache(maxsize=1)
def _process(path: str) -> _Process:
    process = _Process(path)
    atexit.register(process.stop)
    return process


class _Process:
    """One running `dot`, started when first needed and again after it was killed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None

    def render(self, source: str, limit: float) -> bytes:
        """Return json0 for `source`."""
        with self._lock:
            running = self._start()
            start = time.monotonic()
            watch = threading.Timer(limit, running.kill)
            watch.daemon = True
            watch.start()
            try:
                return self._converse(running, source)
            except (OSError, EOFError) as error:
                running.wait()
                reason = self._reason()
                self.stop()
                if time.monotonic() - start >= limit:
                    raise LateError(limit) from error
                raise EngineError(f"The program 'dot' failed{reason}.") from error
            finally:
                watch.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._running is not None and self._running.poll() is None:
            return self._running
        self.stop()
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process
        try:
            self._running = subprocess.Popen(  # noqa: S603  # the user's own dot, no shell
                [self._path, "-Kdot", "-Tjson0"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
            )
        except OSError as error:
            raise EngineError(f"The program '{self._path}' does not start: {error}.") from error
        return self._running

    @staticmethod
    def _converse(running: subprocess.Popen[bytes], source: str) -> bytes:
        if running.stdin is None or running.stdout is None:
            raise EOFError
        running.stdin.write(source.encode() + b"\n")
        running.stdin.flush()
        lines: list[bytes] = []
        while not lines or lines[-1].rstrip() != LAST_LINE:
            line = running.stdout.readline()
            if not line:
                raise EOFError
            lines.append(line)
        return b"".join(lines)

    def _reason(self) -> str:
        if self._complaints is None:
            return ""
        self._complaints.seek(0)
        words = self._complaints.read(300).decode(errors="replace").split()
        return f": {' '.join(words).rstrip('.')}" if words else ""

    def stop(self) -> None:
        """Kill the process, if one runs."""
        running, self._running = self._running, None
        complaints, self._complaints = self._complaints, None
        if complaints is not None:
            complaints.close()
        if running is None:
            return
        running.kill()
        running.wait()
        for pipe in (running.stdin, running.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not yet written is lost with the process
                    continue
