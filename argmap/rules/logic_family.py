"""The rules about what carries the argument."""

from __future__ import annotations

from argmap.rules.rule import Rule

__all__ = ["LOGIC_RULES"]

LOGIC_RULES: tuple[Rule, ...] = ()
