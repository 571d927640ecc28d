"""From the list of roots in the tree to the items of a map, each checked on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.document import shape
from argmap.document.explaining import no_value, span_of, two_beliefs, wrong_collection
from argmap.document.fields import checked_fields, citations, fold_in, folded, plain
from argmap.document.lines import Lines
from argmap.document.misplaced import (
    HOME,
    KNOWN_FIELDS,
    LIST_KEYS,
    lists_of,
    misplaced_field,
    misplaced_list,
)
from argmap.document.problems import Problem, shown, suggestion
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.claims import Claim, Content, Linked, Ref, StepFields
from argmap.model.maps import Item, Kind, Place

__all__ = ["Items", "read_items"]

_ITEM_KEYS = ("claim", "ref", "linked")
_KINDS = {
    "support": Kind.SUPPORT,
    "rebut": Kind.REBUT,
    "undercut": Kind.UNDERCUT,
    "warrant": Kind.WARRANT,
    "linked": Kind.PREMISE,
}
_STEP_KEYS = frozenset(("step", "by", "scheme", "cq", "weight"))
_NO_STEP = StepFields()
# The depth of an item that the map cannot hold; it is read for its findings only.
_LOST = -1


@dataclass(slots=True)
class Items:
    """The items read so far, with the place and the mapping of each.

    `refs` remembers which problems are to name the home of which claim.
    """

    problems: list[Problem]
    items: list[Item] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    trees: list[Mapping] = field(default_factory=list)
    refs: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Node:
    """A mapping on its way to an item: its scalar and short fields, and its lists of items."""

    tree: Mapping
    place: Place
    depth: int
    kind: Kind
    fields: dict[str, Any]
    lists: list[tuple[str, Tree]]


def read_items(roots: Sequence, problems: list[Problem], text: str) -> Items:
    """Return the items of a map in reading order; what is wrong is added to `problems`."""
    found = Items(problems)
    work: list[tuple[Tree, Place, int, Kind]] = [
        (root, ("map", index), 0, Kind.CLAIM) for index, root in enumerate(roots.items)
    ]
    work.reverse()
    while work:
        tree, place, depth, kind = work.pop()
        if type(tree) is not Mapping:
            _read_bare(found, tree)
            continue
        node = _node(tree, place, depth, kind)
        content = _content_key(found, node)
        depth = _read_item(found, node, content)
        if node.lists:
            work.extend(reversed(list(_children(found, node, content, depth))))
    _name_homes(found, text)
    return found


def _node(tree: Mapping, place: Place, depth: int, kind: Kind) -> _Node:
    """Return a mapping with its fields as plain values and its lists apart."""
    fields: dict[str, Any] = {}
    lists: list[tuple[str, Tree]] = []
    for key, value in tree.values.items():
        if key in LIST_KEYS:
            lists.append((key, value))
        elif type(value) is Scalar:
            fields[key] = value.value
        else:
            fields[key] = plain(value)
    return _Node(tree, place, depth, kind, fields, lists)


def _content_key(found: Items, node: _Node) -> str:
    """Return which of `claim`, `ref` and `linked` an item is."""
    keys = node.tree.keys
    present = [key for key in _ITEM_KEYS if key in keys]
    if len(present) == 1:
        return present[0]
    if not present:
        return _meant_key(found, node)
    kept, *others = present
    for other in others:
        key, first = keys[other], keys[kept]
        message = f"'{other}' stands beside '{kept}', and an item is only one of them."
        help_ = "Make two items of it, each after its own '- '."
        labels = ((first.start, first.end, "the other one"),)
        found.problems.append(Problem("M010", message, key.start, key.end, help_, labels))
        node.fields.pop(other, None)
        node.lists = [(name, value) for name, value in node.lists if name != other]
    return kept


def _meant_key(found: Items, node: _Node) -> str:
    """Return what an item without `claim`, `ref` and `linked` was probably meant to be."""
    node.fields.setdefault("claim", "")
    for key, scalar in node.tree.keys.items():
        meant = suggestion(key, _ITEM_KEYS) if key not in KNOWN_FIELDS else None
        if meant and key not in LIST_KEYS:
            help_ = f"Did you mean '{meant}'?"
            message = f"There is no field {shown(key)} here."
            found.problems.append(Problem("M002", message, scalar.start, scalar.end, help_))
            value = node.fields.pop(key)
            node.fields["claim"] = value if isinstance(value, str) else ""
            return "claim"
    start, end = span_of(node.tree)
    name, value = node.lists[0] if node.lists else ("", None)
    if isinstance(value, Scalar) and value.value is not None:
        node.lists.clear()
        node.fields["claim"] = value.value
        message = f"'{name}' is a list of items, and an item begins with 'claim:'."
        help_ = f"Write '- claim: …' below '{name}:'."
        found.problems.append(Problem("M012", message, start, end, help_))
    else:
        help_ = "Write 'claim:' and a statement, 'ref:' and an id, or 'linked:' and a list."
        found.problems.append(Problem("M001", "This item has no 'claim'.", start, end, help_))
    return "claim"


def _read_bare(found: Items, tree: Tree) -> None:
    """Say what a bare text or a list among the items should be."""
    start, end = span_of(tree)
    if isinstance(tree, Scalar) and tree.value is not None:
        message = f"The item {shown(tree.value)} does not say what it is."
        help_ = "Write '- claim: …', or '- ref: …' for a claim that stands elsewhere."
    elif isinstance(tree, Scalar):
        message, help_ = "This item is empty.", "Write '- claim: …', or delete the line."
    else:
        message, help_ = "Here is a list where an item is wanted.", "Write '- claim: …'."
    found.problems.append(Problem("M012", message, start, end, help_))


def _read_item(found: Items, node: _Node, content: str) -> int:
    """Add the item of a node, and return the depth at which what is below it stands."""
    value: Content | None = None
    step = _NO_STEP
    is_step = node.kind.is_step
    if content == "claim":
        fields = _fields(found, node, content, shape.StepClaim if is_step else shape.Root)
        if not _STEP_KEYS.isdisjoint(fields):
            step = _step({key: fields.pop(key) for key in _STEP_KEYS & fields.keys()})
        value = _claim(fields)
    elif node.kind is Kind.CLAIM:
        key = node.tree.keys[content]
        message = f"A root is a claim, and here is '{content}'."
        help_ = "Write 'claim:' and what is debated."
        found.problems.append(Problem("M011", message, key.start, key.end, help_))
    elif content == "ref":
        fields = _fields(found, node, content, shape.Ref if is_step else shape.MemberRef)
        if "ref" in fields:
            value = Ref(fields.pop("ref"))
        step = _step(fields)
    elif is_step:
        value = Linked()
        step = _step(_fields(found, node, content, shape.Linked))
    else:
        key = node.tree.keys[content]
        found.problems.append(misplaced_list(key, content, node.kind))
    if value is None or node.depth == _LOST:
        return _LOST
    found.items.append(Item(node.depth, node.kind, value, step))
    found.places.append(node.place)
    found.trees.append(node.tree)
    return node.depth + 1


def _fields(found: Items, node: _Node, content: str, shape_: type) -> dict[str, Any]:
    """Return the fields of an item that are as they should be, and say what is not."""
    more = lists_of(content, node.kind)
    fields = checked_fields(shape_, node.fields, node.tree, found.problems, more, KNOWN_FIELDS)
    if len(fields) < len(node.fields):
        for name in node.fields:
            if name in KNOWN_FIELDS and name not in shape_.__annotations__:
                problem = misplaced_field(node.tree.keys[name], content, node.kind)
                _add_with_home(found, node, problem)
    if "quote" in fields or "at" in fields or "credence" in fields:
        _drop_conflicts(found, node.tree, fields)
    return fields


def _add_with_home(found: Items, node: _Node, problem: Problem) -> None:
    """Add a problem whose help may name the home of the claim that the item refers to."""
    name = node.fields.get("ref")
    if isinstance(name, str):
        found.refs.append((len(found.problems), name))
    found.problems.append(problem)


def _drop_conflicts(found: Items, tree: Mapping, fields: dict[str, Any]) -> None:
    """Take away fields that cannot stand beside others, and say so."""
    source = fields.get("source")
    for name in ("quote", "at"):
        if name not in fields or isinstance(source, str):
            continue
        del fields[name]
        key = tree.keys[name]
        if source is not None:
            message = f"'{name}' stands beside a list of citations."
            help_ = "Put it into the citation that it belongs to."
            first = tree.keys["source"]
            labels = ((first.start, first.end, "the list"),)
            found.problems.append(Problem("M010", message, key.start, key.end, help_, labels))
        elif "source" not in tree.keys:
            message = f"'{name}' says where in a source, and 'source' is missing."
            help_ = "Write 'source:' and the id of a source."
            found.problems.append(Problem("M001", message, key.start, key.end, help_))
    problem = two_beliefs(tree, fields)
    if problem:
        found.problems.append(problem)


def _claim(fields: dict[str, Any]) -> Claim:
    """Return the claim that typed fields spell out."""
    text = folded(fields.pop("claim", ""))
    fold_in(fields, ("short", "quote"))
    if "source" in fields:
        fields["source"] = citations(fields["source"])
    if "tags" in fields:
        fields["tags"] = tuple(fields["tags"])
    if isinstance(fields.get("expect"), dict):
        fields["expect"] = tuple(fields["expect"].items())
    return Claim(text, **fields)


def _step(fields: dict[str, Any]) -> StepFields:
    """Return what typed fields say of a step, and take them away."""
    if "step" in fields:
        fields["id"] = fields.pop("step")
    if "by" in fields:
        fields["by"] = citations(fields["by"])
    if "tags" in fields:
        fields["tags"] = tuple(fields["tags"])
    return StepFields(**fields) if fields else _NO_STEP


def _children(
    found: Items, node: _Node, content: str, depth: int
) -> Iterator[tuple[Tree, Place, int, Kind]]:
    """Yield the entries of a node's lists, with the depth at which the map can hold them."""
    allowed = lists_of(content, node.kind)
    for name, value in node.lists:
        key = node.tree.keys[name]
        below = depth
        if name not in allowed:
            _add_with_home(found, node, misplaced_list(key, content, node.kind))
            # On a ref they are about a claim, so the map can hold them all the same.
            below = depth if content == "ref" and not _KINDS[name].is_about_step else _LOST
        for index, entry in enumerate(_entries(found, name, value, key)):
            yield entry, (*node.place, name, index), below, _KINDS[name]


def _entries(found: Items, name: str, value: Tree, key: Scalar) -> list[Tree]:
    """Return the entries of a list of items, or none where it is no list."""
    span = span_of(value, key)
    if isinstance(value, Sequence):
        if not value.items and name == "linked":
            found.problems.append(no_value(name, span))
        return value.items
    if isinstance(value, Scalar) and value.value is None:
        found.problems.append(no_value(name, span))
        return []
    help_ = "Put '- ' before each item."
    found.problems.append(wrong_collection(name, value, span, "a list of items", help_))
    return [value] if isinstance(value, Mapping) else []


def _name_homes(found: Items, text: str) -> None:
    """Put the line of a claim's home into the help that asks to go there."""
    if not found.refs:
        return
    lines = Lines.of(text)
    homes: dict[str, int] = {}
    for item, tree in zip(found.items, found.trees, strict=True):
        if isinstance(item.content, Claim) and item.content.id is not None:
            homes.setdefault(item.content.id, tree.start)
    for number, name in found.refs:
        problem = found.problems[number]
        line = f", line {lines.line_column(homes[name])[0]}" if name in homes else ""
        help_ = (problem.help or "").replace(HOME, line)
        found.problems[number] = replace(problem, help=help_)
