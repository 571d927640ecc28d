"""Items written anew after an edit, each from the lines it had and the lines that are new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.document.splice.after import After, ItemTask
from argmap.document.splice.before import ROOT, Before
from argmap.document.splice.bracketed import bracketed_item
from argmap.document.splice.contents import Value, is_same
from argmap.document.splice.entries import change_entry
from argmap.document.splice.listing import (
    ListPlace,
    Task,
    comments_at,
    comments_of_part,
    gap_lines,
    list_tasks,
    new_items,
)
from argmap.document.splice.output import CLOSE_UP, Dash, New, Old, Piece
from argmap.document.splice.scalars import flow_scalar
from argmap.document.splice.script import Script
from argmap.document.splice.slots import slots_of
from argmap.document.splice.spans import ItemSpan, comments_in
from argmap.document.splice.writing import Indents, entry_lines

__all__ = ["woven"]


# The comment above such a key speaks of more than one entry, and stays when the last one goes.
_SECTIONS = ("sources", "stances")


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
    lines = [" " * task.start + first]
    for line in below:
        words = line.lstrip(" ")
        lines.append(" " * max(task.start, len(line) - len(words) + shift) + words)
    return [Dash(task.dash, task.start), New(tuple(lines))]


def _comments_above(before: Before, item: int, column: int) -> list[Task]:
    """Return the comments of an item that has gone, down to those of its ref or `linked`."""
    span = before.span(item)
    if span is None:
        return []
    page, tree = before.page, before.tree(item)
    tasks = comments_at(page, range(span.first, span.line), column - span.dash, column)
    if tree.flow:
        comment = page.comment_after(tree.end).strip(" \t")
        return [*tasks, *[New((" " * column + comment,))] * bool(comment)]
    dash = page.starts[span.line] + span.dash + 1
    comment = page.comment_after(dash).strip(" \t")
    tasks += [New((" " * column + comment,))] * bool(comment)
    for part in before.parts(item):
        if part.key in ("ref", "linked"):
            above = before.parts(item)[part.index - 1].last if part.index else span.line + 1
            lines = comments_in(page, above, part.first)
            tasks += comments_at(page, lines, column - span.start, column)
            tasks += comments_of_part(before, item, part, column)
    return tasks


def _comments_below(before: Before, item: int, column: int) -> list[Task]:
    """Return the comments at the end of an item that has gone."""
    span = before.span(item)
    if span is None:
        return []
    tree = before.tree(item)
    end = before.page.line_at(tree.end) + 1 if tree.flow else before.parts(item)[-1].last
    return comments_at(before.page, range(end, span.last), column - span.start, column)


def _body(after: After, script: Script, item: int, place: Placing) -> list[Task]:
    """Return what writes the entries of an item, or of the file."""
    before = after.before
    values, lists = after.values(item), after.lists(item)
    tasks: list[Task] = []
    last = None
    is_known = False
    for slot in slots_of(after, item, values, lists):
        part, owner = slot.part, slot.owner
        if part is None:
            tasks += _new_entry(after, item, slot.key, values, lists, place)
            is_known = False
            continue
        stays = place.stays and owner == after.origin(item).content
        shift = place.column - before.column(owner)
        gap = before.parts(owner)[part.index - 1].last if part.index else part.first
        if last == owner and not slot.goes:
            lines = Old(gap, part.first, shift, stay=stays)
            tasks += gap_lines(before.page, lines, before.column(owner), is_known=is_known)
        else:
            orphans = comments_in(before.page, gap, part.first)
            tasks += comments_at(before.page, orphans, shift, place.column)
        is_known = False
        if slot.goes:
            is_mine = owner == after.origin(item).content and slot.key not in values
            if not is_mine or after.is_list(item, slot.key) or slot.key in _SECTIONS:
                tasks += comments_of_part(before, owner, part, place.column)
            continue
        last = owner
        if after.is_list(item, slot.key):
            target = ListPlace(owner, part, shift, place.indents, stays)
            written = list_tasks(after, script, target, lists.get(slot.key, []))
            is_known = written == [target.lines(part.first, part.last)]
            tasks += written
        else:
            old = after.old_values(owner).get(slot.key)
            is_known = slot.key not in values or is_same(old, values[slot.key])
            if not is_known:
                change_entry(script, before.tree(owner), part, old, values[slot.key], place.indents)
            end = part.last if is_known else before.end(owner, part)
            tasks.append(Old(part.first, end, shift, stay=stays))
            tasks += comments_at(before.page, range(end, part.last), shift, place.column + 1)
        tasks += [CLOSE_UP] * part.is_open
    return tasks


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
