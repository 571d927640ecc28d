from __future__ import annotations

from argmap.model.claims import Citation, Claim, StepFields, Verdict
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source, Stance
from argmap.rules.evidence_family import quotes_unchecked
from argmap.rules.rule import inspection_of

from .outlines import Fields, outline, remarks, said

SMALL, KUO = Source("small", author="Andrew Small"), Source("kuo", author="Kendrick Kuo")


def one(fields: Fields, **map_fields: object) -> Map:
    return outline("claim a: One.", {"a": fields}, **map_fields)


def test_an_unknown_source_is_found_wherever_it_is_named() -> None:
    cited = (Citation("smal"), Citation("small", via="ku"))
    expect = (("smalll", Verdict.OPEN), ("kuo", Verdict.OPEN))
    items = (
        Item(0, Kind.CLAIM, Claim("One.", source=cited, expect=expect)),
        Item(1, Kind.SUPPORT, Claim("Two.", source="nobody"), StepFields(by="kuu")),
        Item(1, Kind.SUPPORT, Claim("Three."), StepFields(by=(Citation("kuok"),))),
    )
    stances = (Stance("smell", "a"), Stance("smell", "b"), Stance("kuo", "a"))
    map_ = Map(sources=(SMALL, KUO), stances=stances, items=items)
    assert [(remark.place, remark.message, remark.help) for remark in remarks("E001", map_)] == [
        (("stances", "smell"), "There is no source 'smell'.", "Did you mean 'small'?"),
        (
            ("map", 0, "source", 0, "source"),
            "There is no source 'smal'.",
            "Did you mean 'small'?",
        ),
        (("map", 0, "source", 1, "via"), "There is no source 'ku'.", "Did you mean 'kuo'?"),
        (
            ("map", 0, "expect", "smalll"),
            "There is no source 'smalll'.",
            "Did you mean 'small'?",
        ),
        (
            ("map", 0, "support", 0, "source"),
            "There is no source 'nobody'.",
            "Add 'nobody:' under 'sources', with its author and title.",
        ),
        (("map", 0, "support", 0, "by"), "There is no source 'kuu'.", "Did you mean 'kuo'?"),
        (
            ("map", 0, "support", 1, "by", 0, "source"),
            "There is no source 'kuok'.",
            "Did you mean 'kuo'?",
        ),
    ]


def test_an_expected_verdict_without_voices_names_no_source() -> None:
    assert said("E001", one({"expect": Verdict.OPEN})) == []


def test_a_source_that_only_reports_or_only_takes_a_stance_is_used() -> None:
    other = Source("other")
    map_ = one(
        {"source": (Citation("small", via="kuo"),)},
        sources=(SMALL, KUO, other, Source("left-over")),
        stances=(Stance("other", "a"),),
    )
    (remark,) = remarks("unused-source", map_)
    assert remark.place == ("sources", "left-over")
    assert remark.message == "Nothing cites the source 'left-over'."


def test_a_source_without_an_author_is_found() -> None:
    map_ = one({}, sources=(SMALL, Source("b"), Source("c", author=" ")))
    assert said("missing-author", map_) == [
        "The source 'b' has no author.",
        "The source 'c' has no author.",
    ]


def test_quotes_are_looked_for_wherever_they_stand_in_who_reports_them() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("One.", source="small", quote="invented words")),
        Item(
            1,
            Kind.SUPPORT,
            Claim("Two.", source=(Citation("small", quote="said by small", via="kuo"),)),
            StepFields(by=(Citation("kuo", quote="out of thin air"), Citation("kuo"))),
        ),
    )
    stances = (Stance("kuo", "a", quote="nowhere to be found"), Stance("kuo", "b"))
    map_ = Map(sources=(SMALL, KUO), stances=stances, items=items)
    texts = {"small": "This was said by small.", "kuo": "Reports differ."}
    assert [(remark.place, remark.message) for remark in remarks("E002", map_, texts)] == [
        (("stances", "kuo", "a", "quote"), "This quote is not in the text of 'kuo'."),
        (("map", 0, "quote"), "This quote is not in the text of 'small'."),
        (
            ("map", 0, "support", 0, "source", 0, "quote"),
            "This quote is not in the text of 'kuo'.",
        ),
        (
            ("map", 0, "support", 0, "by", 0, "quote"),
            "This quote is not in the text of 'kuo'.",
        ),
    ]
    assert said("E003", map_, texts) == []


def test_a_quote_that_is_there_says_nothing() -> None:
    map_ = one({"source": "small", "quote": "Said by small"}, sources=(SMALL,))
    texts = {"small": "This was said by small."}
    assert said("E002", map_, texts) == said("E003", map_, texts) == []


def test_an_altered_quote_shows_what_the_text_says() -> None:
    map_ = one({"source": "small", "quote": "this was said by Small"}, sources=(SMALL,))
    texts = {"small": "Well, this  was\nsaid by small!"}
    (remark,) = remarks("quote-altered", map_, texts)
    assert remark.message == "This quote reads differently in 'small'."
    assert remark.help == (
        "The text says: “this was said by small!” Copy it from there; ' … ' marks words left out."
    )
    assert said("quote-not-found", map_, texts) == []


def test_a_quote_that_is_somewhat_like_a_passage_shows_it() -> None:
    quote = "clearly uneasy"
    map_ = one({"source": "small", "quote": quote}, sources=(SMALL,))
    (remark,) = remarks("quote-not-found", map_, {"small": "It is clearly uncomfortable."})
    assert remark.help == "The nearest passage is: “clearly uncomfortable.”"
    (remark,) = remarks("quote-not-found", map_, {"small": "Nothing of the kind."})
    assert remark.help == "Copy the words from the source, and see that its text is complete."


def test_the_part_of_a_quote_that_is_missing_is_named() -> None:
    map_ = one({"source": "small", "quote": "It is … invented words"}, sources=(SMALL,))
    assert said("E002", map_, {"small": "It is clear."}) == [
        "The part “invented words” of this quote is not in the text of 'small'."
    ]


def test_parts_in_another_order_are_an_altered_quote() -> None:
    map_ = one({"source": "small", "quote": "clear … It is"}, sources=(SMALL,))
    texts = {"small": "It is clear."}
    assert said("E003", map_, texts) == [
        "The parts of this quote stand in another order in 'small'."
    ]
    assert said("E002", map_, texts) == []


def test_a_quote_without_a_text_is_counted_and_not_judged() -> None:
    map_ = outline(
        """
claim a: One.
  support b: Two.
  support c: Three.
""",
        {
            "a": {"source": "small", "quote": "any words"},
            "b": {"source": "nobody", "quote": "any words"},
            "c": {"source": "small", "quote": "…"},
        },
        sources=(SMALL, KUO),
        stances=(Stance("kuo", "a", quote="any words"),),
    )
    assert said("E002", map_) == said("E003", map_) == []
    assert quotes_unchecked(inspection_of(map_)) == 2
    assert quotes_unchecked(inspection_of(map_, {"small": "any words"})) == 1
