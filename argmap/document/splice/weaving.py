"""Items written anew after an edit, each from the lines it had and the lines that are new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.document.splice.after import After, ItemTask, content_keys
from argmap.document.splice.before import ROOT, Before
from argmap.document.splice.bracketed import bracketed_item
from argmap.document.splice.brackets import placed
from argmap.document.splice.contents import Value
from argmap.document.splice.entries import change_entry
from argmap.document.splice.listing import (
    ListPlace,
    Task,
    comments_of_part,
    list_tasks,
    new_items,
)
from argmap.document.splice.output import CLOSE_UP, Dash, New, Old, Piece
from argmap.document.splice.scalars import flow_scalar
from argmap.document.splice.script import Script
from argmap.document.splice.spans import ItemSpan, Part, comments_in
from argmap.document.splice.writing import Indents, entry_lines

__all__ = ["woven"]


# The comment above such a key speaks of more than one entry, and stays when the last one goes.
_SECTIONS = ("sources", "stances")


@dataclass(frozen=True, slots=True)
class _Slot:
    """One key of an item: with its part of `owner` in the old text, or new.

    Of a slot that `goes` only comments stay that are not its own.
    """

    key: str
    owner: int = ROOT
    part: Part | None = None
    goes: bool = False


def woven(after: After, script: Script) -> list[Piece]:
    """Return the pieces of the text after an edit; changes inside lines are noted in the script.

    Raises:
        EditError: The edit cannot be written without losing a comment between brackets.
    """
    before = after.before
    done: list[Piece] = []
    todo: list[Task] = []
    if before.root.flow:
        text = bracketed_item(after, ROOT)
        script.replace(before.root.start, before.root.end, text)
        return [Old(0, before.page.count)]
    parts = before.parts(ROOT)
    tail = Old(parts[-1].last, before.page.count)
    todo = [tail, *reversed(_body(after, script, ROOT, Placing(0, before.usual, stays=True)))]
    done.append(Old(0, parts[0].first))
    while todo:
        task = todo.pop()
        if isinstance(task, ItemTask):
            todo += reversed(_item_tasks(after, script, task))
        else:
            done.append(task)
    return done


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the keys of an item go, how lists below it are indented, whether its lines stay."""

    column: int
    indents: Indents
    stays: bool


def _item_tasks(after: After, script: Script, task: ItemTask) -> list[Task]:
    """Return what writes an item of a list in lines."""
    before = after.before
    origin = after.origin(task.item)
    heard = [one for item in origin.heard for one in _comments_above(before, item, task.dash)]
    below = [one for item in origin.heard for one in _comments_below(before, item, task.start)]
    old = origin.content
    if old < 0:
        place = Placing(task.start, task.indents, stays=False)
        body = _body(after, script, task.item, place)
        return [*heard, Dash(task.dash, task.start), *body]
    span = before.span(old)
    tree = before.tree(old)
    stays = task.stays and origin.place == old
    if span is None or tree.flow:
        return [*heard, *_bracketed(after, script, task, span, stays=stays), *below]
    tasks: list[Task] = []
    if after.same[task.item]:
        tasks = _whole(span, task, stays=stays)
    else:
        tasks = _recomposed(after, script, task, span, stays=stays)
    return [*heard, *tasks, *below, *[CLOSE_UP] * span.is_open]


def _whole(span: ItemSpan, task: ItemTask, *, stays: bool) -> list[Task]:
    """Return what writes an item as it was, at its new columns."""
    shift = task.dash - span.dash
    if shift == task.start - span.start or span.start_line > span.line:
        return [Old(span.first, span.last, shift, stay=stays)]
    return [
        Old(span.first, span.line, shift, stay=stays),
        Dash(task.dash, task.start),
        Old(span.line, span.last, task.start - span.start, stay=stays, bare=span.start),
    ]


