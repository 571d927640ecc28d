"""A map as a picture sees it: a card for each claim's home, a line for each step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.diagram.names import Names
from argmap.diagram.themes import Kind
from argmap.model.claims import Citation, Claim, Linked, Ref
from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Kind as ItemKind
from argmap.model.maps import Map
from argmap.model.sources import Source

__all__ = ["AuthorTag", "Card", "Line", "Scene", "scene_of"]


@dataclass(frozen=True, slots=True)
class AuthorTag:
    """Who said a claim, such as "Andrew Small, 2013", and the URL where it was said."""

    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A claim at its home, or linked premises with their `members`.

    `item` is its place in the map. A `mention` repeats a claim whose home is elsewhere, because
    linked premises are not complete without it.
    """

    item: int
    id: str
    kind: Kind
    text: str
    short: str | None = None
    tags: tuple[AuthorTag, ...] = ()
    members: tuple[Card, ...] = ()
    mention: bool = False
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A step: `tail` argues by `kind` about `target`; both are items.

    A tail is a card or a member of one; so is a target, unless `about_step`: then it is the item
    of another line. A `cross` line stands for a ref, so its tail has its home elsewhere.
    """

    item: int
    id: str
    kind: Kind
    tail: int
    target: int
    about_step: bool = False
    cross: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn, in reading order, before anything has a size.

    `owner` names the card that shows the claim of an item: itself, or the linked premises it is
    a member of.
    """

    title: str
    lang: str | None
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    owner: Mapping[int, int]
    graph: Graph


def scene_of(map_: Map) -> Scene:
    """Return the scene of a map; refs to no claim get a card that shows their id."""
    graph = graph_of(map_)
    names = Names(_given_ids(map_))
    sources = {source.id: source for source in map_.sources}
    cards: list[Card] = []
    lines: list[Line] = []
    owner: dict[int, int] = {}
    for index, item in enumerate(map_.items):
        if item.kind is ItemKind.PREMISE and isinstance(
            map_.items[graph.parents[index]].content, Linked
        ):
            owner[index] = graph.parents[index]
            continue
        home = graph.home(index) if isinstance(item.content, Ref) else None
        if home is None or not item.kind.is_step:
            owner[index] = index
            cards.append(_card(graph, index, names, sources))
        if item.kind.is_step:
            tail = index if home is None else home
            lines.append(_line(graph, index, tail, names))
    return Scene(
        title=map_.title or map_.question or "Argument map",
        lang=map_.lang,
        cards=tuple(cards),
        lines=tuple(lines),
        owner=owner,
        graph=graph,
    )


def _given_ids(map_: Map) -> Iterable[str]:
    for item in map_.items:
        match item.content:
            case Claim(id=str(name)):
                yield name
            case _:
                pass
        if item.step.id is not None:
            yield item.step.id


def _card(graph: Graph, index: int, names: Names, sources: Mapping[str, Source]) -> Card:
    item = graph.map.items[index]
    kind = _look_kind(item.kind)
    match item.content:
        case Claim():
            return _claim_card(item.content, index, kind, names, sources)
        case Ref(id=name):
            return _mention(graph, name, index, kind, names)
        case Linked():
            members = tuple(
                _member(graph, child, kind, names, sources)
                for child in graph.children[index]
                if graph.map.items[child].kind is ItemKind.PREMISE
            )
            return Card(index, names.fresh("linked"), kind, "", members=members)


def _member(
    graph: Graph, index: int, kind: Kind, names: Names, sources: Mapping[str, Source]
) -> Card:
    match graph.map.items[index].content:
        case Claim() as claim:
            return _claim_card(claim, index, kind, names, sources)
        case Ref(id=name):
            return _mention(graph, name, index, kind, names)
        case Linked():
            return Card(index, names.fresh("linked"), kind, "")


def _claim_card(
    claim: Claim, index: int, kind: Kind, names: Names, sources: Mapping[str, Source]
) -> Card:
    return Card(
        item=index,
        id=names.fresh("claim") if claim.id is None else names.of(claim.id),
        kind=kind,
        text=claim.text,
        short=claim.short,
        tags=_tags(claim.citations, sources),
        implicit=bool(claim.implicit),
    )


def _mention(graph: Graph, name: str, index: int, kind: Kind, names: Names) -> Card:
    home = graph.homes.get(name)
    claim = None if home is None else graph.claim(home)
    if claim is None:
        tags = (AuthorTag("a ref to no claim"),)
        return Card(index, names.fresh("mention"), kind, name, None, tags, mention=True)
    return Card(
        index,
        names.fresh("mention"),
        kind,
        claim.text,
        claim.short,
        (AuthorTag("stated elsewhere"),),
        mention=True,
    )


def _line(graph: Graph, index: int, tail: int, names: Names) -> Line:
    item = graph.map.items[index]
    parent = graph.parents[index]
    above = graph.map.items[parent]
    about_step = item.kind.is_about_step and above.kind.is_step
    target = parent
    if not about_step and isinstance(above.content, Ref):
        home = graph.home(parent)
        target = parent if home is None else home
    return Line(
        item=index,
        id=names.fresh("step") if item.step.id is None else names.of(item.step.id),
        kind=_look_kind(item.kind),
        tail=tail,
        target=target,
        about_step=about_step,
        cross=tail != index,
    )


def _look_kind(kind: ItemKind) -> Kind:
    match kind:
        case ItemKind.CLAIM | ItemKind.PREMISE:
            return "claim"
        case ItemKind.SUPPORT:
            return "support"
        case ItemKind.REBUT:
            return "rebut"
        case ItemKind.UNDERCUT:
            return "undercut"
        case ItemKind.WARRANT:
            return "warrant"


def _tags(citations: tuple[Citation, ...], sources: Mapping[str, Source]) -> tuple[AuthorTag, ...]:
    """Return one tag for each source, in the order of the citations.

    Kuo's report of what Small says is named only where Small's own text is not cited too.
    """
    direct = {citation.source for citation in citations if citation.via is None}
    tags: dict[str, AuthorTag] = {}
    for citation in citations:
        name, link = _said_by(citation.source, sources)
        if citation.via is not None:
            if citation.source in direct:
                continue
            reporter, link = _said_by(citation.via, sources)
            name = f"{name}, via {reporter.rpartition(',')[0] or reporter}"
        tags.setdefault(name, AuthorTag(name, link))
    return tuple(tags.values())


def _said_by(name: str, sources: Mapping[str, Source]) -> tuple[str, str | None]:
    source = sources.get(name)
    if source is None:
        return name, None
    author = source.author or source.title or source.id
    return (f"{author}, {source.date[:4]}" if source.date else author), source.url
