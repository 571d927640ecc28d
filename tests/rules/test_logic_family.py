from __future__ import annotations

import pytest

from argmap.model.claims import Citation, Status
from argmap.rules.catalogue import find_rule
from argmap.rules.findings import Severity

from .outlines import outline, remarks, said

MAP = """
claim a: One.
  rebut b: Two.
"""


def test_a_premise_that_rests_on_nothing_is_found() -> None:
    (remark,) = remarks("unsupported-premise", outline(MAP))
    assert remark.place == ("map", 0, "rebut", 0)
    assert remark.message == (
        "The argument uses 'b', but nothing supports it and nobody is cited for it."
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"source": "s"},
        {"source": (Citation("s"),)},
        {"status": Status.PRESUMED},
        {"status": Status.GRANTED},
        {"status": Status.REJECTED},
        {"implicit": True},
    ],
    ids=str,
)
def test_a_premise_that_says_what_it_rests_on_is_fine(fields: dict[str, object]) -> None:
    assert said("L001", outline(MAP, {"b": fields})) == []


@pytest.mark.parametrize(
    "fields", [{"status": Status.QUESTIONED}, {"source": ()}, {"implicit": False}], ids=str
)
def test_a_premise_in_question_still_rests_on_nothing(fields: dict[str, object]) -> None:
    assert len(said("L001", outline(MAP, {"b": fields}))) == 1


def test_only_a_support_is_support() -> None:
    map_ = outline("""
claim a: One.
  support b: Two.
    rebut c: Three.
      support ref d
claim d: Four.
""")
    assert [message.split("'")[1] for message in said("L001", map_)] == ["b", "d"]


def test_a_draft_is_spared() -> None:
    rule = find_rule("L001")
    other = find_rule("T001")
    assert rule is not None
    assert other is not None
    draft, done = outline(MAP, draft=True), outline(MAP)
    assert (rule.severity_in(draft), rule.severity_in(done)) == (Severity.INFO, Severity.WARNING)
    assert other.severity_in(draft) is Severity.ERROR
