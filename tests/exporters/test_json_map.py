"""The flat JSON of a map."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.exporters.json_map import json_of
from argmap.model.claims import Citation, Claim, Inference, Linked, Ref, StepFields, Verdict
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance


def written(*items: Item, **fields: Any) -> Any:
    return json.loads(json_of(Map(items=items, **fields)))


def test_claims_and_steps_name_one_another_by_id() -> None:
    form = written(
        Item(0, Kind.CLAIM, Claim("The harbour should grow.", id="grow")),
        Item(1, Kind.REBUT, Claim("Dredging is dear.", id="dear"), StepFields(id="cost")),
        Item(2, Kind.UNDERCUT, Claim("The state pays.", id="state")),
    )
    assert [claim["id"] for claim in form["claims"]] == ["grow", "dear", "state"]
    assert [claim["type"] for claim in form["claims"]] == ["claim", "rebut", "undercut"]
    assert form["steps"] == [
        {"id": "cost", "type": "rebut", "premises": ["dear"], "target": "grow"},
        {"id": "#s2", "type": "undercut", "premises": ["state"], "target": "cost"},
    ]


def test_what_has_no_id_gets_one_that_no_file_can_hold() -> None:
    form = written(
        Item(0, Kind.CLAIM, Claim("One.")),
        Item(1, Kind.SUPPORT, Claim("Two.")),
        Item(1, Kind.SUPPORT, Claim("Three.", id="c1")),
    )
    assert [claim["id"] for claim in form["claims"]] == ["#c1", "#c2", "c1"]
    assert [step["target"] for step in form["steps"]] == ["#c1", "#c1"]


def test_two_claims_with_one_id_stay_apart() -> None:
    form = written(
        Item(0, Kind.CLAIM, Claim("One.", id="same")),
        Item(1, Kind.SUPPORT, Claim("Two.", id="same"), StepFields(id="same")),
        Item(1, Kind.SUPPORT, Ref("same")),
    )
    assert [claim["id"] for claim in form["claims"]] == ["same", "#c2"]
    assert [step["id"] for step in form["steps"]] == ["#s1", "#s2"]
    assert [step["premises"] for step in form["steps"]] == [["#c2"], ["same"]]


def test_linked_premises_are_one_step() -> None:
    form = written(
        Item(0, Kind.CLAIM, Claim("C.", id="c")),
        Item(
            1,
            Kind.SUPPORT,
            Linked(),
            StepFields(by="kuo", scheme="sign", weight=0.5, inference=Inference.CUMULATIVE),
        ),
        Item(2, Kind.PREMISE, Claim("A.", id="a")),
        Item(2, Kind.PREMISE, Ref("c")),
    )
    assert form["claims"][1]["type"] == "support"
    assert form["steps"] == [
        {
            "id": "#s1",
            "type": "support",
            "premises": ["a", "c"],
            "target": "c",
            "linked": True,
            "inference": "cumulative",
            "by": [{"source": "kuo"}],
            "scheme": "sign",
            "weight": 0.5,
        }
    ]


def test_a_plain_source_is_written_out_as_a_citation() -> None:
    form = written(Item(0, Kind.CLAIM, Claim("C.", source="small", quote="so", at="para 1")))
    assert form["claims"][0]["citations"] == [{"source": "small", "quote": "so", "at": "para 1"}]


def test_a_credence_of_nought_and_a_false_are_said() -> None:
    form = written(Item(0, Kind.CLAIM, Claim("C.", credence=0.0, implicit=False)))
    assert form["claims"][0] == {
        "id": "#c1",
        "type": "claim",
        "text": "C.",
        "credence": 0.0,
        "implicit": False,
    }


def test_sources_stances_and_the_map_itself_are_all_there() -> None:
    form = written(
        Item(
            0,
            Kind.CLAIM,
            Claim("C.", id="c", expect=(("s", Verdict.OPEN),), tags=("x",), note="n"),
            StepFields(),
        ),
        title="T",
        question="Q?",
        lang="en",
        draft=True,
        sources=(Source("s", "A", "B", "C", "2013", "https://example.org", "words"),),
        stances=(Stance("s", "c", Qualifier.LIKELY, quote="q", at="p", note="n"),),
    )
    assert form["version"] == 1
    assert (form["title"], form["question"], form["lang"], form["draft"]) == ("T", "Q?", "en", True)
    assert form["claims"][0]["expect"] == {"s": "open"}
    assert form["sources"] == [
        {
            "id": "s",
            "author": "A",
            "title": "B",
            "in": "C",
            "date": "2013",
            "url": "https://example.org",
            "text": "words",
        }
    ]
    assert form["stances"] == [
        {
            "source": "s",
            "about": "c",
            "qualifier": "likely",
            "quote": "q",
            "at": "p",
            "note": "n",
        }
    ]


def test_steps_can_be_drawn_by_several() -> None:
    drawn = (Citation("small", at="para 2"), Citation("kuo", via="small"))
    form = written(
        Item(0, Kind.CLAIM, Claim("C.")),
        Item(1, Kind.SUPPORT, Ref("gone"), StepFields(by=drawn)),
    )
    assert form["steps"][0]["by"] == [
        {"source": "small", "at": "para 2"},
        {"source": "kuo", "via": "small"},
    ]
    assert form["steps"][0].get("premises") is None


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    form = written(Item(0, Kind.CLAIM, Claim(text)))
    assert form["claims"][0]["text"] == text


def test_a_chain_of_any_depth_is_written() -> None:
    items = [Item(0, Kind.CLAIM, Claim("0"))]
    items += [Item(depth, Kind.SUPPORT, Claim(str(depth))) for depth in range(1, 3000)]
    assert len(written(*items)["steps"]) == 2999
