"""A small map that has one of everything an outline can show."""

from __future__ import annotations

from argmap.model.claims import Citation, Claim, Inference, Linked, Ref, Status, StepFields
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance

SAMPLE = Map(
    title="Sunday opening",
    question="Should the town library open on Sundays?",
    sources=(
        Source("minutes", author="Library committee", title="Minutes", date="2024"),
        Source("paper", title="The Town Paper"),
    ),
    stances=(
        Stance("minutes", "open", Qualifier.LIKELY),
        Stance("paper", "open", credence=0.25),
        Stance("paper", "objection", Qualifier.UNLIKELY),
        Stance("paper", "staff", note="says nothing of how sure it is"),
    ),
    items=(
        Item(0, Kind.CLAIM, Claim("The library should open on Sundays.", id="open")),
        Item(
            1,
            Kind.SUPPORT,
            Claim(
                "Many people can come only on Sundays.",
                id="only-sundays",
                source="minutes",
                at="para 3",
            ),
            StepFields(scheme="practical reasoning", weight=0.5),
        ),
        Item(1, Kind.SUPPORT, Linked(), StepFields(inference=Inference.CUMULATIVE)),
        Item(
            2,
            Kind.PREMISE,
            Claim("Savings can pay for two assistants.", qualifier=Qualifier.LIKELY),
        ),
        Item(2, Kind.PREMISE, Claim("Two assistants are enough.", id="two", credence=0.75)),
        Item(2, Kind.WARRANT, Claim("What can be paid for can be done.", implicit=True)),
        Item(
            1,
            Kind.REBUT,
            Claim(
                "The staff object.",
                id="staff",
                status=Status.QUESTIONED,
                source=(
                    Citation("minutes", at="para 4", via="paper"),
                    Citation("minutes", "not asked", at="para 5"),
                ),
            ),
            StepFields(id="objection", by="minutes"),
        ),
        Item(2, Kind.UNDERCUT, Ref("two"), StepFields(by=(Citation("paper"), Citation("minutes")))),
        Item(3, Kind.UNDERCUT, Claim("Two are *not* enough in [summer].")),
        Item(1, Kind.REBUT, Ref("nobody")),
    ),
)
