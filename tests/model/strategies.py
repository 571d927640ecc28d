"""Random valid maps, and random edits of them, for laws in every room."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from argmap.model.claims import (
    Citation,
    Claim,
    Content,
    Inference,
    Linked,
    Ref,
    Standard,
    Status,
    StepFields,
    Verdict,
)
from argmap.model.edits import (
    AddClaim,
    AddLinked,
    AddPremise,
    AddRef,
    AddSource,
    ChangeKind,
    Edit,
    Link,
    Move,
    Remove,
    RemoveSource,
    RemoveStance,
    RenameId,
    RenameSource,
    SetField,
    SetMapField,
    SetSourceField,
    SetStance,
    Unlink,
)
from argmap.model.maps import STEP_KINDS, Item, Kind, Map, children_of, parents_of
from argmap.model.outline import subtree_end
from argmap.model.references import ids_of
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance
from argmap.model.values import fold_space

__all__ = ["claims", "edits_of", "ids", "lines", "maps", "texts"]

# Ids that YAML, or a slip of ours, could read as something else; and several scripts.
_IDS = (
    *("a", "b", "greater-role", "islamabad", "upper_hand", "x.y", "no", "010", "1.10", "2013"),
    *(
        "null",
        "größe",
        "Москва",
        "東京",
        "κλειδί",
        "हिन्दी",
        "عربي",
        "e5",
        "true",
        "Ab",
        "a-",
        "0x1f",
    ),
)
_TEXTS = (
    "Beijing will play a greater role in the peace talks.",
    "It is so.",
    "Why not: because #1 says so",
    "- not a list",
    "“Quoted”, he said; 'twice'",
    "no",
    "[brackets] and {braces}, both",
    "Ärger in 東京 — 🙂 ok",
    "a\u00a0b",
    "x" * 120,
    "one two " * 30 + "end",
)


# Strategies are built once: building them for each draw took nine tenths of the time.
_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"])
_LINES = st.sampled_from([fold_space(text) for text in _TEXTS]) | st.text(
    _CHARACTERS, min_size=1, max_size=30
).map(lambda text: fold_space(text) or "blank")
_TEXTS_OF_LINES = _LINES | st.lists(_LINES, min_size=2, max_size=3).map("\n".join)
_CREDENCES = st.sampled_from((0.0, 0.05, 0.5, 0.75, 1.0)) | st.floats(0, 1)
_WEIGHTS = st.sampled_from((0.1, 0.5, 1.0)) | st.floats(0, 1, exclude_min=True)
_TAGS = st.lists(_LINES, min_size=1, max_size=2).map(tuple)
_BOOLEANS = st.booleans()
_QUALIFIERS = st.sampled_from(Qualifier)
_ONE_IN_FIVE = st.sampled_from((False, False, False, False, True))
_ID_CHARACTERS = st.text("abcxyz019_.-", max_size=5)
_OFTEN_NAMED = st.sampled_from(_IDS) | _ID_CHARACTERS.map("m".__add__)


def texts() -> st.SearchStrategy[str]:
    """Texts as a `note` holds them: of one or more lines, never empty."""
    return _TEXTS_OF_LINES


def lines() -> st.SearchStrategy[str]:
    """Texts as a `claim` holds them: with their white space folded, never empty."""
    return _LINES


def ids(taken: Collection[str] = ()) -> st.SearchStrategy[str]:
    """Ids of several scripts that are not taken."""

    def free(name: str) -> str:
        while name in taken:
            name += "1"
        return name

    return _OFTEN_NAMED.map(free)


Values = dict[str, st.SearchStrategy[Any]]


@st.composite
def _some_of(draw: st.DrawFn, values: Values, most: int = 3) -> dict[str, Any]:
    """Values for a few fields, drawn from the strategy of each."""
    names = draw(st.lists(st.sampled_from(sorted(values)), max_size=most, unique=True))
    return {name: draw(values[name]) for name in names}


@cache
def _citations(sources: tuple[str, ...]) -> st.SearchStrategy[str | tuple[Citation, ...]]:
    """A value of `source` or `by`: a source id, or some citations."""
    named = st.sampled_from(sources)
    citation = st.builds(
        Citation,
        source=named,
        quote=st.none() | _LINES,
        at=st.none() | _LINES,
        via=st.none() | named,
    )
    return named | named | st.lists(citation, min_size=1, max_size=3).map(tuple)


@cache
def _claim_values(sources: tuple[str, ...]) -> Values:
    """Return values for each field of a claim but its id."""
    values: Values = {
        "claim": _LINES,
        "short": _LINES,
        "quote": _LINES,
        "at": _LINES,
        "qualifier": _QUALIFIERS,
        "credence": _CREDENCES,
        "status": st.sampled_from(Status),
        "standard": st.sampled_from(Standard),
        "implicit": _BOOLEANS,
        "expect": st.sampled_from(Verdict),
        "tags": _TAGS,
        "note": _TEXTS_OF_LINES,
    }
    if sources:
        voices = st.dictionaries(
            st.sampled_from(sources), st.sampled_from(Verdict), min_size=1, max_size=2
        )
        values["source"] = _citations(sources)
        values["expect"] |= voices.map(lambda voice: tuple(voice.items()))
    return values


@cache
def _step_values(sources: tuple[str, ...], content: type[Content]) -> Values:
    """Return values for each field of a step but its id."""
    values: Values = {"scheme": _LINES, "cq": _LINES, "weight": _WEIGHTS}
    if sources:
        values["by"] = _citations(sources)
    if content is not Claim:
        values |= {"tags": _TAGS, "note": _TEXTS_OF_LINES}
    if content is Linked:
        values["inference"] = st.sampled_from(Inference)
    return values


@st.composite
def claims(draw: st.DrawFn, sources: Sequence[str] = (), name: str | None = None) -> Claim:
    """A claim that cites some of `sources`, with the id `name`."""
    fields = draw(_some_of(_claim_values(tuple(sources))))
    text = fields.pop("claim", None) or draw(_LINES)
    if "qualifier" in fields:
        fields.pop("credence", None)
    if ("quote" in fields or "at" in fields) and sources:
        fields["source"] = draw(st.sampled_from(sources))
    if not isinstance(fields.get("source"), str):
        fields.pop("quote", None)
        fields.pop("at", None)
    return Claim(text=text, id=name, **fields)


@st.composite
def _step_fields(
    draw: st.DrawFn, content: Content, sources: Sequence[str] = (), name: str | None = None
) -> StepFields:
    """What can be said of a step that `content` makes."""
    return StepFields(id=name, **draw(_some_of(_step_values(tuple(sources), type(content)), 2)))


_SOURCE_VALUES: Values = {
    "author": _LINES,
    "title": _LINES,
    "published_in": _LINES,
    "date": st.sampled_from(("2013", "2013-06", "2013-06-24", "0001")),
    "url": st.just("https://example.org/?a=1&b=#c"),
    "text": _TEXTS_OF_LINES,
    "file": st.just("texts/a b.txt"),
}
_STANCE_VALUES: Values = {"quote": _LINES, "at": _LINES, "note": _TEXTS_OF_LINES}


@st.composite
def _sources(draw: st.DrawFn, name: str) -> Source:
    """A source with some of its fields."""
    fields = draw(_some_of(_SOURCE_VALUES))
    if "text" in fields:
        fields.pop("file", None)
    return Source(id=name, **fields)


@st.composite
def _stances(draw: st.DrawFn, source: str, about: str) -> Stance:
    """A stance of a source on an id."""
    belief = draw(_QUALIFIERS | _CREDENCES)
    name = "qualifier" if isinstance(belief, Qualifier) else "credence"
    fields = draw(_some_of(_STANCE_VALUES)) | {name: belief}
    return Stance(source=source, about=about, **fields)


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


def _kinds_under(node: _Node) -> tuple[Kind, ...]:
    """Return the kinds of steps that can stand under a node."""
    kinds: tuple[Kind, ...] = ()
    if isinstance(node.content, Claim):
        kinds += (Kind.SUPPORT, Kind.REBUT)
    if node.kind.is_step:
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
        parent = draw(st.sampled_from([node for node in nodes if _kinds_under(node)]))
        content = draw(_CONTENTS)
        step = _Node(draw(st.sampled_from(_kinds_under(parent))), content)
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
        stances = [draw(_stances(*pair)) for pair in believed]
    return Map(
        **draw(_some_of(_MAP_VALUES)),
        sources=tuple(draw(_sources(name)) for name in sources),
        stances=tuple(stances),
        items=_items(roots),
    )


_SOURCE_IDS = st.lists(ids(), max_size=3, unique=True)
_COUNTS = st.sampled_from((1, 1, 1, 1, 2, 3, 0))
_CONTENTS = st.sampled_from((Claim(""), Claim(""), Ref(""), Linked()))
_PREMISES = st.lists(st.sampled_from((Claim(""), Claim(""), Ref(""))), min_size=2, max_size=3)
_MAP_VALUES: Values = {
    "title": _LINES,
    "question": _LINES,
    "lang": st.sampled_from(("en", "de")),
    "draft": _BOOLEANS,
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
            has_id = not draw(_ONE_IN_FIVE)
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
            has_id = draw(_ONE_IN_FIVE)
            node.step = draw(_step_fields(node.content, sources, name() if has_id else None))
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


@st.composite
def edits_of(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit of a map; most can be applied, some must be refused."""
    kinds = [_additions, _settings, _source_edits]
    if map_.items:
        kinds += [_structure_edits, _structure_edits, _settings]
    return draw(draw(st.sampled_from(kinds))(map_))


