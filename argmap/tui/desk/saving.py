"""Writing maps to disk, and what to do when somebody else has changed the file."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from argmap.document.reading import read
from argmap.document.saving import (
    ChangedOnDiskError,
    SaveError,
    digest_of,
    digest_on_disk,
    save,
)
from argmap.model.maps import Item
from argmap.tui.desk.looking import Looking
from argmap.tui.dialogs.line import LineBox
from argmap.tui.dialogs.menu import Menu
from argmap.tui.outline.matching import match_items
from argmap.tui.session import buffers
from argmap.tui.session.buffers import Buffer
from argmap.tui.session.outcomes import Choice
from argmap.tui.session.sessions import with_buffer
from argmap.tui.session.stamps import stamp_of

__all__ = ["Saving"]

Then = Callable[[], None]


class Saving(Looking):
    """Saves maps, and never over what it has not seen."""

    def _do_save(self) -> None:
        if self.is_writing and self.sheet is not None:
            # What is being written belongs to what is saved.
            text = self.sheet.editor.text
            write = self._write
            if write is not None and text.strip():
                self.perform(lambda session: write.then(session, text))
            else:
                self._stop_writing()
        buffer = self.session.buffer
        if buffer is None:
            return
        if not buffer.is_dirty and buffer.stamp is not None:
            self.tell("There is nothing to save: the file has all that is here.")
            return
        self.save_buffer(buffer.number, self._told_saved)

    def _told_saved(self) -> None:
        buffer = self.session.buffer
        if buffer is not None:
            self.tell(f"Saved {buffer.path}.")

    def find_buffer(self, number: int) -> Buffer | None:
        """Return the open map with a number."""
        return next((one for one in self.session.buffers if one.number == number), None)

    def save_buffer(self, number: int, then: Then) -> None:
        """Save a map and go on, asking for a name where it has none."""
        buffer = self.find_buffer(number)
        if buffer is None:
            return
        if not buffer.path:
            self.save_as(number, then)
            return
        self._write_file(buffer, buffer.path, buffer.history.saved, then)

    def _write_file(self, buffer: Buffer, path: str, seen: str | None, then: Then) -> None:
        try:
            digest = save(path, buffer.document.encoded, seen)
        except ChangedOnDiskError:
            self.ask_about_change(buffer.number, then)
            return
        except SaveError as refusal:
            self.tell(f"{refusal} Nothing is lost: the text is still here.", "error")
            return
        after = buffers.saved(buffer, path, digest, stamp_of(path))
        self.session = with_buffer(self.session, after)
        self.was_saved(after)
        self.show_bars()
        then()

    def was_saved(self, buffer: Buffer) -> None:
        """Hear that a map was saved."""

    def _do_save_as(self) -> None:
        if self.session.buffer is not None:
            self.save_as(self.session.buffer.number, self._told_saved)

    def save_as(self, number: int, then: Then) -> None:
        """Ask for the name of a file, write the map to it and go on with that file."""
        buffer = self.find_buffer(number)
        if buffer is None:
            return

        def named(name: str) -> None:
            path = name.strip()
            if not path:
                self.tell("A file needs a name, such as debate.yaml.")
                return
            if not path.endswith((".yaml", ".yml")):
                path += ".yaml"
            self._save_new(number, path, then)

        proposed = buffer.path or "debate.yaml"
        self.ask(LineBox("Save as", proposed, hint="The name ends in .yaml."), named)

    def _save_new(self, number: int, path: str, then: Then) -> None:
        buffer = self.find_buffer(number)
        if buffer is None:
            return
        try:
            seen = digest_on_disk(path)
        except SaveError as refusal:
            self.tell(str(refusal), "error")
            return
        if seen is None or path == buffer.path:
            self._write_file(buffer, path, seen, then)
            return
        choices = (
            Choice("r", "replace", "what the file has now is lost"),
            Choice("n", "no", "save nothing"),
        )

        def answered(answer: str) -> None:
            if answer == "replace":
                self._write_file(buffer, path, seen, then)

        self.ask(Menu(f"{path} is there already.", choices), answered)

    # When somebody else has changed the file.

    def ask_about_change(self, number: int, then: Then | None = None) -> None:
        """Ask what is to count: what is here, or what is on disk."""
        buffer = self.find_buffer(number)
        if buffer is None:
            return
        choices = (
            Choice("k", "keep", "keep what is here; saving then replaces what is on disk"),
            Choice("t", "take", "take what is on disk; u brings back what is here"),
            Choice("d", "difference", "show how they differ"),
            Choice("a", "save as", "save what is here to another file"),
        )
        title = f"{buffer.path} was changed on disk since it was read."
        self.ask(Menu(title, choices), partial(self._answer_change, number, then))

    def _answer_change(self, number: int, then: Then | None, answer: str) -> None:
        buffer = self.find_buffer(number)
        if buffer is None:
            return
        match answer:
            case "keep":
                self._keep_mine(buffer, then)
            case "take":
                self.reload(buffer)
                self.tell("This is what is on disk now. u brings back what was here.")
            case "difference":
                self._show_difference(buffer, then)
            case _:
                self.save_as(number, then or self._told_saved)

    def _keep_mine(self, buffer: Buffer, then: Then | None) -> None:
        try:
            digest = digest_on_disk(buffer.path)
        except SaveError as refusal:
            self.tell(str(refusal), "error")
            return
        history = replace(buffer.history, saved=digest)
        after = replace(buffer, history=history, stamp=stamp_of(buffer.path))
        self.session = with_buffer(self.session, after)
        self.show_bars()
        if then is not None:
            self.save_buffer(buffer.number, then)

    def reload(self, buffer: Buffer) -> None:
        """Take what is on disk, with the cursor on the claim it was on."""
        stamp = stamp_of(buffer.path)
        document = read(buffer.path)
        if document.text is None:
            self.tell(document.findings[0].message, "error")
            return
        if digest_of(document.encoded) == buffer.history.saved and not buffer.is_dirty:
            after = replace(buffer, stamp=stamp)
            self.session = with_buffer(self.session, after)
            return
        cursor = _found_again(buffer, document.map.items)
        self.adopt(with_buffer(self.session, buffers.reread(buffer, document, stamp, cursor)))

    def _show_difference(self, buffer: Buffer, then: Then | None) -> None:
        theirs = read(buffer.path).text or ""
        mine = buffer.document.text or ""
        lines = difflib.unified_diff(
            theirs.splitlines(), mine.splitlines(), "on disk", "here", lineterm="", n=2
        )
        text = "\n".join(lines) or "They are the same."
        self.show_reading(
            f"{buffer.path}: - on disk, + here",
            text,
            lambda: self.ask_about_change(buffer.number, then),
        )


def _found_again(buffer: Buffer, items: tuple[Item, ...]) -> int:
    """Return where the claim under the cursor stands in another map."""
    match = match_items(buffer.document.map.items, items)
    found = match.now((buffer.cursor,))
    return found[0] if found else buffer.cursor