def _recomposed(
    after: After, script: Script, task: ItemTask, span: ItemSpan, *, stays: bool
) -> list[Task]:
    """Return what writes an item of which something has changed."""
    before = after.before
    old = after.origin(task.item).content
    parts = before.parts(old)
    is_alone = span.start_line > span.line
    above = task.dash - span.dash
    column = span.start + above if is_alone else task.start
    shift = column - span.start
    own = before.indents(old)
    place = Placing(column, task.indents if own is None else own, stays)
    body = _body(after, script, task.item, place)
    first = next(piece for piece in body if isinstance(piece, (Old, New)))
    tasks: list[Task] = [Old(span.first, span.line, above, stay=stays)]
    is_first = isinstance(first, Old) and first.first == parts[0].first
    if is_alone:
        tasks.append(Old(span.line, parts[0].first, above, stay=stays))
    elif not is_first or above or shift or not stays:
        tasks.append(Dash(task.dash, column))
        if is_first and isinstance(first, Old):
            body[body.index(first)] = replace(first, bare=span.start)
    return [*tasks, *body, Old(parts[-1].last, span.last, shift, stay=stays)]


def _bracketed(
    after: After, script: Script, task: ItemTask, span: ItemSpan | None, *, stays: bool
) -> list[Task]:
    """Return what writes an item in brackets into a list in lines."""
    before = after.before
    tree = before.tree(after.origin(task.item).content)
    page = before.page
    text = bracketed_item(after, task.item)
    if span is not None:
        script.replace(tree.start, tree.end, text)
        return _whole(span, task, stays=stays)
    first, *below = text.split(page.newline)
    shift = task.start - page.column(tree.start)
    lines = [" " * max(0, shift) + line[max(0, -shift) :] for line in below]
    return [Dash(task.dash, task.start), New((" " * task.start + first, *lines))]


def _comments_above(before: Before, item: int, column: int) -> list[Task]:
    """Return the comments of an item that has gone, down to those of its ref or `linked`."""
    span = before.span(item)
    if span is None:
        return []
    page, tree = before.page, before.tree(item)
    tasks: list[Task] = [
        Old(line, line + 1, column - span.dash, stay=False) for line in range(span.first, span.line)
    ]
    if tree.flow:
        comment = page.comment_after(tree.end).strip(" \t")
        return [*tasks, *[New((" " * column + comment,))] * bool(comment)]
    for part in before.parts(item):
        if part.key in ("ref", "linked"):
            above = before.parts(item)[part.index - 1].last if part.index else span.line + 1
            lines = comments_in(page, above, part.first)
            tasks += [Old(line, line + 1, column - span.start, stay=False) for line in lines]
            tasks += comments_of_part(before, item, part, column)
    return tasks


def _comments_below(before: Before, item: int, column: int) -> list[Task]:
    """Return the comments at the end of an item that has gone."""
    span = before.span(item)
    if span is None:
        return []
    tree = before.tree(item)
    end = before.page.line_at(tree.end) + 1 if tree.flow else before.parts(item)[-1].last
    shift = column - span.dash
    return [Old(line, line + 1, shift, stay=False) for line in range(end, span.last)]


def _body(after: After, script: Script, item: int, place: Placing) -> list[Task]:
    """Return what writes the entries of an item, or of the file."""
    before = after.before
    values, lists = after.values(item), after.lists(item)
    tasks: list[Task] = []
    last = None
    for slot in _slots(after, item, values, lists):
        part, owner = slot.part, slot.owner
        if part is None:
            tasks += _new_entry(after, item, slot.key, values, lists, place)
            continue
        stays = place.stays and owner == after.origin(item).content
        shift = place.column - before.column(owner)
        gap = before.parts(owner)[part.index - 1].last if part.index else part.first
        if last == owner and not slot.goes:
            tasks.append(Old(gap, part.first, shift, stay=stays))
        else:
            lines = comments_in(before.page, gap, part.first)
            tasks += [Old(line, line + 1, shift, stay=stays) for line in lines]
        if slot.goes:
            is_mine = owner == after.origin(item).content and slot.key not in values
            if not is_mine or after.is_list(item, slot.key) or slot.key in _SECTIONS:
                tasks += comments_of_part(before, owner, part, place.column)
            continue
        last = owner
        if after.is_list(item, slot.key):
            target = ListPlace(owner, part, shift, place.indents, stays)
            tasks += list_tasks(after, script, target, lists.get(slot.key, []))
        else:
            old = after.old_values(owner).get(slot.key)
            if slot.key in values and old != values[slot.key]:
                change_entry(script, before.tree(owner), part, old, values[slot.key], place.indents)
            tasks.append(Old(part.first, part.last, shift, stay=stays))
        tasks += [CLOSE_UP] * part.is_open
    return tasks


