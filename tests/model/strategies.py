"""Random valid maps, and random edits of them, for laws in every room."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from argmap.model.claims import Claim, Linked, Ref, StepFields
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
from tests.model.field_strategies import (
    BOOLEANS,
    IDS,
    ONE_IN_FIVE,
    SOURCE_VALUES,
    Values,
    claim_values,
    claims,
    ids,
    lines,
    sources_named,
    stances_on,
    step_fields,
    step_values,
    texts,
)
from tests.model.map_strategies import MAP_VALUES, kinds_under, maps

__all__ = ["claims", "edits_of", "ids", "lines", "maps", "texts"]


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
    if not map_.items or draw(ONE_IN_FIVE):
        claim = draw(claims(sources, draw(st.none() | ids(names))))
        return AddClaim(None, Kind.CLAIM, claim, StepFields(), draw(_positions()))
    parent = draw(st.integers(0, len(map_.items) - 1))
    kind = draw(st.sampled_from(STEP_KINDS))
    first = draw(_new_premise(map_))
    step = draw(step_fields(first, sources))
    position = draw(_positions())
    which = draw(st.sampled_from(("single", "linked", "premise")))
    if which == "premise":
        return AddPremise(parent, first, position)
    if which == "linked":
        second = draw(_new_premise(map_, ids_of(Item(0, kind, first))))
        fields = draw(step_fields(Linked(), sources))
        return AddLinked(parent, kind, (first, second), fields, position)
    if isinstance(first, Ref):
        return AddRef(parent, kind, first, step, position)
    return AddClaim(parent, kind, first, step, position)


@st.composite
def _settings(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit that sets a field of an item or of the map."""
    if not map_.items or draw(ONE_IN_FIVE):
        name = draw(st.sampled_from(sorted(MAP_VALUES)))
        return SetMapField(name, draw(st.none() | MAP_VALUES[name]))
    index = draw(st.integers(0, len(map_.items) - 1))
    item = map_.items[index]
    sources = tuple(source.id for source in map_.sources)
    values: Values = {}
    if isinstance(item.content, Claim):
        values = claim_values(sources) | {"id": IDS}
    if item.kind.is_step:
        # On a claim `tags` and `note` are the claim's in both.
        values = values | step_values(sources, type(item.content)) | {"step": IDS}
    if not values:
        return SetField(index, "note", "a note on a linked ref")
    name = draw(st.sampled_from(sorted(values)))
    take_away = name != "claim" and draw(ONE_IN_FIVE)
    return SetField(index, name, None if take_away else draw(values[name]))


@st.composite
def _structure_edits(draw: st.DrawFn, map_: Map) -> Edit:
    """An edit that takes items away or elsewhere, or links or renames them."""
    items = map_.items
    item = draw(st.integers(0, len(items) - 1))
    names = [name for one in items for name in ids_of(one)]
    linked = [index for index, one in enumerate(items) if isinstance(one.content, Linked)]
    choices = [_removals, _moves, _moves, _changes, _links]
    if linked and draw(ONE_IN_FIVE):
        return Unlink(draw(st.sampled_from(linked)))
    if names and draw(ONE_IN_FIVE):
        return RenameId(draw(st.sampled_from(names)), draw(ids(names)))
    return draw(draw(st.sampled_from(choices))(map_, item))


def _removals(_: Map, item: int) -> st.SearchStrategy[Edit]:
    """A removal of an item."""
    return st.builds(Remove, st.just(item), BOOLEANS)


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
    kinds = kinds_under(above.kind, above.content)
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
            return AddSource(draw(sources_named(draw(ids(known)))))
        case "set":
            name = draw(st.sampled_from(sorted(SOURCE_VALUES)))
            value = None if draw(ONE_IN_FIVE) else draw(SOURCE_VALUES[name])
            return SetSourceField(source, "in" if name == "published_in" else name, value)
        case "rename":
            return RenameSource(source, draw(ids(known)))
        case "remove":
            return RemoveSource(source)
        case "stance":
            return SetStance(draw(stances_on(source, draw(st.sampled_from(names)))))
        case _:
            stance = draw(st.sampled_from(map_.stances))
            return RemoveStance(stance.source, stance.about)
