"""Maps written as outlines, so that a test of a rule can be read at a glance."""

from __future__ import annotations

from typing import Any

from argmap.model.claims import Claim, Content, Linked, Ref, StepFields
from argmap.model.maps import Item, Kind, Map
from argmap.rules.catalogue import ALL_RULES, find_rule
from argmap.rules.findings import Remark
from argmap.rules.rule import inspection_of

Fields = dict[str, Any]


def outline(text: str, fields: dict[str, Fields] | None = None, **map_fields: Any) -> Map:
    """Return the map of an outline with one item a line, two blanks deeper each level.

    A line is `kind id: Text`, `kind: Text`, `kind ref id` or `kind linked`, with ` #step` at the
    end for a step id. `fields` gives more fields to the claims with these ids.
    """
    items = []
    for line in text.strip("\n").split("\n"):
        said, _, step = line.strip().partition(" #")
        head, colon, words = said.partition(": ")
        kind, _, name = head.rstrip(":").partition(" ")
        content: Content
        if name.startswith("ref "):
            content = Ref(name.removeprefix("ref "))
        elif name == "linked" and not colon:
            content = Linked()
        else:
            content = Claim(words, id=name or None, **(fields or {}).get(name, {}))
        depth = (len(line) - len(line.lstrip())) // 2
        items.append(Item(depth, Kind(kind), content, StepFields(id=step or None)))
    return Map(items=tuple(items), **map_fields)


def remarks(name: str, map_: Map, texts: dict[str, str] | None = None) -> list[Remark]:
    """Return what one rule says of a map."""
    rule = find_rule(name)
    assert rule in ALL_RULES
    assert rule is not None
    assert rule.check is not None
    return list(rule.check(inspection_of(map_, texts)))


def said(name: str, map_: Map, texts: dict[str, str] | None = None) -> list[str]:
    """Return the messages of one rule on a map."""
    return [remark.message for remark in remarks(name, map_, texts)]
