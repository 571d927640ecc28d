"""Edits of a document: the text is spliced, read again, and must say what the edit promises."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.document.document import Document
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_text
from argmap.document.splice import spliced, splices_for
from argmap.document.splice.origins import distinct
from argmap.model.apply import apply_edit
from argmap.model.claims import Claim
from argmap.model.edits import Edit, EditError, SetField
from argmap.model.ids import slug
from argmap.model.maps import Map
from argmap.model.references import ids_of
from argmap.rules.findings import Severity

__all__ = ["apply", "naming"]


def apply(
    document: Document, edits: Edit | Sequence[Edit], limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Return the document after an edit, or after several that count as one.

    Of several, each is an edit of what the one before has left.

    Raises:
        EditError: The map cannot take an edit, or the text cannot be changed safely; then
            nothing is changed. The error's text is a sentence for the user.
    """
    for edit in edits if isinstance(edits, Sequence) else (edits,):
        document = _applied(document, edit, limits)
    return document


def naming(map_: Map, item: int) -> tuple[str, tuple[Edit, ...]]:
    """Return the id of a claim, and the edits that first give it one if it has none.

    What is to point at a claim goes into the same `apply` behind these edits.

    Raises:
        EditError: The item is no claim.
    """
    content = map_.items[item].content
    if not isinstance(content, Claim):
        raise EditError("Only a claim can be pointed at. Choose one of its premises.")
    if content.id is not None:
        return content.id, ()
    taken = {name for one in map_.items for name in ids_of(one)}
    name = slug(content.text, taken)
    return name, (SetField(item, "id", name),)


def _applied(document: Document, edit: Edit, limits: Limits) -> Document:
    """Return the document after one edit."""
    _check_sound(document)
    before = distinct(document.map)
    after = apply_edit(before, edit)
    if after == before:
        return document
    text = spliced(document.text or "", splices_for(document, before, after, edit))
    bom = "\ufeff" if document.bom else ""
    edited = read_text(bom + text, document.path, limits)
    if edited.map != after or not edited.is_sound:
        raise EditError(
            "The file is written in a way in which this edit cannot be made safely, so nothing "
            "was changed. Make the change in a text editor."
        )
    return edited


def _check_sound(document: Document) -> None:
    """Refuse to edit what is not read in full, because the rest would be lost."""
    errors = [found for found in document.findings if found.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        line = f" on line {first.location.line}" if first.location else ""
        raise EditError(
            f"The file has {len(errors)} error{'s' * (len(errors) > 1)}, the first{line}: "
            f"{first.message} Mend that before you edit the map."
        )
