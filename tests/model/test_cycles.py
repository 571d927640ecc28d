from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import cycles
from argmap.model.cycles import shortest_cycle, strong_components

Edges = dict[int, list[int]]
_NODES = st.integers(0, 7)
# Between 5 and 24 edges among 8 nodes give cycles of every length.
_PAIRS = st.lists(st.tuples(_NODES, _NODES), max_size=24) | st.lists(
    st.tuples(_NODES, _NODES), min_size=5, max_size=16
)
_EDGES = _PAIRS.map(lambda pairs: {node: [b for a, b in pairs if a == node] for node, _ in pairs})


def _distances(edges: Mapping[int, Sequence[int]]) -> dict[tuple[int, int], int]:
    """The length of the shortest way of one edge or more, for each pair that has one."""
    ways = {(node, other): 1 for node, others in edges.items() for other in others}
    for middle in range(8):
        for start in range(8):
            for end in range(8):
                if (start, middle) in ways and (middle, end) in ways:
                    length = ways[start, middle] + ways[middle, end]
                    ways[start, end] = min(length, ways.get((start, end), length))
    return ways


@given(_EDGES)
def test_nodes_are_in_one_component_if_each_reaches_the_other(edges: Edges) -> None:
    ways = _distances(edges)
    naive = {
        tuple(other for other in range(8) if {(node, other), (other, node)} <= ways.keys())
        for node in range(8)
        if (node, node) in ways
    }
    assert strong_components(edges) == tuple(sorted(naive))


@settings(max_examples=300)
@given(_EDGES, st.just(set[int]()) | st.sets(_NODES, max_size=3))
def test_the_shortest_cycle_is_a_cycle_within_and_none_is_shorter(
    edges: Edges, without: set[int]
) -> None:
    within = set(range(8)) - without
    kept = {
        node: [other for other in edges[node] if other in within]
        for node in edges
        if node in within
    }
    lengths = [length for (start, end), length in _distances(kept).items() if start == end]
    cycle = shortest_cycle(edges, within)
    assert len(cycle) == min(lengths, default=0)
    assert len(set(cycle)) == len(cycle)
    assert set(cycle) <= within
    if cycle:
        assert cycle[0] == min(cycle)
        assert all(after in edges[before] for before, after in pairwise((*cycle, cycle[0])))


def _ring(size: int) -> Edges:
    return {node: [(node + 1) % size] for node in range(size)}


def test_a_circle_of_10000_is_found_whole() -> None:
    assert shortest_cycle(_ring(10_000), range(10_000)) == tuple(range(10_000))


def test_a_shortcut_far_away_is_found() -> None:
    edges = _ring(10_000)
    edges[7_010].append(7_000)
    assert shortest_cycle(edges, range(10_000)) == tuple(range(7_000, 7_011))


def test_a_chain_of_10000_has_no_cycle() -> None:
    edges = {node: [node + 1] for node in range(10_000)}
    assert shortest_cycle(edges, range(10_001)) == ()
    assert strong_components(edges) == ()


def test_a_search_without_patience_still_finds_a_cycle(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = {0: [1], 1: [2, 0], 2: [3, 1], 3: [0], 4: [4]}
    monkeypatch.setattr(cycles, "_EDGES_OF_A_SEARCH", 0)
    assert len(shortest_cycle(edges, range(4))) == 2
    assert shortest_cycle(_ring(5) | {2: [3, 3], 7: [8], 8: [7]}, range(9)) in {
        (0, 1, 2, 3, 4),
        (7, 8),
    }


def test_a_fork_without_a_shorter_cycle_changes_nothing() -> None:
    assert shortest_cycle({0: [1], 1: [0, 2], 2: [1, 3], 3: [2]}, range(4)) == (0, 1)
