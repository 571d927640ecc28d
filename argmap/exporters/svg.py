"""A picture as SVG that PowerPoint, browsers and printers read alike."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from argmap.diagram.picture import Group, Item, Path, Picture, Rect, Segment, Text
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


class _Writer:
    """Collects the parts of one document; knows the theme and which paints were used."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._adapts = theme == LIGHT
        self._parts: list[str] = []
        self._fills: set[Paint] = set()
        self._strokes: set[Paint] = set()
        self._ids: set[str] = set()

    def document(self, picture: Picture) -> str:
        """Return the whole document."""
        background = self._fill(picture.background)
        scale = "" if picture.scale == 1 else f" scale({picture.scale:.5f})"
        self._items(picture.items)
        wide, high = _number(picture.width), _number(picture.height)
        title, desc = self._unused("map-title"), self._unused("map-desc")
        language = f' xml:lang="{_quoted(picture.lang)}"' if picture.lang else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}"'
            f' height="{high}"{language} role="img" aria-labelledby="{title} {desc}"'
            f' font-family="{FONTS}">\n<title id="{title}">{_escaped(picture.title)}</title>\n'
            f'<desc id="{desc}">{_escaped(picture.description)}</desc>\n{self._style()}'
            f'<rect width="{wide}" height="{high}"{background}/>\n'
            f'<g transform="translate({_number(picture.x)} {_number(picture.y)}){scale}">\n'
            f"{''.join(self._parts)}</g>\n</svg>\n"
        )

    def _style(self) -> str:
        """Return the style sheet: the dark colours of the paints in use."""
        if not self._adapts:
            return ""
        rules = [f".f-{paint}{{fill:{DARK.colours[paint]}}}" for paint in sorted(self._fills)]
        rules += [f".s-{paint}{{stroke:{DARK.colours[paint]}}}" for paint in sorted(self._strokes)]
        return f"<style>@media (prefers-color-scheme:dark){{{''.join(rules)}}}</style>\n"

    def _unused(self, name: str) -> str:
        while name in self._ids:
            name += "-"
        return name

    def _items(self, items: tuple[Item, ...]) -> None:
        """Write the items in their order, without recursion; groups open and close."""
        waiting: list[Item | str] = list(reversed(items))
        lines: list[Text] = []
        while waiting:
            item = waiting.pop()
            if isinstance(item, Text) and (not lines or _alike(lines[0], item)):
                lines.append(item)
                continue
            if lines:
                self._text(lines)
                lines = []
            match item:
                case Text():
                    lines.append(item)
                case Rect():
                    self._rect(item)
                case Path():
                    self._path(item)
                case Group():
                    waiting.append(self._open(item))
                    waiting.extend(reversed(item.children))
                case str():
                    self._parts.append(item)
        if lines:
            self._text(lines)

    def _open(self, group: Group) -> str:
        """Write the start of a group and return its end."""
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
            self._parts.append(f"<g{attributes}>{title}")
            return "</g>\n"
        self._parts.append(f'<a href="{_quoted(group.link)}"{attributes}>{title}')
        return "</a>"

    def _rect(self, rect: Rect) -> None:
        radius = f' rx="{_number(rect.radius)}"' if rect.radius else ""
        paint = self._paint(rect.fill, rect.stroke, rect.stroke_width)
        self._parts.append(
            f'<rect x="{_number(rect.x)}" y="{_number(rect.y)}" width="{_number(rect.width)}"'
            f' height="{_number(rect.height)}"{radius}{paint}/>'
        )

    def _path(self, path: Path) -> None:
        paint = self._paint(path.fill, path.stroke, path.stroke_width)
        if path.dash:
            paint += f' stroke-dasharray="{",".join(map(_number, path.dash))}"'
        if path.cap != "butt":
            paint += f' stroke-linecap="{path.cap}"'
        if path.join != "miter":
            paint += f' stroke-linejoin="{path.join}"'
        self._parts.append(f'<path d="{_outline(path.segments)}"{paint}/>')

    def _text(self, lines: list[Text]) -> None:
        first = lines[0]
        bold = ' font-weight="bold"' if first.bold else ""
        anchor = "" if first.anchor == "start" else f' text-anchor="{first.anchor}"'
        spans = "".join(map(_span, lines))
        self._parts.append(
            f'<text font-size="{_number(first.size)}"{bold}{anchor}{self._fill(first.fill)}>'
            f"{spans}</text>"
        )

    def _paint(self, fill: Paint | None, stroke: Paint | None, thick: float) -> str:
        """Return the attributes that fill and stroke a shape, with a class for the dark theme."""
        classes = []
        attributes = ' fill="none"'
        if fill is not None:
            self._fills.add(fill)
            classes.append(f"f-{fill}")
            attributes = f' fill="{self._theme.colours[fill]}"'
        if stroke is not None:
            self._strokes.add(stroke)
            classes.append(f"s-{stroke}")
            attributes += f' stroke="{self._theme.colours[stroke]}" stroke-width="{_number(thick)}"'
        return f' class="{" ".join(classes)}"{attributes}' if self._adapts else attributes

    def _fill(self, paint: Paint) -> str:
        self._fills.add(paint)
        name = f' class="f-{paint}"' if self._adapts else ""
        return f'{name} fill="{self._theme.colours[paint]}"'


def _alike(one: Text, other: Text) -> bool:
    """Whether two texts differ only in words and place."""
    return (
        one.size == other.size
        and one.fill == other.fill
        and one.bold == other.bold
        and one.anchor == other.anchor
    )


def _span(text: Text) -> str:
    # A viewer with another font squeezes or stretches the line to the width that was measured.
    length = (
        f' textLength="{_number(text.width)}" lengthAdjust="spacingAndGlyphs"'
        if text.width and len(text.string) > 1
        else ""
    )
    place = f'x="{_number(text.x)}" y="{_number(text.y)}"'
    return f"<tspan {place}{length}>{_escaped(text.string)}</tspan>"


def _outline(segments: tuple[Segment, ...]) -> str:
    return "".join(segment[0] + " ".join(map(_number, segment[1:])) for segment in segments)


def _number(value: float) -> str:
    """Return a number with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escaped(text: str) -> str:
    """Return text for between tags; what XML cannot hold becomes a replacement character."""
    return escape(FORBIDDEN.sub("\ufffd", text), quote=False)


def _quoted(text: str) -> str:
    return escape(FORBIDDEN.sub("\ufffd", text))
