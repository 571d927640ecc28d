"""Fields of claims and steps as lines of text, and back."""

from __future__ import annotations

import pytest

from argmap.model.edits import EditError
from argmap.tui.session.fields import Field, edits_for, fields_of
from argmap.tui.session.quoting import quote_check
from argmap.tui.session.sessions import Session, changed
from tests.tui.desks import SMALL, at, changed_lines, session_of, text_of


def field(session: Session, owner: str, name: str) -> Field:
    found = fields_of(session.map, session.cursor)
    return next(one for one in found if (one.owner, one.name) == (owner, name))


def with_field(session: Session, owner: str, name: str, text: str) -> Session:
    edits = edits_for(session.map, field(session, owner, name), text)
    return changed(session, "set", edits) if edits else session


@pytest.mark.parametrize(
    ("owner", "name", "text", "lines"),
    [
        ("claim", "short", "Trade", ["+    short: Trade"]),
        ("claim", "source", "smith", ["+    source: smith"]),
        ("claim", "qualifier", "Probably not", ["+    qualifier: unlikely"]),
        ("claim", "credence", "0.7", ["+    credence: 0.7"]),
        ("claim", "status", "granted", ["+    status: granted"]),
        ("claim", "implicit", "yes", ["+    implicit: true"]),
        ("claim", "tags", "a, b", ["+    tags: [a, b]"]),
        ("claim", "expect", "open", ["+    expect: open"]),
        ("step", "scheme", "expert opinion", ["+    scheme: expert opinion"]),
        ("step", "step", "s1", ["+    step: s1"]),
        ("step", "weight", "0.5", ["+    weight: 0.5"]),
    ],
)
def test_a_field_is_set_and_taken_away(owner: str, name: str, text: str, lines: list[str]) -> None:
    start = at(session_of(), "jobs")
    after = with_field(start, owner, name, text)
    assert changed_lines(SMALL, text_of(after)) == lines
    assert field(after, owner, name).shown
    assert text_of(with_field(after, owner, name, "")) == SMALL


def test_an_unknown_source_is_added_in_the_same_step() -> None:
    after = with_field(at(session_of(), "jobs"), "claim", "source", "jones")
    assert [source.id for source in after.map.sources] == ["smith", "jones"]


def test_several_sources_keep_what_was_cited() -> None:
    start = with_field(at(session_of(), "jobs"), "claim", "source", "smith")
    start = with_field(start, "claim", "quote", "jobs are few")
    after = with_field(start, "claim", "source", "smith, jones via smith")
    assert field(after, "claim", "source").shown == "smith, jones via smith"
    assert "quote: jobs are few" in text_of(after)
    after = with_field(after, "citation 2", "at", "para 3")
    assert "at: para 3" in text_of(after)
    assert field(after, "citation 1", "quote").shown == "jobs are few"


def test_a_stance_is_taken_changed_and_dropped() -> None:
    after = with_field(at(session_of(), "jobs"), "stance", "smith", "likely")
    assert field(after, "stance", "smith").shown == "likely"
    after = with_field(after, "stance", "smith", "0.3")
    assert field(after, "stance", "smith").shown == "0.3"
    assert with_field(after, "stance", "smith", "").map.stances == ()


def test_an_id_is_renamed_with_its_links() -> None:
    assert "ref: work" in text_of(with_field(at(session_of(), "jobs"), "claim", "id", "work"))


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("qualifier", "liikely", "Did you mean 'likely'?"),
        ("credence", "much", "a number such as 0.7"),
        ("credence", "7", "from 0 to 1"),
        ("implicit", "maybe", "true or false"),
        ("quote", "words", "a 'source' first"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(name: str, text: str, sentence: str) -> None:
    with pytest.raises(EditError, match=sentence.replace("?", r"\?")):
        with_field(at(session_of(), "jobs"), "claim", name, text)


def test_a_quote_is_compared_with_the_words_of_its_source_while_it_is_written() -> None:
    text = SMALL.replace(
        "    title: On harbours\n",
        "    title: On harbours\n    text: Last year the trade of the port grew by a tenth.\n",
    )
    session = with_field(at(session_of(text), "trade"), "claim", "source", "smith")
    assert session.buffer is not None
    check = quote_check(session.buffer.document, field(session, "claim", "quote"))
    assert check is not None
    assert check("") == "Write the words of the source, to the letter."
    assert check("trade of the port") == (
        "✔ In the source: Last year the trade of the port grew by a tenth."
    )
    assert check("trade of a port") == ("✖ The source says: “trade of the port grew by a tenth.”")
    assert check("utter nonsense") == "✖ The source does not say this."
    assert quote_check(session.buffer.document, field(session, "claim", "at")) is None


def test_a_quote_without_the_words_of_its_source_is_not_checked() -> None:
    session = with_field(at(session_of(), "trade"), "claim", "source", "smith")
    assert session.buffer is not None
    check = quote_check(session.buffer.document, field(session, "claim", "quote"))
    assert check is not None
    assert check("words") == "The words of 'smith' are not at hand, so nothing is checked."
