"""What goes on while the user works: checks, unsaved texts kept safe, files changed by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.message import Message
from textual.timer import Timer

from argmap.document.document import Document
from argmap.document.files import check_with_texts
from argmap.document.saving import SaveError, digest_on_disk
from argmap.rules.findings import Finding, Severity
from argmap.tui.desk.findings import FindingsPane
from argmap.tui.desk.places import severities_by_item
from argmap.tui.desk.saving import Saving
from argmap.tui.keeping.folders import Folders
from argmap.tui.keeping.recovery import forget, keep
from argmap.tui.keymap import Keymap
from argmap.tui.session.buffers import Buffer
from argmap.tui.session.sessions import Session, with_buffer
from argmap.tui.session.stamps import stamp_of

__all__ = ["Watching"]

_CHECK_PAUSE = 0.15
_WATCH_EVERY = 1.0
# An unsaved text is written down when the user rests that long, or after that many steps.
_REST = 2.0
_MOST_STEPS = 20


class _Checked(Message):
    """A document was checked."""

    def __init__(
        self, document: Document, findings: tuple[Finding, ...], marks: Mapping[int, Severity]
    ) -> None:
        super().__init__()
        self.document = document
        self.findings = findings
        self.marks = marks


class Watching(Saving):
    """Checks maps as they change, keeps unsaved texts, and looks after the files."""

    def __init__(self, session: Session, keymap: Keymap, folders: Folders) -> None:
        super().__init__(session, keymap)
        self.folders = folders
        self._check_timer: Timer | None = None
        self._rest_timer: Timer | None = None
        self._unkept_steps = 0
        self._kept_files: dict[int, Path] = {}

    def on_mount(self) -> None:
        """Begin to look after the files."""
        self.set_interval(_WATCH_EVERY, self.look_at_files)

    # Checks.

    def check_soon(self) -> None:
        """Check the map in use when nothing has changed for a moment."""
        if self._check_timer is not None:
            self._check_timer.stop()
        # A timer that fires once is dropped without a word if a busy machine comes to start it only
        # after it was due; one that repeats is not. So both timers here repeat until they fire.
        self._check_timer = self.set_interval(_CHECK_PAUSE, self._check)

    def _check(self) -> None:
        if self._check_timer is not None:
            self._check_timer.stop()
        buffer = self.session.buffer
        if buffer is None:
            return
        document = buffer.document

        def work() -> None:
            findings = check_with_texts(document).findings
            marks = severities_by_item(document, findings)
            self.post_message(_Checked(document, findings, marks))

        self.run_worker(work, thread=True, group="check", exclusive=True)

    def on__checked(self, message: _Checked) -> None:
        """Show what a check has found, if the map is still the same."""
        buffer = self.session.buffer
        if buffer is None or buffer.document is not message.document:
            return
        self.findings = message.findings
        self.query_one(FindingsPane).show(message.findings)
        if self.sheet is not None and not self.is_writing:
            self.sheet.outline.show_findings(message.marks)
        self.show_bars()

    # Unsaved texts.

    def document_changed(self, buffer: Buffer) -> None:
        """Write the text down soon, unless it is saved by then."""
        super().document_changed(buffer)
        self._unkept_steps += 1
        if self._unkept_steps >= _MOST_STEPS:
            self.keep_texts()
            return
        if self._rest_timer is not None:
            self._rest_timer.stop()
        self._rest_timer = self.set_interval(_REST, self._keep_at_rest)

    def _keep_at_rest(self) -> None:
        if self._rest_timer is not None:
            self._rest_timer.stop()
        self.keep_texts()

    def keep_texts(self) -> None:
        """Write down all texts that are not saved, and take away what is kept of the others."""
        self._unkept_steps = 0
        for buffer in self.session.buffers:
            if not buffer.is_dirty:
                self.forget_text(buffer.number)
                continue
            text = ("\ufeff" if buffer.document.bom else "") + (buffer.document.text or "")
            saved = buffer.history.saved
            file = keep(self.folders.recovery, buffer.path, buffer.number, text, saved)
            if file is None:
                continue
            if self._kept_files.get(buffer.number, file) != file:
                forget(self._kept_files[buffer.number])
            self._kept_files[buffer.number] = file

    def forget_text(self, number: int) -> None:
        """Take away what is kept of a map."""
        forget(self._kept_files.pop(number, None))

    def was_saved(self, buffer: Buffer) -> None:
        """Take away what was kept of it."""
        super().was_saved(buffer)
        self.forget_text(buffer.number)

    # Files changed by others.

    def look_at_files(self) -> None:
        """Find out which files were changed by others, and do what can be done about it."""
        for buffer in self.session.buffers:
            if buffer.stamp is None or not buffer.path:
                continue
            stamp = stamp_of(buffer.path)
            if stamp != buffer.stamp and not self.is_writing and self.is_current:
                self._look_at_file(replace(buffer, stamp=stamp))

    def _look_at_file(self, buffer: Buffer) -> None:
        was_dirty = buffer.is_dirty
        try:
            digest = digest_on_disk(buffer.path)
        except SaveError:
            digest = None
        if digest == buffer.history.saved:
            self.session = with_buffer(self.session, buffer)
            return
        if digest is None:
            gone = replace(buffer, history=replace(buffer.history, saved=None))
            self.session = with_buffer(self.session, gone)
            self.tell(f"{buffer.path} was deleted or moved. Saving writes it anew.", "warning")
            self.show_bars()
            return
        if was_dirty:
            # Asked once for each change on disk; saving asks again.
            self.session = with_buffer(self.session, buffer)
            self.call_after_refresh(partial(self.ask_about_change, buffer.number))
            return
        self.reload(buffer)
        self.tell(f"{buffer.path} was changed on disk and is read anew.")
