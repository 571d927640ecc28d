"""The palette: every command by a few letters of its title, with its key."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from argmap.tui.commands.catalogue import COMMANDS
from argmap.tui.desk.desk import Desk

__all__ = ["CommandProvider"]


class CommandProvider(Provider):
    """Offers the commands that can be used now."""

    async def discover(self) -> Hits:
        """Yield all of them, before anything is written."""
        for title, run, help_ in self._entries():
            yield DiscoveryHit(title, run, help=help_)

    async def search(self, query: str) -> Hits:
        """Yield those that match what is written."""
        matcher = self.matcher(query)
        for title, run, help_ in self._entries():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, help=help_)

    def _entries(self) -> list[tuple[str, partial[None], str]]:
        if not isinstance(self.screen, Desk):
            return []
        desk = self.screen
        found: list[tuple[str, partial[None], str]] = []
        for command in COMMANDS:
            if command.id != "palette" and desk.check_action("command", (command.id,)):
                key = desk.keymap.shown(command.id)
                shown = f"{command.title}  ({key})" if key else command.title
                found.append((shown, partial(desk.action_command, command.id), command.help))
        return found
