"""From the events of a YAML text to its tree, in one pass that no depth can stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from argmap.document.problems import Problem, shown
from argmap.document.tree import Mapping, Scalar, Sequence, Style, Tree

__all__ = ["CONTROL_CHARACTERS", "Composition", "StopReading", "compose", "directive", "too_deep"]

# What YAML and XML forbid: C0 and C1 controls but tab, line breaks and NEL; surrogates; and the
# two code points that are no characters.
CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TO_COLON = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*:")
_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
# The indicators of a block scalar; in a comment behind them a plus means nothing.
_KEEPS_BLANK_LINES = re.compile("[|>][0-9]*[+]")
_STYLES = frozenset("'\"|>")


class StopReading(Exception):  # noqa: N818 - a way out of the loop, not a failure
    """The rest of the text is not worth reading; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class Composition:
    """What the pass has found so far; `scalars` has every key and value in the order of the text.

    It outlives an error of the parser, so that the explanation can look at what came before.
    """

    text: str
    depth_limit: int
    root: Tree | None = None
    scalars: list[Scalar] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    started: bool = False


def compose(  # noqa: C901, PLR0912 - one loop: a call for each of 100,000 events would be felt
    composition: Composition, events: Iterator[Any]
) -> None:
    """Fill a composition from the events of its text.

    Raises:
        StopReading: Where it is too deep, or a second document begins.
    """
    add_scalar = composition.scalars.append
    above: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
    container: Any = None
    key: Scalar | None = None
    last = 0
    for event in events:
        kind = type(event)
        node: Any
        if kind is ScalarEvent:
            node = Scalar(event.value, event.start_mark.index, event.end_mark.index)
            add_scalar(node)
            if event.style in _STYLES:
                _finish_styled(composition, node, event.style)
            if event.ctag is not None or event.anchor is not None:
                _refuse_properties(composition, event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            above.append((container, key))
            container, key = _opened(composition, event, len(above)), None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node = container
            node.end = _end(composition.text, event, node, last)
            container, key = above.pop()
        elif kind is AliasEvent:
            node = _alias(composition, event)
        else:
            if kind is DocumentStartEvent:
                _check_document(composition, event)
            continue
        if type(container) is Mapping and key is None:
            key = _key(composition, container, node)
            last = node.end
            continue
        if type(node) is Scalar and not node.style and node.value in _NOTHING:
            _empty(composition, container, key, node)
        last = node.end
        if key is not None:
            if key.value is not None:
                container.keys[key.value] = key
                container.values[key.value] = node
            key = None
        elif container is None:
            composition.root = node
        else:
            container.items.append(node)


def too_deep(offset: int, limit: int) -> Problem:
    """Return the problem of a value with too many others around it."""
    message = f"Values stand inside each other more than {limit} levels deep."
    help_ = "Give the deepest claims a map of their own, or raise the limit with --max-depth."
    return Problem("Y004", message, offset, offset + 1, help_)


def _opened(composition: Composition, event: Any, depth: int) -> Mapping | Sequence:
    """Return the empty collection that an event opens."""
    start = event.start_mark.index
    if depth > composition.depth_limit:
        raise StopReading(too_deep(start, composition.depth_limit))
    if event.ctag is not None or event.anchor is not None:
        _refuse_properties(composition, event)
    if type(event) is MappingStartEvent:
        return Mapping(start, start, bool(event.flow_style), {}, {})
    return Sequence(start, start, bool(event.flow_style), [])


def _key(composition: Composition, container: Mapping, node: Tree) -> Scalar:
    """Return the key that `node` is, or one that is not kept, with the reason as a problem."""
    if type(node) is Scalar and node.value and node.value not in container.keys:
        if node.value != "<<" or node.style:
            return node
        message = "The merge key '<<' is not allowed."
        help_ = "Write the fields out where they belong."
        problem = Problem("Y011", message, node.start, node.end, help_)
    elif not isinstance(node, Scalar):
        help_ = "Write a word before the colon."
        problem = Problem("Y012", "A key must be a text.", node.start, node.end, help_)
    elif not node.value:
        problem = Problem("Y012", "A key is missing here.", node.start, node.end + 1)
    else:
        problem = _repeated(node, container.keys[node.value], container.values[node.value])
    composition.problems.append(problem)
    return Scalar(None, node.start, node.end)


def _repeated(key: Scalar, first: Scalar, value: Tree) -> Problem:
    """Return the problem of a key that stands twice in one mapping."""
    name = shown(key.value or "")
    help_ = f"Delete one of the two {name} lines."
    if isinstance(value, Sequence):
        help_ = f"Join the two {name} lists into one."
    message = f"The key {name} stands here a second time."
    labels = ((first.start, first.end, "first here"),)
    return Problem("Y009", message, key.start, key.end, help_, labels)


def _end(text: str, event: Any, node: Mapping | Sequence, last: int) -> int:
    """Return where a collection ends, `last` being where its last value does.

    After a block collection the parser's mark lies beyond blank lines and comments.
    """
    end: int = event.end_mark.index
    return end if node.flow and text[end - 1 : end] in ("]", "}") else last


def _empty(
    composition: Composition, container: Mapping | Sequence | None, key: Scalar | None, node: Scalar
) -> None:
    """Make a plain scalar the nothing that it says, and set where that stands.

    The parsers disagree about where an empty value stands; here it is just behind the colon.
    """
    node.value = None
    if node.start != node.end or key is None:
        return
    colon = _TO_COLON.match(composition.text, key.end)
    node.start = node.end = colon.end() if colon else key.end
    if colon or key.value is None or not isinstance(container, Mapping):
        return
    if container.flow and container.values:
        before = next(reversed(container.values.values()))
        if isinstance(before, Scalar) and not before.style and before.value is not None:
            composition.problems.append(_cut_by_comma(key, before))
            key.value = None


def _cut_by_comma(key: Scalar, before: Scalar) -> Problem:
    """Return the problem of words in braces that a comma has made a key without a value."""
    words = shown(key.value or "")
    message = f"The comma before {words} ends the text {shown(before.value or '')}."
    help_ = "Put the whole text in quotes, or put a value after this key."
    labels = ((before.start, before.end, "this text ends at the comma"),)
    return Problem("Y019", message, key.start, key.end, help_, labels)


def _finish_styled(composition: Composition, node: Scalar, style: Style) -> None:
    """Set the style of a scalar in quotes or a block, and end a block where its text ends."""
    node.style = style
    if style in "|>":
        written = composition.text[node.start : node.end]
        if _KEEPS_BLANK_LINES.match(written):
            node.end -= len(written) - len(written.removesuffix("\n").removesuffix("\r"))
        else:
            node.end -= len(written) - len(written.rstrip())
    elif style == '"' and (found := CONTROL_CHARACTERS.search(node.value or "")):
        message = f"This text holds the control character U+{ord(found.group()):04X}."
        problem = Problem("Y017", message, node.start, node.end, "Delete its escape sequence.")
        composition.problems.append(problem)
        # What later stands on a terminal or in an SVG must not hold it, even after a finding.
        node.value = CONTROL_CHARACTERS.sub("\ufffd", node.value or "")


def _refuse_properties(composition: Composition, event: Any) -> None:
    """Add the problem of a tag or an anchor."""
    start, end = event.start_mark.index, event.end_mark.index
    line_end = composition.text.find("\n", start)
    end = min(end, line_end) if line_end > start else end
    in_quotes = "If it is text, put it in quotes."
    if event.tag is not None:
        message = f"The tag {shown(event.tag)} is not allowed."
        help_ = f"Delete it: every value is read as text. {in_quotes}"
        composition.problems.append(Problem("Y010", message, start, end, help_))
    if event.anchor is not None:
        message = f"The anchor {shown('&' + event.anchor)} is not allowed."
        help_ = f"Delete it; 'ref: id' uses a claim twice. {in_quotes}"
        composition.problems.append(Problem("Y011", message, start, end, help_))
        if type(event) is ScalarEvent:
            composition.anchors[event.anchor] = event.value


def _alias(composition: Composition, event: Any) -> Scalar:
    """Return the text that an alias stands for, if it is a text, and add its problem."""
    start, end = event.start_mark.index, event.end_mark.index
    message = f"The alias {shown('*' + event.anchor)} is not allowed."
    help_ = "Write the value out; 'ref: id' uses a claim twice. If it is text, put it in quotes."
    composition.problems.append(Problem("Y011", message, start, end, help_))
    node = Scalar(composition.anchors.get(event.anchor), start, end)
    composition.scalars.append(node)
    return node


def _check_document(composition: Composition, event: Any) -> None:
    """Look at the start of a document: there may be one, and nothing that changes its reading."""
    start, end = event.start_mark.index, event.end_mark.index
    if composition.started:
        message = "A second document begins here; a map is one file with one document."
        help_ = "Put it into a file of its own, or delete the line that ends the first."
        raise StopReading(Problem("Y006", message, start, max(end, start + 1), help_))
    composition.started = True
    if event.explicit and _DIRECTIVE.search(composition.text, 0, end):
        composition.problems.append(directive(composition.text))


def directive(text: str) -> Problem:
    """Return the problem of the first line that begins with `%`."""
    found = _DIRECTIVE.search(text)
    start, end = found.span() if found else (0, 1)
    message = "A line that begins with '%' is a directive to YAML readers; none is allowed."
    return Problem("Y018", message, start, end, "Delete the line.")
