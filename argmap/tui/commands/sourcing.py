"""Commands about sources: who said what where, added, described, renamed and taken away."""

from __future__ import annotations

from functools import partial

from argmap.model.claims import Claim
from argmap.model.edits import AddSource, EditError, RemoveSource, RenameSource, SetSourceField
from argmap.model.ids import slug
from argmap.model.maps import Map
from argmap.model.sources import SOURCE_FIELDS, Source
from argmap.tui.commands.command import Command, is_editable
from argmap.tui.session.outcomes import Line, Outcome, Pick
from argmap.tui.session.sessions import Session, changed

__all__ = ["SOURCING"]

_HINTS = {
    "date": "YYYY, YYYY-MM or YYYY-MM-DD.",
    "in": "The paper, journal or book.",
    "file": "A file with the source's words, beside the map; quotes are looked up in it.",
    "text": "The source's words themselves; better in a file.",
    "id": "Whatever cites it follows.",
}


def manage_sources(session: Session) -> Outcome:
    """Ask which source is meant, or begin a new one."""
    options = [("+", "a new source …", "")]
    options += [
        (f"={one.id}", _described(one), f"{one.id}, cited {_uses(session.map, one.id)} times")
        for one in session.map.sources
    ]
    return Pick("Sources", tuple(options), _chosen)


def _described(source: Source) -> str:
    parts = (source.author, source.title, source.published_in, source.date)
    return ", ".join(part for part in parts if part) or source.id


def _uses(map_: Map, name: str) -> int:
    return sum(
        any(name in (one.source, one.via) for one in item.content.citations)
        for item in map_.items
        if isinstance(item.content, Claim)
    )


def _chosen(session: Session, answer: str) -> Outcome:
    if answer == "+":
        return Line("Who is the author of the new source?", "", _begun, (), "Name or organisation.")
    source = _source(session, answer[1:])
    options = [("id", source.id, "id")]
    for name in SOURCE_FIELDS:
        value = getattr(source, "published_in" if name == "in" else name)
        options.append((name, " ".join((value or "–").split()), name))
    options.append(("", "take this source away", "only if nothing cites it"))
    return Pick(f"The source '{source.id}'", tuple(options), partial(_field, source=source.id))


def _source(session: Session, name: str) -> Source:
    for one in session.map.sources:
        if one.id == name:
            return one
    raise EditError(f"There is no source '{name}' any more.")


def _begun(session: Session, text: str) -> Outcome:
    author = " ".join(text.split())
    if not author:
        raise EditError("A source needs an author.")
    # A source is known by the family name, which mostly comes last.
    name = slug(author.split()[-1], {one.id for one in session.map.sources})
    edits = (AddSource(Source(name, author=author)),)
    return changed(session, f"add the source '{name}'", edits)


def _field(session: Session, name: str, *, source: str) -> Outcome:
    if not name:
        return changed(session, f"take the source '{source}' away", (RemoveSource(source),))
    found = _source(session, source)
    value = getattr(found, "published_in" if name == "in" else name) or ""
    then = partial(_set, source=source, name=name)
    return Line(f"{name} of '{source}'", " ".join(value.split()), then, (), _HINTS.get(name, ""))


def _set(session: Session, text: str, *, source: str, name: str) -> Outcome:
    text = text.strip()
    if name == "id":
        label = f"rename the source '{source}' to '{text}'"
        return changed(session, label, (RenameSource(source, text),) if text != source else ())
    edit = SetSourceField(source, name, text or None)
    return changed(session, f"set {name} of the source '{source}'", (edit,))


SOURCING = (
    Command(
        "sources",
        "Sources: who said it where",
        "Adds sources, and sets their author, title, date and the file with their words.",
        ("S",),
        "Write",
        manage_sources,
        is_editable,
    ),
)
