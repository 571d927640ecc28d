"""The ids of a drawing: those of the map made fit for XML, and fresh ones for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from typing import Final

__all__ = ["Names"]

# What XML 1.0 (fifth edition, production 4) lets a name hold, without the colon.
FIRST: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
LATER: Final = FIRST + "\\-.0-9\u00b7\u0300-\u036f\u203f\u2040"
STRANGE: Final = re.compile(f"[^{LATER}]")
STARTS_WELL: Final = re.compile(f"[{FIRST}]")


class Names:
    """Hands out ids that are valid, unique and the same for the same map."""

    def __init__(self, given: Iterable[str]) -> None:
        """Reserve the ids that the map itself gives."""
        self._first: dict[str, str] = {}
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}
        self._waiting: set[str] = set()
        for name in given:
            if name not in self._first:
                self._first[name] = self._unused(_fit(name))
                self._waiting.add(name)

    def of(self, name: str) -> str:
        """Return the id for the next thing with this name; only the first has it as it is."""
        if name in self._waiting:
            self._waiting.discard(name)
            return self._first[name]
        return self._unused(_fit(name))

    def fresh(self, stem: str) -> str:
        """Return an id for a thing without a name: "claim-1", "claim-2" and so on."""
        while True:
            self._counts[stem] = self._counts.get(stem, 0) + 1
            name = f"{stem}-{self._counts[stem]}"
            if name not in self._used:
                self._used.add(name)
                return name

    def _unused(self, name: str) -> str:
        if name in self._used:
            name = next(other for n in count(2) if (other := f"{name}-{n}") not in self._used)
        self._used.add(name)
        return name


def _fit(name: str) -> str:
    """Return `name` as XML takes it: strange characters as their code point between marks."""
    fit = STRANGE.sub(lambda found: f"_{ord(found[0]):x}_", name)
    return fit if STARTS_WELL.match(fit) else f"_{fit}"
