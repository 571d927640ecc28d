"""The rules about how a claim is worded."""

from __future__ import annotations

from argmap.rules.rule import Rule

__all__ = ["TEXT_RULES"]

TEXT_RULES: tuple[Rule, ...] = ()
