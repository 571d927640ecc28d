"""`argmap fmt`: the same map, the same comments and the same order, evenly laid out.

Indented by two blanks, dashes under their key; one blank behind `:`; a text that does not fit into
88 columns folded after `>-`; one blank line around items with items below them and before each
section, never two; LF, and a line break at the end. Quotes, `|` and brackets stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.document.document import Document
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_text
from argmap.document.splice import spliced, splices_for
from argmap.document.splice.origins import distinct
from argmap.document.splice.page import Page
from argmap.document.splice.spans import comments_within
from argmap.document.tidying import Entry, entries_of, tidy_comment, written
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.claims import Claim
from argmap.model.edits import SetMapField
from argmap.model.ids import slug
from argmap.model.maps import Map
from argmap.model.references import ids_of
from argmap.rules.findings import Severity

__all__ = ["FormatError", "formatted", "with_ids"]


class FormatError(Exception):
    """The file cannot be formatted, and stays as it is; the text is a sentence for the user."""


def formatted(
    document: Document, limits: Limits = DEFAULT_LIMITS, *, ids: bool = False
) -> Document:
    """Return the document laid out evenly, if asked with an id for each claim.

    A byte order mark stays. To format what is formatted changes nothing.

    Raises:
        FormatError: The text is no YAML that argmap reads, or would not say the same afterwards.
    """
    if ids:
        document = with_ids(document, limits)
    root = _root_of(document)
    page = Page.of(document.text or "", document.lines, document.newline)
    try:
        text = _laid_out(page, root)
    except ValueError:
        raise _unsafe() from None
    if text == document.text:
        return document
    after = _read_like(document, text, limits)
    if not isinstance(after.tree, Mapping) or not _says_the_same(document, root, after, after.tree):
        raise _unsafe()
    return after


def with_ids(document: Document, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Return the document with an id for each claim that has none, made of its first words.

    Raises:
        FormatError: The file has errors, or cannot be changed safely.
    """
    if not document.is_sound:
        raise FormatError("The file has errors. Mend them before ids are added to it.")
    before = distinct(document.map)
    after = _named(before)
    if after == before:
        return document
    # To the splices an edit is what becomes of the map; which one says nothing here.
    splices = splices_for(document, before, after, SetMapField("title", before.title))
    named = _read_like(document, spliced(document.text or "", splices), limits)
    if named.map != after or not named.is_sound:
        raise _unsafe()
    return named


def _named(map_: Map) -> Map:
    """Return a map in which every claim has an id."""
    taken = {name for item in map_.items for name in ids_of(item)}
    items = list(map_.items)
    for index, item in enumerate(items):
        if isinstance(item.content, Claim) and item.content.id is None:
            name = slug(item.content.text, taken)
            taken.add(name)
            items[index] = replace(item, content=replace(item.content, id=name))
    return replace(map_, items=tuple(items))


def _root_of(document: Document) -> Mapping:
    """Return the root of a document that can be formatted."""
    errors = [
        found
        for found in document.findings
        if found.code.startswith("Y") and found.severity is Severity.ERROR
    ]
    if isinstance(document.tree, Mapping) and not errors:
        return document.tree
    line = next((found.location.line for found in errors if found.location), None)
    where = f" on line {line}" if line else ""
    first = f" {errors[0].message}" if errors else ""
    raise FormatError(f"The file cannot be read as YAML{where}.{first} Mend that first.")


def _unsafe() -> FormatError:
    """Return the refusal to write what would not be read the same."""
    return FormatError(
        "The file is written in a way that cannot be formatted safely, so it stays as it is."
    )


def _read_like(document: Document, text: str, limits: Limits) -> Document:
    """Return the document of a text in place of another's."""
    return read_text("\ufeff" * document.bom + text, document.path, limits)


def _laid_out(page: Page, root: Mapping) -> str:
    """Return a text laid out anew."""
    if root.flow:
        return "\n".join(page.line(line).rstrip("\r\n") for line in range(page.count)) + "\n"
    lines: list[str] = []
    last: Entry | None = None
    end = 0
    for entry in entries_of(page, root):
        lines += _gap(page, end, entry.first, last, entry)
        text = written(page, entry)
        column = len(entry.lead) - len(entry.lead.lstrip(" "))
        lines += [" " * column + comment for comment in text.above]
        lines += text.lines
        last, end = entry, text.end
    lines += _gap(page, end, page.count, last, None)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _gap(page: Page, first: int, last: int, above: Entry | None, below: Entry | None) -> list[str]:
    """Return the lines between two entries: comments at their new columns, single blank lines."""
    lines: list[str] = []
    attached = 0
    for line in range(first, last):
        if page.is_blank(line):
            # Neither two blank lines in a row, nor one at the beginning or below a key.
            if lines[-1:] != [""] and (lines or (above and not _holds_lines(above.value))):
                lines.append("")
            attached = 0
        elif page.is_comment(line):
            indent = page.indent(line)
            lines.append(" " * _column(indent, above, below) + tidy_comment(page.words(line)))
            attached = attached + 1 if below and indent == _begin(below) else 0
        else:
            # The marks of a document.
            lines.append(page.words(line))
    if below and below.apart and "" not in lines:
        lines.insert(len(lines) - attached, "")
    return lines


def _holds_lines(value: Tree) -> bool:
    """Whether a value is written in lines below its key."""
    return not isinstance(value, Scalar) and not value.flow


def _begin(entry: Entry) -> int:
    """Return the old column at which an entry begins, its dash included."""
    return entry.levels[-2][0] if entry.lead.endswith("- ") and entry.key else entry.levels[-1][0]


def _column(indent: int, above: Entry | None, below: Entry | None) -> int:
    """Return the new column of a comment: that of what it was level with, or next deeper."""
    levels = dict(above.levels if above else ()) | dict(below.levels if below else ())
    deeper = [old for old in levels if old >= indent]
    return levels[min(deeper)] if deeper else max(levels.values(), default=0)


def _says_the_same(old: Document, before: Mapping, new: Document, after: Mapping) -> bool:
    """Whether two documents hold the same map, the same values and the same comments."""
    return (
        old.map == new.map
        and _plain(before) == _plain(after)
        and _comments(old, before) == _comments(new, after)
    )


def _plain(root: Mapping) -> list[object]:
    """Return all keys and texts of a tree in order, with what opens and ends in between."""
    found: list[object] = []
    todo: list[Tree | str] = [root]
    while todo:
        match todo.pop():
            case Scalar(value=value):
                found.append(value)
            case Sequence(items=items):
                found.append(list)
                todo += ["end", *reversed(items)]
            case Mapping(keys=keys, values=values):
                found.append(dict)
                todo.append("end")
                todo += [one for key in reversed(keys) for one in (values[key], keys[key])]
            case _:
                found.append(None)
    return found


def _comments(document: Document, root: Mapping) -> list[str]:
    """Return the comments of a document, sorted."""
    page = Page.of(document.text or "", document.lines, document.newline)
    return sorted(tidy_comment(found) for found in comments_within(page, root, 0, page.count))
