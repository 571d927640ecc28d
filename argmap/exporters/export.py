"""A map in any format: the one call behind `argmap.export` and `argmap export`."""

# ruff: noqa: PLC0415 - heavy imports wait until they are needed
from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields, replace

from argmap.document.document import Document
from argmap.document.files import check_with_texts
from argmap.document.reading import read
from argmap.exporters.catalogue import FORMATS
from argmap.exporters.part import part_of
from argmap.exporters.settings import (
    EngineName,
    Exported,
    ExportError,
    Format,
    Settings,
    StyleName,
    TextChoice,
    ThemeName,
)
from argmap.model.claims import Claim
from argmap.model.maps import Map
from argmap.model.suggestions import Vocabulary
from argmap.rules.findings import CheckedFile, Severity

__all__ = [
    "UnsoundMapError",
    "check_settings",
    "export",
    "export_map",
    "sound_map",
]


class UnsoundMapError(ExportError):
    """A map with errors, which is not exported; `checked` has all its findings."""

    def __init__(self, checked: CheckedFile) -> None:
        self.checked = checked
        errors = [found for found in checked.findings if found.severity is Severity.ERROR]
        where = errors[0].location
        place = checked.path if where is None else f"{checked.path}:{where.line}:{where.column}"
        more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
        super().__init__(f"The map has errors: {place}: {errors[0].message}{more}")


def export(  # noqa: PLR0913 - the settings of a picture, by name
    source: str | os.PathLike[str] | Document | Map,
    format: Format = "svg",  # noqa: A002 - the word that users know
    *,
    theme: ThemeName | None = None,
    style: StyleName | None = None,
    engine: EngineName | None = None,
    fit: bool | None = None,
    text: TextChoice | None = None,
    width: int | None = None,
    root: str | None = None,
    depth: int | None = None,
) -> bytes:
    """Return a map as the bytes of a file in `format`; as `argmap export`.

    `source` is the path of a map, a document that was read, or a map. `theme` is light (the
    default, which follows the viewer's dark mode), dark or print. `style` native lets Graphviz
    draw; `engine` names what places the boxes. With `fit` (the default) the picture fills a slide
    of 16:9. `text` full never takes a claim's `short`, short always does. `width` is in pixels
    for png (1920) and in cells for txt (80). `root` is the id of the claim that it is about,
    `depth` how many steps away from a root a claim may be.

    Raises:
        UnsoundMapError: The file has errors; see its `checked`.
        ExportError: There is no such format, a setting does nothing in it, or it needs a package
            that is not installed.
    """
    settings = Settings(theme, style, engine, fit, text, width, root, depth)
    map_ = source if isinstance(source, Map) else sound_map(source)
    return export_map(map_, format, settings).data


def sound_map(source: str | os.PathLike[str] | Document) -> Map:
    """Return the map in a file or document.

    Raises:
        UnsoundMapError: If it has errors: then a picture would not show what the text says.
    """
    document = source if isinstance(source, Document) else read(source)
    checked = check_with_texts(document)
    if any(finding.severity is Severity.ERROR for finding in checked.findings):
        raise UnsoundMapError(checked)
    return document.map


def export_map(map_: Map, format_: str, settings: Settings) -> Exported:
    """Return a map in a format, with notes for the user.

    Raises:
        ExportError: There is no such format, a setting does nothing in it, or it cannot be made.
    """
    check_settings(format_, settings)
    writer, _known = _WRITERS[format_]
    if settings.root is None and settings.depth is None:
        return writer(map_, settings)
    part = part_of(map_, settings.root, settings.depth)
    exported = writer(part, settings)
    note = f"This is a part of the map: {_claims(part)} of {_claims(map_)} claims."
    return replace(exported, notes=(note, *exported.notes))


def _claims(map_: Map) -> int:
    return sum(isinstance(item.content, Claim) for item in map_.items)


def check_settings(format_: str, settings: Settings) -> None:
    """Refuse a format that is not there, and settings that do nothing in it.

    Raises:
        ExportError: The sentence says which, and what there is.
    """
    if format_ not in _WRITERS:
        names = [name for name, _ in FORMATS]
        guess = Vocabulary(names).did_you_mean(format_)
        raise ExportError(
            f"There is no format '{format_}'. The formats are {', '.join(names)}."
            + ("" if guess is None else f" {guess}")
        )
    _writer, known = _WRITERS[format_]
    where = f"in the format {format_}"
    if settings.style == "native" and "style" in known:
        known, where = (*_WORDS, "style"), "in the style native"
    for field in fields(settings):
        if getattr(settings, field.name) is not None and field.name not in known:
            raise ExportError(f"The setting '{field.name}' does nothing {where}.")


def _svg(map_: Map, settings: Settings) -> Exported:
    from argmap.exporters.drawn import svg

    return svg(map_, settings)


def _png(map_: Map, settings: Settings) -> Exported:
    from argmap.exporters.drawn import png

    return png(map_, settings)


def _pdf(map_: Map, settings: Settings) -> Exported:
    from argmap.exporters.drawn import pdf

    return pdf(map_, settings)


def _dot(map_: Map, settings: Settings) -> Exported:
    from argmap.exporters.drawn import dot

    return dot(map_, settings)


def _md(map_: Map, _settings: Settings) -> Exported:
    from argmap.exporters.markdown import markdown_of

    return Exported(markdown_of(map_).encode("utf-8"))


def _txt(map_: Map, settings: Settings) -> Exported:
    from argmap.exporters.plain import plain_of

    return Exported(plain_of(map_, settings.width or 80).encode("utf-8"))


def _json(map_: Map, _settings: Settings) -> Exported:
    from argmap.exporters.json_map import json_of

    return Exported(json_of(map_).encode("utf-8"))


_PART = ("root", "depth")
_WORDS = (*_PART, "theme", "text")
_PICTURE = (*_WORDS, "engine", "fit")
# Each format with what writes it and the settings that mean something there.
_WRITERS: dict[str, tuple[Callable[[Map, Settings], Exported], tuple[str, ...]]] = {
    "svg": (_svg, (*_PICTURE, "style")),
    "png": (_png, (*_PICTURE, "style", "width")),
    "pdf": (_pdf, _PICTURE),
    "dot": (_dot, _WORDS),
    "md": (_md, _PART),
    "txt": (_txt, (*_PART, "width")),
    "json": (_json, _PART),
}
