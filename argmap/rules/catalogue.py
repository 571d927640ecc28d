"""Every rule there is, in the order of the manual, and the way to run them over a map."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.rules.evidence_family import EVIDENCE_RULES
from argmap.rules.findings import Remark
from argmap.rules.graph_family import GRAPH_RULES
from argmap.rules.logic_family import LOGIC_RULES
from argmap.rules.model_family import MODEL_RULES
from argmap.rules.rule import Inspection, Rule
from argmap.rules.text_family import TEXT_RULES
from argmap.rules.yaml_family import YAML_RULES

__all__ = ["ALL_RULES", "DEFAULT_RULES", "check", "find_rule"]

ALL_RULES: tuple[Rule, ...] = (
    *YAML_RULES,
    *MODEL_RULES,
    *GRAPH_RULES,
    *LOGIC_RULES,
    *TEXT_RULES,
    *EVIDENCE_RULES,
)

DEFAULT_RULES: tuple[Rule, ...] = tuple(rule for rule in ALL_RULES if not rule.pedantic)


def find_rule(word: str) -> Rule | None:
    """Return the rule with this code or name, whatever the case; None if there is none."""
    wanted = word.strip().lower()
    for rule in ALL_RULES:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    return None


def check(
    inspection: Inspection, rules: Iterable[Rule] = DEFAULT_RULES
) -> list[tuple[Rule, Remark]]:
    """Return what `rules` say of a map, rule by rule; the document sorts it into text order."""
    return [
        (rule, remark)
        for rule in rules
        if rule.check is not None
        for remark in rule.check(inspection)
    ]
