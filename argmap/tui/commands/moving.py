"""Commands that rearrange: the kind, level and order of what is there, and deleting."""

from __future__ import annotations

from functools import partial

from argmap.model.claims import Linked
from argmap.model.edits import ChangeKind, EditError, Move, Remove
from argmap.model.maps import Kind, Map
from argmap.model.outline import parent_of, siblings
from argmap.tui.commands.command import Command, on_item, on_step
from argmap.tui.commands.kinds import kind_choices, kinds_under
from argmap.tui.session.drafts import Draft
from argmap.tui.session.items import (
    claims_below,
    described,
    next_sibling,
    place_among,
    previous_sibling,
    topmost,
)
from argmap.tui.session.outcomes import Choice, Choose, Outcome
from argmap.tui.session.sessions import Session, changed

__all__ = ["MOVING", "chosen_items", "kind_under", "moved"]


def chosen_items(session: Session) -> tuple[int, ...]:
    """Return the selected items, or the one under the cursor, none below another."""
    return topmost(session.map, session.selected or (session.cursor,))


def change_kind(session: Session) -> Outcome:
    """Ask for another kind of the step under the cursor."""
    parent = parent_of(session.map.items, session.cursor)
    if parent is None:
        raise EditError("A claim at the top has no kind. Indent it with tab first.")
    here = str(session.item.kind)
    choices = tuple(
        choice for choice in kind_choices(session.map, parent, linked=False) if choice.name != here
    )
    title = f"Change {described(session.map, session.cursor)}, now a {here}"
    return Choose(title, choices, partial(_set_kind, item=session.cursor))


def _set_kind(session: Session, name: str, *, item: int) -> Outcome:
    draft = Draft(session.map)
    content = draft.content(item)
    label = f"make {described(session.map, item)} a {name}"
    draft.add(ChangeKind(item, Kind(name)))
    return changed(session, label, draft.edits, draft.find(content))


def kind_under(map_: Map, item: int, parent: int | None) -> Kind:
    """Return the kind that an item takes under another parent: its own where that can be.

    Raises:
        EditError: Nothing can stand there.
    """
    if parent is None:
        return Kind.CLAIM
    own = map_.items[item].kind
    is_linked = isinstance(map_.items[item].content, Linked)
    if isinstance(map_.items[parent].content, Linked) and not own.is_about_step and not is_linked:
        return Kind.PREMISE
    if own is Kind.PREMISE:
        above = parent_of(map_.items, item)
        own = map_.items[above].kind if above is not None else own
    possible = kinds_under(map_, parent)
    if own in possible:
        return own
    if not possible:
        raise EditError("Nothing can stand below that. Argue about the claim at its home.")
    return possible[0]


def moved(
    session: Session, item: int, parent: int | None, kind: Kind, position: int | None
) -> Outcome:
    """Return the session with an item moved, and the cursor still on it."""
    draft = Draft(session.map)
    content = draft.content(item)
    draft.add(Move(item, parent, kind, position))
    label = f"move {described(session.map, item)}"
    return changed(session, label, draft.edits, draft.find(content))


def indent(session: Session) -> Outcome:
    """Put the item below the one before it on its level."""
    item = session.cursor
    above = previous_sibling(session.map, item)
    if above is None:
        raise EditError("There is nothing before this on its level to put it below.")
    return moved(session, item, above, kind_under(session.map, item, above), None)


def outdent(session: Session) -> Outcome:
    """Put the item beside the one it stands below."""
    item = session.cursor
    parent = parent_of(session.map.items, item)
    if parent is None:
        raise EditError("This stands at the top already.")
    above, parent_kind, position = place_among(session.map, parent)
    kind = kind_under(session.map, item, above)
    if kind is Kind.PREMISE and parent_kind is not Kind.PREMISE:
        kind = parent_kind
    return moved(session, item, above, kind, position + 1 if kind is parent_kind else None)


def move_up(session: Session) -> Outcome:
    """Move the item before the one of its kind above it."""
    return _along(session, -1)


