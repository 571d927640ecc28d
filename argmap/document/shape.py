"""The shape of a map's file, node by node: which fields there are and what each may hold."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Required

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    TypeAdapter,
    WithJsonSchema,
    with_config,
)
from pydantic_core import PydanticCustomError, SchemaValidator

# pydantic reads only this TypedDict before Python 3.12.
from typing_extensions import TypedDict

from argmap.model.claims import Inference, Standard, Status, Verdict
from argmap.model.edits import EditError
from argmap.model.ids import is_valid_id
from argmap.model.scale import Qualifier, parse_qualifier
from argmap.model.values import checked_value

__all__ = [
    "FORMAT_VERSION",
    "ID_PATTERN",
    "Citation",
    "Fraction",
    "Id",
    "Linked",
    "MapFields",
    "MemberRef",
    "Ref",
    "Root",
    "Source",
    "Stance",
    "StepClaim",
    "strict",
    "validator",
]

FORMAT_VERSION = 1
# What the schema says of an id; the validator asks the model, which knows more of Unicode.
#
# Validators bring different regular expressions: Python's have no \p, those of JavaScript take \w
# for ASCII. So this says what an id cannot hold: blanks, ASCII signs and general punctuation.
_SIGNS = r"\s!-,/:-@\[-\^`{-~\u2000-\u206f"
ID_PATTERN = rf"^[^{_SIGNS}._-][^{_SIGNS}]*$"
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

strict = with_config(ConfigDict(extra="forbid"))


def _id(value: str) -> str:
    """Return an id that is well formed."""
    # Looking at each character takes ten times as long, and most ids are plain.
    if _PLAIN_ID.fullmatch(value) or is_valid_id(value):
        return value
    raise PydanticCustomError("id", "no id")


def _qualifier(value: object) -> Qualifier:
    """Return the grade of the scale that a word names."""
    found = parse_qualifier(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("qualifier", "no word of the scale")
    return found


def _truth(value: object) -> object:
    """Return true or false for the two words; other words stay and are refused."""
    return {"true": True, "false": False}.get(value.casefold()) if isinstance(value, str) else value


def _date(value: str) -> str:
    """Return a date that the calendar has."""
    try:
        checked_value("date", value)
    except EditError:
        raise PydanticCustomError("date", "no date") from None
    return value


_FORMS: dict[type, str] = {str: "<text>", list: "<list>", dict: "<mapping>"}


def _form(value: object) -> str | None:
    """Return the tag of a text, a list or a mapping; tags never look like a key of the file."""
    return _FORMS.get(type(value))


Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Belief = Annotated[Qualifier, BeforeValidator(_qualifier)]
Truth = Annotated[bool, BeforeValidator(_truth), Field(strict=True)]


@strict
class Citation(TypedDict, total=False):
    """One place where a claim was said."""

    source: Required[Annotated[Id, Field(description="The id of the source that says it.")]]
    quote: Annotated[str, Field(description="A verbatim phrase of it; … marks a gap.")]
    at: Annotated[str, Field(description="Where in it, e.g. para 11.")]
    via: Annotated[Id, Field(description="The id of the source that reports it.")]


Cited = Annotated[
    Annotated[Id, Tag("<text>")]
    | Annotated[
        list[
            Annotated[
                Annotated[Id, Tag("<text>")] | Annotated[Citation, Tag("<mapping>")],
                Discriminator(_form),
            ]
        ],
        Field(min_length=1),
        Tag("<list>"),
    ],
    Discriminator(_form),
]
Expected = Annotated[
    Annotated[Verdict, Tag("<text>")]
    | Annotated[dict[Id, Verdict], Field(min_length=1), Tag("<mapping>")],
    Discriminator(_form),
]


@strict
class Root(TypedDict, total=False):
    """A claim that argues about nothing, or one of several linked premises."""

    claim: Required[Annotated[str, Field(description="The statement, as one full sentence.")]]
    id: Annotated[Id, Field(description="A short name by which the map refers to the claim.")]
    short: Annotated[str, Field(description="What a slide shows when the claim is long.")]
    source: Annotated[Cited, Field(description="Who says it: a source id, or citations.")]
    quote: Annotated[str, Field(description="A verbatim phrase of the source; … marks a gap.")]
    at: Annotated[str, Field(description="Where in the source, e.g. para 11.")]
    qualifier: Annotated[Belief, Field(description="How likely the map-maker finds it, in words.")]
    credence: Annotated[Fraction, Field(description="How likely the map-maker finds it, 0 to 1.")]
    status: Annotated[Status, Field(description="What it is before anyone argues about it.")]
    standard: Annotated[Standard, Field(description="The proof standard that it must meet.")]
    implicit: Annotated[Truth, Field(description="Whether nobody says it in so many words.")]
    expect: Annotated[Expected, Field(description="The verdict it should get, or one per voice.")]
    tags: Annotated[list[str], Field(description="Words to find or colour claims by.")]
    note: Annotated[str, Field(description="Anything else; its lines are kept.")]


@strict
class _StepFields(TypedDict, total=False):
    """What can be said of a step."""

    step: Annotated[Id, Field(description="A short name by which the map refers to the step.")]
    by: Annotated[Cited, Field(description="Who draws the step: a source id, or citations.")]
    scheme: Annotated[str, Field(description="The argument scheme, e.g. practical reasoning.")]
    cq: Annotated[str, Field(description="The critical question that is raised.")]
    weight: Annotated[
        Fraction, Field(gt=0, description="How much the step counts, above 0 and at most 1.")
    ]


@strict
class StepClaim(Root, _StepFields, total=False):
    """A claim that argues about what it stands under."""


@strict
class MemberRef(TypedDict, total=False):
    """A claim a second time, as one of several linked premises."""

    ref: Required[
        Annotated[Id, Field(description="The id of a claim that has its home elsewhere.")]
    ]


@strict
class Ref(MemberRef, _StepFields, total=False):
    """A claim a second time."""

    tags: Annotated[list[str], Field(description="Words to find or colour steps by.")]
    note: Annotated[str, Field(description="Anything else; its lines are kept.")]


@strict
class Linked(_StepFields, total=False):
    """Premises that only work together; they stand in the list `linked`."""

    inference: Annotated[
        Inference, Field(description="Whether all premises are needed, or each adds to the others.")
    ]
    tags: Annotated[list[str], Field(description="Words to find or colour steps by.")]
    note: Annotated[str, Field(description="Anything else; its lines are kept.")]


# `in` is a word of Python, so this one cannot be a class.
Source = TypedDict(
    "Source",
    {
        "author": Annotated[str, Field(description="Who wrote it.")],
        "title": Annotated[str, Field(description="What it is called.")],
        "in": Annotated[str, Field(description="Where it was published.")],
        "date": Annotated[
            str,
            StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
            AfterValidator(_date),
            Field(description="YYYY, YYYY-MM or YYYY-MM-DD."),
        ],
        "url": Annotated[str, Field(description="Where to read it.")],
        "text": Annotated[str, Field(description="Its words, in which quotes are looked for.")],
        "file": Annotated[str, Field(description="The file of its words, relative to the map.")],
    },
    total=False,
)
strict(Source)
Source.__doc__ = "A text someone published."


@strict
class Stance(TypedDict, total=False):
    """What an author believes of a claim or step."""

    qualifier: Annotated[Belief, Field(description="How likely the author finds it, in words.")]
    credence: Annotated[Fraction, Field(description="How likely the author finds it, 0 to 1.")]
    quote: Annotated[str, Field(description="A verbatim phrase that shows it.")]
    at: Annotated[str, Field(description="Where in the source, e.g. para 11.")]
    note: Annotated[str, Field(description="Anything else; its lines are kept.")]


@strict
class MapFields(TypedDict, total=False):
    """What a map says of itself, beside its lists."""

    argmap: Required[
        Annotated[
            int,
            Field(ge=1, le=FORMAT_VERSION, description="The version of the format, which is 1."),
        ]
    ]
    title: Annotated[str, Field(description="What the map is called.")]
    question: Annotated[str, Field(description="The question that the map answers.")]
    lang: Annotated[
        str,
        StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        Field(description="The language of the texts, e.g. en or zh-Hans."),
    ]
    draft: Annotated[
        Truth, Field(description="Whether the map is in the making: logic and evidence may wait.")
    ]


@cache
def validator(shape: type) -> SchemaValidator:
    """Return what checks plain values against one of the shapes of this module.

    It is made when first used: all together take 15 ms, and most maps need half of them.
    """
    # The validator of the adapter is a third faster than the adapter's own method.
    return TypeAdapter(shape).validator  # type: ignore[return-value]
