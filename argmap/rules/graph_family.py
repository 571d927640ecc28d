"""The rules about how claims and steps hang together."""

from __future__ import annotations

from argmap.rules.rule import Rule

__all__ = ["GRAPH_RULES"]

GRAPH_RULES: tuple[Rule, ...] = ()
