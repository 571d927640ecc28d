"""Lists of items written anew after an edit: who stays, who goes, who comes, and the gaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence as Several
from dataclasses import dataclass

from argmap.document.splice.after import After, ItemTask
from argmap.document.splice.before import ROOT, Before
from argmap.document.splice.bracketed import bracketed_items
from argmap.document.splice.contents import LIST_KEYS
from argmap.document.splice.output import New, Old, Piece
from argmap.document.splice.page import Page
from argmap.document.splice.script import Script
from argmap.document.splice.spans import ItemSpan, Part, comments_in, comments_within
from argmap.document.splice.writing import Indents

__all__ = [
    "ListPlace",
    "Task",
    "comments_at",
    "comments_of_part",
    "gap_lines",
    "list_tasks",
    "new_items",
]

Task = Piece | ItemTask


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list that `part` of the old item `owner` is, and where it goes.

    Its lines move by `shift` columns, or all `stay`; `indents` are for a list without items.
    """

    owner: int
    part: Part
    shift: int
    indents: Indents
    stay: bool

    def lines(self, first: int, last: int) -> Old:
        """Return lines of the list at their new columns."""
        return Old(first, last, self.shift, self.stay)


def comments_at(page: Page, lines: Several[int], shift: int, column: int) -> list[Task]:
    """Return comments on lines of their own, shifted, but at most at a column.

    What they follow may now be a text in lines, which would swallow a comment as deep as it is.
    """
    return [
        New((" " * max(0, min(page.indent(line) + shift, column)) + page.words(line),))
        for line in lines
    ]


def gap_lines(page: Page, lines: Old, column: int, *, is_known: bool) -> list[Task]:
    """Return lines between two entries whose column was `column`.

    Comments deeper than that stay so if what they follow `is_known` to be as it was.
    """
    if is_known:
        return [lines]
    tasks: list[Task] = []
    for line in range(lines.first, lines.last):
        if page.is_comment(line) and page.indent(line) > column:
            tasks += comments_at(page, [line], lines.shift, column + lines.shift)
        else:
            tasks.append(Old(line, line + 1, lines.shift, lines.stay))
    return tasks


def list_tasks(after: After, script: Script, place: ListPlace, items: Several[int]) -> list[Task]:
    """Return what writes a list that is to hold `items` (indices after the edit)."""
    before, part = after.before, place.part
    tree = before.sequence(place.owner, part.key)
    whole = place.lines(part.first, part.last)
    old = before.listed(place.owner, part.key)
    if [after.origins[item].content for item in items] == list(old) and all(
        after.same[item] for item in items
    ):
        return [whole]
    assert tree is not None  # noqa: S101 - a list that the reader found sound
    if not tree.items:
        return _filled(after, script, place, items)
    if tree.flow:
        script.replace(tree.start, tree.end, bracketed_items(after, tree, old, items))
        return [whole]
    if not items:
        start = before.tree(place.owner).keys[part.key].end
        colon = before.page.text.index(":", start) + 1
        script.replace(colon, colon, " []")
        comments = comments_of_part(before, place.owner, part, None)
        return [place.lines(part.first, part.line + 1), *comments]
    return _changed(after, place, old, items)


def _filled(after: After, script: Script, place: ListPlace, items: Several[int]) -> list[Task]:
    """Return what writes the first items into an empty list."""
    before, part = after.before, place.part
    mapping = before.tree(place.owner)
    value = mapping.values[part.key]
    colon = before.page.text.index(":", mapping.keys[part.key].end) + 1
    script.replace(colon, value.end, "")
    dash = before.column(place.owner) + place.shift + place.indents.dash
    blanks = before.blanks(place.owner, part.key)
    return [
        place.lines(part.first, part.last),
        *new_items(items, dash, place.indents, blanks),
    ]


def new_items(items: Several[int], dash: int, indents: Indents, blanks: int) -> list[Task]:
    """Return what writes items into a list of their own, its dashes at one column."""
    tasks: list[Task] = []
    for count, item in enumerate(items):
        tasks += [New(("",) * blanks)] * bool(count)
        tasks.append(ItemTask(item, dash, dash + indents.item, indents, stays=False))
    return tasks


