from __future__ import annotations

from math import hypot

import pytest

from argmap.diagram.curves import Way
from argmap.diagram.marks import icon, line_items
from argmap.diagram.picture import Path
from argmap.diagram.themes import KINDS, LOOKS, Kind

UP: Way = (("M", 0, 100), ("C", 0, 50, 40, 50, 40, 20), ("L", 40, 0))
STEPS: tuple[Kind, ...] = ("support", "rebut", "undercut", "warrant")


def shapes(kind: Kind, *, joins: bool = False) -> list[Path]:
    return [item for item in line_items(kind, UP, joins=joins) if isinstance(item, Path)]


@pytest.mark.parametrize("kind", STEPS)
def test_a_line_is_drawn_as_its_kind_is(kind: Kind) -> None:
    shaft = shapes(kind)[0]
    look = LOOKS[kind]
    assert (shaft.stroke, shaft.stroke_width, shaft.dash) == (kind, look.width, look.dash)


@pytest.mark.parametrize("kind", STEPS)
def test_a_head_reaches_the_tip_and_the_line_does_not_pass_it(kind: Kind) -> None:
    shaft, head = shapes(kind)
    reach = min(hypot(s[-2] - 40, s[-1]) for s in head.segments if len(s) > 1)  # type: ignore[operator]
    assert reach <= 7.2
    assert 0 < shaft.segments[-1][-1] < 12  # type: ignore[operator]


def test_an_arrow_touches_the_border_with_its_tip() -> None:
    assert shapes("support")[1].segments[0] == ("M", 40, 0)


def test_a_bar_stands_across_its_line() -> None:
    (_, x1, y1), (_, x2, y2) = shapes("rebut")[1].segments  # type: ignore[misc]
    assert y1 == y2
    assert abs(x1 - x2) > 10


def test_a_line_that_joins_another_has_no_head() -> None:
    (shaft,) = shapes("support", joins=True)
    assert shaft.segments == UP


def test_every_kind_of_step_has_its_own_icon_and_head() -> None:
    outlines = [icon(kind, 0, 0) for kind in STEPS]
    assert all(outlines)
    assert len(set(outlines)) == len(STEPS)
    assert len({LOOKS[kind].head for kind in STEPS}) == len(STEPS)
    assert icon("claim", 0, 0) == ()
    assert set(STEPS) | {"claim"} == set(KINDS)


def test_a_claim_needs_no_head() -> None:
    (shaft,) = shapes("claim")
    assert shaft.segments == UP
