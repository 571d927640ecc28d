"""The rules about how claims and steps hang together: ids, refs, circles and repeated steps."""

# The numbers that are missing belong to mistakes that the nested file makes impossible: a step
# without a target, a claim that no chain of steps leads to a root, linked premises with several
# targets.

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.claims import Claim, Content, Linked, Ref
from argmap.model.graph import Step, shortest_cycle, strong_components
from argmap.model.maps import Kind, Map
from argmap.model.suggestions import Vocabulary
from argmap.rules.findings import Related, Remark, Severity
from argmap.rules.rule import Inspection, Rule
from argmap.rules.wording import VERBS, name_of, premises_of, target_of

__all__ = ["GRAPH_RULES"]

# A circle is told in full up to this many claims; nobody reads on.
_CLAIMS_TOLD = 6


def _dangling_reference(inspection: Inspection) -> Iterator[Remark]:
    graph, map_ = inspection.graph, inspection.map
    refs = [
        (map_.places[index], content.id)
        for index in graph.dangling
        if isinstance(content := map_.items[index].content, Ref)
    ]
    stances = [
        (("stances", stance.source, stance.about), stance.about)
        for stance in map_.stances
        if stance.about not in graph.homes and stance.about not in graph.step_ids
    ]
    if not refs and not stances:
        return
    claims = Vocabulary(graph.homes)
    for place, name in refs:
        if name in graph.step_ids:
            yield Remark(
                place,
                f"'{name}' is a step, and a ref names a claim.",
                "Name a claim. To argue about the step, put the claim under the step's own "
                "'undercut' or 'warrant'.",
                (Related(map_.places[graph.step_ids[name]], f"the step '{name}'"),),
            )
        else:
            yield Remark(
                place,
                f"There is no claim '{name}'.",
                claims.did_you_mean(name) or f"Give one claim 'id: {name}', or name another.",
            )
    claims_and_steps = Vocabulary((*graph.homes, *graph.step_ids))
    for stance_place, name in stances:
        yield Remark(
            stance_place,
            f"There is no claim or step '{name}'.",
            claims_and_steps.did_you_mean(name)
            or f"Give a claim 'id: {name}' or a step 'step: {name}', or name another.",
        )


def _self_reference(inspection: Inspection) -> Iterator[Remark]:
    graph = inspection.graph
    for step in graph.steps:
        if step.target in step.premises and not step.kind.is_about_step:
            yield Remark(
                inspection.map.places[_entry_of(inspection, step, step.target)],
                f"{name_of(graph, step.target)} {VERBS[step.kind]} itself.",
                "Name another claim, or take this one out.",
                (Related(inspection.map.places[step.target], "the claim itself"),),
            )


def _circular_reasoning(inspection: Inspection) -> Iterator[Remark]:
    graph, places = inspection.graph, inspection.map.places
    # A claim that supports itself has a rule of its own.
    edges = {
        premise: [target for target in targets if target != premise]
        for premise, targets in graph.support_edges().items()
    }
    steps: dict[tuple[int, int], Step] = {}
    for component in strong_components(edges):
        cycle = shortest_cycle(edges, component)
        if not steps:
            steps = _supports_by_ends(inspection)
        ways = [
            (end, _entry_of(inspection, steps[start, end], start))
            for start, end in zip(cycle, cycle[1:] + cycle[:1], strict=True)
        ]
        # The text closes the circle where it names a claim a second time, with a ref.
        closing = max(ways, key=lambda way: (not _is_home(inspection, way[1]), way[1]))
        turn = ways.index(closing) + 1
        others = ways[turn:] + ways[: turn - 1]
        names = [name_of(graph, end) for end, _ in (others[-1], closing, *others[:-1])]
        yield Remark(
            places[closing[1]],
            f"These claims support one another in a circle: {_told(names)}.",
            "Take out the step that convinces least. What a claim rests on cannot rest on "
            "that claim.",
            tuple(
                Related(places[entry], f"supports {name_of(graph, end)}") for end, entry in others
            ),
        )


def _supports_by_ends(inspection: Inspection) -> dict[tuple[int, int], Step]:
    """Return the first support from each premise to each target."""
    steps: dict[tuple[int, int], Step] = {}
    for step in inspection.graph.steps:
        if step.kind is Kind.SUPPORT:
            for premise in step.premises:
                steps.setdefault((premise, step.target), step)
    return steps


