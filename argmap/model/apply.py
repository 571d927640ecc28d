"""What each edit makes of a map: one function, from a map and an edit to the map that follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from argmap.model.additions import apply_addition
from argmap.model.edits import (
    AddClaim,
    AddLinked,
    AddPremise,
    AddRef,
    AddSource,
    ChangeKind,
    Edit,
    Link,
    Move,
    Remove,
    RemoveSource,
    RemoveStance,
    RenameId,
    RenameSource,
    SetField,
    SetMapField,
    SetSourceField,
    SetStance,
    Unlink,
)
from argmap.model.linking import apply_linking
from argmap.model.maps import Map
from argmap.model.moving import apply_moving
from argmap.model.renaming import apply_renaming
from argmap.model.setting import apply_setting
from argmap.model.sourcing import apply_sourcing

__all__ = ["apply_edit", "apply_edits"]


def apply_edit(map_: Map, edit: Edit) -> Map:
    """Return the map after an edit; `argmap.model.edits` says what each one means.

    An edit never makes a map worse in form: ids stay unique and well formed, and whatever
    pointed at something still does. What a map means is left to the rules.

    Raises:
        EditError: The map cannot take the edit; the text is a sentence for the user.
    """
    match edit:
        case AddClaim() | AddRef() | AddLinked():
            return apply_addition(map_, edit)
        case AddPremise() | Link() | Unlink():
            return apply_linking(map_, edit)
        case Remove() | Move() | ChangeKind():
            return apply_moving(map_, edit)
        case SetField() | SetSourceField() | SetMapField():
            return apply_setting(map_, edit)
        case RenameId() | RenameSource():
            return apply_renaming(map_, edit)
        case AddSource() | RemoveSource() | SetStance() | RemoveStance():
            return apply_sourcing(map_, edit)
        case _:
            assert_never(edit)


def apply_edits(map_: Map, edits: Iterable[Edit]) -> Map:
    """Return the map after several edits, each on what the one before has left.

    Raises:
        EditError: One of them cannot be; then none of them counts.
    """
    for edit in edits:
        map_ = apply_edit(map_, edit)
    return map_
