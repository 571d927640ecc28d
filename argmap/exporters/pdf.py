"""The picture as PDF: vectors and searchable text, painted from the very values of the SVG."""

from __future__ import annotations

import logging
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final, assert_never

from argmap.diagram.picture import Group, Item, Path, Picture, Rect, Segment, Text, polygon
from argmap.diagram.themes import Paint, Theme
from argmap.exporters.fonts import FAMILY, MissingExtraError, font_path

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.drawing import PaintedPath
    from fpdf.output import OutputProducer

__all__ = ["export_pdf"]

WEIGHTS: Final = {False: ("", 400), True: ("B", 700)}
# The handle of a Bezier quarter of a circle, in radii.
QUARTER: Final = 0.5523
# Widths that differ less, in percent, are the same but for rounding.
SAME_WIDTH: Final = 0.2


def export_pdf(picture: Picture, theme: Theme | None = None) -> bytes:
    """Return one page as large as the picture, in `theme` or else in the picture's own.

    The same picture gives the same bytes: no date goes into the file.

    Raises:
        MissingExtraError: If the packages of the extra `pdf` are not installed.
    """
    try:
        from fpdf import FPDF  # noqa: PLC0415  # an extra, and 200 ms
        from fpdf.fonts import TTFFont  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("pdf", "fpdf2") from error
    document = FPDF(unit="pt", format=(picture.width, picture.height))
    document.set_auto_page_break(False)
    document.set_margin(0)
    document.set_title(picture.title)
    document.set_creator("argmap")
    document.set_creation_date(datetime(1970, 1, 1, tzinfo=UTC))  # goes into the file's id alone
    if picture.lang:
        document.set_lang(picture.lang)
    document.add_page()
    with tempfile.TemporaryDirectory() as folder, _silence():
        _add_fonts(document, picture, FilePath(folder))
        fonts = [font for font in document.fonts.values() if isinstance(font, TTFFont)]
        try:
            _Page(document, picture, theme or picture.theme).paint()
            return bytes(document.output(output_producer_class=_producer_without_date()) or b"")
        finally:
            for font in fonts:  # else Windows keeps the folder
                font.close()


def _producer_without_date() -> type[OutputProducer]:
    from fpdf.output import OutputProducer, PDFInfo  # noqa: PLC0415

    class Undated(OutputProducer):
        def _add_info(self) -> PDFInfo:
            info = super()._add_info()
            info.creation_date = None  # type: ignore[assignment]
            return info

    return Undated


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the libraries from naming missing glyphs on stderr: the caller does that."""
    loggers = [logging.getLogger(name) for name in ("fpdf", "fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _add_fonts(document: FPDF, picture: Picture, folder: FilePath) -> None:
    """Give the document a font of each weight in use, with no glyph that is not."""
    used: dict[bool, set[str]] = {}
    for item in _visible(picture):
        if isinstance(item, Text) and item.string:
            used.setdefault(item.bold, set()).update(item.string)
    for bold, characters in sorted(used.items()):
        style, weight = WEIGHTS[bold]
        path = folder / f"{weight}.ttf"
        _write_font(path, weight, "".join(sorted(characters)))
        document.add_font(FAMILY, style, path)


def _write_font(path: FilePath, weight: int, characters: str) -> None:
    """Write the font at one weight: cut down first, which makes it 20 times faster."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]  # noqa: PLC0415

    subsetter = Subsetter(Options(notdef_outline=True, layout_features=[], hinting=False))
    subsetter.populate(text=f"{characters} ?")  # a font without any letter is refused
    with TTFont(font_path("pdf"), recalcTimestamp=False) as font:
        subsetter.subset(font)
        instantiateVariableFont(font, {"wght": weight}, inplace=True)
        font.save(path)


def _visible(picture: Picture) -> Iterator[Item]:
    """Yield all that is drawn, in that order, each group before what is in it."""
    waiting: list[Item] = list(reversed(picture.items))
    while waiting:
        item = waiting.pop()
        if isinstance(item, Group):
            if item.hidden:
                continue
            waiting.extend(reversed(item.children))
        yield item


