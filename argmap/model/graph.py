"""The graph a map spells out: which steps there are, what they rest on and what they aim at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from argmap.model.claims import Claim, Content, Linked, Ref
from argmap.model.cycles import shortest_cycle, strong_components
from argmap.model.maps import Kind, Map, children_of, parents_of

__all__ = ["Graph", "Step", "graph_of", "shortest_cycle", "strong_components"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `premises` (home items of claims) argue, by `kind`, about `target`.

    `item` is the entry that is the step. The target of a support or rebut is the home item of a
    claim, that of an undercut or warrant the `item` of another step.
    """

    item: int
    kind: Kind
    premises: tuple[int, ...]
    target: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A map seen as claims and steps; all numbers are indices into `map.items`.

    `homes` and `step_ids` name the first item with an id. `dangling` are refs to no claim.
    `into` lists, in reading order, the steps that aim at a claim's home or at a step's item.
    """

    map: Map
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    claims: tuple[int, ...]
    homes: Mapping[str, int]
    step_ids: Mapping[str, int]
    dangling: tuple[int, ...]
    steps: tuple[Step, ...]
    into: Mapping[int, tuple[Step, ...]]

    @property
    def roots(self) -> tuple[int, ...]:
        """The items at the top of the map, in reading order."""
        return tuple(index for index, item in enumerate(self.map.items) if item.depth == 0)

    def home(self, item: int) -> int | None:
        """Return the item where the claim of `item` has its home; None for linked or dangling."""
        return _home(item, self.map.items[item].content, self.homes)

    def claim(self, item: int) -> Claim | None:
        """Return the claim that `item` puts or refers to."""
        home = self.home(item)
        if home is None:
            return None
        content = self.map.items[home].content
        return content if isinstance(content, Claim) else None

    def depths(self) -> dict[int, int]:
        """Return how many steps lie between each claim and the nearest root; roots have 0.

        What argues about a step lies one further out than the step's own premises. Claims that no
        chain of steps leads to a root are missing.
        """
        depths = dict.fromkeys(self.roots, 0)
        claims, steps = list(depths), list[int]()
        distance = 0
        while claims or steps:
            distance += 1
            arriving = [
                *(step for claim in claims for step in self.about(claim, is_step=False)),
                *(step for item in steps for step in self.about(item, is_step=True)),
            ]
            # A step has one target, so it arrives once.
            steps = [step.item for step in arriving]
            claims = []
            for premise in (premise for step in arriving for premise in step.premises):
                if premise not in depths:
                    depths[premise] = distance
                    claims.append(premise)
        return depths

    def about(self, item: int, *, is_step: bool) -> tuple[Step, ...]:
        """Return the steps about the claim at home in `item`, or about the step that it is."""
        return tuple(step for step in self.into.get(item, ()) if step.kind.is_about_step is is_step)

    def support_edges(self) -> dict[int, list[int]]:
        """Return the claims that each claim supports, alone or with others."""
        edges: dict[int, list[int]] = {}
        for step in self.steps:
            if step.kind is Kind.SUPPORT:
                for premise in step.premises:
                    edges.setdefault(premise, []).append(step.target)
        return edges

    def support_components(self) -> tuple[tuple[int, ...], ...]:
        """Return the groups of claims that support one another in a circle, in reading order."""
        return strong_components(self.support_edges())


def graph_of(map_: Map) -> Graph:
    """Return the graph of a map. Refs without a home add no premise; their step remains."""
    items = map_.items
    parents = parents_of(items)
    children = children_of(items)
    homes: dict[str, int] = {}
    step_ids: dict[str, int] = {}
    claims: list[int] = []
    for index, item in enumerate(items):
        if isinstance(item.content, Claim):
            claims.append(index)
            if item.content.id is not None:
                homes.setdefault(item.content.id, index)
        if item.step.id is not None:
            step_ids.setdefault(item.step.id, index)
    steps = _steps(map_, homes, parents, children)
    into: dict[int, list[Step]] = {}
    for step in steps:
        into.setdefault(step.target, []).append(step)
    return Graph(
        map=map_,
        parents=parents,
        children=children,
        claims=tuple(claims),
        homes=homes,
        step_ids=step_ids,
        dangling=tuple(
            index
            for index, item in enumerate(items)
            if isinstance(item.content, Ref) and item.content.id not in homes
        ),
        steps=steps,
        into={target: tuple(found) for target, found in into.items()},
    )


def _steps(
    map_: Map,
    homes: Mapping[str, int],
    parents: Sequence[int],
    children: Sequence[Sequence[int]],
) -> tuple[Step, ...]:
    """Return the steps that have a target, in reading order."""
    items = map_.items
    at_home = [_home(index, item.content, homes) for index, item in enumerate(items)]
    steps: list[Step] = []
    for index, item in enumerate(items):
        if not item.kind.is_step:
            continue
        members: Sequence[int] = (index,)
        if isinstance(item.content, Linked):
            members = [child for child in children[index] if items[child].kind is Kind.PREMISE]
        target = parents[index] if item.kind.is_about_step else at_home[parents[index]]
        if target is not None:
            found = [at_home[member] for member in members]
            premises = tuple([home for home in found if home is not None])
            steps.append(Step(index, item.kind, premises, target))
    return tuple(steps)


def _home(item: int, content: Content, homes: Mapping[str, int]) -> int | None:
    """Return the item where the claim of `item` has its home; None for linked or dangling."""
    match content:
        case Claim():
            return item
        case Ref(id=name):
            return homes.get(name)
        case Linked():
            return None
        case _:
            assert_never(content)
