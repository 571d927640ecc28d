"""The rules about where claims come from."""

from __future__ import annotations

from argmap.rules.rule import Rule

__all__ = ["EVIDENCE_RULES"]

EVIDENCE_RULES: tuple[Rule, ...] = ()
