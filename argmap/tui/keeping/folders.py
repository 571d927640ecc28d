"""The folders of the editor: one for the user's settings, one for what it remembers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

__all__ = ["Folders", "user_folders"]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where settings are read from, and where recent maps and unsaved texts are written to."""

    config: Path
    state: Path

    @property
    def settings(self) -> Path:
        """The file of the user's settings."""
        return self.config / "editor.toml"

    @property
    def recovery(self) -> Path:
        """The folder of unsaved texts."""
        return self.state / "recovery"

    @property
    def recent(self) -> Path:
        """The file that lists the maps opened last."""
        return self.state / "recent.txt"


def user_folders() -> Folders:
    """Return the folders that the system has for this user."""
    return Folders(platformdirs.user_config_path("argmap"), platformdirs.user_state_path("argmap"))
