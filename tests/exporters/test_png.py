"""A PNG shows every word on a machine without fonts, and the same pixels on every machine."""

from __future__ import annotations

import io
import sys

import pytest
import resvg_py
from PIL import Image, ImageChops

from argmap.diagram.metrics import width
from argmap.exporters.fonts import MissingExtraError, font_path
from argmap.exporters.png import export_png

WORDS = "Beijing will take a greater role"


def drawing(text: str, attributes: str = "", style: str = "") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 90" width="480" height="90"'
        " font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\">"
        f'{style}<rect class="bg" width="480" height="90" fill="#FFFFFF"/>'
        f'<text font-size="20" fill="#000000" {attributes}>'
        f'<tspan x="10" y="50">{text}</tspan></text></svg>'
    )


def ink(png: bytes) -> tuple[int, int, int, int] | None:
    """The frame around everything that is not white."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return ImageChops.invert(image).getbbox()


def ink_width(png: bytes) -> int:
    frame = ink(png)
    assert frame is not None
    return frame[2] - frame[0]


def test_the_picture_is_as_wide_as_asked() -> None:
    image = Image.open(io.BytesIO(export_png(drawing(WORDS), 960)))
    assert image.size == (960, 180)


def test_the_words_are_there_without_any_font_of_the_machine() -> None:
    bare = resvg_py.svg_to_bytes(
        svg_string=drawing(WORDS), width=480, dpi=96, skip_system_fonts=True
    )
    assert ink(bytes(bare)) is None  # the trap: text is dropped in silence
    assert ink(export_png(drawing(WORDS), 480)) is not None


def test_the_fonts_of_the_machine_change_no_pixel() -> None:
    ours = export_png(drawing(WORDS), 480)
    with_system_fonts = resvg_py.svg_to_bytes(
        svg_string=drawing(WORDS).replace("Helvetica", "Arimo, Helvetica"),
        width=480,
        dpi=96,
        font_files=[str(font_path("png"))],
        skip_system_fonts=False,
    )
    one, other = (Image.open(io.BytesIO(png)) for png in (ours, bytes(with_system_fonts)))
    assert ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("bold", [False, True])
def test_words_are_as_wide_as_they_were_measured(bold: bool) -> None:  # noqa: FBT001
    png = export_png(drawing(WORDS, 'font-weight="bold"' if bold else ""), 480)
    assert ink_width(png) == pytest.approx(width(WORDS, 20, bold), abs=4)


def test_bold_is_drawn_bold() -> None:
    plain, bold = (export_png(drawing(WORDS, a), 480) for a in ("", 'font-weight="bold"'))
    assert ink_width(bold) > ink_width(plain) + 8


def test_a_line_keeps_to_its_length() -> None:
    svg = drawing(WORDS).replace(
        "<tspan", '<tspan textLength="200" lengthAdjust="spacingAndGlyphs"'
    )
    assert ink_width(export_png(svg, 480)) == pytest.approx(200, abs=3)


def test_a_light_picture_stays_light() -> None:
    style = "<style>@media (prefers-color-scheme:dark){.bg{fill:#000000}}</style>"
    assert export_png(drawing(WORDS, style=style), 480) == export_png(drawing(WORDS), 480)


def test_the_same_drawing_is_the_same_file() -> None:
    assert export_png(drawing(WORDS), 480) == export_png(drawing(WORDS), 480)


def test_a_character_of_no_font_hurts_nobody() -> None:
    assert ink(export_png(drawing("role 北京 \U0001f44d"), 480)) is not None


@pytest.mark.parametrize("module", ["resvg_py", "fontpkg_arimo"])
def test_without_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[png\]'\.") as refused:
        export_png(drawing(WORDS), 480)
    assert str(refused.value).startswith("PNG needs the package ")
