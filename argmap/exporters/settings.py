"""How a map is to be written in a format, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "EngineName",
    "ExportError",
    "Exported",
    "Format",
    "Settings",
    "StyleName",
    "TextChoice",
    "ThemeName",
]

Format = Literal["svg", "png", "pdf", "dot", "md", "txt", "json"]
ThemeName = Literal["light", "dark", "print"]
StyleName = Literal["painted", "native"]
EngineName = Literal["auto", "wasm", "dot", "tidy"]
TextChoice = Literal["auto", "full", "short"]


class ExportError(Exception):
    """A format or setting that cannot be had; its text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a map is drawn or laid out; None leaves it to the format.

    `width` is in pixels for png and in cells for txt. `root` and `depth` choose a part of the map.
    """

    theme: ThemeName | None = None
    style: StyleName | None = None
    engine: EngineName | None = None
    fit: bool | None = None
    text: TextChoice | None = None
    width: int | None = None
    root: str | None = None
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of a file; `notes` are sentences the user should know, `caption` a few words."""

    data: bytes
    notes: tuple[str, ...] = ()
    caption: str | None = None
