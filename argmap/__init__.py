"""Structured debates as text: checked like code, edited in the terminal, drawn for slides."""

from __future__ import annotations

__all__ = ["__version__", "check", "export", "read"]

__version__ = "0.1.0"

# Type checkers take any name like this for true; importing `typing` would cost 8 ms.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.document.files import check
    from argmap.document.reading import read
    from argmap.exporters.export import export

# Where each name lives: it is imported when somebody uses it (PEP 562), so that importing argmap,
# as the command line does, costs nothing.
_HOMES = {
    "check": "argmap.document.files",
    "export": "argmap.exporters.export",
    "read": "argmap.document.reading",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'argmap' has no attribute '{name}'")
    from importlib import import_module  # noqa: PLC0415

    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
