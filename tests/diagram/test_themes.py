"""The three themes keep what they promise to every eye; formulas from WCAG 2.2, CIE and Machado."""

from __future__ import annotations

import itertools
import math

import pytest

from argmap.diagram.themes import DARK, KINDS, LIGHT, LOOKS, PRINT, THEMES, Kind, Theme

Triple = tuple[float, float, float]

EDGES: tuple[Kind, ...] = ("support", "rebut", "undercut", "warrant")
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHT: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(  # type: ignore[return-value]
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (red, green, blue)
    )


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (sum(map(math.prod, zip((0.2126, 0.7152, 0.0722), linear(c), strict=True))))
        for c in (one, other)
    )[::-1]
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: Triple) -> Triple:
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def ciede2000(one: Triple, other: Triple) -> float:
    """Sharma, Wu and Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * math.sqrt(mean / (mean + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1 = math.degrees(math.atan2(b1, a1 * stretch)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * stretch)) % 360
    if c1 * c2 == 0:
        turn, h = 0.0, h1 + h2
    elif abs(h1 - h2) <= 180:
        turn, h = h2 - h1, (h1 + h2) / 2
    else:
        turn = (h2 - h1 + 180) % 360 - 180
        h = (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(h - 30))
        + 0.24 * math.cos(math.radians(2 * h))
        + 0.32 * math.cos(math.radians(3 * h + 6))
        - 0.20 * math.cos(math.radians(4 * h - 63))
    )
    rotation = -math.sin(math.radians(60 * math.exp(-(((h - 275) / 25) ** 2)))) * (
        2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    )
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    return math.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def seen(colour: str, sight: str) -> Triple:
    rows = SIGHT[sight]
    rgb = linear(colour)
    return lab(
        tuple(  # type: ignore[arg-type]
            min(1.0, max(0.0, sum(map(math.prod, zip(row, rgb, strict=True))))) for row in rows
        )
    )


def difference(one: str, other: str, sight: str) -> float:
    return ciede2000(seen(one, sight), seen(other, sight))


def test_the_difference_formula_gives_the_published_figures() -> None:
    # Pairs 1, 7, 17 and 25 of the supplementary data of Sharma, Wu and Dalal 2005.
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ]
    for one, other, expected in pairs:
        assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


def text_on_fill(theme: Theme) -> list[tuple[str, str]]:
    colour = theme.colours
    on_tint = [
        (colour[text], colour[fill])
        for kind in EDGES
        for text in ("ink", "muted", kind)
        for fill in (f"{kind}-tint", "bg")
    ]
    return [*on_tint, (colour["claim-ink"], colour["claim"]), (colour["claim"], colour["bg"])]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_what_is_behind_it(theme: Theme) -> None:
    assert min(contrast(*pair) for pair in text_on_fill(theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_line_stands_out_from_the_background(theme: Theme) -> None:
    for kind in KINDS:
        assert contrast(theme.colours[kind], theme.colours["bg"]) >= 3
        assert kind == "claim" or contrast(theme.colours[kind], theme.colours[f"{kind}-tint"]) >= 3


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_no_eye_takes_one_kind_for_another(theme: Theme, sight: str) -> None:
    pairs = itertools.combinations((theme.colours[kind] for kind in EDGES), 2)
    assert min(difference(*pair, sight) for pair in pairs) >= 20


def test_the_obvious_green_red_and_amber_would_fail() -> None:
    assert difference("#B42318", "#8A5A00", "deutan") < 5


def test_in_one_ink_line_head_icon_and_tag_tell_the_kinds_apart() -> None:
    assert len({PRINT.colours[kind] for kind in EDGES}) == 1
    for kind, other in itertools.combinations(EDGES, 2):
        one, two = LOOKS[kind], LOOKS[other]
        assert one.dash != two.dash
        assert one.head != two.head
        assert one.icon != two.icon
        assert one.tag != two.tag


def test_every_theme_has_the_same_paints_as_plain_hex_colours() -> None:
    for theme in THEMES:
        assert list(theme.colours) == list(LIGHT.colours)
        for colour in theme.colours.values():
            assert len(colour) == 7
            int(colour.removeprefix("#"), 16)


def test_a_theme_can_be_a_key() -> None:
    assert {theme: theme.name for theme in THEMES}[DARK] == "dark"
