"""The command about what stands at the head of a map: its title, its question, its language."""

from __future__ import annotations

from functools import partial

from argmap.model.edits import EditError, SetMapField
from argmap.tui.commands.command import Command, is_editable
from argmap.tui.session.outcomes import Line, Outcome, Pick
from argmap.tui.session.sessions import Session, changed

__all__ = ["HEADING"]

_FIELDS = {
    "title": "What the map is called, on slides too.",
    "question": "The question that the debate is about.",
    "lang": "The language of the map, such as en or de.",
    "draft": "yes or no: in a draft, missing reasons and evidence are only infos.",
}


def edit_heading(session: Session) -> Outcome:
    """Ask which field of the map is to be set."""
    options = tuple((name, _shown(session, name) or "–", name) for name in _FIELDS)
    return Pick("The map", options, _chosen)


def _shown(session: Session, name: str) -> str:
    value = getattr(session.map, name)
    if name == "draft":
        return "yes" if value else "no"
    return " ".join((value or "").split())


def _chosen(session: Session, name: str) -> Outcome:
    then = partial(_set, name=name)
    return Line(f"{name} of the map", _shown(session, name), then, (), _FIELDS[name])


def _set(session: Session, text: str, *, name: str) -> Outcome:
    value: str | bool | None = text.strip() or None
    if name == "draft":
        if text.strip().casefold() not in ("yes", "no", "true", "false", ""):
            raise EditError("'draft' is yes or no.")
        value = text.strip().casefold() in ("yes", "true") or None
    return changed(session, f"set the {name} of the map", (SetMapField(name, value),))


HEADING = (
    Command(
        "heading",
        "Title and question of the map",
        "Sets the title, the question, the language, and whether the map is a draft.",
        ("T",),
        "Write",
        edit_heading,
        is_editable,
    ),
)
