"""The history of a document: what was done, undone and saved, as a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.document.document import Document
from argmap.document.editing import apply
from argmap.document.labels import label_of
from argmap.document.reader import DEFAULT_LIMITS, Limits, read_text
from argmap.document.saving import digest_of
from argmap.model.edits import Edit

__all__ = ["History", "Stretch", "edited"]

# Of each change only the stretch that differs is kept. With these bounds a session of a thousand
# edits of sentences takes some 100 KB, and one that replaces a file of 8 MB again and again 64 MB.
_MOST_CHANGES = 1000
_MOST_CHARACTERS = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stretch:
    """One change of a text: at `start`, `old` became `new`; `label` says what was done.

    The byte order mark counts as part of the text.
    """

    label: str
    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class History:
    """A document as it is now, with the way back and forth.

    `past` ends with the latest change, `future` with the one that was undone last. `saved` is
    the digest of the bytes as they are on disk, None if they are nowhere. `forgotten` counts the
    oldest changes that can no longer be undone.
    """

    document: Document
    saved: str | None
    past: tuple[Stretch, ...] = ()
    future: tuple[Stretch, ...] = ()
    forgotten: int = 0

    @classmethod
    def of(cls, document: Document, *, is_saved: bool = True) -> History:
        """Return the history of a document that was just read, or made (`is_saved` false)."""
        return cls(document, digest_of(document.encoded) if is_saved else None)

    @property
    def is_clean(self) -> bool:
        """Whether the text is what is on disk, however it came to be so."""
        return digest_of(self.document.encoded) == self.saved

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, None if there is nothing."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again, None if there is nothing."""
        return self.future[-1].label if self.future else None

    def record(self, document: Document, label: str) -> History:
        """Return the history after a change; what was undone before is gone.

        A document with the same text makes no entry.
        """
        before, after = _text_of(self.document), _text_of(document)
        if before == after:
            return replace(self, document=document)
        past = _bounded((*self.past, _stretch(label, before, after)))
        forgotten = self.forgotten + len(self.past) + 1 - len(past)
        return replace(self, document=document, past=past, future=(), forgotten=forgotten)

    def undo(self, limits: Limits = DEFAULT_LIMITS) -> History:
        """Return the history one change back, the text as it was to the byte; at the end itself."""
        if not self.past:
            return self
        *past, change = self.past
        text = _text_of(self.document)
        end = change.start + len(change.new)
        document = self._read(text[: change.start] + change.old + text[end:], limits)
        return replace(self, document=document, past=tuple(past), future=(*self.future, change))

    def redo(self, limits: Limits = DEFAULT_LIMITS) -> History:
        """Return the history with the change done again that was undone last, if there is one."""
        if not self.future:
            return self
        *future, change = self.future
        text = _text_of(self.document)
        end = change.start + len(change.old)
        document = self._read(text[: change.start] + change.new + text[end:], limits)
        return replace(self, document=document, past=(*self.past, change), future=tuple(future))

    def _read(self, text: str, limits: Limits) -> Document:
        """Return the document of another text in the same file."""
        return read_text(text, self.document.path, limits)

    def save(self, digest: str) -> History:
        """Return the history after the bytes on disk have become those with a digest."""
        return replace(self, saved=digest)


def edited(
    history: History, edits: Edit | Sequence[Edit], limits: Limits = DEFAULT_LIMITS
) -> History:
    """Return the history after an edit, or after several that are undone as one.

    Several are called after the last of them, which the others prepare.

    Raises:
        EditError: An edit cannot be made; then nothing is changed.
    """
    *before, last = edits if isinstance(edits, Sequence) else (edits,)
    prepared = apply(history.document, before, limits)
    label = label_of(last, prepared.map)
    return history.record(apply(prepared, last, limits), label)


def _text_of(document: Document) -> str:
    """Return the text of a document with its byte order mark."""
    return "\ufeff" * document.bom + (document.text or "")


def _stretch(label: str, before: str, after: str) -> Stretch:
    """Return the change from one text to another, without what they share at both ends."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return Stretch(label, start, before[start : len(before) - end], after[start : len(after) - end])


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    # Slices are compared at the speed of memory: 8 MB take a few milliseconds.
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _bounded(past: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the latest changes, as many as the bounds allow; the last one in any case."""
    room = _MOST_CHARACTERS
    kept = 0
    for change in reversed(past[-_MOST_CHANGES:]):
        room -= len(change.old) + len(change.new)
        if room < 0 and kept:
            break
        kept += 1
    return past[len(past) - kept :]
