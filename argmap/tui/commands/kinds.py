"""The kinds of claim that can stand somewhere, as entries of a menu."""

from __future__ import annotations

from argmap.model.edits import EditError
from argmap.model.maps import STEP_KINDS, Kind, Map
from argmap.model.outline import check_kind
from argmap.tui.session.items import KIND_WORDS
from argmap.tui.session.outcomes import Choice

__all__ = ["kind_choices", "kinds_under"]

_LETTERS = {
    Kind.SUPPORT: "s",
    Kind.REBUT: "r",
    Kind.UNDERCUT: "u",
    Kind.WARRANT: "w",
    Kind.PREMISE: "p",
}


def kinds_under(map_: Map, item: int | None) -> tuple[Kind, ...]:
    """Return the kinds of step that can stand below an item."""
    found: list[Kind] = []
    for kind in STEP_KINDS:
        try:
            check_kind(map_.items, item, kind)
        except EditError:
            continue
        found.append(kind)
    return tuple(found)


def kind_choices(map_: Map, item: int, *, linked: bool = True) -> tuple[Choice, ...]:
    """Return what can stand under an item; with `linked`, a premise beside a step's own too."""
    kinds = kinds_under(map_, item)
    if linked and map_.items[item].kind.is_step:
        kinds += (Kind.PREMISE,)
    return tuple(Choice(_LETTERS[kind], str(kind), KIND_WORDS[kind]) for kind in kinds)
