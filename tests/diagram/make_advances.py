"""Prints argmap/diagram/advances.py, read from the Arimo of the `png` extra.

python tests/diagram/make_advances.py > argmap/diagram/advances.py
"""

from __future__ import annotations

import unicodedata
from importlib import resources

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HEADER = '''\
"""Advance widths of Arimo, which are those of Arial, Helvetica and Liberation Sans.

Made by tests/diagram/make_advances.py. Each line is a first character and the widths of it and
those after it, in units of 1/2048 em; "1139*3" is three characters of 1139.
"""

from __future__ import annotations

from typing import Final

__all__ = ["BOLD", "REGULAR", "UNITS"]

UNITS: Final = 2048
'''
LONGEST_LINE = 99
# Latin to Hebrew; Cyrillic, Vietnamese and Greek extended; punctuation, currency, letterlike,
# arrows, mathematics, boxes and shapes; ligatures and Hebrew forms.
RANGES = ((0x20, 0x5FF), (0x1E00, 0x1FFF), (0x2000, 0x26FF), (0xFB00, 0xFB4F))


def widths_of(weight: int) -> dict[int, int]:
    """Return the advance of every character of RANGES that takes room by itself."""
    path = resources.files("fontpkg_arimo") / "files" / "Arimo[wght].ttf"
    with path.open("rb") as file:
        font = instantiateVariableFont(TTFont(file), {"wght": weight})
        advances, names = font["hmtx"].metrics, font.getBestCmap()
    if font["head"].unitsPerEm != 2048:
        raise ValueError("The font no longer counts in 1/2048 em.")
    return {
        code: advances[name][0]
        for code, name in sorted(names.items())
        if any(first <= code <= last for first, last in RANGES)
        and unicodedata.category(chr(code)) not in ("Mn", "Me", "Cf", "Cc")
    }


def lines_of(widths: dict[int, int]) -> list[str]:
    """Return a line for each run of neighbouring characters, or more when it is long."""
    lines: list[str] = []
    before = (-1, -1)
    for code, width in widths.items():
        if before == (code - 1, width):
            word, _, count = lines[-1].rpartition(" ")[2].partition("*")
            head = lines[-1].rpartition(" ")[0]
            lines[-1] = f"{head} {word}*{int(count or 1) + 1}"
        elif before[0] == code - 1 and len(lines[-1]) + len(f" {width}*99") <= LONGEST_LINE:
            lines[-1] += f" {width}"
        else:
            lines.append(f"{code:04X} {width}")
        before = (code, width)
    return lines


if __name__ == "__main__":
    print(HEADER)
    for name, weight in (("REGULAR", 400), ("BOLD", 700)):
        print(f'{name}: Final = """\\', *lines_of(widths_of(weight)), '"""', sep="\n")
