"""A map as a picture file: drawn and written as SVG, PNG or PDF, or left to Graphviz to draw."""

from __future__ import annotations

from typing import Literal

from argmap.diagram.cards import TextMode
from argmap.diagram.drawing import Drawing, DrawOptions, draw
from argmap.diagram.geometry import EngineError
from argmap.diagram.picture import texts
from argmap.diagram.themes import LIGHT, THEMES, Theme
from argmap.document.reader import no_garbage_collection
from argmap.exporters.dot import dot_of
from argmap.exporters.fonts import MissingExtraError, missing_characters
from argmap.exporters.native import native_of
from argmap.exporters.pdf import export_pdf
from argmap.exporters.png import export_png
from argmap.exporters.settings import Exported, ExportError, Settings
from argmap.exporters.spoken import spoken_of
from argmap.exporters.svg import svg_of
from argmap.model.maps import Map

__all__ = ["dot", "pdf", "png", "svg"]

# Twice the 960 points of a slide: sharp on a projector of 1920 pixels.
_PIXELS = 1920
_MOST_NAMED = 10


def svg(map_: Map, settings: Settings) -> Exported:
    """Return the SVG of a map."""
    if settings.style == "native":
        return _native(map_, settings, "svg")
    drawing = _drawn(map_, settings)
    return Exported(svg_of(drawing.picture).encode("utf-8"), drawing.notes, _caption(drawing))


def png(map_: Map, settings: Settings) -> Exported:
    """Return the PNG of a map."""
    if settings.style == "native":
        return _native(map_, settings, "png")
    drawing = _drawn(map_, settings)
    try:
        data = export_png(svg_of(drawing.picture), settings.width or _PIXELS)
    except MissingExtraError as error:
        raise ExportError(str(error)) from error
    fate = "a font of this computer draws them, if one has them"
    return Exported(data, (*drawing.notes, *_uncovered(drawing, fate)), _caption(drawing))


def pdf(map_: Map, settings: Settings) -> Exported:
    """Return the PDF of a map."""
    drawing = _drawn(map_, settings)
    try:
        data = export_pdf(drawing.picture)
    except MissingExtraError as error:
        raise ExportError(str(error)) from error
    notes = (*drawing.notes, *_uncovered(drawing, "they are left out"))
    return Exported(data, notes, _caption(drawing))


def dot(map_: Map, settings: Settings) -> Exported:
    """Return the DOT source of a map."""
    _check_claims(map_)
    mode: TextMode = "short" if settings.text == "short" else "full"
    return Exported(dot_of(map_, _theme(settings), mode).encode("utf-8"))


def _native(map_: Map, settings: Settings, format_: Literal["svg", "png"]) -> Exported:
    """Return a map as Graphviz draws it."""
    source = dot(map_, settings).data.decode("utf-8")
    try:
        return Exported(native_of(source, format_))
    except EngineError as error:
        raise ExportError(f"{error} Try --style painted, which needs no 'dot'.") from error


def _check_claims(map_: Map) -> None:
    if not map_.items:
        raise ExportError("The map has no claim yet, so there is nothing to draw.")


def _theme(settings: Settings) -> Theme:
    return next((theme for theme in THEMES if theme.name == settings.theme), LIGHT)


def _drawn(map_: Map, settings: Settings) -> Drawing:
    _check_claims(map_)
    options = DrawOptions(
        theme=_theme(settings),
        fit=settings.fit is not False,
        engine=settings.engine or "auto",
        text=settings.text or "auto",
    )
    try:
        with no_garbage_collection():
            return draw(map_, options, spoken_of(map_))
    except EngineError as error:
        raise ExportError(f"{error} Try --engine auto.") from error


def _caption(drawing: Drawing) -> str:
    width, height = drawing.picture.width, drawing.picture.height
    return f"text of {drawing.text_size_pt:.1f} pt on {width:.0f} x {height:.0f} pt"


def _uncovered(drawing: Drawing, fate: str) -> tuple[str, ...]:
    """Return a note on the characters that the font which comes along cannot draw."""
    missing = missing_characters(text.string for text in texts(drawing.picture))
    if not missing:
        return ()
    named = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:_MOST_NAMED])
    more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
    return (f"The font that comes along has no {named}{more}; {fate}.",)
