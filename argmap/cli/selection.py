"""Which rules a check applies: the default ones, less what is ignored, or those selected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.cli.exits import CommandError, nearest, quoted
from argmap.rules.catalogue import ALL_RULES
from argmap.rules.rule import Rule

__all__ = ["rules_for", "rules_named"]

_EVERYTHING = "ALL"


def rules_for(select: Sequence[str], ignore: Sequence[str], *, pedantic: bool) -> tuple[Rule, ...]:
    """Return the rules to apply, in the order of the manual.

    `select` and `ignore` hold lists of words with commas between. What is selected by code, name
    or prefix is applied even if pedantic. Ignoring goes before selecting.

    Raises:
        CommandError: If a word names no rule, or no rule is left.
    """
    ignored = set(_named_in(ignore))
    selected = set(_named_in(select))
    rules = tuple(
        rule
        for rule in ALL_RULES
        if rule not in ignored and (rule in selected if selected else pedantic or not rule.pedantic)
    )
    if not rules:
        raise CommandError("No rule is left to check: every selected rule is ignored too.")
    return rules


def rules_named(word: str) -> tuple[Rule, ...]:
    """Return the rules that a code, name, prefix of codes or `ALL` means.

    Raises:
        CommandError: If there is none; with the rule that was probably meant.
    """
    wanted = word.upper()
    if wanted == _EVERYTHING:
        return ALL_RULES
    found = tuple(
        rule for rule in ALL_RULES if wanted == rule.name.upper() or rule.code.startswith(wanted)
    )
    if found and word:
        return found
    words = [name for rule in ALL_RULES for name in (rule.name, rule.code)]
    raise CommandError(
        f"There is no rule {quoted(word)}.{nearest(word, words)}\nSee 'argmap rule' for all rules."
    )


def _named_in(lists: Iterable[str]) -> Iterable[Rule]:
    for words in lists:
        for word in words.split(","):
            if word.strip():
                yield from rules_named(word.strip())
