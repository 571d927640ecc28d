"""A map as the entries of an outline: what each says, what it does to which other, whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.model.claims import Citation, Claim, Linked, Ref
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source, Stance

__all__ = ["Entry", "outline_of", "role_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the map in reading order; numbers count the entries from 1.

    `target` is the entry above, None for a root. `home` is the entry that a ref repeats, None if
    this is no ref or one to no claim. `id` is that of the claim at home here, or of the step that
    linked premises are. `voices` say who says it and where, `details` what else
    there is to know, each a few words.
    """

    number: int
    depth: int
    kind: Kind
    text: str
    id: str | None = None
    target: int | None = None
    home: int | None = None
    linked: bool = False
    voices: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


def outline_of(map_: Map) -> tuple[Entry, ...]:
    """Return the entries of a map."""
    graph = graph_of(map_)
    sources = {source.id: source for source in map_.sources}
    stances: dict[str, list[Stance]] = {}
    for stance in map_.stances:
        stances.setdefault(stance.about, []).append(stance)
    return tuple(_entry(graph, index, sources, stances) for index in range(len(map_.items)))


def role_of(entry: Entry, above: Entry | None) -> str:
    """Return what an entry does and to which other, e.g. "undercuts the step from 3 to 1"."""
    match entry.kind:
        case Kind.CLAIM:
            return "claim"
        case Kind.PREMISE:
            return f"premise of {entry.target}"
        case Kind.SUPPORT | Kind.REBUT:
            return f"{entry.kind}s {entry.target}"
        case Kind.UNDERCUT | Kind.WARRANT:
            return f"{entry.kind}s {_step_from(above)}"


def _step_from(entry: Entry | None) -> str:
    """Return the words for the step that an entry is."""
    if entry is None or entry.target is None:
        return "no step"
    if entry.kind.is_about_step:
        return f"the {entry.kind} from {entry.number}"
    return f"the step from {entry.number} to {entry.target}"


def _entry(
    graph: Graph,
    index: int,
    sources: Mapping[str, Source],
    stances: Mapping[str, list[Stance]],
) -> Entry:
    item = graph.map.items[index]
    home = graph.home(index) if isinstance(item.content, Ref) else None
    claim = graph.claim(index)
    parent = graph.parents[index]
    said = [] if claim is None or home is not None else list(_claim_details(claim))
    if claim is not None and claim.id is not None and home is None:
        said += _beliefs(stances.get(claim.id, ()), sources)
    return Entry(
        number=index + 1,
        depth=item.depth,
        kind=item.kind,
        text=_text_of(item, claim),
        id=_id_of(item),
        target=parent + 1 if parent >= 0 else None,
        home=None if home is None else home + 1,
        linked=isinstance(item.content, Linked),
        voices=() if claim is None or home is not None else _voices(claim.citations, sources),
        details=(*said, *_step_details(item, sources, stances)),
    )


def _text_of(item: Item, claim: Claim | None) -> str:
    if claim is not None:
        return claim.text
    return f"There is no claim '{item.content.id}'." if isinstance(item.content, Ref) else ""


def _id_of(item: Item) -> str | None:
    match item.content:
        case Claim(id=name):
            return name
        case Ref():
            return None
        case Linked():
            return item.step.id


def _voices(citations: tuple[Citation, ...], sources: Mapping[str, Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_voice(citation, sources) for citation in citations))


def _voice(citation: Citation, sources: Mapping[str, Source]) -> str:
    words = _author(citation.source, sources)
    if citation.via is not None:
        words += f" via {_author(citation.via, sources)}"
    return words if citation.at is None else f"{words}, {citation.at}"


def _author(name: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(name)
    return name if source is None else source.author or source.title or name


def _claim_details(claim: Claim) -> Iterator[str]:
    if claim.qualifier is not None:
        yield f"held to be {claim.qualifier}"
    if claim.credence is not None:
        yield f"credence {claim.credence:g}"
    if claim.status is not None:
        yield str(claim.status)
    if claim.implicit:
        yield "implicit"


def _beliefs(stances: list[Stance] | tuple[()], sources: Mapping[str, Source]) -> Iterator[str]:
    for stance in stances:
        belief = stance.qualifier if stance.credence is None else f"{stance.credence:g}"
        if belief is not None:
            yield f"{_author(stance.source, sources)}: {belief}"


def _step_details(
    item: Item, sources: Mapping[str, Source], stances: Mapping[str, list[Stance]]
) -> Iterator[str]:
    step = item.step
    match step.by:
        case None:
            pass
        case str(source):
            yield f"step drawn by {_author(source, sources)}"
        case citations:
            yield f"step drawn by {' and '.join(_voices(citations, sources))}"
    if step.scheme is not None:
        yield step.scheme
    if step.inference is not None:
        yield str(step.inference)
    if step.weight is not None:
        yield f"weight {step.weight:g}"
    if step.id is not None:
        yield from _beliefs(stances.get(step.id, ()), sources)
