"""Every command there is, in the order in which help and palette show them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.tui.commands.adding import ADDING
from argmap.tui.commands.command import Command
from argmap.tui.commands.copying import COPYING
from argmap.tui.commands.filing import FILING, UNDOING
from argmap.tui.commands.going import GOING, LOOKING
from argmap.tui.commands.heading import HEADING
from argmap.tui.commands.linking import LINKING
from argmap.tui.commands.moving import MOVING
from argmap.tui.commands.sourcing import SOURCING

__all__ = ["COMMANDS", "COMMANDS_BY_ID", "GROUPS"]

COMMANDS: Final[tuple[Command, ...]] = (
    *ADDING,
    *UNDOING,
    *LINKING[:2],
    *SOURCING,
    *HEADING,
    *MOVING,
    *COPYING,
    *LINKING[2:],
    *GOING,
    *LOOKING,
    *FILING,
)
COMMANDS_BY_ID: Final[Mapping[str, Command]] = MappingProxyType(
    {command.id: command for command in COMMANDS}
)
GROUPS: Final = tuple(dict.fromkeys(command.group for command in COMMANDS))
