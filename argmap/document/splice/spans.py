"""Which lines belong to what: to an entry of a mapping, to an item of a list, to neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence as Several
from dataclasses import dataclass
from itertools import pairwise

from argmap.document.splice.page import Page
from argmap.document.tree import Mapping, Scalar, Sequence, Tree

__all__ = [
    "ItemSpan",
    "Part",
    "blank_habit",
    "comments_in",
    "comments_within",
    "content_end",
    "is_open",
    "item_spans",
    "parts_of",
]

_KEEPS = re.compile(r".[0-9]?\+")
_HEADER = re.compile(r"[|>][0-9+-]*")
_COMMENT = re.compile(r"#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one entry of a block mapping, from `first` to before `last`.

    The comment directly above its key, at the key's indent, and comments directly below it that
    are indented deeper than the key belong to it. `line` is that of the key, `index` counts the
    parts. An open part ends in blank lines that are text (a block scalar with `+`).
    """

    key: str
    index: int
    first: int
    line: int
    last: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class ItemSpan:
    """The lines of one item of a block list, from `first` to before `last`.

    The comment directly above its dash, at the dash's indent, and comments directly below it
    that are indented deeper than the dash belong to it. `line` and `dash` are the line and column
    of the dash, `start` those of what stands behind it.
    """

    first: int
    line: int
    dash: int
    start_line: int
    start: int
    last: int
    is_open: bool


def parts_of(page: Page, mapping: Mapping) -> tuple[Part, ...]:
    """Return the parts of a block mapping in the order of the text."""
    column = page.column(mapping.start)
    parts: list[Part] = []
    floor = 0
    for index, (key, scalar) in enumerate(mapping.keys.items()):
        value = mapping.values[key]
        line = page.line_at(scalar.start)
        first = _leading(page, line, column, floor) if index else line
        open_ = is_open(page, value)
        last = max(content_end(page, value, open_=open_), page.line_at(scalar.end) + 1)
        last = _trailing(page, last, column)
        parts.append(Part(key, index, first, line, last, open_))
        floor = last
    return tuple(parts)


def item_spans(page: Page, sequence: Sequence, floor: int) -> tuple[ItemSpan, ...]:
    """Return the items of a block list; `floor` is the line below the key of the list."""
    spans: list[ItemSpan] = []
    line = page.line_at(sequence.start)
    dash = page.column(sequence.start)
    for item in sequence.items:
        while page.is_blank(line) or page.is_comment(line):
            line += 1
        first = _leading(page, line, dash, floor)
        open_ = is_open(page, item)
        last = _trailing(page, max(content_end(page, item, open_=open_), line + 1), dash)
        start_line = page.line_at(item.start)
        start = item.start - page.starts[start_line]
        spans.append(ItemSpan(first, line, dash, start_line, start, last, open_))
        line = floor = last
    return tuple(spans)


def is_open(page: Page, tree: Tree) -> bool:
    """Whether a value ends in a block scalar that keeps the blank lines after it."""
    while not isinstance(tree, Scalar):
        inner = tree.items if isinstance(tree, Sequence) else tuple(tree.values.values())
        if tree.flow or not inner:
            return False
        tree = inner[-1]
    return tree.style in ("|", ">") and _KEEPS.match(page.text, tree.start) is not None


def content_end(page: Page, tree: Tree, *, open_: bool) -> int:
    """Return the line after the last one of a value."""
    line = page.line_at(tree.end) + 1
    return page.after_blanks(line, page.count) if open_ else line


def _leading(page: Page, line: int, column: int, floor: int) -> int:
    """Return the first line of the comment directly above a line, at its indent."""
    while line > floor and page.is_comment(line - 1) and page.indent(line - 1) == column:
        line -= 1
    return line


def _trailing(page: Page, line: int, column: int) -> int:
    """Return the line after the comments, from a line on, that are indented deeper."""
    while page.is_comment(line) and page.indent(line) > column:
        line += 1
    return line


def comments_in(page: Page, first: int, last: int) -> list[int]:
    """Return the lines that are comments among those outside any text."""
    return [line for line in range(first, last) if page.is_comment(line)]


def comments_within(page: Page, tree: Tree, first: int, last: int) -> list[str]:
    """Return the comments from line `first` to before `last`, where nothing but `tree` stands."""
    start = page.starts[first]
    gaps: list[tuple[int, int]] = []
    for scalar in scalars_of(tree):
        gaps.append((start, scalar.start))
        header = _HEADER.match(page.text, scalar.start) if scalar.style in ("|", ">") else None
        if header is not None:
            gaps.append((header.end(), page.starts[page.line_at(scalar.start) + 1]))
        start = scalar.end
    gaps.append((start, page.starts[last]))
    return [found for gap in gaps for found in _COMMENT.findall(page.text, *gap)]


def scalars_of(tree: Tree) -> list[Scalar]:
    """Return the keys and texts of a tree in the order of the text."""
    found: list[Scalar] = []
    todo: list[Tree] = [tree]
    while todo:
        match todo.pop():
            case Scalar() as scalar:
                found.append(scalar)
            case Sequence(items=items):
                todo += reversed(items)
            case mapping:
                names = reversed(mapping.keys)
                todo += [one for key in names for one in (mapping.values[key], mapping.keys[key])]
    return found


def blank_habit(page: Page, spans: Several[Part] | Several[ItemSpan]) -> int | None:
    """Return how many blank lines mostly stand between siblings, None if nothing shows it."""
    edges = [(span.first, span.last, span.is_open) for span in spans]
    gaps = Counter(
        first - last
        for (_, last, is_open_), (first, _, _) in pairwise(edges)
        if page.after_blanks(last, first) == first and not is_open_
    )
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else None
