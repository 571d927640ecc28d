"""A map as a picture: the one call from which every exporter starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.cards import BODY, TextMode
from argmap.diagram.curves import ways_points
from argmap.diagram.engines.choice import LIMIT, EngineName, choose
from argmap.diagram.fit import GOOD_TEXT, LARGEST_TEXT, Page, fitted, unfitted
from argmap.diagram.geometry import Engine
from argmap.diagram.layout import Layout
from argmap.diagram.painter import painted
from argmap.diagram.picture import Picture
from argmap.diagram.routing import DrawnLine, route_lines
from argmap.diagram.scene import Scene, scene_of
from argmap.diagram.themes import LIGHT, Theme
from argmap.model.maps import Map

__all__ = ["DrawOptions", "Drawing", "draw"]

# White around the drawing, in points.
MARGIN: Final = 14.0


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """How a map is drawn.

    With `fit` it fills a canvas of `width` by `height` points; without, the canvas takes the size
    of the drawing with 12 pt text. `text` shows claims in full, by their `short`, or decides by
    what is legible. `limit` is the seconds that one layout may take.
    """

    theme: Theme = LIGHT
    width: float = 960.0
    height: float = 540.0
    fit: bool = True
    engine: EngineName = "auto"
    text: Literal["auto", "full", "short"] = "auto"
    limit: float = LIMIT


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, how large its body text is in points on its canvas, and who laid it out.

    `notes` are sentences for the user: what could not be done, and what would help.
    """

    picture: Picture
    text_size_pt: float
    engine_name: str
    notes: tuple[str, ...] = ()


DEFAULTS: Final = DrawOptions()


def draw(map_: Map, options: DrawOptions = DEFAULTS, description: str = "") -> Drawing:
    """Return the map as a picture; `description` says it in words, for those who cannot see it.

    Raises:
        EngineError: If an engine was asked for by name and cannot lay the map out.
    """
    scene = scene_of(map_)
    engine = choose(options.engine)
    page = Page(options.width - 2 * MARGIN, options.height - 2 * MARGIN)
    layout = _layout(scene, engine, options, page)
    lines = route_lines(scene, layout)
    left, top, right, bottom = _extent(layout, lines)
    wide, high = right - left, bottom - top
    if options.fit:
        width, height = options.width, options.height
        scale = min(page.width / wide, page.height / high, LARGEST_TEXT / BODY)
    else:
        width, height, scale = wide + 2 * MARGIN, high + 2 * MARGIN, 1.0
    picture = Picture(
        width=width,
        height=height,
        items=painted(scene, layout, lines),
        title=scene.title,
        description=description,
        lang=scene.lang,
        theme=options.theme,
        x=(width - scale * (left + right)) / 2,
        y=(height - scale * (top + bottom)) / 2,
        scale=scale,
    )
    size = BODY * scale
    notes = () if layout.note is None else (layout.note,)
    return Drawing(picture, size, layout.engine, (*notes, *_advice(scene, options, size)))


def _layout(scene: Scene, engine: Engine, options: DrawOptions, page: Page) -> Layout:
    if options.fit:
        return fitted(scene, engine, options.limit, options.text, page)
    mode: TextMode = "short" if options.text == "short" else "full"
    return unfitted(scene, engine, options.limit, mode)


def _has_short(scene: Scene) -> bool:
    return any(
        card.short is not None for owner in scene.cards for card in owner.members or (owner,)
    )


def _extent(layout: Layout, lines: tuple[DrawnLine, ...]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all that is drawn."""
    xs, ys = [0.0, layout.width], [0.0, layout.height]
    for drawn in lines:
        if drawn.line.cross:  # only these may run outside the blocks
            for x, y in ways_points(drawn.way):
                xs.append(x)
                ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)


def _advice(scene: Scene, options: DrawOptions, size: float) -> tuple[str, ...]:
    """Return what to do about text that nobody at the back of a room can read."""
    if not options.fit or round(size, 1) >= GOOD_TEXT:
        return ()
    helps = ["draw a part of the map with --root or --depth"]
    if options.text == "full" and _has_short(scene):
        helps.insert(0, "leave out --text full")
    elif not all(card.short for owner in scene.cards for card in owner.members or (owner,)):
        helps.insert(0, "give long claims a 'short'")
    note = (
        f"The text is {size:.1f} pt on a canvas of {options.width:g} x {options.height:g} pt,"
        f" under the {GOOD_TEXT:g} pt that read well on a slide."
        f" It helps to {' or '.join(helps)}."
    )
    return (note,)
