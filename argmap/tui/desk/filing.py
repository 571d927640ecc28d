"""Opening, closing, exporting and leaving: all that goes beyond the map in use."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual.app import SuspendNotSupported
from textual.message import Message
from textual.widgets import ContentSwitcher

from argmap.document.document import Document
from argmap.document.reader import read_text
from argmap.document.reading import read
from argmap.document.walking import default_paths, find_maps
from argmap.exporters.catalogue import FORMATS
from argmap.exporters.export import export_map
from argmap.exporters.settings import ExportError, Settings
from argmap.tui.desk.places import line_of_item
from argmap.tui.desk.watching import Watching
from argmap.tui.desk.writing import Sheet
from argmap.tui.dialogs.line import LineBox
from argmap.tui.dialogs.menu import Menu
from argmap.tui.dialogs.picker import Picker
from argmap.tui.keeping.editors import editor_command
from argmap.tui.keeping.recent import recent_maps, remember
from argmap.tui.keeping.recovery import Rescue, forget
from argmap.tui.session.buffers import Buffer, opened, replaced
from argmap.tui.session.outcomes import Choice
from argmap.tui.session.sessions import with_buffer
from argmap.tui.session.stamps import stamp_of

__all__ = ["NEW_MAP", "Filing", "NoMapsLeft", "new_document"]

NEW_MAP = "argmap: 1\n\nmap: []\n"
_PICTURES = ("svg", "png", "pdf")


class _Exported(Message):
    """A file was written, or could not be; `open_it` if it is to be shown."""

    def __init__(
        self, path: str, trouble: str | None, notes: tuple[str, ...], *, open_it: bool
    ) -> None:
        super().__init__()
        self.path = path
        self.trouble = trouble
        self.notes = notes
        self.open_it = open_it


class NoMapsLeft(Message):
    """The last map was closed."""


def new_document(path: str) -> Document:
    """Return an empty map, whose file is yet to be written."""
    return read_text(NEW_MAP, path)


class Filing(Watching):
    """Opens and closes maps, exports them, and leaves the editor."""

    # Opening.

    def open_path(self, path: str) -> None:
        """Open a map, or go to it if it is open; a file that is not there becomes a new map."""
        wanted = os.path.realpath(path)
        for at, buffer in enumerate(self.session.buffers):
            if buffer.path and os.path.realpath(buffer.path) == wanted:
                self._go_to_buffer(at)
                return
        stamp = stamp_of(path)
        document = read(path) if stamp is not None else new_document(path)
        self.add_document(document, is_new=stamp is None)
        if stamp is not None:
            remember(self.folders.recent, path)

    def add_document(self, document: Document, *, is_new: bool) -> Buffer:
        """Open a document beside those that are open."""
        number = max((one.number for one in self.session.buffers), default=0) + 1
        buffer = opened(number, document, None if is_new else stamp_of(document.path))
        self.query_one("#left", ContentSwitcher).mount(Sheet(document.map, number))
        self.session = replace(
            self.session,
            buffers=(*self.session.buffers, buffer),
            current=len(self.session.buffers),
        )
        self.call_after_refresh(self.show_buffer)
        return buffer

    def recover(self, rescue: Rescue) -> None:
        """Open what was not saved, as a change that can be undone."""
        path = _shorter(rescue.path)
        document = read_text(rescue.text, path)
        open_already = next(
            (
                one
                for one in self.session.buffers
                if one.path and os.path.realpath(one.path) == os.path.realpath(path)
            ),
            None,
        )
        buffer = open_already
        if buffer is None:
            is_there = bool(path) and stamp_of(path) is not None
            base = read(path) if is_there else new_document(path)
            buffer = self.add_document(base, is_new=not is_there)
        was_changed = rescue.saved is not None and rescue.saved != buffer.history.saved
        after = replaced(buffer, "recover what was not saved", document)
        self.session = with_buffer(self.session, after)
        self.call_after_refresh(self.show_buffer)
        self.keep_texts()
        forget(rescue.file)
        if was_changed:
            self.tell(
                f"{path} was changed on disk since then. Here is what was not saved; undo shows "
                "what is on disk.",
                "warning",
            )
        else:
            self.tell("Here is what was not saved. Undo shows what is on disk.")

    def _do_open(self) -> None:
        found = [str(path) for path in find_maps(default_paths()).maps]
        recent = [_shorter(path) for path in recent_maps(self.folders.recent)]
        paths = dict.fromkeys((*recent, *found))
        options = (*((path, path, "") for path in paths), ("", "another file …", ""))

        def chosen(path: str) -> None:
            if path:
                self.open_path(path)
            else:
                self.ask(LineBox("Open which file?"), self._open_named)

        self.ask(Picker("Open which map?", options), chosen)

    def _open_named(self, name: str) -> None:
        if name.strip():
            self.open_path(name.strip())

    def _do_new(self) -> None:
        self.add_document(new_document(""), is_new=True)

    def _do_maps(self) -> None:
        options = tuple(
            (str(at), buffer.path or "new map", "● not saved" if buffer.is_dirty else "")
            for at, buffer in enumerate(self.session.buffers)
        )
        self.ask(Picker("Go to which map?", options), lambda at: self._go_to_buffer(int(at)))

    def _do_next_map(self) -> None:
        self._go_to_buffer((self.session.current + 1) % len(self.session.buffers))

    def _go_to_buffer(self, at: int) -> None:
        self.session = replace(self.session, current=at)
        self.show_buffer()

    # Closing and leaving.

    def _do_close(self) -> None:
        buffer = self.session.buffer
        if buffer is None:
            return
        if not buffer.is_dirty:
            self._close(buffer.number)
            return
        name = buffer.path or "The new map"
        self._ask_unsaved(
            f"{name} is not saved.",
            lambda: self.save_buffer(buffer.number, lambda: self._close(buffer.number)),
            lambda: self._close(buffer.number),
        )

    def _close(self, number: int) -> None:
        self.forget_text(number)
        sheet = self.query_one_optional(f"#map-{number}", Sheet)
        left = tuple(one for one in self.session.buffers if one.number != number)
        current = min(self.session.current, max(0, len(left) - 1))
        self.session = replace(self.session, buffers=left, current=current)
        self.show_buffer()
        if sheet is not None:
            sheet.remove()
        if not left:
            self.post_message(NoMapsLeft())

    def _do_quit(self) -> None:
        dirty = [one for one in self.session.buffers if one.is_dirty]
        if not dirty:
            self._leave()
            return
        names = ", ".join(one.path or "the new map" for one in dirty)
        self._ask_unsaved(f"Not saved: {names}.", self._save_all, self._leave)

    def _ask_unsaved(self, title: str, save: Callable[[], None], leave: Callable[[], None]) -> None:
        choices = (
            Choice("s", "save", "write the file, then go"),
            Choice("d", "discard", "go without saving; what was written is lost"),
            Choice("c", "cancel", "stay here"),
        )

        def answered(answer: str) -> None:
            if answer == "save":
                save()
            elif answer == "discard":
                leave()

        self.ask(Menu(title, choices), answered)

    def _save_all(self) -> None:
        dirty = [one for one in self.session.buffers if one.is_dirty]
        if not dirty:
            self._leave()
            return
        self.save_buffer(dirty[0].number, self._save_all)

    def _leave(self) -> None:
        for buffer in self.session.buffers:
            self.forget_text(buffer.number)
        self.app.exit()

    # Other programs.

    def _do_external(self) -> None:
        buffer = self.session.buffer
        if buffer is None:
            return
        if buffer.is_dirty or not buffer.path:
            self.save_buffer(buffer.number, self._do_external)
            return
        line = line_of_item(buffer.document, buffer.cursor)
        command = editor_command(os.environ, buffer.path, line)
        if command is None:
            self.tell("There is no editor. Set EDITOR to the name of one.", "warning")
            return
        try:
            with self.app.suspend():
                subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
        except SuspendNotSupported:
            self.tell("No other program can be started from here.", "warning")
            return
        except OSError as error:
            self.tell(f"'{command[0]}' cannot be started: {error.strerror}.", "warning")
            return
        self.refresh(layout=True)
        self.reload(buffer)

    def _do_picture(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="argmap-"))
        name = Path(self.session.buffer.path).stem if self.session.buffer else ""
        self._export("svg", str(folder / f"{name or 'map'}.svg"), open_it=True)

    def _do_export(self) -> None:
        options = tuple((name, name, what) for name, what in FORMATS)

        def chosen(name: str) -> None:
            buffer = self.session.buffer
            stem = Path(buffer.path).with_suffix("") if buffer and buffer.path else Path("map")
            box = LineBox(f"Write the {name} to", f"{stem}.{name}")
            self.ask(box, lambda path: self._export(name, path.strip(), open_it=False))

        self.ask(Picker("Export as …", options), chosen)

    def _export(self, name: str, path: str, *, open_it: bool) -> None:
        if not path:
            return
        map_ = self.session.map
        self.tell(f"Writing {path} …")

        def work() -> None:
            notes: tuple[str, ...] = ()
            trouble = None
            try:
                exported = export_map(map_, name, Settings())
                Path(path).write_bytes(exported.data)
                notes = exported.notes
            except ExportError as refusal:
                trouble = str(refusal)
            except OSError as error:
                trouble = f"{path} cannot be written: {error.strerror}."
            self.post_message(_Exported(path, trouble, notes, open_it=open_it))

        self.run_worker(work, thread=True, group="export")

    def on__exported(self, message: _Exported) -> None:
        """Tell what came of an export."""
        if message.trouble is not None:
            self.tell(message.trouble, "error")
            return
        for note in message.notes:
            self.tell(note)
        if message.open_it:
            self.app.open_url(Path(message.path).as_uri())
        self.tell(f"Wrote {message.path}.")


def _shorter(path: str) -> str:
    """Return a path as the user would write it: relative if it is below this folder."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return path
