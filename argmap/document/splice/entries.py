"""Changed fields in place: entries of mappings and lists, each on its own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence as Several

from argmap.document.splice.brackets import (
    bracket_list,
    bracket_mapping,
    check_uncommented,
    goes_on,
    matching,
    placed,
    renamed,
)
from argmap.document.splice.contents import Value
from argmap.document.splice.page import Page
from argmap.document.splice.scalars import WIDTH, block_scalar, flow_scalar, wrapped
from argmap.document.splice.script import Script
from argmap.document.splice.spans import (
    ItemSpan,
    Part,
    blank_habit,
    is_open,
    item_spans,
    parts_of,
)
from argmap.document.splice.writing import Indents, entry_lines, flow_value, list_lines, value_lines
from argmap.document.tree import Mapping, Scalar, Sequence, Tree

__all__ = ["change_entry", "change_mapping", "comment_of"]

_HEADER = re.compile(r"[|>][0-9+-]*")
_ROOMY = 10**9


def change_mapping(
    script: Script,
    tree: Mapping,
    old: dict[str, Value],
    new: dict[str, Value],
    order: Several[str],
    indents: Indents,
) -> None:
    """Note what makes a mapping that said `old` say `new`; some of its keys must stay.

    Raises:
        EditError: It is written in brackets, with a comment where something must go.
    """
    if tree.flow:
        script.replace(tree.start, tree.end, bracket_mapping(script.page, tree, old, new, order))
        return
    for key, name in renamed(old, new).items():
        scalar = tree.keys[key]
        script.replace(scalar.start, scalar.end, flow_scalar(name, scalar.style, flow=False))
        # From here on the new name is the old one's.
        new = {key if other == name else other: value for other, value in new.items()}
    parts = parts_of(script.page, tree)
    for part in parts:
        if part.key in old and part.key in new and old[part.key] != new[part.key]:
            change_entry(script, tree, part, old[part.key], new[part.key], indents)
    gone = [part for part in parts if part.key in old and part.key not in new]
    _drop_parts(script, tree, parts, gone)
    kept = [part for part in parts if part not in gone]
    column = script.page.column(tree.start)
    blanks = 0 if order else blank_habit(script.page, parts) or 0
    names = [part.key for part in kept]
    added: dict[int, list[str]] = {}
    for name, value in new.items():
        if name not in tree.keys:
            line = kept[max(placed(names, name, order), 1) - 1].last
            lines = added.setdefault(line, [])
            lines += [""] * blanks + entry_lines(name, value, column, indents, is_open=not order)
    for line, lines in added.items():
        script.insert(line, lines)


def _drop_parts(script: Script, tree: Mapping, parts: Several[Part], gone: Several[Part]) -> None:
    """Note that parts of a block mapping go, with the blank lines on one side of each."""
    page = script.page
    last_kept = max((part.index for part in parts if part not in gone), default=0)
    for part in gone:
        first, last = part.first, part.last
        if part.index < last_kept:
            last = page.after_blanks(last, parts[part.index + 1].first)
        else:
            while page.is_blank(first - 1) and first > parts[part.index - 1].last:
                first -= 1
            if parts[part.index - 1].is_open:
                last = page.after_blanks(last, page.count)
        script.drop(first, last)
    if parts[0] in gone:
        # The first key may stand behind a dash, which the next key takes over.
        start = page.starts[parts[0].line]
        heir = next(part for part in parts if part not in gone)
        script.replace(
            page.starts[heir.line], tree.keys[heir.key].start, page.text[start : tree.start]
        )


def change_entry(
    script: Script, tree: Mapping, part: Part, old: Value | None, new: Value, indents: Indents
) -> None:
    """Note what makes one entry of a block mapping that said `old` say `new`."""
    value = tree.values[part.key]
    column = script.page.column(tree.start)
    match value, old, new:
        case Scalar(), _, str():
            _change_scalar(script, value, new, column, indents.step)
        case Mapping(), dict(), dict() if value.keys and goes_on(old, new):
            order = () if part.key in ("sources", "stances") else tuple(new)
            change_mapping(script, value, old, new, order, indents)
        case Sequence(flow=True), list(), list() if value.items:
            script.replace(value.start, value.end, bracket_list(script.page, value, old, new))
        case Sequence(flow=False), list(), list():
            _change_list(script, value, part.line + 1, old, new, indents)
        case _:
            _replace_value(script, tree, part, new, indents)


def _change_list(
    script: Script, tree: Sequence, floor: int, old: list[Value], new: list[Value], indents: Indents
) -> None:
    """Note what makes a block list of texts or short mappings say `new`."""
    spans = item_spans(script.page, tree, floor)
    style = Indents(item=spans[0].start - spans[0].dash, step=indents.step)
    line = spans[0].first
    added: dict[int, list[str]] = {}
    for before, after in matching(old, new):
        if before < 0:
            added.setdefault(line, []).extend(list_lines([new[after]], spans[0].dash, style))
        elif after < 0:
            script.drop(spans[before].first, spans[before].last)
        else:
            line = spans[before].last
            if old[before] != new[after]:
                _change_item(
                    script, tree.items[before], spans[before], (old[before], new[after]), style
                )
    for line, lines in added.items():
        script.insert(line, lines)


def _change_item(
    script: Script, tree: Tree, span: ItemSpan, values: tuple[Value, Value], indents: Indents
) -> None:
    """Note what makes an item of a block list say another value."""
    old, new = values
    if isinstance(tree, Scalar) and isinstance(new, str):
        _change_scalar(script, tree, new, span.dash, indents.item)
    elif isinstance(tree, Mapping) and isinstance(old, dict) and isinstance(new, dict):
        change_mapping(script, tree, old, new, tuple(new), indents)
    else:
        script.replace(tree.start, tree.end, flow_value(new))


def _change_scalar(script: Script, tree: Scalar, new: str, column: int, step: int) -> None:
    """Note that a text in block context becomes another, in its style if that can carry it.

    `column` is that of the key or dash that holds it; lines of its own are indented by `step`.
    """
    page = script.page
    comment, end = comment_of(page, tree)
    first, last = page.line_at(tree.start), page.line_at(tree.end)
    body = next((line for line in range(first + 1, last + 1) if not page.is_blank(line)), None)
    body_column = column + step if body is None else max(page.indent(body), column + 1)
    lead = " " if page.text[tree.start - 1] == ":" else ""
    if tree.style not in ("|", ">") and body is not None:
        lines = wrapped(flow_scalar(new, tree.style, flow=False), WIDTH - body_column)
        if "\n" not in new and "\\" not in "".join(lines):
            text = (page.newline + " " * body_column).join(lines)
            script.replace(tree.start, tree.end, lead + text)
            return
    room = WIDTH - body_column
    indent = body_column - column
    scalar = block_scalar(new, tree.style, _ROOMY, room, indent, keep=is_open(page, tree))
    if not scalar.body and tree.style not in ("|", ">"):
        script.replace(tree.start, tree.end, lead + scalar.head)
        return
    lines = [" " * body_column + line if line else "" for line in scalar.body]
    head = _header_like(page, tree, scalar.head, indent)
    script.replace(tree.start, end, page.newline.join([lead + head + comment, *lines]))


def _header_like(page: Page, tree: Scalar, head: str, indent: int) -> str:
    """Return the header of a block scalar with the indentation told as the old one told it."""
    found = _HEADER.match(page.text, tree.start) if tree.style in ("|", ">") else None
    old = found.group() if found else head
    return old if old.replace(str(indent), "") == head else head


def comment_of(page: Page, tree: Tree) -> tuple[str, int]:
    """Return the comment on the line where a value in lines begins or ends, with its blanks.

    Second comes where the value ends, its comment and the blank lines that belong to it included.
    """
    if isinstance(tree, Scalar) and tree.style in ("|", ">"):
        header = _HEADER.match(page.text, tree.start)
        comment = page.comment_after(header.end()) if header else ""
        end = tree.end
        if is_open(page, tree):
            line = page.after_blanks(page.line_at(end) + 1, page.count)
            end = page.starts[line] - len(page.break_at(line - 1))
        return comment, end
    comment = page.comment_after(tree.end)
    return comment, tree.end + len(comment)


def _replace_value(script: Script, tree: Mapping, part: Part, new: Value, indents: Indents) -> None:
    """Note that a value in block context becomes one of another form."""
    page = script.page
    value = tree.values[part.key]
    start = page.text.index(":", tree.keys[part.key].end) + 1
    if isinstance(value, Scalar) or value.flow:
        check_uncommented(page, value)
        comment, end = comment_of(page, value)
    else:
        comment, end = "", value.end
        end += len(page.comment_after(end))
    head, below = value_lines(
        part.key, new, page.column(tree.start), page.column(start) + 1, indents
    )
    if page.line_at(value.start) > part.line:
        comment = page.comment_after(start)
    lead = f" {head}" if head else ""
    script.replace(start, end, page.newline.join([lead + comment, *below]))
