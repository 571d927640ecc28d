"""The three looks of a picture: a colour for each paint, and each kind's line, head and icon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

__all__ = [
    "DARK",
    "KINDS",
    "LIGHT",
    "LOOKS",
    "PRINT",
    "THEMES",
    "Head",
    "Icon",
    "Kind",
    "Look",
    "Paint",
    "Theme",
]

Kind = Literal["claim", "support", "rebut", "undercut", "warrant"]
# What a thing is painted with. A kind's own name is its line and tag; "-tint" fills its card and
# "-ink" is text on that fill. A claim's card is filled with "claim" itself.
Paint = Literal[
    "bg",
    "ink",
    "muted",
    "claim",
    "claim-ink",
    "support",
    "support-tint",
    "rebut",
    "rebut-tint",
    "undercut",
    "undercut-tint",
    "warrant",
    "warrant-tint",
]
Head = Literal["none", "arrow", "bar", "diamond", "circle"]
Icon = Literal["none", "triangle-up", "triangle-down", "diamond", "square"]

KINDS: Final[tuple[Kind, ...]] = ("claim", "support", "rebut", "undercut", "warrant")


@dataclass(frozen=True, slots=True)
class Theme:
    """A colour, as "#RRGGBB", for every paint."""

    name: str
    colours: Mapping[Paint, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is told from the others without colour: its line, head, icon and tag.

    `dash` is lengths in pt, drawn and left out in turn; empty is solid. `rounded` ends each dash
    with half a circle, so that a very short dash is a dot.
    """

    tag: str
    width: float
    dash: tuple[float, ...]
    rounded: bool
    head: Head
    icon: Icon


LOOKS: Final[Mapping[Kind, Look]] = MappingProxyType(
    {
        "claim": Look("CLAIM", 1.8, (), rounded=False, head="none", icon="none"),
        "support": Look("SUPPORT", 1.8, (), rounded=False, head="arrow", icon="triangle-up"),
        "rebut": Look("REBUT", 1.8, (6.0, 4.0), rounded=False, head="bar", icon="triangle-down"),
        "undercut": Look("UNDERCUT", 2.6, (0.1, 4.6), rounded=True, head="diamond", icon="diamond"),
        "warrant": Look(
            "WARRANT", 1.8, (9.0, 3.0, 2.0, 3.0), rounded=False, head="circle", icon="square"
        ),
    }
)

# Smallest colour difference between two kinds' lines for protan, deutan and tritan eyes
# (CIEDE2000): 22.4 light, 21.0 dark. A green, red and amber of equal weight give 0.7.
LIGHT: Final = Theme(
    "light",
    MappingProxyType(
        {
            "bg": "#FFFFFF",
            "ink": "#1B1F24",
            "muted": "#57606A",
            "claim": "#1F3A5F",
            "claim-ink": "#FFFFFF",
            "support": "#0A7A66",
            "support-tint": "#EFF8F5",
            "rebut": "#A8180A",
            "rebut-tint": "#FDF1EF",
            "undercut": "#6A3FB5",
            "undercut-tint": "#F5F1FC",
            "warrant": "#14233B",
            "warrant-tint": "#EFF3FA",
        }
    ),
)
DARK: Final = Theme(
    "dark",
    MappingProxyType(
        {
            "bg": "#0F141A",
            "ink": "#F2F5F8",
            "muted": "#A9B4C0",
            "claim": "#A9C9F0",
            "claim-ink": "#0F141A",
            "support": "#4CC9A2",
            "support-tint": "#12241F",
            "rebut": "#FF5E39",
            "rebut-tint": "#2A1714",
            "undercut": "#B28FFB",
            "undercut-tint": "#1F1A2E",
            "warrant": "#DCE8FF",
            "warrant-tint": "#1A2230",
        }
    ),
)
# One ink: here line, head, icon and tag alone tell the kinds apart, and rebuts are shaded.
PRINT: Final = Theme(
    "print",
    MappingProxyType(
        {
            "bg": "#FFFFFF",
            "ink": "#000000",
            "muted": "#333333",
            "claim": "#000000",
            "claim-ink": "#FFFFFF",
            "support": "#000000",
            "support-tint": "#FFFFFF",
            "rebut": "#000000",
            "rebut-tint": "#E3E3E3",
            "undercut": "#000000",
            "undercut-tint": "#FFFFFF",
            "warrant": "#000000",
            "warrant-tint": "#FFFFFF",
        }
    ),
)

THEMES: Final[tuple[Theme, ...]] = (LIGHT, DARK, PRINT)