def _positions() -> st.SearchStrategy[int | None]:
    """The end, or one of the first positions."""
    return st.none() | st.integers(0, 2)


@st.composite
def _new_premise(draw: st.DrawFn, map_: Map, taken: Sequence[str] = ()) -> Claim | Ref:
    """A new claim, or a ref to one of the map's."""
    names = [name for item in map_.items for name in ids_of(item)]
    homes = [item.content.id for item in map_.items if isinstance(item.content, Claim)]
    named = [home for home in homes if home is not None]
    if named and draw(st.booleans()):
        return Ref(draw(st.sampled_from(named)))
    sources = [source.id for source in map_.sources]
    return draw(claims(sources, draw(st.none() | ids({*names, *taken}))))


@st.composite
def _additions(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit that adds an item."""
    names = [name for item in map_.items for name in ids_of(item)]
    sources = [source.id for source in map_.sources]
    if not map_.items or draw(_ONE_IN_FIVE):
        claim = draw(claims(sources, draw(st.none() | ids(names))))
        return AddClaim(None, Kind.CLAIM, claim, StepFields(), draw(_positions()))
    parent = draw(st.integers(0, len(map_.items) - 1))
    kind = draw(st.sampled_from(STEP_KINDS))
    first = draw(_new_premise(map_))
    step = draw(_step_fields(first, sources))
    position = draw(_positions())
    which = draw(st.sampled_from(("single", "linked", "premise")))
    if which == "premise":
        return AddPremise(parent, first, position)
    if which == "linked":
        second = draw(_new_premise(map_, ids_of(Item(0, kind, first))))
        fields = draw(_step_fields(Linked(), sources))
        return AddLinked(parent, kind, (first, second), fields, position)
    if isinstance(first, Ref):
        return AddRef(parent, kind, first, step, position)
    return AddClaim(parent, kind, first, step, position)


@st.composite
def _settings(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit that sets a field of an item or of the map."""
    if not map_.items or draw(_ONE_IN_FIVE):
        name = draw(st.sampled_from(sorted(_MAP_VALUES)))
        return SetMapField(name, draw(st.none() | _MAP_VALUES[name]))
    index = draw(st.integers(0, len(map_.items) - 1))
    item = map_.items[index]
    sources = tuple(source.id for source in map_.sources)
    values: Values = {}
    if isinstance(item.content, Claim):
        values = _claim_values(sources) | {"id": _OFTEN_NAMED}
    if item.kind.is_step:
        # On a claim `tags` and `note` are the claim's in both.
        values = values | _step_values(sources, type(item.content)) | {"step": _OFTEN_NAMED}
    if not values:
        return SetField(index, "note", "a note on a linked ref")
    name = draw(st.sampled_from(sorted(values)))
    take_away = name != "claim" and draw(_ONE_IN_FIVE)
    return SetField(index, name, None if take_away else draw(values[name]))


@st.composite
def _structure_edits(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit that takes items away or elsewhere, or links or renames them."""
    items = map_.items
    item = draw(st.integers(0, len(items) - 1))
    names = [name for one in items for name in ids_of(one)]
    linked = [index for index, one in enumerate(items) if isinstance(one.content, Linked)]
    choices = [_removals, _moves, _moves, _changes, _links]
    if linked and draw(_ONE_IN_FIVE):
        return Unlink(draw(st.sampled_from(linked)))
    if names and draw(_ONE_IN_FIVE):
        return RenameId(draw(st.sampled_from(names)), draw(ids(names)))
    return draw(draw(st.sampled_from(choices))(map_, item))


def _removals(_: Map, item: int) -> st.SearchStrategy[Edit]:
    """A removal of an item."""
    return st.builds(Remove, st.just(item), _BOOLEANS)


def _changes(_: Map, item: int) -> st.SearchStrategy[Edit]:
    """A change of kind."""
    return st.builds(ChangeKind, st.just(item), st.sampled_from(STEP_KINDS))


def _links(map_: Map, item: int) -> st.SearchStrategy[Edit]:
    """Steps of one kind under one item made into one; where there are none, a link to refuse."""
    groups: dict[tuple[int, Kind], list[int]] = {}
    for index, (one, parent) in enumerate(zip(map_.items, parents_of(map_.items), strict=True)):
        if one.kind.is_step and not isinstance(one.content, Linked):
            groups.setdefault((parent, one.kind), []).append(index)
    several = [group for group in groups.values() if len(group) > 1]
    if not several:
        return st.just(Link((item, 0)))
    return st.sampled_from(several).flatmap(
        lambda group: st.lists(st.sampled_from(group), min_size=2, max_size=3, unique=True).map(
            lambda chosen: Link(tuple(chosen))
        )
    )


@st.composite
def _moves(draw: st.DrawFn, map_: Map, item: int) -> Edit:
    """A move of an item, mostly to where it can stand."""
    items = map_.items
    end = subtree_end(items, item)
    parent = draw(st.none() | st.sampled_from([*range(item), *range(end, len(items))] or [None]))
    if parent is None:
        return Move(item, None, Kind.CLAIM, draw(_positions()))
    above = items[parent]
    kinds = _kinds_under(_Node(above.kind, above.content))
    kinds += (Kind.PREMISE,) * isinstance(above.content, Linked)
    kind = draw(st.sampled_from(kinds or STEP_KINDS))
    count = len([c for c in children_of(items)[parent] if items[c].kind is kind and c != item])
    return Move(item, parent, kind, draw(st.none() | st.integers(0, count)))


@st.composite
def _source_edits(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit of a source or a stance."""
    known = [source.id for source in map_.sources]
    names = [name for item in map_.items for name in ids_of(item)]
    choices = ["add"]
    if known:
        choices += ["set", "rename", "remove"]
        choices += ["stance"] * bool(names)
    if map_.stances:
        choices.append("unstance")
    source = draw(st.sampled_from(known)) if known else "nobody"
    match draw(st.sampled_from(choices)):
        case "add":
            return AddSource(draw(_sources(draw(ids(known)))))
        case "set":
            name = draw(st.sampled_from(sorted(_SOURCE_VALUES)))
            value = None if draw(_ONE_IN_FIVE) else draw(_SOURCE_VALUES[name])
            return SetSourceField(source, "in" if name == "published_in" else name, value)
        case "rename":
            return RenameSource(source, draw(ids(known)))
        case "remove":
            return RemoveSource(source)
        case "stance":
            return SetStance(draw(_stances(source, draw(st.sampled_from(names)))))
        case _:
            stance = draw(st.sampled_from(map_.stances))
            return RemoveStance(stance.source, stance.about)
