from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from argmap.diagram.drawing import DrawOptions, draw
from argmap.diagram.picture import Group, Path, Picture, Rect, Text
from argmap.diagram.themes import DARK, LIGHT, PRINT, Theme
from argmap.exporters.svg import svg_of
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source
from tests.diagram.sketches import SHAPES, sketch

SVG = "{http://www.w3.org/2000/svg}"
# PowerPoint and others draw these wrong or not at all.
FORBIDDEN = ("rgba(", "transparent", "var(", "foreignObject", "marker", "NaN", "inf")


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  # our own words


def shape_svg(shape: str, theme: Theme = LIGHT) -> str:
    options = DrawOptions(theme=theme, fit=False, engine="tidy")
    return svg_of(draw(sketch(SHAPES[shape]), options, "In words.").picture)


def of(*items: Group | Path | Rect | Text, theme: Theme = LIGHT) -> str:
    return svg_of(Picture(100, 50, items, "Title", theme=theme))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_every_picture_is_valid_xml_of_what_every_viewer_knows(shape: str, theme: Theme) -> None:
    svg = shape_svg(shape, theme)
    parsed(svg)
    assert not [word for word in FORBIDDEN if word in svg]


@pytest.mark.parametrize("shape", SHAPES)
def test_ids_are_unique_and_those_of_the_claims(shape: str) -> None:
    ids = [element.get("id") for element in parsed(shape_svg(shape)).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    claims = [item.content for item in sketch(SHAPES[shape]).items]
    assert {claim.id for claim in claims if isinstance(claim, Claim)} <= set(ids)


def test_numbers_have_at_most_two_decimals() -> None:
    attributes = re.findall(r' (?:d|x|y|width|height|textLength)="([^"]*)"', shape_svg("undercut"))
    assert attributes
    assert not [value for value in attributes if re.search(r"\.\d{3}|e", value)]


def test_a_picture_says_in_words_what_it_shows() -> None:
    root = parsed(shape_svg("undercut"))
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("A sketch", "In words.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_a_claim_may_have_the_id_that_the_title_would() -> None:
    root = parsed(svg_of(draw(sketch("= map-title")).picture))
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.get("id") == "map-title-"


def test_the_light_picture_turns_dark_where_the_viewer_is() -> None:
    svg = shape_svg("undercut")
    style = parsed(svg).find(f"{SVG}style")
    assert style is not None
    assert style.text is not None
    assert style.text.startswith("@media (prefers-color-scheme:dark){")
    used = set(re.findall(r'class="([fs]-[^"]*)"', svg))
    rules = set(re.findall(r"\.([fs]-[a-z-]+)\{", style.text))
    assert {name for names in used for name in names.split()} == rules
    assert f".f-bg{{fill:{DARK.colours['bg']}}}" in style.text


@pytest.mark.parametrize("theme", [DARK, PRINT], ids=lambda theme: theme.name)
def test_a_picture_in_a_theme_of_its_own_keeps_it(theme: Theme) -> None:
    svg = shape_svg("undercut", theme)
    assert "<style" not in svg
    assert 'class="f-' not in svg
    assert set(re.findall(r"#[0-9A-F]{6}", svg)) <= set(theme.colours.values())


def test_every_line_of_text_has_its_place_and_its_width() -> None:
    root = parsed(shape_svg("long words"))
    spans = list(root.iter(f"{SVG}tspan"))
    assert spans
    for span in spans:
        assert {"x", "y"} <= set(span.attrib)
        assert (span.get("lengthAdjust") == "spacingAndGlyphs") == (len(span.text or "") > 1)


def test_lines_that_look_alike_are_one_text() -> None:
    one = Text(0, 10, "One", 12, 20, "ink")
    two = Text(0, 24, "Two", 12, 20, "ink")
    other = Text(0, 38, "Other", 12, 20, "muted")
    root = parsed(of(one, two, other))
    assert [len(text) for text in root.iter(f"{SVG}text")] == [2, 1]


def test_an_author_tag_links_to_the_source() -> None:
    source = Source("s", author="Andrew Small", url="https://example.org/?a=1&b=2")
    claim = Claim("It is so", "a", source="s")
    map_ = Map(sources=(source,), items=(Item(0, Kind.CLAIM, claim),))
    links = list(parsed(svg_of(draw(map_).picture)).iter(f"{SVG}a"))
    assert [link.get("href") for link in links] == ["https://example.org/?a=1&b=2"]
    assert "Andrew Small" in "".join(links[0].itertext())


def test_what_xml_cannot_hold_is_replaced() -> None:
    svg = of(Text(0, 0, "a\x00b\x1b[\ud800]\ufffe", 12, 20, "ink"))
    assert [span.text for span in parsed(svg).iter(f"{SVG}tspan")] == [
        "a\ufffdb\ufffd[\ufffd]\ufffd"
    ]
    svg.encode("utf-8")


def test_groups_keep_all_that_they_say() -> None:
    shape = Path(
        (("M", 0, 0), ("L", 5.5, -0.001), ("Z",)),
        stroke="ink",
        dash=(6, 4),
        cap="round",
        join="round",
    )
    group = Group(
        (shape, Rect(1, 2, 3, 4, 2, fill="bg")),
        id="a",
        classes=("card", "support"),
        title="<Title>",
        role="listitem",
        step=3,
        hidden=True,
    )
    svg = of(group, theme=PRINT)
    assert (
        '<g id="a" class="card support" role="listitem" data-step="3" visibility="hidden">'
        "<title>&lt;Title&gt;</title>"
        '<path d="M0.00 0.00L5.50 -0.00Z" fill="none" stroke="#000000" stroke-width="1"'
        ' stroke-dasharray="6,4" stroke-linecap="round" stroke-linejoin="round"/>'
        '<rect x="1.00" y="2.00" width="3.00" height="4.00" rx="2" fill="#FFFFFF"/></g>'
    ) in svg


def test_a_picture_with_a_language_says_so() -> None:
    picture = Picture(10, 10, (), "Titel", lang="de", x=1, y=2, scale=1.5)
    svg = svg_of(picture)
    assert 'xml:lang="de"' in svg
    assert '<g transform="translate(1.00 2.00) scale(1.50000)">' in svg


PROGRAM = """
import sys
from argmap.diagram.drawing import draw
from argmap.exporters.svg import svg_of
from tests.diagram.sketches import SHAPES, sketch
for shape in ("undercut", "linked", "cross-links", "chinese"):
    sys.stdout.buffer.write(svg_of(draw(sketch(SHAPES[shape])).picture).encode())
"""


def test_bytes_depend_on_nothing_around() -> None:
    """Hash seeds, locales and fonts change nothing."""
    surroundings = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "FONTCONFIG_FILE": os.devnull},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kabul"},
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=os.environ | extra,
            capture_output=True,
            check=True,
        ).stdout
        for extra in surroundings
    }
    assert len(results) == 1
    assert results.pop().startswith(b"<svg ")
