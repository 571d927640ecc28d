"""The rules about how a claim is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.model.claims import Claim
from argmap.model.maps import Map
from argmap.rules.findings import Related, Remark, Severity
from argmap.rules.rule import Inspection, Rule
from argmap.rules.wording import name_of

__all__ = ["TEXT_RULES"]

# Of 235 claims in six maps made by experts 14 % are longer; a slide has no room for them.
_LONGEST = 200

# Few words, so that each hit is a mistake: 5 % of the same claims have one of them, while "and"
# or "neither" stand in 40 %. Not "because of fog", "thus far" and "two years hence".
_REASONING_WORDS = ("because", "therefore", "thus", "hence", "consequently")
_REASONING = re.compile(
    r"(?<![\w-])(?:because(?!\s+of\b)|therefore|thus(?!\s+far\b)|(?<!years )hence|consequently)"
    r"(?![\w-])",
    re.IGNORECASE,
)


def _claims(inspection: Inspection) -> Iterator[tuple[int, Claim]]:
    """Yield every claim with its item."""
    for index, item in enumerate(inspection.map.items):
        if isinstance(item.content, Claim):
            yield index, item.content


def _is_english(map_: Map) -> bool:
    """Return whether the texts of a map are in English, as far as one can know."""
    return map_.lang is None or map_.lang.lower().startswith("en")


def _empty_text(inspection: Inspection) -> Iterator[Remark]:
    for index, claim in _claims(inspection):
        if not any(map(str.isalnum, claim.text)):
            yield Remark(
                inspection.map.places[index],
                "This claim has no words.",
                "Say in a sentence what is claimed, or take the claim out.",
            )


def _reasoning_in_box(inspection: Inspection) -> Iterator[Remark]:
    if not _is_english(inspection.map):
        return
    for index, claim in _claims(inspection):
        text = claim.text.lower()
        # Ten times as fast as the pattern, which few texts then need.
        found = any(word in text for word in _REASONING_WORDS) and _REASONING.search(claim.text)
        if found:
            yield Remark(
                inspection.map.places[index],
                f"The word “{found.group()}” joins a claim and its reason in one text.",
                "Keep what is concluded as the claim, and put the reason under its 'support'.",
            )


def _question_as_claim(inspection: Inspection) -> Iterator[Remark]:
    for index, claim in _claims(inspection):
        if claim.text.rstrip(" \t\n!.…").endswith(("?", "？", "؟", "⁇")):
            yield Remark(
                inspection.map.places[index],
                "This is a question, which nobody can support or rebut.",
                "Say one of its answers as a claim. The question under debate goes to the top "
                "of the file, as 'question'.",
            )


def _duplicate_text(inspection: Inspection) -> Iterator[Remark]:
    map_ = inspection.map
    first: dict[str, int] = {}
    for index, claim in _claims(inspection):
        fold = " ".join(claim.text.casefold().split()).rstrip(".").rstrip()
        if not fold:
            continue
        other = first.setdefault(fold, index)
        if other == index:
            continue
        match map_.items[other].content:
            case Claim(id=str(name)):
                whom, advice = f"'{name}'", f"Keep one, and write 'ref: {name}' for the other."
            case _:
                whom, advice = (
                    "a claim above",
                    "Give that one an 'id', and write a 'ref' to it here.",
                )
        yield Remark(
            map_.places[index],
            f"{name_of(inspection.graph, index)} says the same as {whom}.",
            advice,
            (Related(map_.places[other], "said here first"),),
        )


def _text_too_long(inspection: Inspection) -> Iterator[Remark]:
    for index, claim in _claims(inspection):
        if len(claim.text) > _LONGEST and not claim.short:
            yield Remark(
                inspection.map.places[index],
                f"This claim is {len(claim.text)} characters long and has no short form.",
                "Add a 'short' of a few words, which slides will show. If there are two thoughts "
                f"in it, make it two claims. Up to {_LONGEST} characters need no 'short'.",
            )


TEXT_RULES: tuple[Rule, ...] = (
    Rule(
        "T001",
        "empty-text",
        Severity.ERROR,
        "A claim has no words.",
        "An empty box cannot be true or false, so nothing can be said for or against it.",
        "Full sentences: Austhink, Rationale Exercises, set 3.",
        _empty_text,
    ),
    Rule(
        "T003",
        "reasoning-in-box",
        Severity.WARNING,
        "A claim gives its own reason.",
        "A reason inside a claim cannot be weighed, rebutted or undercut by itself, and the map "
        "hides the step that most deserves a look. The rule knows few words, and only English "
        "ones: because, therefore, thus, hence, consequently. It is silent on maps whose `lang` "
        "is another language.",
        "No reasoning in a box: Austhink, Rationale Exercises, set 3.",
        _reasoning_in_box,
    ),
    Rule(
        "T005",
        "question-as-claim",
        Severity.WARNING,
        "A claim is a question.",
        "A claim must be something that can be true or false. A question cannot be supported; "
        "each of its answers can.",
        "No questions: Austhink, Rationale Exercises, set 3.",
        _question_as_claim,
    ),
    Rule(
        "T008",
        "duplicate-text",
        Severity.WARNING,
        "Two claims say the same, but for case, white space or the final stop.",
        "What is argued about one of them is not known of the other. One claim with a `ref` "
        "keeps every reason in one place.",
        "One statement, one claim: in the Argument Interchange Format an I-node may be used by "
        "many inferences (Chesñevar and others 2006).",
        _duplicate_text,
    ),
    Rule(
        "T010",
        "text-too-long",
        Severity.WARNING,
        "A claim is longer than 200 characters and has no `short`.",
        "On a slide a long text comes out small, or crowds out the others. It often holds more "
        "than one thought, too.",
        "To the point: Austhink, Rationale Exercises, set 3. In six maps made by experts 86 % "
        "of the claims are shorter.",
        _text_too_long,
    ),
)
