"""The formats that a map can be written in, by name and by the ending of a file."""

from __future__ import annotations

__all__ = ["DRAWN", "ENDINGS", "FORMATS", "format_of"]

# Name and what it is for. Plain pairs: the command line looks at them before anything heavy.
FORMATS: tuple[tuple[str, str], ...] = (
    ("svg", "a picture for slides and web pages"),
    ("png", "a picture in pixels (needs the extra png)"),
    ("pdf", "a picture with searchable text (needs the extra pdf)"),
    ("dot", "Graphviz source, to be drawn by dot"),
    ("md", "an outline in Markdown"),
    ("txt", "an outline in plain text"),
    ("json", "claims and steps for programs"),
)
# The formats that are painted from one and the same picture.
DRAWN = ("svg", "png", "pdf")
ENDINGS = {f".{name}": name for name, _ in FORMATS} | {".gv": "dot", ".markdown": "md"}


def format_of(name: str) -> str | None:
    """Return the format that the ending of a file name means, or None."""
    return next((word for end, word in ENDINGS.items() if name.lower().endswith(end)), None)