def _changed(after: After, place: ListPlace, old: Several[int], items: Several[int]) -> list[Task]:
    """Return what writes a list in lines with other items than it had."""
    before, part = after.before, place.part
    spans = before.spans(place.owner, part.key)
    positions = {item: position for position, item in enumerate(old)}
    places = [positions.get(after.origins[item].place, -1) for item in items]
    staying = _rising(places)
    following = _following(items, places, staying)
    by_place = {places[at]: items[at] for at in staying}
    blanks = New(("",) * before.blanks(place.owner, part.key))
    width = next((s.start - s.dash for s in spans if s.start_line == s.line), place.indents.item)
    dash = spans[0].dash + place.shift
    indents = Indents(spans[0].dash - before.column(place.owner), width, before.step)
    if place.owner == ROOT:
        # What stands below a root is indented as other lists are, not as the roots.
        indents = before.usual

    def written(item: int, *, stays: bool) -> ItemTask:
        return ItemTask(item, dash, dash + width, indents, stays)

    last = max(by_place, default=-1)
    tasks: list[Task] = [place.lines(part.first, spans[0].first)]
    for item in following[-1]:
        tasks += [written(item, stays=False), blanks]
    for position in range(len(spans)):
        if position:
            lines = _gap(before, place, spans, position, by_place, last)
            above = by_place.get(position - 1)
            known = above is not None and position - 1 not in following and after.same[above]
            tasks += gap_lines(before.page, lines, spans[0].dash, is_known=known)
        if position not in by_place:
            continue
        tasks.append(written(by_place[position], stays=place.stay))
        for item in following.get(position, ()):
            tasks += [blanks, written(item, stays=False)]
    return [*tasks, place.lines(spans[-1].last, part.last)]


def _gap(
    before: Before,
    place: ListPlace,
    spans: Several[ItemSpan],
    position: int,
    staying: dict[int, int],
    last: int,
) -> Old:
    """Return what stays of the lines before the item at a position, behind the one above.

    An item that goes takes the blank lines below it along, and the last takes those above it.
    """
    first, end = spans[position - 1].last, spans[position].first
    if position - 1 not in staying and position - 1 < last:
        first = before.page.after_blanks(first, end)
    if position not in staying and position > last:
        while end > first and before.page.is_blank(end - 1):
            end -= 1
    return place.lines(first, end)


def _rising(places: Several[int]) -> list[int]:
    """Return which of some places, by index, form a longest rising run; -1 is no place."""
    ends: list[int] = []
    before: dict[int, int] = {}
    for index, place in enumerate(places):
        if place >= 0:
            at = bisect_left(ends, place, key=lambda end: places[end])
            before[index] = ends[at - 1] if at else -1
            ends[at:] = [*[index], *ends[at + 1 :]]
    run: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]


def _following(
    items: Several[int], places: Several[int], staying: Several[int]
) -> dict[int, list[int]]:
    """Return the items that come, by the place of the one that stays above them, -1 for none."""
    following: dict[int, list[int]] = {-1: []}
    above = -1
    for index, item in enumerate(items):
        if index in staying:
            above = places[index]
        else:
            following.setdefault(above, []).append(item)
    return following


def comments_of_part(before: Before, owner: int, part: Part, column: int | None) -> list[Task]:
    """Return the comments of an entry that goes, at a column: those that no item below has.

    Without a column those above its key and behind it are left out, because they stay.
    """
    page, value = before.page, before.tree(owner).values[part.key]
    shift = 0 if column is None else column - before.column(owner)
    start = page.text.index(":", before.tree(owner).keys[part.key].end) + 1
    spans = before.spans(owner, part.key) if _holds_items(owner, part.key) else ()
    if not spans and owner != ROOT:
        found = comments_within(page, value, part.first, part.last)
        return [New((" " * (column or 0) + comment,)) for comment in found]
    edges = [part.line + 1, *(edge for s in spans for edge in (s.first, s.last)), part.last]
    gaps = [(edges[at], edges[at + 1]) for at in range(0, len(edges) if spans else 0, 2)]
    below = [line for gap in gaps for line in comments_in(page, *gap)]
    tasks: list[Task] = []
    limit = before.column(owner) if column is None else column
    if column is not None:
        tasks += comments_at(page, comments_in(page, part.first, part.line), shift, limit)
        comment = page.comment_after(start).strip(" \t")
        tasks += [New((" " * column + comment,))] * bool(comment)
    return [*tasks, *comments_at(page, below, shift, limit)]


def _holds_items(owner: int, key: str) -> bool:
    """Whether a key holds a list of items."""
    return key == "map" if owner == ROOT else key in LIST_KEYS
