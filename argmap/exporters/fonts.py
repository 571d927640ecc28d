"""The font that PNG and PDF are drawn with: Arimo from a package, so that no machine matters.

Arimo has the advance widths of Arial, by which all text is measured, so every line keeps its
place without being stretched.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Final, Literal

__all__ = ["FAMILY", "MissingExtraError", "font_path", "missing_characters"]

FAMILY: Final = "Arimo"
FONT_FILE: Final = "Arimo[wght].ttf"
# Characters that draw nothing by themselves: nobody misses them.
UNSEEN: Final = ("Cc", "Cf", "Zl", "Zp", "Zs")


class MissingExtraError(Exception):
    """A format whose packages are not installed; its text says how to get them."""

    def __init__(self, extra: Literal["png", "pdf"], package: str) -> None:
        super().__init__(
            f"{extra.upper()} needs the package {package}, which is not installed."
            f" Install it from the checkout with: pip install '.[{extra}]'."
        )


def font_path(extra: Literal["png", "pdf"]) -> Path:
    """Return the file of the font, which holds every weight from regular to bold.

    Raises:
        MissingExtraError: If the package with the font is not installed.
    """
    try:
        path = resources.files("fontpkg_arimo") / "files" / FONT_FILE
    except ModuleNotFoundError as error:
        raise MissingExtraError(extra, "fontpkg-arimo") from error
    return Path(str(path))


def missing_characters(
    texts: Iterable[str], extra: Literal["png", "pdf"] = "png"
) -> tuple[str, ...]:
    """Return the characters of `texts` that the font cannot draw, in the order of Unicode.

    Raises:
        MissingExtraError: If the package with the font is not installed.
    """
    covered = _covered(font_path(extra))
    return tuple(
        char
        for char in sorted(set().union(*map(set, texts)))
        if ord(char) not in covered and unicodedata.category(char) not in UNSEEN
    )


@lru_cache(maxsize=1)
def _covered(path: Path) -> frozenset[int]:
    """Return the code points in the font's `cmap` table, which is of format 4 (OpenType 1.9)."""
    data = path.read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {
        data[at : at + 4]: struct.unpack_from(">L", data, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    start = tables[b"cmap"]
    (subtables,) = struct.unpack_from(">H", data, start + 2)
    points: set[int] = set()
    for at in range(start + 4, start + 4 + 8 * subtables, 8):
        subtable = start + struct.unpack_from(">L", data, at + 4)[0]
        if struct.unpack_from(">H", data, subtable) == (4,):
            points |= _format_4(data, subtable)
    return frozenset(points)


def _format_4(data: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    count = double // 2
    lasts = struct.unpack_from(f">{count}H", data, at + 14)
    firsts = struct.unpack_from(f">{count}H", data, at + 16 + double)
    shifts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * double)
    places = at + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", data, places)
    points: set[int] = set()
    for index, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if offsets[index]:
                glyph_at = places + 2 * index + offsets[index] + 2 * (point - first)
                glyph = struct.unpack_from(">H", data, glyph_at)[0]
            else:
                glyph = (point + shifts[index]) & 0xFFFF
            if glyph:
                points.add(point)
    return points