def move_down(session: Session) -> Outcome:
    """Move the item behind the one of its kind below it."""
    return _along(session, 1)


def _along(session: Session, by: int) -> Outcome:
    item = session.cursor
    parent, kind, position = place_among(session.map, item)
    count = len(siblings(session.map.items, parent, kind))
    if not 0 <= position + by < count:
        which = "first" if by < 0 else "last"
        raise EditError(
            f"This is the {which} {kind} here. Tab and shift+tab move it to another level, "
            "x and p to anywhere."
        )
    return moved(session, item, parent, kind, position + by)


def delete(session: Session) -> Outcome:
    """Delete at once what is a single entry; ask where more goes or others refer to it."""
    chosen = chosen_items(session)
    count = sum(claims_below(session.map, item) for item in chosen)
    try:
        after = _without(session, chosen, keep=False)
    except EditError as refusal:
        # Either others refer to it, which is a choice, or it cannot be at all.
        _without(session, chosen, keep=True)
        choices = (
            Choice("m", "move", "the first link to it becomes its home, with what argues about it"),
            Choice("n", "no", "delete nothing"),
        )
        return Choose(str(refusal), choices, partial(_delete, chosen=chosen))
    if count <= 1 and len(chosen) == 1:
        return after
    choices = (Choice("d", "delete", f"{count} claims"), Choice("n", "no", "delete nothing"))
    return Choose(f"Delete {count} claims?", choices, partial(_delete, chosen=chosen))


def _delete(session: Session, answer: str, *, chosen: tuple[int, ...]) -> Outcome:
    if answer == "no":
        return session
    return _without(session, chosen, keep=answer == "move")


def _without(session: Session, chosen: tuple[int, ...], *, keep: bool) -> Session:
    map_ = session.map
    draft = Draft(map_)
    following = next_sibling(map_, chosen[-1])
    before = previous_sibling(map_, chosen[0])
    neighbour = following if following is not None else before
    if neighbour is None:
        neighbour = parent_of(map_.items, chosen[0])
    stays = None if neighbour is None else draft.content(neighbour)
    for content in [draft.content(item) for item in chosen]:
        item = draft.find(content)
        if item is not None:
            draft.add(Remove(item, keep_referenced=keep))
    label = f"delete {described(map_, chosen[0])}"
    if len(chosen) > 1:
        label = f"delete {len(chosen)} branches"
    cursor = None if stays is None else draft.find(stays)
    return changed(session, label, draft.edits, chosen[0] if cursor is None else cursor)


MOVING = (
    Command(
        "change-kind",
        "Change the kind",
        "Make a support a rebut, an undercut a warrant, and so on.",
        ("t",),
        "Rearrange",
        change_kind,
        on_step,
        short="Kind",
        foot=8,
    ),
    Command(
        "indent",
        "Indent: put it below the one before",
        "The claim then argues about the one before it on its level.",
        ("tab", "greater_than_sign"),
        "Rearrange",
        indent,
        on_item,
        short="Indent",
        foot=9,
    ),
    Command(
        "outdent",
        "Outdent: put it beside the one above",
        "The claim then stands on the level of what it argued about.",
        ("shift+tab", "less_than_sign"),
        "Rearrange",
        outdent,
        on_item,
    ),
    Command(
        "move-up",
        "Move up among its kind",
        "Order is kept and shown, but carries no meaning.",
        ("K", "alt+up"),
        "Rearrange",
        move_up,
        on_item,
    ),
    Command(
        "move-down",
        "Move down among its kind",
        "Order is kept and shown, but carries no meaning.",
        ("J", "alt+down"),
        "Rearrange",
        move_down,
        on_item,
    ),
    Command(
        "delete",
        "Delete",
        "Deletes the selected claims, or the one under the cursor, with all below.",
        ("d", "delete"),
        "Rearrange",
        delete,
        on_item,
        short="Delete",
        foot=4,
    ),
)