def _entry_of(inspection: Inspection, step: Step, premise: int) -> int:
    """Return the item by which a step names one of its premises: itself, or a linked one."""
    entries = (step.item, *_premises_linked(inspection, step.item))
    return next(entry for entry in entries if inspection.graph.home(entry) == premise)


def _is_home(inspection: Inspection, item: int) -> bool:
    """Return whether an item is the home of a claim."""
    return isinstance(inspection.map.items[item].content, Claim)


def _told(names: list[str]) -> str:
    """Return the names of a circle as a chain that ends where it began."""
    chain = f"{names[0]} supports {', which supports '.join(names[1:_CLAIMS_TOLD])}"
    left_out = len(names) - _CLAIMS_TOLD
    if left_out > 0:
        return f"{chain}, and so on by way of {left_out} more back to {names[0]}"
    return f"{chain}, which supports {names[0]}"


def _orphan(inspection: Inspection) -> Iterator[Remark]:
    graph = inspection.graph
    if len(graph.claims) < 2:
        return
    premises = {premise for step in graph.steps for premise in step.premises}
    for root in graph.roots:
        alone = root not in graph.into and root not in premises
        if alone and _is_home(inspection, root):
            yield Remark(
                inspection.map.places[root],
                f"Nothing argues about {name_of(graph, root)}, and it argues about nothing.",
                "Move it under the claim that it supports or rebuts, or give it a reason.",
            )


def _supports_and_rebuts(inspection: Inspection) -> Iterator[Remark]:
    graph = inspection.graph
    # A number alone is no target: an item can be the home of a claim and a step as well.
    first: dict[tuple[tuple[int, ...], bool, int], Step] = {}
    for step in graph.steps:
        premises = _premise_set(step)
        other = first.setdefault((premises, step.kind.is_about_step, step.target), step)
        if premises and other.kind is not step.kind:
            yield Remark(
                inspection.map.places[step.item],
                f"{premises_of(graph, step)} cannot argue both for and against "
                f"{target_of(graph, step)}.",
                "Keep one of the two. If there are two thoughts in one claim, make it two claims.",
                (Related(inspection.map.places[other.item], f"{VERBS[other.kind]} it here"),),
            )


def _premise_set(step: Step) -> tuple[int, ...]:
    """Return the premises of a step as what they are whatever their order and number."""
    return step.premises if len(step.premises) < 2 else tuple(sorted(set(step.premises)))


def _duplicate_relation(inspection: Inspection) -> Iterator[Remark]:
    graph = inspection.graph
    first: dict[tuple[tuple[int, ...], Kind, int], Step] = {}
    for step in graph.steps:
        premises = _premise_set(step)
        other = first.setdefault((premises, step.kind, step.target), step)
        if premises and other is not step:
            yield Remark(
                inspection.map.places[step.item],
                f"This {step.kind} of {target_of(graph, step)} from {premises_of(graph, step)} "
                "is there already.",
                "Take one of the two out, and move what the file says of it to the other. If "
                "several people draw it, list them in one 'by'.",
                (Related(inspection.map.places[other.item], "first drawn here"),),
            )


def _linked_group_of_one(inspection: Inspection) -> Iterator[Remark]:
    graph, map_ = inspection.graph, inspection.map
    for index, item in enumerate(map_.items):
        if not isinstance(item.content, Linked):
            continue
        first: dict[int | Content, int] = {}
        twice = False
        for member in _premises_linked(inspection, index):
            home = graph.home(member)
            # A ref to no claim may still be the second premise; another rule speaks of it.
            key = map_.items[member].content if home is None else home
            other = first.setdefault(key, member)
            if other != member:
                twice = True
                yield Remark(
                    map_.places[member],
                    f"{name_of(graph, member)} is already one of these linked premises.",
                    "Take it out here.",
                    (Related(map_.places[other], "named here"),),
                )
        if len(first) < 2 and not twice:
            count = "One premise is" if first else "No premises are"
            yield Remark(
                map_.places[index],
                f"{count} linked here; it takes two.",
                "Add the premise that it needs, or write the claim without 'linked'.",
            )


def _premises_linked(inspection: Inspection, linked: int) -> list[int]:
    """Return the items that are the premises of a linked one."""
    items = inspection.map.items
    return [
        member
        for member in inspection.graph.children[linked]
        if items[member].kind is Kind.PREMISE and not isinstance(items[member].content, Linked)
    ]


