from __future__ import annotations

from hypothesis import given

from argmap.model.claims import Claim
from argmap.model.graph import Graph, Step, graph_of
from argmap.model.maps import Kind, Map
from tests.model.outlines import map_of
from tests.model.strategies import maps

_GRAPH = graph_of(
    map_of(
        """
        claim a
          rebut b step s
            undercut c
              support d
          support linked step t
            premise e
              rebut ref d
            premise ref b
            warrant ref nobody
        claim g
        """
    )
)


def test_an_item_is_a_step_from_its_premises_to_its_target() -> None:
    assert _GRAPH.steps == (
        Step(1, Kind.REBUT, (1,), 0),
        Step(2, Kind.UNDERCUT, (2,), 1),
        Step(3, Kind.SUPPORT, (3,), 2),
        Step(4, Kind.SUPPORT, (5, 1), 0),
        Step(6, Kind.REBUT, (3,), 5),
        Step(8, Kind.WARRANT, (), 4),
    )


def test_ids_lead_to_homes_and_steps() -> None:
    assert _GRAPH.homes == {"a": 0, "b": 1, "c": 2, "d": 3, "e": 5, "g": 9}
    assert _GRAPH.step_ids == {"s": 1, "t": 4}
    assert _GRAPH.claims == (0, 1, 2, 3, 5, 9)
    assert _GRAPH.roots == (0, 9)
    assert _GRAPH.dangling == (8,)


def test_a_ref_is_at_home_elsewhere() -> None:
    assert [_GRAPH.home(item) for item in (0, 6, 4, 8)] == [0, 3, None, None]
    assert _GRAPH.claim(6) == _GRAPH.map.items[3].content
    assert _GRAPH.claim(4) is None
    assert _GRAPH.claim(8) is None


def test_steps_are_about_a_claim_or_about_a_step() -> None:
    assert [step.item for step in _GRAPH.about(0, is_step=False)] == [1, 4]
    assert [step.item for step in _GRAPH.about(1, is_step=True)] == [2]
    assert _GRAPH.about(1, is_step=False) == ()
    assert [step.item for step in _GRAPH.into[1]] == [2]


def test_an_undercut_lies_one_step_further_out() -> None:
    assert _GRAPH.depths() == {0: 0, 1: 1, 2: 2, 3: 2, 5: 1, 9: 0}


def test_the_nearest_root_counts() -> None:
    graph = graph_of(map_of("claim a\n  support b\n    support c\nclaim d\n  rebut ref c"))
    assert graph.depths() == {0: 0, 1: 1, 2: 1, 3: 0}


def test_a_step_of_a_home_far_out_lies_far_out() -> None:
    graph = graph_of(
        map_of(
            """
            claim a
              support b
                support c
                  support d
                    undercut e
              support ref d
            """
        )
    )
    # The undercut argues about d's step for c, not about d's nearer use.
    assert graph.depths() == {0: 0, 1: 1, 2: 2, 3: 1, 4: 4}


def test_claims_that_support_one_another_are_one_component() -> None:
    graph = graph_of(
        map_of(
            """
            claim a
              support b
                support ref a
              rebut c
                rebut ref a
            claim d
              support linked
                premise ref d
                premise e
            """
        )
    )
    assert graph.support_components() == ((0, 1), (5,))


def test_a_step_under_a_ref_to_nothing_has_no_target() -> None:
    graph = graph_of(map_of("claim a\n  support ref nobody\n    support b"))
    assert graph.steps == (Step(1, Kind.SUPPORT, (), 0),)


def _naive_depths(graph: Graph) -> dict[int, int]:
    """The depth of each claim, by going over all steps until nothing changes."""
    claims = dict.fromkeys(graph.roots, 0)
    steps: dict[int, int] = {}
    changed = True
    while changed:
        before = (dict(claims), dict(steps))
        for step in graph.steps:
            there = steps if step.kind.is_about_step else claims
            if step.target in there:
                depth = there[step.target] + 1
                steps[step.item] = min(depth, steps.get(step.item, depth))
                for premise in step.premises:
                    claims[premise] = min(depth, claims.get(premise, depth))
        changed = before != (claims, steps)
    return claims


@given(maps())
def test_depths_agree_with_the_naive_definition(map_: Map) -> None:
    graph = graph_of(map_)
    assert graph.depths() == _naive_depths(graph)


@given(maps())
def test_every_step_item_of_a_valid_map_is_one_step(map_: Map) -> None:
    graph = graph_of(map_)
    steps = [index for index, item in enumerate(map_.items) if item.kind.is_step]
    assert [step.item for step in graph.steps] == steps
    assert graph.dangling == ()
    for step in graph.steps:
        assert step.premises
        assert all(isinstance(map_.items[premise].content, Claim) for premise in step.premises)
        assert step in graph.into[step.target]


def test_a_chain_of_1000_levels_costs_no_stack() -> None:
    lines = ["claim c0", *(f"{'  ' * level}support c{level}" for level in range(1, 1000))]
    graph = graph_of(map_of("\n".join([*lines, f"{'  ' * 1000}support ref c0"])))
    assert graph.depths()[999] == 999
    assert graph.support_components() == (tuple(range(1000)),)
