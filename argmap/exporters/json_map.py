"""A map as flat JSON: claims, steps, sources and stances that name one another by id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from argmap.model.claims import Citation, Claim, Linked, Verdict
from argmap.model.graph import Graph, Step, graph_of
from argmap.model.maps import Kind, Map
from argmap.model.sources import Source, Stance

__all__ = ["VERSION", "json_of"]

# Goes up when a key changes its meaning or goes away, not when one is added.
VERSION = 1

_Value = str | float | bool | Sequence["_Value"] | Mapping[str, "_Value"] | None


def json_of(map_: Map) -> str:
    """Return the JSON text, described in docs/reference/json.md; keys without a value are absent.

    What has no id in the map gets one that no file can hold: `#c1`, `#c2` for claims, `#s1`,
    `#s2` for steps, counted in reading order.
    """
    graph = graph_of(map_)
    names = _names(graph)
    form = _without_gaps(
        {
            "version": VERSION,
            "title": map_.title,
            "question": map_.question,
            "lang": map_.lang,
            "draft": map_.draft or None,
        }
    )
    form["claims"] = [
        _claim(claim, _type_of(graph, item), names.claims[item]) for item, claim in _claims(graph)
    ]
    form["steps"] = [_step(graph, step, names) for step in graph.steps]
    form["sources"] = [_source(source) for source in map_.sources]
    form["stances"] = [_stance(stance) for stance in map_.stances]
    return json.dumps(form, ensure_ascii=False, indent=2).translate(_UNSEEN) + "\n"


# JSON itself writes out the characters below U+0020. A terminal also obeys DEL and C1, and the
# separators, embeddings, overrides and isolates break or turn around the text that follows.
_UNSEEN = {
    number: f"\\u{number:04x}"
    for number in (*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}


class _Names:
    """The id of every claim and step, given or made up, by item."""

    __slots__ = ("claims", "steps")

    def __init__(self, claims: dict[int, str], steps: dict[int, str]) -> None:
        self.claims = claims
        self.steps = steps


def _names(graph: Graph) -> _Names:
    claims: dict[int, str] = {}
    for item, claim in _claims(graph):
        # Of two claims with one id, refs mean the first.
        own = claim.id is not None and graph.homes[claim.id] == item
        claims[item] = claim.id if claim.id is not None and own else f"#c{len(claims) + 1}"
    steps: dict[int, str] = {}
    for step in graph.steps:
        given = graph.map.items[step.item].step.id
        own = given is not None and graph.step_ids[given] == step.item and given not in graph.homes
        steps[step.item] = given if given is not None and own else f"#s{len(steps) + 1}"
    return _Names(claims, steps)


def _claims(graph: Graph) -> Iterator[tuple[int, Claim]]:
    for item in graph.claims:
        content = graph.map.items[item].content
        if isinstance(content, Claim):
            yield item, content


def _claim(claim: Claim, kind: Kind, name: str) -> Mapping[str, _Value]:
    return _without_gaps(
        {
            "id": name,
            "type": kind,
            "text": claim.text,
            "short": claim.short,
            "citations": [_citation(citation) for citation in claim.citations],
            "qualifier": claim.qualifier,
            "credence": claim.credence,
            "status": claim.status,
            "standard": claim.standard,
            "implicit": claim.implicit,
            "expect": _expected(claim.expect),
            "tags": list(claim.tags),
            "note": claim.note,
        }
    )


def _type_of(graph: Graph, item: int) -> Kind:
    """Return what a claim does at its home; a linked premise does what its step does."""
    kind = graph.map.items[item].kind
    return graph.map.items[graph.parents[item]].kind if kind is Kind.PREMISE else kind


def _step(graph: Graph, step: Step, names: _Names) -> Mapping[str, _Value]:
    item = graph.map.items[step.item]
    said = item.step
    target = names.steps.get(step.target) if step.kind.is_about_step else names.claims[step.target]
    return _without_gaps(
        {
            "id": names.steps[step.item],
            "type": step.kind,
            "premises": [names.claims[premise] for premise in step.premises],
            "target": target,
            "linked": isinstance(item.content, Linked) or None,
            "inference": said.inference,
            "by": _drawers(said.by),
            "scheme": said.scheme,
            "cq": said.cq,
            "weight": said.weight,
            "tags": list(said.tags),
            "note": said.note,
        }
    )


def _drawers(by: str | tuple[Citation, ...] | None) -> Sequence[_Value]:
    match by:
        case None:
            return []
        case str(source):
            return [_citation(Citation(source))]
        case citations:
            return [_citation(citation) for citation in citations]


def _expected(expect: Verdict | tuple[tuple[str, Verdict], ...] | None) -> _Value:
    match expect:
        case None | Verdict():
            return expect
        case voices:
            return dict(voices)


def _citation(citation: Citation) -> Mapping[str, _Value]:
    return _without_gaps(
        {
            "source": citation.source,
            "quote": citation.quote,
            "at": citation.at,
            "via": citation.via,
        }
    )


def _source(source: Source) -> Mapping[str, _Value]:
    return _without_gaps(
        {
            "id": source.id,
            "author": source.author,
            "title": source.title,
            "in": source.published_in,
            "date": source.date,
            "url": source.url,
            "text": source.text,
            "file": source.file,
        }
    )


def _stance(stance: Stance) -> Mapping[str, _Value]:
    return _without_gaps(
        {
            "source": stance.source,
            "about": stance.about,
            "qualifier": stance.qualifier,
            "credence": stance.credence,
            "quote": stance.quote,
            "at": stance.at,
            "note": stance.note,
        }
    )


def _without_gaps(form: Mapping[str, _Value]) -> dict[str, _Value]:
    """Return `form` without the keys that say nothing; False and 0 do say something."""
    return {key: value for key, value in form.items() if value is not None and value != []}
