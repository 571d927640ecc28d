"""The picture as PNG: its SVG drawn by resvg, with a font of our own."""

from __future__ import annotations

import re
from typing import Final

from argmap.exporters.fonts import FAMILY, MissingExtraError, font_path, missing_characters

__all__ = ["export_png"]

# resvg takes "no dpi" for a size in pt as an error.
DPI: Final = 96.0
FONT_FAMILY: Final = re.compile('font-family="')


def export_png(svg: str, width: int) -> bytes:
    """Return `svg` drawn `width` pixels wide.

    The machine's fonts are looked at only when the text has characters that Arimo lacks, such as
    Chinese ones: otherwise the pixels are the same everywhere.

    Raises:
        MissingExtraError: If the packages of the extra `png` are not installed.
    """
    try:
        import resvg_py  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("png", "resvg-py") from error
    path = font_path("png")
    foreign = bool(missing_characters([svg], "png"))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=FONT_FAMILY.sub(f'font-family="{FAMILY}, ', svg),
            width=width,
            dpi=DPI,
            font_files=[str(path)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            skip_system_fonts=not foreign,
        )
    )
