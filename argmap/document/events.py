"""The events of a YAML text, from the C parser where there is one and else from the pure one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent
from ruamel.yaml.scanner import Scanner

try:
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - where no wheel of the C parser exists
    CParser = None

__all__ = ["C_EVENTS", "FlowTooDeepError", "parsers", "pure_events"]

# The events themselves are ruamel's classes, whichever parser makes them.
Event = Any


def _c_events(text: str) -> Iterator[Event]:
    """Return the events of libyaml; none of them looks ahead further than one simple key."""
    return iter(CParser(text).get_event, None)


def _c_events_of_questions(text: str) -> Iterator[Event]:
    """Return the events of libyaml with question marks that touch a word kept from its eyes.

    Inside brackets libyaml takes the mark of `{at: Kabul?, by: x}` for a sign, against YAML 1.2.2,
    rule 7.3.3. A character of the private use area stands in for it, so offsets stay.
    """
    stand_in = next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    for event in _c_events(_QUESTION.sub(stand_in, text)):
        if type(event) is ScalarEvent and stand_in in event.value:
            event.value = event.value.replace(stand_in, "?")
        yield event


def parsers(text: str, flow_limit: int) -> Iterator[Callable[[str], Iterator[Event]]]:
    """Yield what can parse a text, to be tried one after the other until one takes it.

    Where libyaml refuses, ruamel has the last word, but not on a large text: it reads 0.1 to
    0.3 MB a second.
    """
    if C_EVENTS is not None:
        yield C_EVENTS
        if _QUESTION.search(text):
            yield _c_events_of_questions
    if C_EVENTS is None or len(text) <= _SECOND_OPINION:
        yield partial(pure_events, flow_limit=flow_limit)


_QUESTION = re.compile(r"(?<=[^\s\[\]{},])\?")
_SECOND_OPINION = 128 * 1024
C_EVENTS: Callable[[str], Iterator[Event]] | None = None if CParser is None else _c_events


class FlowTooDeepError(Exception):
    """Brackets inside each other beyond the limit, at an offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def pure_events(text: str, flow_limit: int) -> Iterator[Event]:
    """Return the events of ruamel's own parser.

    Raises:
        MarkedYAMLError: Where the text is no YAML.
        FlowTooDeepError: Where more than `flow_limit` brackets are open. The pure scanner's work
            grows with their square (10,000 take 20 s), so this must be known before it is done.
    """

    class GuardedScanner(Scanner):
        """ruamel's scanner, but for what makes it slow or fall over."""

        def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803 - ruamel's word
            if len(self.flow_context) >= flow_limit:
                raise FlowTooDeepError(self.reader.get_mark().index)
            super().fetch_flow_collection_start(TokenClass, to_push)

        def scan_flow_scalar(self, style: str) -> Any:
            start = self.reader.get_mark()
            try:
                return super().scan_flow_scalar(style)
            except (OverflowError, ValueError) as error:
                # ruamel asks for the character of an escape without a look at its number.
                at = self.reader.get_mark()
                context = "while scanning a quoted scalar"
                raise MarkedYAMLError(context, start, "unknown escape", at) from error

    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = GuardedScanner
    events: Iterator[Event] = yaml.parse(text)
    return events
