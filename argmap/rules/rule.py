"""What a rule is: its code and name, why it stands, and how it looks at a map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.model.graph import Graph, graph_of
from argmap.model.maps import Map
from argmap.rules.findings import Remark, Severity
from argmap.rules.quotes import SourceText

__all__ = ["Inspection", "Rule", "inspection_of"]

# A map in the making need not be argued and sourced yet, but its file must hold together.
_FAMILIES_LENIENT_ON_DRAFTS = ("L", "E")


@dataclass(frozen=True, eq=False)
class Inspection:
    """All that a rule may look at: a map, its graph, and the words of the sources at hand.

    `texts` has the whole text of a source under its id; a source without one is missing.
    """

    map: Map
    graph: Graph
    texts: Mapping[str, str]

    @cached_property
    def source_texts(self) -> Mapping[str, SourceText]:
        """The texts made ready to be searched, once for all rules."""
        return {source: SourceText(text) for source, text in self.texts.items()}


def inspection_of(map_: Map, texts: Mapping[str, str] | None = None) -> Inspection:
    """Return the inspection of a map, its graph worked out once for all rules."""
    return Inspection(map_, graph_of(map_), {} if texts is None else texts)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a good map must show.

    `summary` says in one sentence what is wrong where the rule finds something, `rationale` why
    that matters and `source` who says so. `check` yields a remark for every place; it is None
    for the rules that the reader applies while it reads (families Y and M). A `pedantic` rule
    is off unless asked for.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    rationale: str
    source: str
    check: Callable[[Inspection], Iterator[Remark]] | None
    pedantic: bool = False

    @property
    def family(self) -> str:
        """The letter that the code begins with."""
        return self.code[:1]

    def severity_in(self, map_: Map) -> Severity:
        """Return how much a finding matters in `map_`: a draft is spared logic and evidence."""
        if map_.draft and self.family in _FAMILIES_LENIENT_ON_DRAFTS:
            return Severity.INFO
        return self.severity
