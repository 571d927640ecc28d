"""Lists and mappings in brackets with other entries, the source of the others kept as it is."""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import dataclass
from difflib import SequenceMatcher

from argmap.document.splice.contents import Value, is_same
from argmap.document.splice.page import Page
from argmap.document.splice.scalars import flow_scalar
from argmap.document.splice.spans import scalars_of
from argmap.document.splice.writing import flow_value
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.edits import EditError

__all__ = [
    "Piece",
    "bracket_list",
    "bracket_mapping",
    "check_uncommented",
    "goes_on",
    "joined",
    "matching",
    "placed",
    "renamed",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry between brackets as YAML; `old` counts where it stood before, None if nowhere."""

    text: str
    old: int | None = None


def bracket_mapping(
    page: Page,
    tree: Mapping,
    old: dict[str, Value],
    new: dict[str, Value],
    order: Several[str],
    written: dict[str, str] | None = None,
) -> str:
    """Return a mapping in braces that said `old` and is to say `new`.

    `written` has values that are YAML already, by key; a key with an empty one goes.

    Raises:
        EditError: A comment stands where something must go.
    """
    written = written or {}
    names = renamed(old, new)
    pieces: list[Piece] = []
    kept: list[str] = []
    for index, (key, scalar) in enumerate(tree.keys.items()):
        name = names.get(key, key)
        value = tree.values[key]
        if (key in old and name not in new) or written.get(key) == "":
            continue
        lead = page.text[scalar.start : max(scalar.end, value.start)]
        if name != key:
            lead = flow_scalar(name, scalar.style) + lead[scalar.end - scalar.start :]
        source = page.text[value.start : value.end]
        if key in written:
            source = written[key]
        elif name in new and not is_same(old.get(key), new[name]):
            source = _changed(page, value, old.get(key), new[name])
            lead += ": " * (value.start == value.end)
        pieces.append(Piece(lead + source, index))
        kept.append(name)
    added = {name: flow_value(value) for name, value in new.items()} | written
    for name, source in added.items():
        if source and name not in tree.keys and name not in kept:
            at = len(kept) if name in written else placed(kept, name, order)
            pieces.insert(at, Piece(f"{flow_scalar(name)}: {source}"))
            kept.insert(at, name)
    spans = [(key.start, max(key.end, tree.values[name].end)) for name, key in tree.keys.items()]
    return joined(page, tree, spans, pieces)


def goes_on(old: dict[str, Value], new: dict[str, Value]) -> bool:
    """Whether something of a mapping stays in its order, at least under another name."""
    stays = [key for key in old if key in new]
    return stays == [key for key in new if key in old] and bool(stays or renamed(old, new))


def renamed(old: dict[str, Value], new: dict[str, Value]) -> dict[str, str]:
    """Return the keys that have another name in `new`, at the same place among as many."""
    if len(old) != len(new):
        return {}
    pairs = zip(old, new, strict=True)
    return {key: name for key, name in pairs if key not in new and name not in old}


def _changed(page: Page, tree: Tree, old: Value | None, new: Value) -> str:
    """Return a value inside brackets that said `old` and is to say `new`."""
    match tree, old, new:
        case Scalar(style=style), _, str():
            return flow_scalar(new, style)
        case Mapping(), dict(), dict() if goes_on(old, new):
            return bracket_mapping(page, tree, old, new, tuple(new))
        case Sequence(), list(), list():
            return bracket_list(page, tree, old, new)
        case _:
            check_uncommented(page, tree)
            return flow_value(new)


def bracket_list(page: Page, tree: Sequence, old: list[Value], new: list[Value]) -> str:
    """Return a list in brackets that said `old` and is to say `new`.

    Raises:
        EditError: A comment stands where something must go.
    """
    pieces: list[Piece] = []
    for before, after in matching(old, new):
        if after < 0:
            continue
        if before < 0:
            pieces.append(Piece(flow_value(new[after])))
            continue
        item = tree.items[before]
        text = page.text[item.start : item.end]
        if old[before] != new[after]:
            text = _changed(page, item, old[before], new[after])
        pieces.append(Piece(text, before))
    return joined(page, tree, [(item.start, item.end) for item in tree.items], pieces)


def matching(old: list[Value], new: list[Value]) -> list[tuple[int, int]]:
    """Return which entry of a list becomes which, in the order of both; -1 for none."""
    pairs: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        both = min(last - first, end - start)
        pairs += [(first + step, start + step) for step in range(both)]
        pairs += [(index, -1) for index in range(first + both, last)]
        pairs += [(-1, index) for index in range(start + both, end)]
    return pairs


def placed(names: Several[str], name: str, order: Several[str]) -> int:
    """Return where a new name goes among others: behind those that come before it in the order.

    It is never the first among others; a name that the order does not know goes last.
    """
    if name not in order:
        return len(names)
    rank = order.index(name)
    before = [at for at, other in enumerate(names) if other in order and order.index(other) < rank]
    return before[-1] + 1 if before else min(1, len(names))


def joined(
    page: Page, tree: Mapping | Sequence, spans: list[tuple[int, int]], pieces: list[Piece]
) -> str:
    """Return a collection in brackets with other entries; `spans` are those it has, one or more.

    Raises:
        EditError: A comment stands where something must go.
    """
    text = page.text
    opening, closing = text[tree.start], text[tree.end - 1]
    edges = [(tree.start + 1, tree.start + 1), *spans, (tree.end - 1, tree.end - 1)]
    gaps = [text[edges[at][1] : edges[at + 1][0]] for at in range(len(edges) - 1)]
    usual = gaps[1] if len(spans) > 1 and "#" not in gaps[1] else ", "
    kept = {0, len(gaps) - 1}
    parts = [opening, gaps[0] if pieces else ""]
    for count, piece in enumerate(pieces):
        if count:
            before = pieces[count - 1].old
            follows = before is not None and piece.old == before + 1
            parts.append(gaps[before + 1] if follows and before is not None else usual)
            kept |= {before + 1} if follows and before is not None else set()
        parts.append(piece.text)
    for at, gap in enumerate(gaps):
        if at not in kept or not pieces:
            _check_gap(page, tree, gap)
    return "".join([*parts, gaps[-1] if pieces else "", closing])


def check_uncommented(page: Page, tree: Tree) -> None:
    """Refuse to lose a comment inside brackets when the whole is replaced.

    Raises:
        EditError: There is one.
    """
    last = tree.start
    for scalar in scalars_of(tree):
        _check_gap(page, tree, page.text[last : scalar.start])
        last = scalar.end
    if not isinstance(tree, Scalar):
        _check_gap(page, tree, page.text[last : tree.end])


def _check_gap(page: Page, tree: Tree, gap: str) -> None:
    """Refuse to lose a comment between the entries of a collection in brackets."""
    if "#" in gap:
        line = page.line_at(tree.start) + 1
        raise EditError(
            f"A comment stands inside the brackets on line {line}, where this edit would lose it. "
            "Put each entry on a line of its own, without brackets, or take the comment out."
        )