def _duplicate_id(inspection: Inspection) -> Iterator[Remark]:
    map_ = inspection.map
    first: dict[str, tuple[int, str]] = {}
    for name, index, key in _ids(map_):
        # Long places are made for findings alone: 10,000 deep ones take 10 ms.
        other, other_key = first.setdefault(name, (index, key))
        if (other, other_key) != (index, key):
            yield Remark(
                (*map_.places[index], key),
                f"The id '{name}' is taken.",
                "Choose another, and see that each ref names the claim it means. Claims and "
                "steps share their ids.",
                (Related((*map_.places[other], other_key), "taken here"),),
            )
    sources: set[str] = set()
    for source in map_.sources:
        if source.id in sources:
            yield Remark(
                ("sources", source.id),
                f"The source id '{source.id}' is taken.",
                "Choose another, and see that each citation names the source it means.",
            )
        sources.add(source.id)


def _ids(map_: Map) -> Iterator[tuple[str, int, str]]:
    """Yield the id of every claim and step, with its item and its key there."""
    for index, item in enumerate(map_.items):
        if isinstance(item.content, Claim) and item.content.id is not None:
            yield item.content.id, index, "id"
        if item.step.id is not None:
            yield item.step.id, index, "step"


GRAPH_RULES: tuple[Rule, ...] = (
    Rule(
        "G001",
        "dangling-reference",
        Severity.ERROR,
        "A `ref` or a stance names something that the map does not have.",
        "The step it belongs to argues from nothing: what looks like a reason on the page is "
        "lost to every picture and verdict. Most often the id is misspelt, or the claim was "
        "renamed elsewhere.",
        "Assurance-case tools check the same (gsn2x C03); Argdown makes a new claim of it.",
        _dangling_reference,
    ),
    Rule(
        "G002",
        "self-reference",
        Severity.ERROR,
        "A claim supports or rebuts itself.",
        "A claim that is its own reason gives no reason to anyone who doubts it; one that "
        "rebuts itself needs to be split into what is said for and what is said against.",
        "Assurance-case tools check the same (gsn2x V06).",
        _self_reference,
    ),
    Rule(
        "G004",
        "circular-reasoning",
        Severity.ERROR,
        "Claims support one another in a circle.",
        "Whoever doubts one of them is led back to the claim they doubt: the question is begged, "
        "and no reason comes from outside. Only supports count. Rebuts in a circle are how "
        "people disagree. One shortest circle is shown of every group of claims that hang "
        "together this way.",
        "Walton, Begging the Question (1991); gsn2x C04.",
        _circular_reasoning,
    ),
    Rule(
        "G005",
        "orphan",
        Severity.WARNING,
        "A root stands alone: nothing argues about it, and it argues about nothing.",
        "A claim that takes no part in the argument is usually one that was meant to go "
        "somewhere. A map of a single claim is a beginning, and says nothing wrong.",
        "Assurance-case tools ask the same of a whole case (gsn2x C08).",
        _orphan,
    ),
    Rule(
        "G009",
        "supports-and-rebuts",
        Severity.ERROR,
        "The same premises argue for and against the same target.",
        "A reason that counts on both sides counts on neither. There are mostly two thoughts in "
        "one claim, and each of them is a reason for one side.",
        "One thought per claim: Austhink, Rationale Exercises, set 3.",
        _supports_and_rebuts,
    ),
    Rule(
        "G010",
        "duplicate-relation",
        Severity.WARNING,
        "The same step is drawn twice: same premises, same kind, same target.",
        "A reason does not count for more because it is repeated, but a reader, a picture and a "
        "weighing may take it so.",
        "Assurance-case tools check the same (gsn2x V05).",
        _duplicate_relation,
    ),
    Rule(
        "G014",
        "linked-group-of-one",
        Severity.WARNING,
        "Linked premises are fewer than two, or one of them is named twice.",
        "`linked` says that premises only work together. With one premise it says nothing, and "
        "the premise that was meant to go with it may have been lost.",
        "Freeman, Argument Structure (2011), on linked and convergent premises.",
        _linked_group_of_one,
    ),
    Rule(
        "G017",
        "duplicate-id",
        Severity.ERROR,
        "Two claims or steps have the same id.",
        "A ref can only mean one of them; what is said of the other is silently said of the "
        "first. Claims and steps share their ids, because a stance may be about either.",
        "Argdown joins two claims of one name without a word; we would rather ask.",
        _duplicate_id,
    ),
)
