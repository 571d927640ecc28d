"""A picture as SVG that PowerPoint, browsers and printers read alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from argmap.diagram.picture import Group, Item, Path, Picture, Rect, Text
from argmap.diagram.themes import DARK, LIGHT, Paint, Theme

__all__ = ["FONTS", "svg_of"]

# Metric-compatible, so that lines keep their width; the last is what every viewer has.
FONTS: Final = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', Arimo, sans-serif"
# What XML 1.0 cannot hold, not even escaped.
FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg_of(picture: Picture) -> str:
    """Return the picture as a self-contained SVG document.

    Colours are literal attributes. A picture in the light theme also turns dark by itself where
    the viewer prefers that, through the one style sheet.
    """
    return _Writer(picture.theme).document(picture)


# How the segments of a path are written. Filling in a whole one is twice as fast as each number.
SEGMENTS: Final = {
    "M": "M%.2f %.2f",
    "L": "L%.2f %.2f",
    "C": "C%.2f %.2f %.2f %.2f %.2f %.2f",
    "Z": "Z",
}


class _Writer:
    """Collects the parts of one document; knows the theme and which paints were used."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._adapts = theme == LIGHT
        self._parts: list[str] = []
        self._paints: dict[tuple[Paint | None, Paint | None], str] = {}
        self._ids: set[str] = set()

    def document(self, picture: Picture) -> str:
        """Return the whole document."""
        self._items(picture.items)
        background = self._paint(picture.background, None)
        wide, high = _number(picture.width), _number(picture.height)
        scale = "" if picture.scale == 1 else f" scale({picture.scale:.5f})"
        title, desc = self._unused("map-title"), self._unused("map-desc")
        language = f' xml:lang="{_quoted(picture.lang)}"' if picture.lang else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}"'
            f' height="{high}"{language} role="img" aria-labelledby="{title} {desc}"'
            f' font-family="{FONTS}">\n<title id="{title}">{_escaped(picture.title)}</title>\n'
            f'<desc id="{desc}">{_escaped(picture.description)}</desc>\n{self._style()}'
            f'<rect width="{wide}" height="{high}"{background}/>\n'
            f'<g transform="translate({picture.x:.2f} {picture.y:.2f}){scale}">\n'
            f"{''.join(self._parts)}</g>\n</svg>\n"
        )

    def _style(self) -> str:
        """Return the style sheet: the dark colours of the paints in use."""
        if not self._adapts:
            return ""
        fills = {fill for fill, _ in self._paints if fill is not None}
        strokes = {stroke for _, stroke in self._paints if stroke is not None}
        rules = [f".f-{paint}{{fill:{DARK.colours[paint]}}}" for paint in sorted(fills)]
        rules += [f".s-{paint}{{stroke:{DARK.colours[paint]}}}" for paint in sorted(strokes)]
        return f"<style>@media (prefers-color-scheme:dark){{{''.join(rules)}}}</style>\n"

    def _unused(self, name: str) -> str:
        while name in self._ids:
            name += "-"
        return name

    def _items(self, items: tuple[Item, ...]) -> None:
        """Write the items in their order, without recursion; groups open and close."""
        parts = self._parts
        waiting: list[Item | str] = list(reversed(items))
        lines: list[Text] = []
        while waiting:
            item = waiting.pop()
            if isinstance(item, Text) and (not lines or _alike(lines[0], item)):
                lines.append(item)
                continue
            if lines:
                parts.append(self._text(lines))
                lines.clear()
            match item:
                case Text():
                    lines.append(item)
                case Rect():
                    parts.append(self._rect(item))
                case Path():
                    parts.append(self._path(item))
                case Group():
                    start, end = self._group(item)
                    parts.append(start)
                    waiting.append(end)
                    waiting.extend(reversed(item.children))
                case str():
                    parts.append(item)
        if lines:
            parts.append(self._text(lines))

    def _group(self, group: Group) -> tuple[str, str]:
        """Return the start and the end of a group."""
        attributes = ""
        if group.id is not None:
            self._ids.add(group.id)
            attributes += f' id="{_quoted(group.id)}"'
        if group.classes:
            attributes += f' class="{_quoted(" ".join(group.classes))}"'
        if group.role is not None:
            attributes += f' role="{_quoted(group.role)}"'
        if group.step is not None:
            attributes += f' data-step="{group.step}"'
        if group.hidden:
            attributes += ' visibility="hidden"'
        title = "" if group.title is None else f"<title>{_escaped(group.title)}</title>"
        if group.link is None:
            return f"<g{attributes}>{title}", "</g>\n"
        return f'<a href="{_quoted(group.link)}"{attributes}>{title}', "</a>"

    def _rect(self, rect: Rect) -> str:
        radius = f' rx="{_number(rect.radius)}"' if rect.radius else ""
        thick = f' stroke-width="{_number(rect.stroke_width)}"' if rect.stroke is not None else ""
        return (
            f'<rect x="{rect.x:.2f}" y="{rect.y:.2f}" width="{rect.width:.2f}"'
            f' height="{rect.height:.2f}"{radius}{self._paint(rect.fill, rect.stroke)}{thick}/>'
        )

    def _path(self, path: Path) -> str:
        paint = self._paint(path.fill, path.stroke)
        if path.stroke is not None:
            paint += f' stroke-width="{_number(path.stroke_width)}"'
        if path.dash:
            paint += f' stroke-dasharray="{",".join(map(_number, path.dash))}"'
        if path.cap != "butt":
            paint += f' stroke-linecap="{path.cap}"'
        if path.join != "miter":
            paint += f' stroke-linejoin="{path.join}"'
        outline = "".join([SEGMENTS[segment[0]] % segment[1:] for segment in path.segments])
        return f'<path d="{outline}"{paint}/>'

    def _text(self, lines: list[Text]) -> str:
        """Return lines that differ only in words and place."""
        first = lines[0]
        bold = ' font-weight="bold"' if first.bold else ""
        anchor = "" if first.anchor == "start" else f' text-anchor="{first.anchor}"'
        size, paint = _number(first.size), self._paint(first.fill, None)
        spans = "".join([_span(line) for line in lines])
        return f'<text font-size="{size}"{bold}{anchor}{paint}>{spans}</text>'

    def _paint(self, fill: Paint | None, stroke: Paint | None) -> str:
        """Return the attributes that colour a thing, with classes for the dark theme."""
        known = self._paints.get((fill, stroke))
        if known is not None:
            return known
        colours = self._theme.colours
        names = []
        attributes = ' fill="none"'
        if fill is not None:
            names.append(f"f-{fill}")
            attributes = f' fill="{colours[fill]}"'
        if stroke is not None:
            names.append(f"s-{stroke}")
            attributes += f' stroke="{colours[stroke]}"'
        if self._adapts and names:
            attributes = f' class="{" ".join(names)}"{attributes}'
        self._paints[fill, stroke] = attributes
        return attributes


def _alike(one: Text, other: Text) -> bool:
    """Whether two texts differ only in words and place."""
    return (
        one.size == other.size
        and one.fill == other.fill
        and one.bold == other.bold
        and one.anchor == other.anchor
    )


def _span(text: Text) -> str:
    """Return one line, squeezed or stretched to the width that was measured.

    So it stays in its card where the viewer has another font.
    """
    length = ""
    if text.width and len(text.string) > 1:
        length = f' textLength="{text.width:.2f}" lengthAdjust="spacingAndGlyphs"'
    return f'<tspan x="{text.x:.2f}" y="{text.y:.2f}"{length}>{_escaped(text.string)}</tspan>'


@lru_cache(maxsize=256)
def _number(value: float) -> str:
    """Return one of the few numbers that always come back, such as a size, without zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    """Return text for between tags; what XML cannot hold becomes a replacement character."""
    if not text.isprintable():
        text = FORBIDDEN.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")
