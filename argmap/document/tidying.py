"""The entries of a YAML tree laid out anew: two blanks a level, dashes under their key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.document.splice.contents import LIST_KEYS
from argmap.document.splice.output import shifted
from argmap.document.splice.page import Page
from argmap.document.splice.scalars import WIDTH, flow_scalar, folded_lines
from argmap.document.splice.spans import content_end, is_open
from argmap.document.tree import Mapping, Scalar, Sequence, Tree

__all__ = ["Entry", "Written", "entries_of", "tidy_comment", "written"]

_STEP = 2
_SECTIONS = ("sources", "stances", "map", "views", "scenarios")
_HEADER = re.compile(r"([|>])([0-9+-]*)")
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or a value in a list, and where it goes.

    `first` is the line on which it begins, its dash included, and `line` that of its key or
    value. `lead` is what the new line begins with, `column` the new column of the key (of the
    value in a list), `old_column` the old one. `levels` pairs old and new columns of all that it
    stands in. `apart` asks for a blank line before it.
    """

    first: int
    line: int
    lead: str
    column: int
    old_column: int
    key: Scalar | None
    value: Tree
    levels: tuple[tuple[int, int], ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as lines, the comments that must stand above it, and the line behind it."""

    above: tuple[str, ...]
    lines: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Level:
    """A mapping or list in lines that is still to be laid out."""

    tree: Mapping | Sequence
    column: int
    lead: str
    first: int | None
    levels: tuple[tuple[int, int], ...]
    apart: bool


def entries_of(page: Page, root: Mapping) -> Iterator[Entry]:
    """Yield the entries of a tree in the order of the text, each with its new place.

    Raises:
        ValueError: A list stands directly in a list, which no map has.
    """
    todo: list[_Level | Entry] = [_Level(root, 0, "", None, (), apart=False)]
    while todo:
        task = todo.pop()
        if isinstance(task, Entry):
            yield task
        elif isinstance(task.tree, Mapping):
            todo += reversed(_keys(page, task, is_root=task.tree is root))
        else:
            todo += reversed(_items(page, task))


def _keys(page: Page, level: _Level, *, is_root: bool) -> list[_Level | Entry]:
    """Return the entries of a mapping, each followed by what stands below it."""
    assert isinstance(level.tree, Mapping)  # noqa: S101 - the caller has looked
    old = page.column(level.tree.start)
    levels = (*level.levels, (old, level.column))
    tasks: list[_Level | Entry] = []
    for count, (name, key) in enumerate(level.tree.keys.items()):
        value = level.tree.values[name]
        line = page.line_at(key.start)
        first = line if count or level.first is None else level.first
        lead = " " * level.column if count else level.lead.ljust(level.column)
        apart = (is_root and name in _SECTIONS and count > 0) or (level.apart and not count)
        tasks.append(Entry(first, line, lead, level.column, old, key, value, levels, apart))
        if isinstance(value, Mapping) and not value.flow:
            tasks.append(_Level(value, level.column + _STEP, "", None, levels, apart=False))
        elif isinstance(value, Sequence) and not value.flow:
            tasks.append(_Level(value, level.column, "", None, levels, apart=False))
    return tasks


def _items(page: Page, level: _Level) -> list[_Level | Entry]:
    """Return the entries of a list, or the mappings that they are."""
    assert isinstance(level.tree, Sequence)  # noqa: S101 - the caller has looked
    old = page.column(level.tree.start)
    levels = (*level.levels, (old, level.column))
    column = level.column + _STEP
    lead = " " * level.column + "- "
    tasks: list[_Level | Entry] = []
    before = False
    line = page.line_at(level.tree.start)
    for count, item in enumerate(level.tree.items):
        while page.is_blank(line) or page.is_comment(line):
            line += 1
        has_children = isinstance(item, Mapping) and _has_children(item)
        apart = count > 0 and (before or has_children)
        before = has_children
        if isinstance(item, Mapping) and not item.flow:
            tasks.append(_Level(item, column, lead, line, levels, apart))
        elif isinstance(item, Sequence) and not item.flow:
            raise ValueError(item)
        else:
            at = page.line_at(item.start)
            start = page.column(item.start)
            tasks.append(Entry(line, at, lead, column, start, None, item, levels, apart))
        line = max(line, page.line_at(item.end)) + 1
    return tasks


def _has_children(item: Mapping) -> bool:
    """Whether an item has a list of items below it."""
    return any(isinstance(item.values.get(key), Sequence) for key in LIST_KEYS)


def written(page: Page, entry: Entry) -> Written:
    """Return an entry as it is to be written; what stands below it is an entry of its own."""
    value, key = entry.value, entry.key
    dash = page.text.find("-", page.starts[entry.first])
    behind = page.comment_after(dash + 1) if entry.first < entry.line else ""
    above = [behind, *_comments(page, entry.first + 1, entry.line)]
    lead, start = entry.lead, 0
    if key is not None:
        start = page.text.index(":", key.end) + 1
        lead += page.text[key.start : key.end] + ":"
    if isinstance(value, (Mapping, Sequence)) and not value.flow:
        comment = _behind(page.comment_after(start))
        return Written(_tidied(above), (lead + comment,), entry.line + 1)
    at = page.line_at(value.start)
    if key is not None and at > entry.line:
        above += [page.comment_after(start), *_comments(page, entry.line + 1, at)]
    head, body, comment = _value(page, entry, len(lead) + (key is not None))
    blank = " " if key is not None and head else ""
    lines = [(lead + blank + head).rstrip() + _behind(comment), *body]
    end = content_end(page, value, open_=is_open(page, value))
    return Written(_tidied(above), tuple(lines), end)


def _value(page: Page, entry: Entry, start: int) -> tuple[str, list[str], str]:
    """Return a value as what stands behind its key, the lines below it and its comment."""
    value = entry.value
    raw = page.text[value.start : value.end]
    comment = page.comment_after(value.end)
    if isinstance(value, Scalar) and value.style in ("|", ">"):
        return _block(page, entry, value)
    lines = re.split(r"\r\n|\r|\n", raw)
    if not isinstance(value, Scalar):
        shift = entry.column - entry.old_column
        return (
            lines[0].rstrip(" "),
            [shifted(line.rstrip(" "), shift) for line in lines[1:]],
            comment,
        )
    if value.value is None:
        return raw, [], comment
    line = flow_scalar(value.value, value.style, flow=False) if len(lines) > 1 else raw
    folded = _folded(entry, value.value) if start + len(line) > WIDTH else None
    return (line, [], comment) if folded is None else (*folded, comment)


def _body_column(entry: Entry) -> int:
    """Return the column of lines that a text has for itself."""
    return entry.column + _STEP * (entry.key is not None)


def _folded(entry: Entry, text: str) -> tuple[str, list[str]] | None:
    """Return a text folded at the width of the page, None if it would read differently."""
    column = _body_column(entry)
    scalar = folded_lines(text, max(WIDTH - column, _NARROWEST))
    if scalar is None:
        return None
    return scalar.head, [" " * column + line if line else "" for line in scalar.body]


def _block(page: Page, entry: Entry, value: Scalar) -> tuple[str, list[str], str]:
    """Return a block scalar: folded anew, or moved as it is."""
    header = _HEADER.match(page.text, value.start)
    assert header is not None  # noqa: S101 - so does every block scalar begin
    comment = page.comment_after(header.end())
    is_kept = is_open(page, value)
    if value.style == ">" and not is_kept:
        folded = _folded(entry, value.value or "")
        if folded is not None:
            return (*folded, comment)
    first = page.line_at(value.start) + 1
    last = content_end(page, value, open_=is_kept)
    body = [line.rstrip("\r\n") for line in page.lines(first, last)]
    told = re.search("[0-9]", header[2])
    outside = entry.old_column if entry.key is not None else entry.levels[-1][0]
    indents = (len(line) - len(line.lstrip(" ")) for line in body if line.strip(" "))
    base = outside + int(told[0]) if told else next(indents, 0)
    column = _body_column(entry)
    inside = column - (entry.column if entry.key is not None else entry.levels[-1][1])
    head = header[1] + re.sub("[0-9]", str(inside), header[2])
    return head, [shifted(line, column - base) for line in body], comment


def _comments(page: Page, first: int, last: int) -> list[str]:
    """Return the comments on lines of their own from one line to before another."""
    return [page.words(line) for line in range(first, last) if page.is_comment(line)]


def _tidied(comments: list[str]) -> tuple[str, ...]:
    """Return comments without those that say nothing because they are not there."""
    return tuple(tidy_comment(comment.strip(" \t")) for comment in comments if comment)


def _behind(comment: str) -> str:
    """Return a comment as it stands at the end of a line, two blanks or more before it."""
    if not comment:
        return ""
    words = comment.lstrip(" \t")
    return " " * max(2, len(comment) - len(words)) + tidy_comment(words)


def tidy_comment(comment: str) -> str:
    """Return a comment with a blank behind its `#`, but for `##` and `#!`."""
    return re.sub(r"^#(?=[^\s#!])", "# ", comment.rstrip(" \t"))