def _slots(
    after: After, item: int, values: dict[str, Value], lists: dict[str, list[int]]
) -> list[_Slot]:
    """Return the keys of an item in the order in which they are written."""
    before, origin = after.before, after.origin(item)
    slots: list[_Slot] = []
    for owner in dict.fromkeys((origin.content, *origin.step)):
        if owner == ROOT != item or before.tree(owner).flow:
            continue
        own = () if owner == ROOT else content_keys(before.map.items[owner])
        for part in before.parts(owner):
            if part.key in own and owner != origin.content:
                continue
            if owner != ROOT and part.key not in own and owner not in origin.step:
                continue
            goes = _goes(after, item, owner, part.key, values, lists)
            goes = goes or any(slot.key == part.key and not slot.goes for slot in slots)
            at = len(slots)
            if owner != origin.content and not after.is_list(item, part.key):
                at = next((i for i, slot in enumerate(slots) if after.is_list(item, slot.key)), at)
            slots.insert(at, _Slot(part.key, owner, part, goes))
    _add_new(after, item, slots, values, lists)
    return _in_order_of(slots, lists)


def _goes(
    after: After,
    item: int,
    owner: int,
    key: str,
    values: dict[str, Value],
    lists: dict[str, list[int]],
) -> bool:
    """Whether an entry that the old text has stands no more in the new one."""
    if after.is_list(item, key):
        return key != "map" and key not in lists and bool(after.before.listed(owner, key))
    return key not in values and key in after.old_values(owner)


def _add_new(
    after: After,
    item: int,
    slots: list[_Slot],
    values: dict[str, Value],
    lists: dict[str, list[int]],
) -> None:
    """Add the keys of an item that the old text does not have."""
    order = after.order(item)
    for key in (*(key for key in order if key in values), *lists):
        live = [slot for slot in slots if not slot.goes]
        names = [slot.key for slot in live]
        if key in names:
            continue
        if key in lists:
            at = 0 if key == "linked" else len(slots)
        else:
            before = placed(names, key, order)
            at = slots.index(live[before - 1]) + 1 if before else 0
        slots.insert(at, _Slot(key))


def _in_order_of(slots: list[_Slot], lists: dict[str, list[int]]) -> list[_Slot]:
    """Return the slots with the lists in the order in which the items below stand."""
    places = [at for at, slot in enumerate(slots) if slot.key in lists and not slot.goes]
    by_key = {slots[at].key: slots[at] for at in places}
    for at, key in zip(places, lists, strict=True):
        slots[at] = by_key[key]
    return slots


def _new_entry(
    after: After,
    item: int,
    key: str,
    values: dict[str, Value],
    lists: dict[str, list[int]],
    place: Placing,
) -> list[Task]:
    """Return what writes an entry that the old text does not have."""
    if key not in lists:
        lines = entry_lines(key, values[key], place.column, place.indents)
        is_section = item == ROOT and isinstance(values[key], dict)
        return [New((*[""] * (_blanks_before(after, item) if is_section else 0), *lines))]
    lines = [*[""] * _blanks_before(after, item), " " * place.column + flow_scalar(key) + ":"]
    dash = place.column + place.indents.dash
    return [
        New(tuple(lines)),
        *new_items(lists[key], dash, place.indents, after.before.nested_blanks),
    ]


def _blanks_before(after: After, item: int) -> int:
    """Return how many blank lines stand before the first list of an item in the old text."""
    before, old = after.before, after.origin(item).content
    if (old == ROOT and item != ROOT) or before.tree(old).flow:
        return 0
    for above, part in pairwise(before.parts(old)):
        if after.is_list(item, part.key) and not above.is_open:
            return before.page.after_blanks(above.last, part.first) - above.last
    return 0
