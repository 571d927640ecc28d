from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.diagram.drawing import Drawing, DrawOptions, draw
from argmap.diagram.geometry import EngineError
from argmap.diagram.picture import Group, Text, texts
from argmap.diagram.themes import PRINT
from argmap.model.claims import Claim, Ref
from argmap.model.maps import Item, Kind, Map
from tests.diagram.sketches import SHAPES, sketch

FIFTEEN = """
= role: Beijing will play a greater role in the peace talks.
  + failed: A failed settlement would put the security of China at risk.
    + shelter: Militants could again find shelter among the Taliban.
    + war: Civil war next door would also shake Pakistan.
  + mines: Chinese investments need protection from whoever governs Kabul.
    + stakes: State firms hold large copper and oil stakes there.
  + linked
    & wants: Washington wants Beijing to share the burden in Afghanistan.
    & easy: Beijing wants a few easy areas of cooperation with Washington.
  - blame: Beijing avoids sponsoring a deal it could later be blamed for.
    + hedges: It hedges and keeps ties with every side that might win.
    - harder: Hedging is getting harder as foreign troops go home.
  - ahead: Beijing will not move ahead of Pakistan, its closest partner.
    + hold: Islamabad guards its own hold over the Taliban.
      ! direct: Direct meetings show that Beijing no longer depends on a go-between.
"""


def words(drawing: Drawing) -> str:
    return " ".join(text.string for text in texts(drawing.picture))


def corners(drawing: Drawing, name: str) -> tuple[float, float]:
    """Return where on the canvas the first line of a card begins."""
    picture = drawing.picture
    for item in picture.items:
        if isinstance(item, Group) and item.id == name:
            text = next(child for child in item.children if isinstance(child, Text))
            return picture.x + picture.scale * text.x, picture.y + picture.scale * text.y
    raise AssertionError(name)


def test_fifteen_claims_are_legible_on_a_slide() -> None:
    drawing = draw(sketch(FIFTEEN))
    assert (drawing.picture.width, drawing.picture.height) == (960, 540)
    assert drawing.text_size_pt >= 12
    assert drawing.notes == ()


def test_the_search_makes_text_larger_than_the_first_layout() -> None:
    plain = draw(sketch(FIFTEEN), DrawOptions(fit=False)).picture
    size = 12 * min(960 / plain.width, 540 / plain.height)
    assert draw(sketch(FIFTEEN)).text_size_pt > 1.3 * size


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_drawn_off_the_canvas(shape: str) -> None:
    picture = draw(sketch(SHAPES[shape])).picture
    for text in texts(picture):
        start = text.x - (text.width / 2 if text.anchor == "middle" else 0)
        left, right = (picture.x + picture.scale * x for x in (start, start + text.width))
        assert left >= -0.01
        assert right <= picture.width + 0.01
        assert 0 <= picture.y + picture.scale * text.y <= picture.height


def test_the_contention_is_on_top_with_pros_left_and_cons_right() -> None:
    drawing = draw(sketch(SHAPES["rebuts before supports"]))
    root, pro, con = (corners(drawing, name) for name in ("a", "p", "c"))
    assert root[1] < min(pro[1], con[1])
    assert pro[0] < root[0] + 100
    assert pro[0] < con[0]


def test_a_small_map_does_not_shout() -> None:
    assert draw(sketch("= a")).text_size_pt == 22


def test_without_fit_the_canvas_takes_the_size_of_the_drawing() -> None:
    drawing = draw(sketch("= a\n  + b"), DrawOptions(fit=False))
    assert drawing.text_size_pt == 12
    assert drawing.picture.scale == 1
    assert drawing.picture.width < 300


def many(count: int, short: str | None = None) -> Map:
    text = "This is a rather long sentence that takes several lines on every card there is."
    root = Item(0, Kind.CLAIM, Claim("It is so", "a"))
    below = [Item(1, Kind.SUPPORT, Claim(text, f"c{n}", short=short)) for n in range(count)]
    return Map(items=(root, *below))


def test_too_small_text_is_told_with_what_would_help() -> None:
    drawing = draw(many(60))
    assert drawing.text_size_pt < 12
    (note,) = drawing.notes
    assert note == (
        f"The text is {drawing.text_size_pt:.1f} pt on a canvas of 960 x 540 pt, under the 12 pt"
        " that read well on a slide. It helps to give long claims a 'short' or draw a part of the"
        " map with --root or --depth."
    )


def test_a_short_text_is_taken_only_where_it_is_needed() -> None:
    assert "sentence" in words(draw(many(2, "Brief")))
    assert "sentence" not in words(draw(many(40, "Brief")))


def test_short_or_full_text_can_be_asked_for() -> None:
    assert "sentence" not in words(draw(many(2, "Brief"), DrawOptions(text="short")))
    full = draw(many(40, "Brief"), DrawOptions(text="full"))
    assert "sentence" in words(full)
    assert "leave out --text full" in full.notes[0]


def test_a_map_of_many_claims_takes_the_first_layout() -> None:
    drawing = draw(many(400, "Brief"), DrawOptions(engine="tidy"))
    assert drawing.engine_name == "tidy"
    assert "Brief" in words(drawing)


def test_the_engine_asked_for_does_it_or_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert draw(sketch("= a"), DrawOptions(engine="tidy")).engine_name == "tidy"
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match="dot"):
        draw(sketch("= a\n  + b"), DrawOptions(engine="dot"))


def test_a_picture_keeps_theme_language_and_description() -> None:
    map_ = replace(sketch("= a"), lang="de")
    picture = draw(map_, DrawOptions(theme=PRINT), "In words.").picture
    assert (picture.theme, picture.lang, picture.description) == (PRINT, "de", "In words.")
    assert picture.title == "A sketch"


def test_an_implicit_claim_says_so() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("It is so", "a", implicit=True)),
        Item(1, Kind.SUPPORT, Claim("Because", "b", implicit=True)),
    )
    shown = words(draw(Map(items=items)))
    assert "IMPLICIT It is so" in shown
    assert "SUPPORT · IMPLICIT" in shown


def test_many_cross_links_in_a_large_map_end_at_their_claims() -> None:
    items = [Item(0, Kind.CLAIM, Claim("root", "r"))]
    for n in range(160):
        items.append(Item(1, Kind.SUPPORT, Claim(f"Reason {n}", f"c{n}")))
        items.append(Item(2, Kind.REBUT, Ref(f"c{n * 7 % 160}")))
        items.append(Item(2, Kind.UNDERCUT, Ref(f"c{n * 3 % 160}")))
    drawing = draw(Map(items=tuple(items)), DrawOptions(engine="tidy"))
    lines = [item for item in drawing.picture.items if isinstance(item, Group)]
    assert sum("line" in group.classes for group in lines) == 480
