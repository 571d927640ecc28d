"""What an edit can set, and how it says no; apart from the edits, because reading needs it too."""

from __future__ import annotations

from argmap.model.claims import Citation, Inference, Standard, Status, Verdict
from argmap.model.scale import Qualifier

__all__ = ["EditError", "FieldValue"]

# What a field of a claim or step can be set to; None takes the field away.
FieldValue = (
    str
    | float
    | bool
    | Qualifier
    | Status
    | Standard
    | Inference
    | Verdict
    | tuple[str, ...]
    | tuple[Citation, ...]
    | tuple[tuple[str, Verdict], ...]
    | None
)


class EditError(Exception):
    """An edit that the map cannot take; its text is a sentence for the user."""