class _Page:
    """A page under the brush: the picture's lengths and paints become the page's."""

    def __init__(self, document: FPDF, picture: Picture, theme: Theme) -> None:
        self._document = document
        self._picture = picture
        self._theme = theme

    def paint(self) -> None:
        picture = self._picture
        corner = (-picture.x / picture.scale, -picture.y / picture.scale)
        size = (picture.width / picture.scale, picture.height / picture.scale)
        self._draw(Rect(*corner, *size, fill=picture.background))
        for item in _visible(picture):
            match item:
                case Group():
                    self._link(item)
                case Rect() | Path():
                    self._draw(item)
                case Text():
                    self._write(item)
                case _:
                    assert_never(item)

    def _x(self, x: float) -> float:
        return self._picture.x + self._picture.scale * x

    def _y(self, y: float) -> float:
        return self._picture.y + self._picture.scale * y

    def _colour(self, paint: Paint | None) -> str | None:
        return None if paint is None else self._theme.colours[paint]

    def _draw(self, shape: Rect | Path) -> None:
        segments = _outline(shape) if isinstance(shape, Rect) else shape.segments
        scale = self._picture.scale
        with self._document.new_path() as path:
            path.style.auto_close = False
            path.style.fill_color = self._colour(shape.fill)
            path.style.stroke_color = self._colour(shape.stroke)
            path.style.stroke_width = shape.stroke_width * scale
            if isinstance(shape, Path):
                path.style.stroke_cap_style = shape.cap
                path.style.stroke_join_style = shape.join
                path.style.stroke_dash_pattern = [length * scale for length in shape.dash] or None
            for segment in segments:
                self._follow(path, segment)

    def _follow(self, path: PaintedPath, segment: Segment) -> None:
        match segment:
            case ("M", x, y):
                path.move_to(self._x(x), self._y(y))
            case ("L", x, y):
                path.line_to(self._x(x), self._y(y))
            case ("C", x1, y1, x2, y2, x, y):
                path.curve_to(
                    self._x(x1), self._y(y1), self._x(x2), self._y(y2), self._x(x), self._y(y)
                )
            case ("Z",):
                path.close()
            case _:
                assert_never(segment)

    def _write(self, text: Text) -> None:
        document, wanted = self._document, text.width * self._picture.scale
        if not text.string:
            return
        style, _ = WEIGHTS[text.bold]
        document.set_font(FAMILY, style, text.size * self._picture.scale)
        document.set_text_color(self._theme.colours[text.fill])
        document.set_stretching(100)
        found = document.get_string_width(text.string)
        percent = 100 * wanted / found if found and wanted else 100
        if abs(percent - 100) > SAME_WIDTH:
            document.set_stretching(percent)
        left = self._x(text.x) - wanted * {"start": 0, "middle": 0.5, "end": 1}[text.anchor]
        document.text(left, self._y(text.y), _as_seen(text.string))

    def _link(self, group: Group) -> None:
        if group.link is None:
            return
        left, top, right, bottom = _extent(group)
        self._document.link(
            self._x(left),
            self._y(top),
            (right - left) * self._picture.scale,
            (bottom - top) * self._picture.scale,
            group.link,
        )


def _as_seen(string: str) -> str:
    """Return the characters from left to right, as a PDF shows them: Hebrew is turned round."""
    if string.isascii() or not any(unicodedata.bidirectional(char) in "RAL" for char in string):
        return string
    from fpdf.bidi import BidiParagraph  # noqa: PLC0415
    from fpdf.enums import TextDirection  # noqa: PLC0415

    return BidiParagraph(string, TextDirection.LTR).get_reordered_string()


def _outline(rect: Rect) -> tuple[Segment, ...]:
    """Return the outline of a box, its corners drawn as Bezier quarters."""
    left, top = rect.x, rect.y
    right, bottom = left + rect.width, top + rect.height
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    if radius <= 0:
        return polygon(((left, top), (right, top), (right, bottom), (left, bottom)))
    near = radius * (1 - QUARTER)
    return (
        ("M", left + radius, top),
        ("L", right - radius, top),
        ("C", right - near, top, right, top + near, right, top + radius),
        ("L", right, bottom - radius),
        ("C", right, bottom - near, right - near, bottom, right - radius, bottom),
        ("L", left + radius, bottom),
        ("C", left + near, bottom, left, bottom - near, left, bottom - radius),
        ("L", left, top + radius),
        ("C", left, top + near, left + near, top, left + radius, top),
        ("Z",),
    )


def _extent(group: Group) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of everything in a group, (0, 0, 0, 0) for none."""
    corners: list[tuple[float, float]] = []
    waiting: list[Item] = [group]
    while waiting:
        item = waiting.pop()
        match item:
            case Group(children=children):
                waiting.extend(children)
            case Rect(x=x, y=y, width=width, height=height):
                corners += [(x, y), (x + width, y + height)]
            case Path(segments=segments):
                corners += [(s[-2], s[-1]) for s in segments if s[0] != "Z"]
            case Text(x=x, y=y, width=width, size=size, anchor=anchor):
                left = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
                corners += [(left, y - size), (left + width, y + size / 4)]
            case _:
                assert_never(item)
    columns, rows = zip(*corners or [(0.0, 0.0)], strict=True)
    return min(columns), min(rows), max(columns), max(rows)
