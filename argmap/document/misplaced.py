"""Fields and lists that stand where they cannot mean anything, and where they belong instead."""

from __future__ import annotations

from functools import cache

from argmap.document.problems import Problem
from argmap.document.tree import Scalar
from argmap.model.claims import CLAIM_FIELDS, STEP_FIELDS
from argmap.model.maps import Kind

__all__ = ["HOME", "KNOWN_FIELDS", "LIST_KEYS", "lists_of", "misplaced_field", "misplaced_list"]

LIST_KEYS = ("support", "rebut", "undercut", "warrant", "linked")
KNOWN_FIELDS = frozenset((*CLAIM_FIELDS, *STEP_FIELDS, "ref"))
# Stands for the line of a claim's home, which is known only when all items are read.
HOME = "{home}"

_ABOUT_CLAIM = ("support", "rebut")
_ABOUT_STEP = ("undercut", "warrant")


@cache
def lists_of(content: str, kind: Kind) -> tuple[str, ...]:
    """Return the lists that can stand in an item, by its key `claim`, `ref` or `linked`."""
    about_step = _ABOUT_STEP if kind.is_step else ()
    match content:
        case "claim":
            return _ABOUT_CLAIM + about_step
        case "linked":
            return (*about_step, "linked")
        case _:
            return about_step


def misplaced_field(key: Scalar, content: str, kind: Kind) -> Problem:
    """Return the problem of a claim's or step's field on an item that has no such field."""
    name = key.value or ""
    match content:
        case "ref" if name not in STEP_FIELDS:
            message = f"'{name}' belongs to a claim, and this is only a 'ref' to one."
            help_ = f"Say it at the claim's home{HOME}."
        case "linked" if name not in STEP_FIELDS:
            message = f"'{name}' belongs to a claim, and this is a step with several premises."
            help_ = "Put it on one of the premises."
        case _ if kind is Kind.CLAIM:
            message = f"'{name}' says something of a step, and a root is no step."
            help_ = "Delete the line."
        case _ if kind is Kind.PREMISE:
            message = f"'{name}' says something of the step, not of one premise."
            help_ = "Put it beside 'linked'."
        case _:
            message = f"'{name}' says how linked premises work together, and this is a single one."
            help_ = "Delete the line, or put the premises into a 'linked' list."
    return Problem("M011", message, key.start, key.end, help_)


def misplaced_list(key: Scalar, content: str, kind: Kind) -> Problem:
    """Return the problem of a list of items on an item that has no such list."""
    name = key.value or ""
    if name == "linked":
        message = "'linked' cannot stand inside 'linked'."
        help_ = "Put all premises into one list."
    elif name in _ABOUT_CLAIM and content == "ref":
        message = f"'{name}' cannot stand on a 'ref'."
        help_ = f"Argue about the claim at its home{HOME}."
    elif name in _ABOUT_CLAIM:
        message = f"'{name}' argues about a claim, and this is a step with several premises."
        help_ = "Put it on one of the premises; 'undercut' and 'warrant' argue about the step."
    elif kind is Kind.CLAIM:
        message = f"'{name}' argues about a step, and a root is no step."
        help_ = "Use 'support' or 'rebut' to argue about the claim."
    else:
        message = f"'{name}' argues about the step, not about one premise."
        help_ = "Put it beside 'linked'."
    return Problem("M011", message, key.start, key.end, help_)
