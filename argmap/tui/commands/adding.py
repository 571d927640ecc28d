"""Commands that write: new claims above, beside and below, and the text of those that are there."""

from __future__ import annotations

from functools import partial

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.edits import AddClaim, AddPremise, EditError, SetField
from argmap.model.ids import slug
from argmap.model.maps import Kind
from argmap.tui.commands.command import Command, is_editable, on_claim, on_item
from argmap.tui.commands.kinds import kind_choices
from argmap.tui.commands.linking import pick_claim
from argmap.tui.session.drafts import Draft
from argmap.tui.session.items import described, place_among, quoted, taken_ids
from argmap.tui.session.outcomes import Choice, Choose, Outcome, Write
from argmap.tui.session.sessions import Session, changed

__all__ = ["ADDING"]

# Stands in the row of a claim while its text is being written.
_UNWRITTEN = "…"


def add_child(session: Session) -> Outcome:
    """Ask which kind of claim is to stand below the cursor, then for its text."""
    if not session.map.items:
        return add_root(session)
    item = session.cursor
    choices = list(kind_choices(session.map, item))
    if not choices:
        raise EditError("Nothing can stand below this. Argue about the claim at its home.")
    choices.append(Choice("l", "link", "a claim that is in the map already"))
    return Choose(f"Add below {described(session.map, item)}", tuple(choices), _child_of_kind)


def _child_of_kind(session: Session, name: str) -> Outcome:
    if name == "link":
        return pick_claim(session)
    kind = Kind(name)
    position = None
    return _write(session, session.cursor, kind, position)


def add_below(session: Session) -> Outcome:
    """Begin a claim of the same kind below the one under the cursor."""
    return _add_beside(session, 1)


def add_above(session: Session) -> Outcome:
    """Begin a claim of the same kind above the one under the cursor."""
    return _add_beside(session, 0)


def _add_beside(session: Session, by: int) -> Outcome:
    if not session.map.items:
        return add_root(session)
    parent, kind, position = place_among(session.map, session.cursor)
    return _write(session, parent, kind, position + by)


def add_root(session: Session) -> Outcome:
    """Begin a claim at the top level, behind the others."""
    return _write(session, None, Kind.CLAIM, None)


def _write(session: Session, parent: int | None, kind: Kind, position: int | None) -> Outcome:
    """Ask for the text of a new claim, on a row of its own where it will stand."""
    draft = Draft(session.map)
    item = draft.add_new(_addition(parent, kind, position, Claim(_UNWRITTEN)))
    then = partial(_add, parent=parent, kind=kind, position=position)
    return Write(item, f"New {_named(kind)}", "", then, draft.map)


def _named(kind: Kind) -> str:
    return "linked premise" if kind is Kind.PREMISE else str(kind)


def _addition(
    parent: int | None, kind: Kind, position: int | None, claim: Claim
) -> AddClaim | AddPremise:
    if kind is Kind.PREMISE and parent is not None:
        return AddPremise(parent, claim, position)
    return AddClaim(parent, kind, claim, position=position)


def _add(
    session: Session, text: str, *, parent: int | None, kind: Kind, position: int | None
) -> Outcome:
    text = _folded(text)
    claim = Claim(text, slug(text, taken_ids(session.map)))
    draft = Draft(session.map)
    item = draft.add_new(_addition(parent, kind, position, claim))
    if isinstance(draft.content(item), Linked):
        # The first premise of a step that was a single one: the new claim is the other.
        item = next(index for index, one in enumerate(draft.map.items) if one.content == claim)
    return changed(session, f"add {quoted(text)}", draft.edits, item)


def edit_text(session: Session) -> Outcome:
    """Edit the text of a claim in its row; of a ref, that of the claim it refers to."""
    match session.item.content:
        case Claim(text=text):
            return Write(session.cursor, "Text", text, partial(_set_text, item=session.cursor))
        case Ref(id=name):
            raise EditError(f"This is a link. Press ] to go to '{name}' and edit it there.")
        case Linked():
            raise EditError("These are linked premises. Edit the text of one of them.")


def _set_text(session: Session, text: str, *, item: int) -> Outcome:
    edit = SetField(item, "claim", _folded(text))
    return changed(session, f"edit the text of {described(session.map, item)}", (edit,), item)


def edit_short(session: Session) -> Outcome:
    """Edit the short text of a claim in its row; an empty one takes it away."""
    claim = session.item.content
    if not isinstance(claim, Claim):
        raise EditError("Only a claim has a short text. Go to its home with ].")
    then = partial(_set_short, item=session.cursor)
    return Write(session.cursor, "Short text, for slides", claim.short or "", then)


def _set_short(session: Session, text: str, *, item: int) -> Outcome:
    value = " ".join(text.split()) or None
    edit = SetField(item, "short", value)
    return changed(session, f"edit the short of {described(session.map, item)}", (edit,), item)


def _folded(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise EditError("A claim needs words. Write some, or press esc to leave it.")
    return text


ADDING = (
    Command(
        "add-child",
        "Add a claim below",
        "A menu asks what the new claim does: support, rebut, undercut, warrant, linked premise, "
        "or a link to a claim that is there already.",
        ("a",),
        "Write",
        add_child,
        is_editable,
        short="Add",
        foot=2,
    ),
    Command(
        "add-below",
        "Add a claim of the same kind after this one",
        "The new claim stands beside the one under the cursor, and does the same as it.",
        ("o",),
        "Write",
        add_below,
        is_editable,
        short="Beside",
        foot=7,
    ),
    Command(
        "add-above",
        "Add a claim of the same kind before this one",
        "The new claim stands beside the one under the cursor, and does the same as it.",
        ("A",),
        "Write",
        add_above,
        is_editable,
    ),
    Command(
        "add-root",
        "Add a claim at the top of the map",
        "The new claim argues about nothing yet; others can argue about it.",
        ("C",),
        "Write",
        add_root,
        is_editable,
    ),
    Command(
        "edit-text",
        "Edit the text",
        "The text is edited in its row. Enter keeps it, escape leaves it as it was.",
        ("enter", "e"),
        "Write",
        edit_text,
        on_item,
        short="Edit",
        foot=1,
    ),
    Command(
        "edit-short",
        "Edit the short text",
        "What a slide shows in place of a long claim. An empty text takes it away.",
        ("s",),
        "Write",
        edit_short,
        on_claim,
    ),
)
