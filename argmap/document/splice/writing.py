"""New values as YAML: in one line inside brackets, or as lines below their key."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.document.splice.contents import Value
from argmap.document.splice.scalars import WIDTH, block_scalar, flow_scalar
from argmap.document.tree import Style

__all__ = ["Indents", "entry_lines", "flow_value", "value_lines"]

# Lists and mappings that are written one entry a line however short they are, and those of which
# the entries are, too.
_OPEN = frozenset(("sources", "stances", "source", "by"))
_OPEN_BELOW = frozenset(("sources", "stances"))


@dataclass(frozen=True, slots=True)
class Indents:
    """How a file indents, in blanks.

    `dash` is how far dashes stand to the right of their key, `item` how far an item's keys stand
    to the right of its dash, and `step` how far a mapping stands to the right of its key.
    """

    dash: int = 0
    item: int = 2
    step: int = 2


def flow_value(value: Value, style: Style = "") -> str:
    """Return a value in one line, fit to stand inside brackets; `style` is for a text."""
    parts: list[str] = []
    # Pieces still to be written, the next one last: values, and texts that are YAML already.
    todo: list[tuple[Value, bool]] = [(value, False)]
    while todo:
        piece, is_written = todo.pop()
        match piece:
            case str():
                parts.append(piece if is_written else flow_scalar(piece, style))
            case list():
                inner: list[tuple[Value, bool]] = [("[", True)]
                for count, entry in enumerate(piece):
                    inner += [(", ", True)] * bool(count) + [(entry, False)]
                todo += reversed([*inner, ("]", True)])
            case _:
                inner = [("{", True)]
                for count, (key, entry) in enumerate(piece.items()):
                    lead = f"{', ' if count else ''}{flow_scalar(key)}: "
                    inner += [(lead, True), (entry, False)]
                todo += reversed([*inner, ("}", True)])
    return "".join(parts)


def entry_lines(
    key: str, value: Value, column: int, indents: Indents, *, is_open: bool = False
) -> list[str]:
    """Return an entry of a block mapping as lines without line breaks, its key at `column`.

    `is_open` asks for one entry a line in a list or mapping that would fit into one line.
    """
    lead = " " * column + flow_scalar(key, flow=False) + ":"
    head, below = value_lines(key, value, column, len(lead) + 1, indents, is_open=is_open)
    return [f"{lead} {head}" if head else lead, *below]


def value_lines(
    key: str, value: Value, column: int, start: int, indents: Indents, *, is_open: bool = False
) -> tuple[str, list[str]]:
    """Return what stands behind a key, and the lines below it.

    `column` is that of the key, `start` that of what stands behind it.
    """
    below = column + indents.step
    if isinstance(value, str):
        scalar = block_scalar(value, "", WIDTH - start, WIDTH - below, indents.step)
        return scalar.head, [" " * below + line if line else "" for line in scalar.body]
    line = flow_value(value)
    is_open = (
        is_open or key in _OPEN or (isinstance(value, dict) and any(map(_is_long, value.values())))
    )
    if not value or (not is_open and start + len(line) <= WIDTH):
        return line, []
    if isinstance(value, list):
        return "", list_lines(value, column + indents.dash, indents)
    lines: list[str] = []
    for name, entry in value.items():
        lines += entry_lines(name, entry, below, indents, is_open=key in _OPEN_BELOW)
    return "", lines


def list_lines(values: list[Value], column: int, indents: Indents) -> list[str]:
    """Return the items of a list as lines, their dashes at `column`."""
    lines: list[str] = []
    for value in values:
        lead = " " * column + "-" + " " * (indents.item - 1)
        line = flow_value(value)
        if isinstance(value, str):
            room = WIDTH - len(lead)
            scalar = block_scalar(value, "", room, room, indents.item)
            lines.append(lead + scalar.head)
            lines += [" " * len(lead) + text if text else "" for text in scalar.body]
        elif len(lead) + len(line) <= WIDTH or not isinstance(value, dict):
            lines.append(lead + line)
        else:
            below: list[str] = []
            for name, entry in value.items():
                below += entry_lines(name, entry, len(lead), indents)
            lines += [lead + below[0][len(lead) :], *below[1:]]
    return lines


def _is_long(value: Value) -> bool:
    """Whether a value has lines of its own, which brackets would hide."""
    return isinstance(value, str) and "\n" in value
