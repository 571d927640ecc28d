"""What an edit is called in the history: a few words that begin with a verb."""

from __future__ import annotations

from argmap.model.claims import Claim, Ref
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
from argmap.model.maps import Map

__all__ = ["label_of"]

_LONGEST = 30


def label_of(edit: Edit, map_: Map) -> str:
    """Return what an edit of a map is called, e.g. "rename 'a' to 'b'"."""
    match edit:
        case AddClaim() | AddRef() | AddLinked() | AddPremise():
            label = _label_of_addition(edit, map_)
        case Remove() | Move() | ChangeKind() | Link() | Unlink():
            label = _label_of_change(edit, map_)
        case SetField(item=item, name=name, value=value):
            label = f"{_set(value)} '{name}' of {_name(map_, item)}"
        case RenameId(old=old, new=new) | RenameSource(old=old, new=new):
            label = f"rename '{old}' to '{new}'"
        case _:
            label = _label_of_map(edit)
    return label


def _label_of_addition(edit: AddClaim | AddRef | AddLinked | AddPremise, map_: Map) -> str:
    """Return what an edit that adds an item is called."""
    match edit:
        case AddLinked(parent=parent, kind=kind):
            return f"add a linked {kind} of {_name(map_, parent)}"
        case AddPremise(item=item):
            return f"add a premise to {_name(map_, item)}"
        case _ if edit.parent is None:
            return "add a root"
        case _:
            return f"add a {edit.kind} of {_name(map_, edit.parent)}"


def _label_of_change(edit: Remove | Move | ChangeKind | Link | Unlink, map_: Map) -> str:
    """Return what an edit that takes items away or elsewhere is called."""
    match edit:
        case Remove(item=item):
            return f"remove {_name(map_, item)}"
        case Move(item=item, parent=parent):
            where = "the roots" if parent is None else _name(map_, parent)
            return f"move {_name(map_, item)} to {where}"
        case ChangeKind(item=item, kind=kind):
            return f"make {_name(map_, item)} a {kind}"
        case Link(items=items):
            return f"link {len(set(items))} steps"
        case _:
            return f"unlink {_name(map_, edit.item)}"


def _set(value: object) -> str:
    """Return what is done to a field that gets a value."""
    return "take away" if value is None else "change"


def _label_of_map(
    edit: AddSource | SetSourceField | RemoveSource | SetStance | RemoveStance | SetMapField,
) -> str:
    """Return what an edit beside the items is called."""
    match edit:
        case AddSource(source=source):
            return f"add the source '{source.id}'"
        case SetSourceField(id=name, name=field, value=value):
            return f"{_set(value)} '{field}' of '{name}'"
        case SetStance(stance=stance):
            return f"say what '{stance.source}' believes of '{stance.about}'"
        case RemoveStance(source=source, about=about):
            return f"take away what '{source}' believes of '{about}'"
        case RemoveSource(id=name):
            return f"remove the source '{name}'"
        case _:
            return f"{_set(edit.value)} '{edit.name}' of the map"


def _name(map_: Map, item: int) -> str:
    """Return what a user knows an item by: its id, or how it begins."""
    match map_.items[item].content:
        case Claim() as claim:
            return _words(claim)
        case Ref(id=name):
            return f"the ref '{name}'"
        case _:
            step = map_.items[item].step.id
            return "the linked premises" if step is None else f"'{step}'"


def _words(claim: Claim) -> str:
    """Return the id of a claim in quotation marks, or its first words."""
    if claim.id is not None:
        return f"'{claim.id}'"
    text = claim.short or claim.text
    if len(text) <= _LONGEST:
        return f"“{text}”"
    return f"“{text[:_LONGEST].rsplit(' ', 1)[0]} …”"
