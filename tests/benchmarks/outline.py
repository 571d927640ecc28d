"""What keys, folds and new claims cost in the outline, against Textual's own tree."""

from __future__ import annotations

import asyncio
import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from rich.text import Text
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from argmap.document.reading import read_text
from argmap.model.claims import Claim
from argmap.model.maps import Item, Kind, Map, children_of
from argmap.tui.outline import Outline
from tests.benchmarks.generated import map_text
from tests.benchmarks.timing import report

SIZES = (1_000, 10_000)
SCREEN = (120, 40)
APPS = 3
ROUNDS = {"cursor key": 20, "page": 12, "fold": 8, "added leaf": 8}
LEAF = "Whoever adds a claim here wants to see it at once, whatever the size of the map."


@dataclass
class Costs:
    """CPU milliseconds of every action of one widget, and what came before its first screen."""

    actions: dict[str, list[float]] = field(default_factory=dict)
    first_screen: list[float] = field(default_factory=list)
    measured: int = 0


class ArgmapOutline(Outline):
    opened: float = 0.0
    measured: int = 0

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if not self.opened and y == SCREEN[1] - 1:
            self.opened = time.process_time()
            self.measured = self._sheet._exact.count(1)
        return strip


class TextualTree(Tree[None]):
    opened: float = 0.0

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if not self.opened and y == SCREEN[1] - 1:
            self.opened = time.process_time()
        return strip


class Shown(App[None]):
    """One widget that fills the screen."""

    def __init__(self, map_: Map, make: Callable[[Map], Outline | Tree[None]]) -> None:
        super().__init__()
        self.map_ = map_
        self.make = make
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        yield self.make(self.map_)


def tree_of(map_: Map) -> TextualTree:
    tree = TextualTree(Text("map"))
    tree.root.expand()
    open_nodes: list[TreeNode[None]] = [tree.root]
    for item in map_.items:
        del open_nodes[item.depth + 1 :]
        text = item.content.text if isinstance(item.content, Claim) else ""
        open_nodes.append(open_nodes[-1].add(Text(text), expand=True))
    return tree


def branching_item(map_: Map) -> int:
    """Return an item half-way down the map with several children, which is on the first screen."""
    children = children_of(map_.items)
    return max(range(1, 30), key=lambda item: len(children[item]))


def maps_with_leaves(map_: Map, item: int) -> Iterator[Map]:
    while True:
        leaf = Item(map_.items[item].depth + 1, Kind.SUPPORT, Claim(LEAF))
        items = (*map_.items[: item + 1], leaf, *map_.items[item + 1 :])
        map_ = replace(map_, items=items, places=())
        yield map_


def outline_actions(outline: Outline, map_: Map) -> dict[str, list[Callable[[], object]]]:
    item = branching_item(map_)
    maps = maps_with_leaves(map_, item)
    return {
        "cursor key": [lambda: outline.move_cursor(1)] * ROUNDS["cursor key"],
        "page": [lambda: outline.page(1)] * ROUNDS["page"],
        "back": [outline.go_to_first],
        "fold": [lambda: outline.toggle(item)] * ROUNDS["fold"],
        "added leaf": [
            partial(outline.show, grown) for grown in islice(maps, ROUNDS["added leaf"])
        ],
    }


def tree_actions(tree: Tree[None], map_: Map) -> dict[str, list[Callable[[], object]]]:
    node = tree.root
    path = [branching_item(map_)]
    depth = map_.items[path[0]].depth
    for index in range(path[0], -1, -1):
        if map_.items[index].depth < depth:
            depth -= 1
            path.append(index)
    children = children_of(map_.items)
    roots = [index for index, item in enumerate(map_.items) if item.depth == 0]
    for index in reversed(path):
        node = node.children[roots.index(index)]
        roots = list(children[index])
    return {
        "cursor key": [tree.action_cursor_down] * ROUNDS["cursor key"],
        "page": [tree.action_page_down] * ROUNDS["page"],
        "back": [tree.action_scroll_home],
        "fold": [node.toggle] * ROUNDS["fold"],
        "added leaf": [lambda: node.add_leaf(Text(LEAF))] * ROUNDS["added leaf"],
    }


async def cost(pilot: Pilot[None], action: Callable[[], object]) -> float:
    """Return the CPU milliseconds until the action is on screen."""
    before = time.process_time()
    action()
    await pilot.pause()
    return 1000 * (time.process_time() - before)


async def use(map_: Map, make: Callable[[Map], Outline | Tree[None]], costs: Costs) -> None:
    gc.collect()
    started = time.process_time()
    app = Shown(map_, make)
    async with app.run_test(size=SCREEN) as pilot:
        widget = app.query_one(ArgmapOutline if make is ArgmapOutline else TextualTree)
        widget.focus()
        while isinstance(widget, Outline) and not widget.is_measured:
            await pilot.pause()
        await pilot.pause()
        costs.first_screen.append(1000 * (widget.opened - started))
        actions = (
            outline_actions(widget, map_)
            if isinstance(widget, ArgmapOutline)
            else tree_actions(widget, map_)
        )
        if isinstance(widget, ArgmapOutline):
            costs.measured = widget.measured
        idle = statistics.median([await cost(pilot, lambda: None) for _ in range(9)])
        for name, steps in actions.items():
            for step in steps:
                costs.actions.setdefault(name, []).append(await cost(pilot, step) - idle)


def compare(_folder: Path) -> None:
    for size in SIZES:
        map_ = read_text(map_text(size), "big.yaml").map
        ours, theirs = Costs(), Costs()
        for _ in range(APPS):
            asyncio.run(use(map_, tree_of, theirs))
            asyncio.run(use(map_, ArgmapOutline, ours))
        for name in ROUNDS:
            fast, slow = (statistics.median(one.actions[name]) for one in (ours, theirs))
            least = 5 if size == max(SIZES) and name in ("fold", "added leaf") else 1
            report(
                f"{name} in the outline of {size:,} claims against Textual's tree",
                slow / fast,
                f"at least {least} times less",
                f"{fast:.1f} ms against {slow:.1f} ms",
                holds=slow / fast >= least,
            )
        fast, slow = (statistics.median(one.first_screen) for one in (ours, theirs))
        report(
            f"first screen of {size:,} claims, {ours.measured} rows of which are laid out,"
            " against Textual's tree",
            slow / fast,
            "sooner, at most 200 rows laid out",
            f"{fast:.0f} ms against {slow:.0f} ms",
            holds=slow > fast and ours.measured <= 200,
        )
