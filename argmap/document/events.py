"""The events of a YAML text, from the C parser where there is one and else from the pure one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scanner import Scanner

try:
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - where no wheel of the C parser exists
    CParser = None

__all__ = ["C_EVENTS", "FlowTooDeepError", "pure_events"]

# The events themselves are ruamel's classes, whichever parser makes them.
Event = Any


def _c_events(text: str) -> Iterator[Event]:
    """Return the events of libyaml; none of them looks ahead further than one simple key."""
    return iter(CParser(text).get_event, None)


C_EVENTS: Callable[[str], Iterator[Event]] | None = None if CParser is None else _c_events


class FlowTooDeepError(Exception):
    """Brackets inside each other beyond the limit, at an offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def pure_events(text: str, flow_limit: int) -> Iterator[Event]:
    """Return the events of ruamel's own parser.

    Raises:
        FlowTooDeepError: Where more than `flow_limit` brackets are open. The pure scanner's work
            grows with their square (10,000 take 20 s), so this must be known before it is done.
    """

    class GuardedScanner(Scanner):
        """A scanner that stops where brackets stand too deep inside each other."""

        def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803 - ruamel's word
            if len(self.flow_context) >= flow_limit:
                raise FlowTooDeepError(self.reader.get_mark().index)
            super().fetch_flow_collection_start(TokenClass, to_push)

    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = GuardedScanner
    events: Iterator[Event] = yaml.parse(text)
    return events
