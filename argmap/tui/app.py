"""The editor as an application: themes, settings, the maps to open, what to offer at the start."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType

from argmap.document.reading import read
from argmap.tui.desk.filing import Filing, NoMapsLeft, new_document
from argmap.tui.dialogs.menu import Menu
from argmap.tui.dialogs.picker import Picker
from argmap.tui.finding import CommandProvider
from argmap.tui.keeping.folders import Folders, user_folders
from argmap.tui.keeping.recent import recent_maps, remember
from argmap.tui.keeping.recovery import Rescue, forget, rescues
from argmap.tui.keeping.settings import read_settings
from argmap.tui.keymap import keymap_of
from argmap.tui.palettes import DEFAULT_THEME, THEMES
from argmap.tui.session.buffers import opened
from argmap.tui.session.outcomes import Choice
from argmap.tui.session.sessions import Session
from argmap.tui.session.stamps import stamp_of
from argmap.tui.terminal import know_alt_enter

__all__ = ["Editor"]


class Editor(App[None], inherit_bindings=False):
    """The terminal editor for maps."""

    TITLE = "argmap"
    # Those of Textual would leave on ctrl+q without asking.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "explain_leaving", "Leave", show=False, id="explain-leaving")
    ]
    COMMANDS = {CommandProvider}  # noqa: RUF012 - as Textual declares it
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f12"
    INLINE_PADDING = 0

    def __init__(self, paths: Sequence[str] = (), folders: Folders | None = None) -> None:
        super().__init__()
        know_alt_enter()
        self.folders = user_folders() if folders is None else folders
        self._paths = tuple(paths)
        settings = read_settings(self.folders.settings)
        keymap = keymap_of(settings.keys)
        self._complaints = (*settings.complaints, *keymap.complaints)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME
        if settings.theme is not None:
            if settings.theme in self.available_themes:
                self.theme = settings.theme
            else:
                known = ", ".join(sorted(self.available_themes))
                self._complaints += (
                    f"There is no theme '{settings.theme}'. The themes are {known}.",
                )
        self.desk = Filing(_session(self._paths), keymap, self.folders)

    def on_mount(self) -> None:
        """Show the desk, then what there is to say and to ask."""
        self.push_screen(self.desk)
        self.call_after_refresh(self._begin)

    def action_explain_leaving(self) -> None:
        """Tell how the editor is left."""
        key = self.desk.keymap.shown("quit") or "ctrl+p"
        self.desk.tell(f"Press {key} to leave.")

    def _begin(self) -> None:
        for complaint in self._complaints:
            self.desk.tell(complaint, "warning")
        for buffer in self.desk.session.buffers:
            if buffer.stamp is not None:
                remember(self.folders.recent, buffer.path)
        mine = {os.path.realpath(path) for path in self._paths}
        unsaved = [
            one
            for one in rescues(self.folders.recovery)
            if not self._paths or (one.path and os.path.realpath(one.path) in mine)
        ]
        self._offer(unsaved)

    def _offer(self, unsaved: list[Rescue]) -> None:
        if not unsaved:
            if not self.desk.session.buffers:
                self._welcome()
            return
        rescue, *others = unsaved
        name = Path(rescue.path).name if rescue.path else "a new map"
        choices = (
            Choice("r", "recover", "open it with what was not saved"),
            Choice("l", "later", "leave it, and ask again at the next start"),
            Choice("f", "forget", "throw away what was not saved"),
        )

        def answered(answer: str | None) -> None:
            if answer == "recover":
                self.desk.recover(rescue)
            elif answer == "forget":
                forget(rescue.file)
            self._offer(others)

        self.push_screen(Menu(f"Changes of {name} were not saved.", choices), answered)

    @on(NoMapsLeft)
    def _welcome(self) -> None:
        recent = recent_maps(self.folders.recent)
        options = (
            ("new", "Begin a new map", ""),
            *((path, _named(path), str(Path(path).parent)) for path in recent),
            ("open", "Open a map …", ""),
            ("quit", "Leave", ""),
        )

        def answered(answer: str | None) -> None:
            match answer:
                case None | "new":
                    self.desk.add_document(new_document(""), is_new=True)
                case "open":
                    self.desk.action_command("open")
                case "quit":
                    self.exit()
                case path:
                    self.desk.open_path(path)

        self.push_screen(Picker("argmap: which map?", options), answered)


def _named(path: str) -> str:
    return Path(path).name


def _session(paths: Sequence[str]) -> Session:
    """Return the session with these maps open; what is not there becomes a new map."""
    found = []
    for number, path in enumerate(dict.fromkeys(paths), 1):
        stamp = stamp_of(path)
        document = read(path) if stamp is not None else new_document(path)
        found.append(opened(number, document, stamp))
    return Session(tuple(found))
