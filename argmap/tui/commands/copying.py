"""Commands that carry claims elsewhere: cut, copy, paste, duplicate."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.edits import AddClaim, AddLinked, AddPremise, AddRef, EditError, Move
from argmap.model.ids import slug
from argmap.model.maps import Item, Kind, Map, parents_of
from argmap.model.outline import parent_of, siblings, subtree_end
from argmap.tui.commands.command import Command, is_editable, on_item
from argmap.tui.commands.kinds import kind_choices
from argmap.tui.commands.moving import chosen_items, kind_under
from argmap.tui.session.drafts import Draft
from argmap.tui.session.items import described, place_among, taken_ids
from argmap.tui.session.outcomes import Choose, Outcome, Told
from argmap.tui.session.sessions import Clipping, Session, changed

__all__ = ["COPYING", "drop"]


def cut(session: Session) -> Outcome:
    """Take the chosen items up; they stay until they are pasted elsewhere."""
    return _clipped(session, is_cut=True)


def copy(session: Session) -> Outcome:
    """Take copies of the chosen items up."""
    return _clipped(session, is_cut=False)


def _clipped(session: Session, *, is_cut: bool) -> Outcome:
    chosen = chosen_items(session)
    clipping = Clipping(session.map, chosen, is_cut=is_cut)
    what = described(session.map, chosen[0]) if len(chosen) == 1 else f"{len(chosen)} branches"
    verb = "Cut" if is_cut else "Copied"
    told = f"{verb} {what}. Press p to paste beside the cursor, P to paste below it."
    return Told(replace(session, clipping=clipping), told)


def paste_beside(session: Session) -> Outcome:
    """Put what was taken up behind the item under the cursor, on its level."""
    if not session.map.items:
        return _paste(session, None, None)
    parent = parent_of(session.map.items, session.cursor)
    return _paste(session, parent, session.cursor)


def paste_below(session: Session) -> Outcome:
    """Put what was taken up below the item under the cursor."""
    if not session.map.items:
        return _paste(session, None, None)
    return _paste(session, session.cursor, None)


def _paste(session: Session, parent: int | None, after: int | None) -> Outcome:
    clipping = session.clipping
    if clipping is None:
        raise EditError("Nothing was cut or copied yet. Press x or y on a claim first.")
    first = clipping.map.items[clipping.items[0]]
    needs_kind = parent is not None and not first.kind.is_step
    if (
        needs_kind
        and parent is not None
        and not isinstance(session.map.items[parent].content, Linked)
    ):
        choices = kind_choices(session.map, parent, linked=False)
        title = f"What does it do for {described(session.map, parent)}?"
        return Choose(title, choices, partial(_pasted, parent=parent, after=after))
    return _pasted(session, "", parent=parent, after=after)


def _pasted(session: Session, kind: str, *, parent: int | None, after: int | None) -> Outcome:
    clipping = session.clipping
    if clipping is None:
        return session
    draft = Draft(session.map)
    above = None if parent is None else draft.content(parent)
    beside = None if after is None else draft.content(after)
    if clipping.is_cut:
        return _moved(session, draft, clipping, kind, (above, beside))
    wanted = Kind(kind) if kind else None
    found = [_copy_branch(draft, clipping.map, item, parent, wanted) for item in clipping.items]
    return changed(session, f"paste {_what(clipping)}", draft.edits, found[0])


def _moved(
    session: Session,
    draft: Draft,
    clipping: Clipping,
    kind: str,
    target: tuple[object, object],
) -> Outcome:
    contents = [clipping.map.items[item].content for item in clipping.items]
    above, beside = target
    for taken_up in contents:
        item = _same(draft.map, taken_up)
        if item is None:
            raise EditError("What was cut is not in this map any more. Cut it again.")
        content = draft.content(item)
        parent = _index(draft.map, above)
        taken = Kind(kind) if kind else kind_under(draft.map, item, parent)
        draft.add(Move(item, parent, taken, _position(draft.map, item, beside, parent, taken)))
        beside = content
    cursor = _same(draft.map, contents[0])
    after = changed(session, f"move {_what(clipping)}", draft.edits, cursor)
    return replace(after, clipping=None)


def _index(map_: Map, content: object) -> int | None:
    if content is None:
        return None
    return next((index for index, one in enumerate(map_.items) if one.content is content), None)


def _same(map_: Map, content: object) -> int | None:
    """Return the item that says the same, the very same object before any other."""
    found = _index(map_, content)
    if found is not None:
        return found
    return next((index for index, one in enumerate(map_.items) if one.content == content), None)


def _position(map_: Map, item: int, beside: object, parent: int | None, kind: Kind) -> int | None:
    """Return the position behind the item beside which it goes, if that is of the kind."""
    index = _index(map_, beside)
    others = [one for one in siblings(map_.items, parent, kind) if one != item]
    return others.index(index) + 1 if index in others else None


def _what(clipping: Clipping) -> str:
    if len(clipping.items) == 1:
        return described(clipping.map, clipping.items[0])
    return f"{len(clipping.items)} branches"


def duplicate(session: Session) -> Outcome:
    """Copy the item under the cursor, with all below it, behind it."""
    item = session.cursor
    parent, _kind, position = place_among(session.map, item)
    draft = Draft(session.map)
    copied = _copy_branch(draft, session.map, item, parent, None)
    place = place_among(draft.map, copied)
    if place[2] != position + 1:
        content = draft.content(copied)
        draft.add(Move(copied, parent, place[1], position + 1))
        copied = draft.find(content) or copied
    return changed(session, f"duplicate {described(session.map, item)}", draft.edits, copied)


def _copy_branch(
    draft: Draft, source: Map, item: int, parent: int | None, kind: Kind | None
) -> int:
    """Add a copy of an item and all below it; claims get ids of their own. Return the first."""
    end = subtree_end(source.items, item)
    above = parents_of(source.items)
    contents: dict[int, object] = {}
    if parent is not None:
        contents[above[item]] = draft.content(parent)
    index = item
    while index < end:
        entry = source.items[index]
        goal = parent if index == item else _index(draft.map, contents[above[index]])
        own = (kind or _kind_of_copy(draft.map, entry, goal)) if index == item else entry.kind
        new = _add_copy(draft, source, index, goal, own)
        contents[index] = draft.content(new)
        following = index + 1
        if isinstance(entry.content, Linked):
            # Its premises came along with it.
            fresh = new + 1
            for premise in siblings(source.items, index, Kind.PREMISE):
                contents[premise] = draft.content(fresh)
                fresh += 1
        index = following
        while index < end and index in contents:
            index += 1
    return _index(draft.map, contents[item]) or 0


def _kind_of_copy(map_: Map, entry: Item, parent: int | None) -> Kind:
    if parent is None:
        return Kind.CLAIM
    if isinstance(map_.items[parent].content, Linked) and not entry.kind.is_about_step:
        return Kind.PREMISE
    return entry.kind


def _add_copy(draft: Draft, source: Map, index: int, parent: int | None, kind: Kind) -> int:
    entry = source.items[index]
    step = replace(entry.step, id=None)
    match entry.content:
        case Claim() as claim if kind is Kind.PREMISE and parent is not None:
            return draft.add_new(AddPremise(parent, _renamed(draft, claim)))
        case Claim() as claim:
            return draft.add_new(AddClaim(parent, kind, _renamed(draft, claim), step))
        case Ref() as ref if kind is Kind.PREMISE and parent is not None:
            return draft.add_new(AddPremise(parent, Ref(ref.id)))
        case Ref() as ref if parent is not None:
            return draft.add_new(AddRef(parent, kind, Ref(ref.id), step))
        case Linked() if parent is not None:
            premises = tuple(
                _premise(draft, source.items[one])
                for one in siblings(source.items, index, Kind.PREMISE)
            )
            return draft.add_new(AddLinked(parent, kind, premises, step))
        case _:
            raise EditError("At the top of a map stands a claim, no link and no linked premises.")


def _premise(draft: Draft, entry: Item) -> Claim | Ref:
    match entry.content:
        case Claim() as claim:
            return _renamed(draft, claim)
        case Ref(id=name):
            return Ref(name)
        case Linked():
            raise EditError("Linked premises cannot be linked again.")


def _renamed(draft: Draft, claim: Claim) -> Claim:
    return replace(claim, id=slug(claim.text, taken_ids(draft.map)))


def drop(session: Session, sources: tuple[int, ...], target: int, where: str) -> Outcome:
    """Move what was dragged with the mouse before, after or into a target."""
    clipping = Clipping(session.map, sources, is_cut=True)
    session = replace(session, clipping=clipping)
    if where == "inside":
        return _paste(session, target, None)
    parent, kind, position = place_among(session.map, target)
    if where == "before" and len(sources) == 1 and session.map.items[sources[0]].kind is kind:
        draft = Draft(session.map)
        content = draft.content(sources[0])
        same_list = sources[0] in siblings(session.map.items, parent, kind)
        before = same_list and sources[0] < target
        draft.add(Move(sources[0], parent, kind, position - 1 if before else position))
        after = changed(session, f"move {_what(clipping)}", draft.edits, draft.find(content))
        return replace(after, clipping=None)
    return _paste(session, parent, target)


def has_clipping(session: Session) -> bool:
    """Whether something was cut or copied."""
    return session.clipping is not None and is_editable(session)


COPYING = (
    Command(
        "cut",
        "Cut: take it up to move it",
        "It stays where it is until it is pasted; then it moves there with all below it.",
        ("x",),
        "Rearrange",
        cut,
        on_item,
    ),
    Command(
        "copy",
        "Copy: take a copy of it up",
        "Pasted claims get ids of their own.",
        ("y",),
        "Rearrange",
        copy,
        on_item,
    ),
    Command(
        "paste",
        "Paste beside the cursor",
        "Puts what was cut or copied behind this claim, on its level.",
        ("p",),
        "Rearrange",
        paste_beside,
        has_clipping,
    ),
    Command(
        "paste-below",
        "Paste below the cursor",
        "Puts what was cut or copied under this claim.",
        ("P",),
        "Rearrange",
        paste_below,
        has_clipping,
    ),
    Command(
        "duplicate",
        "Duplicate",
        "A copy of the claim and all below it, behind it; the copies get ids of their own.",
        ("D",),
        "Rearrange",
        duplicate,
        on_item,
    ),
)
