"""Maps as short indented texts, so that a test shows the map before and after an edit."""

from __future__ import annotations

from textwrap import dedent

from argmap.model.claims import Claim, Content, Linked, Ref, StepFields
from argmap.model.maps import Item, Kind, Map

__all__ = ["index_of", "map_of", "outline_of"]


def map_of(outline: str) -> Map:
    """Return the map that an outline draws.

    A line is a kind and an id, `ref` and an id, or `linked`, with two blanks for each level. A step
    id may follow, as in `support b step s`.
    """
    items: list[Item] = []
    for line in dedent(outline).strip().splitlines():
        kind, *words = line.split()
        said = StepFields()
        if "step" in words:
            said = StepFields(id=words.pop())
            words.pop()
        content: Content
        match words:
            case ["linked"]:
                content = Linked()
            case ["ref", name]:
                content = Ref(name)
            case [name]:
                content = Claim(f"This is {name}.", id=name)
            case _:
                raise AssertionError(line)
        depth = (len(line) - len(line.lstrip())) // 2
        items.append(Item(depth, Kind(kind), content, said))
    return Map(items=tuple(items))


def outline_of(map_: Map) -> str:
    """Return the outline that draws the map, with `-` for a claim without an id."""
    lines: list[str] = []
    for item in map_.items:
        match item.content:
            case Claim(id=name):
                what = name or "-"
            case Ref(id=name):
                what = f"ref {name}"
            case Linked():
                what = "linked"
        step = f" step {item.step.id}" if item.step.id else ""
        lines.append(f"{'  ' * item.depth}{item.kind} {what}{step}")
    return "\n".join(lines)


def index_of(map_: Map, line: str) -> int:
    """Return the item that an outline draws with this line."""
    return [one.strip() for one in outline_of(map_).splitlines()].index(line)
