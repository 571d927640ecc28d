"""The reader: from the bytes or the text of a file to a document."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from argmap.document.characters import (
    control_characters,
    cut_texts,
    invisible_characters,
    tabs,
)
from argmap.document.composing import (
    Composition,
    StopReading,
    compose,
    too_deep,
)
from argmap.document.decoding import decode
from argmap.document.document import Document
from argmap.document.events import FlowTooDeepError, parsers
from argmap.document.lines import Lines, newline_of
from argmap.document.mapping import map_of
from argmap.document.problems import Problem, finding_of_file, findings_of
from argmap.document.syntax import explain_syntax
from argmap.document.tree import Mapping, Scalar, Sequence, Tree
from argmap.model.maps import Map
from argmap.rules.findings import Finding

__all__ = [
    "DEFAULT_LIMITS",
    "Limits",
    "no_garbage_collection",
    "read_bytes",
    "read_text",
    "too_large",
]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read: its size in bytes, and how deep its values may be nested."""

    size: int = 8 * 1024 * 1024
    depth: int = 256


DEFAULT_LIMITS = Limits()


def read_text(text: str, path: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    """Return the document that a text says; what is wrong with it becomes findings.

    `path` is how the user calls the file. A byte order mark is taken off and remembered.
    """
    if len(text) > limits.size:
        return Document(path, None, findings=too_large(len(text), limits))
    bare = text.removeprefix("\ufeff")
    return _read(bare, path, bom=len(bare) < len(text), limits=limits)


def read_bytes(content: bytes, path: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    """Return the document that the bytes of a file say, whatever they are."""
    if len(content) > limits.size:
        return Document(path, None, findings=too_large(len(content), limits))
    decoded = decode(content)
    if decoded.text is None:
        return Document(path, None, findings=decoded.findings, bom=decoded.bom)
    return _read(decoded.text, path, bom=decoded.bom, limits=limits)


def too_large(size: int, limits: Limits) -> tuple[Finding, ...]:
    """Return the finding of a file that is larger than is read."""
    whole, limit = (f"{count / 1024 / 1024:.1f} MB" for count in (size, limits.size))
    message = f"This file has {whole}, and the limit is {limit}."
    return (finding_of_file("Y002", message, "Split the map, or raise the limit with --max-size."),)


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Keep the cyclic collector still: it finds nothing here.

    It costs 0 to 50 % when maps of 10,000 claims are read, by how many are in memory already.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(text: str, path: str, *, bom: bool, limits: Limits) -> Document:
    """Return the document of a decoded text."""
    with no_garbage_collection():
        return _read_still(text, path, bom=bom, limits=limits)


def _read_still(text: str, path: str, *, bom: bool, limits: Limits) -> Document:
    """Return the document of a decoded text, step by step."""
    trees: tuple[Mapping, ...] = ()
    map_, root = Map(), None
    problems = list(control_characters(text))
    if not problems:
        composition = _composed(text, limits)
        problems += composition.problems
        root = composition.root
        if root is not None:
            problems += [*tabs(text, composition.scalars), *cut_texts(text, composition.scalars)]
            map_, trees = _map(root, problems, text)
    problems += invisible_characters(text)
    return Document(
        path=path,
        text=text,
        map=map_,
        tree=root,
        trees=trees,
        findings=findings_of(problems, Lines.of(text)) if problems else (),
        bom=bom,
        newline=newline_of(text),
    )


def _composed(text: str, limits: Limits) -> Composition:
    """Return the tree of a text, its root None where the text is no YAML."""
    refused: tuple[Composition, MarkedYAMLError] | None = None
    for events in parsers(text, limits.depth):
        composition = Composition(text, limits.depth)
        try:
            compose(composition, events(text))
        except StopReading as stop:
            return _given_up(composition, stop.problem)
        except FlowTooDeepError as deep:
            return _given_up(composition, too_deep(deep.offset, limits.depth))
        except MarkedYAMLError as error:
            refused = refused or (composition, error)
        else:
            if composition.root is None:
                composition.problems.append(_empty())
            return composition
    assert refused is not None  # noqa: S101 - there is at least one parser
    composition, refusal = refused
    return _given_up(composition, explain_syntax(refusal, composition))


def _given_up(composition: Composition, problem: Problem) -> Composition:
    """Return a composition without a tree, and with the problem that kept it from one."""
    composition.root = None
    composition.problems.append(problem)
    return composition


def _empty() -> Problem:
    """Return the problem of a file that says nothing."""
    help_ = "Begin it with 'argmap: 1'; 'argmap new' writes an example."
    return Problem("Y007", "This file is empty.", 0, 1, help_)


def _map(root: Tree, problems: list[Problem], text: str) -> tuple[Map, tuple[Mapping, ...]]:
    """Return the map that a tree says, and the mapping of each of its items."""
    if isinstance(root, Scalar) and root.value is None:
        problems.append(_empty())
        return Map(), ()
    if not isinstance(root, Mapping):
        what = "a list" if isinstance(root, Sequence) else "a bare text"
        message = f"This file holds {what}, not the keys of a map."
        help_ = "Begin it with 'argmap: 1' and put the claims below 'map:'."
        problems.append(Problem("Y008", message, root.start, root.start + 1, help_))
        return Map(), ()
    found: list[Problem] = []
    map_, trees = map_of(root, found, text)
    if found:
        problems += _unspoken(found, problems, Lines.of(text))
    return map_, trees


def _unspoken(found: list[Problem], spoken: list[Problem], lines: Lines) -> list[Problem]:
    """Return the problems with fields, less those of an alias or a comment in place of a value."""
    known = {lines.line_column(problem.start)[0] for problem in spoken}
    return [
        problem
        for problem in found
        if problem.code != "M003" or lines.line_column(problem.start)[0] not in known
    ]
