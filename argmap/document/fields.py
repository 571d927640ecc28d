"""The fields of a node as typed values: the good ones, and a problem for each of the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from argmap.document.explaining import explain
from argmap.document.problems import Problem
from argmap.document.shape import validator
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.claims import Citation
from argmap.model.values import fold_space

__all__ = ["checked_fields", "citations", "fold_in", "folded", "plain"]

# What stands in for a required field that is wrong, so that the others are still checked.
_STAND_INS = {"claim": "", "ref": "x", "argmap": "1"}


def plain(tree: Tree, depth: int = 2) -> Any:
    """Return a tree as text, lists and dictionaries; no field holds any deeper than `depth`."""
    if isinstance(tree, Scalar):
        return tree.value
    if isinstance(tree, Sequence):
        return [plain(item, depth - 1) for item in tree.items] if depth else []
    if not depth:
        return {}
    return {key: plain(value, depth - 1) for key, value in tree.values.items()}


def checked_fields(
    shape: type,
    fields: dict[str, Any],
    node: Mapping,
    problems: list[Problem],
    more: Iterable[str] = (),
    misplaced: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return the typed fields of a node, without those that are not as the shape wants them.

    `more` are keys that the node may have beside the shape's. What is wrong is added to
    `problems`, but for fields in `misplaced`, of which the caller knows more.
    """
    check = validator(shape).validate_python
    try:
        good: dict[str, Any] = check(fields)
    except ValidationError as error:
        # Never str(error): it prints the input, and of a hostile one ten times as much a level.
        errors = error.errors(include_url=False, include_input=False)
        bad = {str(one["loc"][0]) for one in errors}
        problems.extend(
            explain(one, node, shape, more)
            for one in errors
            if one["type"] != "extra_forbidden" or one["loc"][-1] not in misplaced
        )
        kept = {key: value for key, value in fields.items() if key not in bad}
        wanted = bad & shape.__annotations__.keys()
        stand_ins = {key: text for key, text in _STAND_INS.items() if key in wanted}
        good = check(kept | stand_ins)
        for key in stand_ins:
            del good[key]
    return good


def citations(value: str | list[Any]) -> str | tuple[Citation, ...]:
    """Return what `source` or `by` holds, as the model has it."""
    if isinstance(value, str):
        return value
    return tuple(
        Citation(one)
        if isinstance(one, str)
        else Citation(**(one | {"quote": folded(one["quote"])} if "quote" in one else one))
        for one in value
    )


def folded(text: str) -> str:
    """Return a text with its white space folded."""
    # Most texts are folded already; seeing that is five times as fast as doing it.
    if "  " in text or not text.isprintable() or text[:1] == " " or text[-1:] == " ":
        return fold_space(text)
    return text


def fold_in(fields: dict[str, Any], names: Iterable[str]) -> None:
    """Fold the white space in some of the typed fields."""
    for name in names:
        if name in fields:
            fields[name] = folded(fields[name])
