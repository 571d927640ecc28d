"""Random valid maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from argmap.model.claims import Claim, Content, Linked, Ref, StepFields
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Stance
from tests.model.field_strategies import (
    BOOLEANS,
    LINES,
    ONE_IN_FIVE,
    Values,
    claims,
    ids,
    some_of,
    sources_named,
    stances_on,
    step_fields,
)

__all__ = ["MAP_VALUES", "kinds_under", "maps"]


@dataclass
class _Node:
    """An item while its map grows."""

    kind: Kind
    content: Content
    step: StepFields = StepFields()
    children: dict[Kind, list[_Node]] = field(default_factory=dict)

    def add(self, node: _Node) -> None:
        """Put a node at the end of the list of its kind."""
        self.children.setdefault(node.kind, []).append(node)


def kinds_under(kind: Kind, content: Content) -> tuple[Kind, ...]:
    """The kinds of steps that can stand under an item."""
    kinds: tuple[Kind, ...] = ()
    if isinstance(content, Claim):
        kinds += (Kind.SUPPORT, Kind.REBUT)
    if kind.is_step:
        kinds += (Kind.UNDERCUT, Kind.WARRANT)
    return kinds


@st.composite
def maps(draw: st.DrawFn, max_steps: int = 8) -> Map:
    """A valid map with at most `max_steps` steps.

    It may hold refs, linked premises, undercuts, warrants, several roots, sources, stances, claims
    without an id, and nothing at all.
    """
    sources = draw(_SOURCE_IDS)
    roots = [_Node(Kind.CLAIM, Claim("")) for _ in range(draw(_COUNTS))]
    nodes = list(roots)
    for _ in range(draw(st.integers(0, max_steps)) if roots else 0):
        parent = draw(
            st.sampled_from([node for node in nodes if kinds_under(node.kind, node.content)])
        )
        content = draw(_CONTENTS)
        step = _Node(draw(st.sampled_from(kinds_under(parent.kind, parent.content))), content)
        parent.add(step)
        nodes.append(step)
        if isinstance(content, Linked):
            premises = [_Node(Kind.PREMISE, premise) for premise in draw(_PREMISES)]
            step.children[Kind.PREMISE] = premises
            nodes += premises
    named = draw(_filled(nodes, sources))
    stances: list[Stance] = []
    if sources and named:
        pairs = st.tuples(st.sampled_from(sources), st.sampled_from(named))
        believed = draw(st.lists(pairs, max_size=3, unique=True))
        believed.sort(key=lambda pair: sources.index(pair[0]))
        stances = [draw(stances_on(*pair)) for pair in believed]
    return Map(
        **draw(some_of(MAP_VALUES)),
        sources=tuple(draw(sources_named(name)) for name in sources),
        stances=tuple(stances),
        items=_items(roots),
    )


_SOURCE_IDS = st.lists(ids(), max_size=3, unique=True)
_COUNTS = st.sampled_from((1, 1, 1, 1, 2, 3, 0))
_CONTENTS = st.sampled_from((Claim(""), Claim(""), Ref(""), Linked()))
_PREMISES = st.lists(st.sampled_from((Claim(""), Claim(""), Ref(""))), min_size=2, max_size=3)
MAP_VALUES: Values = {
    "title": LINES,
    "question": LINES,
    "lang": st.sampled_from(("en", "de")),
    "draft": BOOLEANS,
}


@st.composite
def _filled(draw: st.DrawFn, nodes: Sequence[_Node], sources: Sequence[str]) -> list[str]:
    """Give each node its content and step fields; return the ids of claims and steps."""
    taken: list[str] = []

    def name() -> str:
        taken.append(draw(ids(taken)))
        return taken[-1]

    for node in nodes:
        if isinstance(node.content, Claim):
            has_id = not draw(ONE_IN_FIVE)
            node.content = draw(claims(sources, name() if has_id else None))
    homes = [node.content.id for node in nodes if isinstance(node.content, Claim)]
    named = [home for home in homes if home is not None]
    for node in nodes:
        if isinstance(node.content, Ref):
            # The first node is a root, so an id for it gives every ref a claim to name.
            if not named:
                assert isinstance(nodes[0].content, Claim)
                named.append(name())
                nodes[0].content = replace(nodes[0].content, id=named[0])
            node.content = Ref(draw(st.sampled_from(named)))
        if node.kind.is_step:
            has_id = draw(ONE_IN_FIVE)
            node.step = draw(step_fields(node.content, sources, name() if has_id else None))
    return taken


def _items(roots: Sequence[_Node]) -> tuple[Item, ...]:
    """Return the items of nodes in reading order."""
    items: list[Item] = []
    todo = [(0, node) for node in reversed(roots)]
    while todo:
        depth, node = todo.pop()
        items.append(Item(depth, node.kind, node.content, node.step))
        children = [child for kind in node.children.values() for child in kind]
        todo += [(depth + 1, child) for child in reversed(children)]
    return tuple(items)
