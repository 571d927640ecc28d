"""Checking files: from paths to findings, one file after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable

from argmap.document.checking import check_document
from argmap.document.document import Document
from argmap.document.reading import read
from argmap.document.source_texts import texts_of
from argmap.document.walking import find_maps
from argmap.rules.catalogue import ALL_RULES, DEFAULT_RULES
from argmap.rules.findings import CheckedFile
from argmap.rules.rule import Rule

__all__ = ["check", "check_with_texts"]


def check(
    *paths: str | os.PathLike[str],
    pedantic: bool = False,
    texts: str | os.PathLike[str] | None = None,
) -> tuple[CheckedFile, ...]:
    """Return every map that `paths` lead to, with what is wrong with it; as `argmap check`.

    A path is a map or a folder of maps. A file that cannot be read has a finding that says so.
    `texts` is a folder with the words of the sources; quotes are looked up in them. The result
    is empty if there is no map.
    """
    rules = ALL_RULES if pedantic else DEFAULT_RULES
    return tuple(check_with_texts(read(path), rules, texts) for path in find_maps(paths).maps)


def check_with_texts(
    document: Document,
    rules: Iterable[Rule] = DEFAULT_RULES,
    texts: str | os.PathLike[str] | None = None,
) -> CheckedFile:
    """Return what is wrong with a document, its quotes looked up in the sources' words."""
    return check_document(document, rules, texts_of(document, texts))
