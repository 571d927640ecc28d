from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import format as module
from argmap.document.document import Document
from argmap.document.format import FormatError, formatted, with_ids
from argmap.document.reader import read_text
from argmap.model.claims import Claim
from argmap.model.maps import Map
from tests.document.test_splice_laws import LAW
from tests.document.texts import Habit, comments_in, habits, written
from tests.model.strategies import maps

UNTIDY = """\


#head


argmap:   1
title:  "T"   #c
sources:
    small: { author: A S } # s
    kuo:
        author:   K
stances:
  small: {
    a:   likely,
    # more to come
    b: unlikely
    }
map:
    - claim: A is a claim that goes on and on till it no longer fits into a single line of it. # eol
      id: a
      # in
      support:
            # first
            -
                claim: B
                id: b
                note: |
                    x
                      y
                tags:
                    -   >4-
                        one
                        two
                    -   |4-
                            deep

            # abc
            - claim: C
              short:
                # below
                "in two
                lines"
              support:
                - ref: a
            - # behind the dash
              # and below it
              claim: D
      rebut:

            - claim: Nobody quotes a text that has two lines although neither says much by
                itself.


    # stray
    -     claim: >
            folded
            once
          note: |+
            kept

...
"""
TIDY = """\
# head

argmap: 1
title: "T"   # c

sources:
  small: { author: A S }  # s
  kuo:
    author: K

stances:
  small: {
    a:   likely,
    # more to come
    b: unlikely
    }

map:
- claim: >-  # eol
    A is a claim that goes on and on till it no longer fits into a single line of it.
  id: a
  # in
  support:
  # first
  - claim: B
    id: b
    note: |
      x
        y
    tags:
    - >-
      one two
    - |2-
          deep

  # abc
  - claim: C
    # below
    short: "in two lines"
    support:
    - ref: a

  # behind the dash
  # and below it
  - claim: D
  rebut:
  - claim: Nobody quotes a text that has two lines although neither says much by itself.

# stray
- claim: >
    folded once
  note: |+
    kept

...
"""


def test_a_file_is_laid_out_evenly() -> None:
    assert formatted(read_text(UNTIDY)).text == TIDY


def test_what_is_formatted_stays_the_same_object() -> None:
    document = read_text(TIDY)
    assert formatted(document) is document


def test_line_breaks_become_those_of_unix_and_a_byte_order_mark_stays() -> None:
    text = "\ufeff" + UNTIDY.replace("\n", "\r\n")
    after = formatted(read_text(text))
    assert after.encoded == b"\xef\xbb\xbf" + TIDY.encode()


def test_a_plus_in_a_text_does_not_keep_the_blank_lines_below_it() -> None:
    text = "argmap: 1\rmap:\r- claim: A\r  note: |-\r    1 + 1\r\r\r- claim: B\r"
    assert formatted(read_text(text)).text == (
        "argmap: 1\n\nmap:\n- claim: A\n  note: |-\n    1 + 1\n\n- claim: B\n"
    )


def test_blank_lines_at_the_end_go() -> None:
    assert formatted(read_text("argmap: 1\n\nmap: []\n\n\n")).text == "argmap: 1\n\nmap: []\n"


def test_brackets_around_the_whole_file_stay() -> None:
    document = read_text('{"argmap": 1, "map": []}')
    assert formatted(document).text == '{"argmap": 1, "map": []}\n'


def test_claims_get_ids_of_their_words_if_asked() -> None:
    text = "argmap: 1\nmap:\n- claim: Talks are near.\n  short: T\n- claim: Talks are near.\n"
    after = formatted(read_text(text), ids=True)
    names = [item.content.id for item in after.map.items if isinstance(item.content, Claim)]
    assert names == ["talks-near", "talks-near-2"]
    assert after.text == (
        "argmap: 1\n\nmap:\n- claim: Talks are near.\n  id: talks-near\n  short: T\n"
        "- claim: Talks are near.\n  id: talks-near-2\n"
    )
    assert with_ids(after) is after


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("argmap: 1\nmap: [\n", r"cannot be read as YAML on line \d+\. .* Mend that first\."),
        ("argmap: 1\nargmap: 1\nmap: []\n", "cannot be read as YAML on line 2"),
        ("- a\n", "cannot be read as YAML on line 1"),
        ("argmap: 1\nmap: []\nviews:\n  a:\n  - - b\n", "formatted safely"),
    ],
)
def test_what_cannot_be_read_is_not_formatted(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        formatted(read_text(text))


def test_a_file_without_a_tree_is_not_formatted() -> None:
    with pytest.raises(FormatError, match="cannot be read as YAML"):
        formatted(Document("x.yaml", None))


def test_mistakes_in_fields_do_not_keep_a_file_from_being_formatted() -> None:
    text = "argmap: 1\nmap:\n  - clam:   A\n"
    assert formatted(read_text(text)).text == "argmap: 1\n\nmap:\n- clam: A\n"
    with pytest.raises(FormatError, match="has errors"):
        formatted(read_text(text), ids=True)


def test_what_cannot_be_folded_stays_on_its_line() -> None:
    long = "a\ttab " + "word " * 20 + "end"
    text = (
        f'argmap: 1\n\nmap:\n- claim: A\n  note: "{long}"\n  short: >\n     x\n\n       y\n  id:\n'
    )
    assert formatted(read_text(text)).text == text.replace("     x", "    x").replace(
        "       y", "      y"
    )


def test_a_result_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_text("argmap: 1\nmap:\n  - claim: A\n")
    for wrong in ("argmap: 1\nmap: [", "argmap: 1\nmap:\n- claim: B\n"):
        monkeypatch.setattr(module, "_laid_out", lambda *_, text=wrong: text)
        with pytest.raises(FormatError, match="cannot be formatted safely"):
            formatted(document)
    monkeypatch.setattr(module, "spliced", lambda *_: "argmap: 1\nmap: []\n")
    with pytest.raises(FormatError, match="cannot be formatted safely"):
        with_ids(document)


@LAW
@given(maps(5), habits(brackets=True), st.sampled_from(("with ids", "as it is")))
def test_formatting_keeps_map_and_comments_and_is_done_once(
    map_: Map, habit: Habit, how: str
) -> None:
    ids = how == "with ids"
    document = read_text(written(map_, habit))
    once = formatted(document, ids=ids)
    assert once.map.items == map_.items or ids
    assert [item.depth for item in once.map.items] == [item.depth for item in map_.items]
    assert Counter(comments_in(once.text or "")) == Counter(comments_in(document.text or ""))
    assert formatted(once, ids=ids) is once
    assert "\r" not in (once.text or "")
    assert (once.text or "").endswith("\n")
