"""How messages name claims, and how they list several."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.claims import Claim, Ref
from argmap.model.graph import Graph, Step
from argmap.model.maps import Kind

__all__ = ["VERBS", "clipped", "listed", "name_of", "premises_of", "target_of"]

# What one premise does to its target.
VERBS = {
    Kind.SUPPORT: "supports",
    Kind.REBUT: "rebuts",
    Kind.UNDERCUT: "undercuts",
    Kind.WARRANT: "warrants",
}


def clipped(text: str, length: int = 40) -> str:
    """Return `text` on one line, cut to `length` characters with an ellipsis."""
    # A slice first, because a text may be a whole book.
    line = " ".join(text[: 4 * length].split())
    if len(line) <= length and len(text) <= 4 * length:
        return line
    return line[: length - 1].rstrip() + "…"


def name_of(graph: Graph, item: int) -> str:
    """Return how a message names the claim of an item: its id, else the start of its text."""
    match graph.map.items[item].content:
        case Ref(id=name):
            return f"'{name}'"
        case Claim(id=str(name)):
            return f"'{name}'"
        case Claim(text=text):
            return f"“{clipped(text)}”"
        case _:
            return "linked premises"


def premises_of(graph: Graph, step: Step) -> str:
    """Return the names of a step's premises, e.g. "'a' and 'b'"."""
    return listed([name_of(graph, premise) for premise in dict.fromkeys(step.premises)])


def target_of(graph: Graph, step: Step) -> str:
    """Return how a message names what a step argues about."""
    if not step.kind.is_about_step:
        return name_of(graph, step.target)
    aim = graph.map.items[step.target]
    return f"the {aim.kind} above" if aim.step.id is None else f"the step '{aim.step.id}'"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
