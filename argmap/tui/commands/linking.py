"""Commands about links: to a claim that is there already, and between premises of one step."""

from __future__ import annotations

from functools import partial

from argmap.document.editing import naming
from argmap.model.claims import Claim, Linked, Ref
from argmap.model.edits import AddPremise, AddRef, EditError, Link, Move, RenameId, SetField, Unlink
from argmap.model.ids import slug
from argmap.model.maps import Kind, Map
from argmap.model.outline import parent_of
from argmap.tui.commands.command import Command, on_claim, on_item, on_linked, on_step
from argmap.tui.commands.kinds import kind_choices
from argmap.tui.session.drafts import Draft
from argmap.tui.session.items import described, previous_sibling, taken_ids
from argmap.tui.session.outcomes import Choose, Line, Outcome, Pick
from argmap.tui.session.sessions import Session, changed

__all__ = ["LINKING", "claim_options", "pick_claim"]


def claim_options(map_: Map) -> tuple[tuple[str, str, str], ...]:
    """Return all claims to choose from, known by their index."""
    return tuple(
        (str(index), " ".join(item.content.text.split()), item.content.id or "")
        for index, item in enumerate(map_.items)
        if isinstance(item.content, Claim)
    )


def pick_claim(session: Session) -> Outcome:
    """Ask for a claim of the map that is to count below the cursor too."""
    here = session.item.content
    options = tuple(
        option
        for option in claim_options(session.map)
        if session.map.items[int(option[0])].content is not here
    )
    if not options:
        raise EditError("There is no other claim to link to yet.")
    title = f"Which claim counts for or against {described(session.map, session.cursor)} too?"
    return Pick(title, options, _linked_as)


def _linked_as(session: Session, answer: str) -> Outcome:
    item = session.cursor
    choices = kind_choices(session.map, item)
    title = f"What does {described(session.map, int(answer))} do here?"
    return Choose(title, choices, partial(_link_to, item=item, claim=int(answer)))


def _link_to(session: Session, name: str, *, item: int, claim: int) -> Outcome:
    known, first = naming(session.map, claim)
    draft = Draft(session.map)
    draft.add(*first)
    kind = Kind(name)
    if kind is Kind.PREMISE:
        edit: AddPremise | AddRef = AddPremise(item, Ref(known))
    else:
        edit = AddRef(item, kind, Ref(known))
    ref = draft.add_new(edit)
    if isinstance(draft.content(ref), Linked):
        ref = next(
            index
            for index in range(ref, len(draft.map.items))
            if draft.map.items[index].content == Ref(known)
        )
    return changed(session, f"link to '{known}'", draft.edits, ref)


def link_premises(session: Session) -> Outcome:
    """Join the selected steps, or the step under the cursor and the one before it."""
    items = session.selected
    if len(items) < 2:
        before = previous_sibling(session.map, session.cursor)
        if before is None:
            raise EditError("Select the steps to link with V first, or stand on the second one.")
        items = (before, session.cursor)
    draft = Draft(session.map)
    content = draft.content(session.cursor)
    before_item = session.map.items[items[0]]
    if isinstance(before_item.content, Linked) and len(items) == 2:
        draft.add(Move(items[1], items[0], Kind.PREMISE))
    else:
        draft.add(Link(items))
    cursor = draft.find(content)
    return changed(session, "link premises", draft.edits, items[0] if cursor is None else cursor)


def unlink_premises(session: Session) -> Outcome:
    """Make each linked premise a step of its own."""
    item = session.cursor
    if session.item.kind is Kind.PREMISE:
        item = parent_of(session.map.items, item) or 0
    draft = Draft(session.map)
    content = draft.content(session.cursor)
    draft.add(Unlink(item))
    cursor = draft.find(content)
    return changed(session, "unlink premises", draft.edits, item if cursor is None else cursor)


def rename(session: Session) -> Outcome:
    """Ask for another id of the claim under the cursor; all that refer to it follow."""
    claim = session.item.content
    if not isinstance(claim, Claim):
        raise EditError("Only a claim has an id here. Go to its home with ].")
    others = taken_ids(session.map) - {claim.id}
    proposed = slug(claim.text, others)
    then = partial(_rename, item=session.cursor)
    return Line("Id", claim.id or proposed, then, (proposed,), "Refs and stances follow.")


def _rename(session: Session, text: str, *, item: int) -> Outcome:
    claim = session.map.items[item].content
    if not isinstance(claim, Claim):
        raise EditError("Only a claim has an id here.")
    new = text.strip()
    if claim.id is None:
        return changed(session, f"name '{new}'", (SetField(item, "id", new),), item)
    label = f"rename '{claim.id}' to '{new}'"
    return changed(session, label, (RenameId(claim.id, new),), item)


LINKING = (
    Command(
        "link-to",
        "Link to a claim that is there already",
        "A claim can count in several places. It stays at its home; here stands a link to it.",
        ("L",),
        "Write",
        pick_claim,
        on_item,
    ),
    Command(
        "rename-id",
        "Rename the id everywhere",
        "Links and stances that name the claim follow.",
        ("#",),
        "Write",
        rename,
        on_claim,
    ),
    Command(
        "link-premises",
        "Link premises: they only work together",
        "Joins the selected steps, or this step and the one before it, into one step.",
        ("+",),
        "Rearrange",
        link_premises,
        on_step,
    ),
    Command(
        "unlink-premises",
        "Unlink premises: each works alone",
        "Each of the linked premises becomes a step of its own.",
        ("-",),
        "Rearrange",
        unlink_premises,
        on_linked,
    ),
)
