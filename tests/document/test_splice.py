from __future__ import annotations

from textwrap import dedent

import pytest

from argmap.document.document import Document
from argmap.document.editing import apply
from argmap.document.lines import Lines
from argmap.document.reader import read_text
from argmap.document.splice import Splice, spliced, splices_for
from argmap.document.splice.origins import distinct
from argmap.document.splice.output import CLOSE_UP, New, Old, splices_of
from argmap.document.splice.page import Page
from argmap.document.splice.script import Script
from argmap.model.claims import Citation, Claim, Ref, Status, StepFields, Verdict
from argmap.model.edits import (
    AddClaim,
    AddLinked,
    AddPremise,
    AddRef,
    AddSource,
    Edit,
    EditError,
    Link,
    Move,
    Remove,
    RemoveSource,
    RemoveStance,
    RenameId,
    RenameSource,
    SetField,
    SetMapField,
    SetSourceField,
    SetStance,
    Unlink,
)
from argmap.model.maps import Item, Kind, Map
from argmap.model.scale import Qualifier
from argmap.model.sources import Source, Stance


def change(text: str, *edits: Edit) -> str:
    """Return what edits make of a text that is indented for reading."""
    return apply(read_text(dedent(text).removeprefix("\n")), edits).text or ""


def lines(text: str) -> str:
    return dedent(text).removeprefix("\n")


HEAD = "argmap: 1\nsources:\n  small: {}\n  kuo: {}\nmap:\n"


def item(text: str) -> str:
    """A map with one root, and small and kuo as sources."""
    return HEAD + dedent(text).removeprefix("\n")


# Texts


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("plain", "Plain, still.", "Plain, still."),
        ("plain", "now: quoted", '"now: quoted"'),
        ("plain", "- no list", '"- no list"'),
        ("plain", "cut #1 short", '"cut #1 short"'),
        ("plain", 'she said "no": twice', "'she said \"no\": twice'"),
        ("plain", "null", '"null"'),
        ("plain", "NEL\x85 and\u2028more", '"NEL\\x85 and\\u2028more"'),
        ('"double"', "now \\ 'this'", "\"now \\\\ 'this'\""),
        ("'single'", "it's", "'it''s'"),
        (">-\n    folded\n    text", "other words", ">-\n    other words"),
        ("|-\n      literal", "other: words", "|-\n      other: words"),
        (">-\n    was", "x\u2028y", '"x\\u2028y"'),
        (
            "in two\n    lines",
            "again " * 17 + "two lines",
            "again " * 13 + "again\n    " + "again " * 3 + "two lines",
        ),
        ("'in two\n    lines'", "just one", "'just one'"),
        ('"in two\n    lines"', "back\\slash", '"back\\\\slash"'),
    ],
)
def test_a_changed_text_keeps_its_style_if_that_can_carry_it(
    old: str, new: str, written: str
) -> None:
    text = f"argmap: 1\nmap:\n- claim: {old}\n  id: a\n"
    assert change(text, SetField(0, "claim", new)) == text.replace(old, written)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("short # c", "two\nlines", "|- # c\n    two\n    lines"),
        ("|- # c\n    two\n    lines", "one", "|- # c\n    one"),
        ("|\n    clipped", "one\n", "|\n    one"),
        ("| # c\n    clipped", "a\n\n\nb\n", "| # c\n    a\n\n\n    b"),
        ("|\n    x", "  indented\nnot", "|2-\n      indented\n    not"),
        ("|4\n      x", " y\n", "|4\n       y"),
        ("|+ # c\n    kept\n\n", "other\n\n\n", "|+ # c\n    other\n\n"),
        ("|+ # c\n    kept\n\n", "a\x85b", '"a\\x85b" # c'),
        (">\n    one\n\n    two", "a b\nc\n", ">\n    a b\n\n    c"),
        (">-\n    x", " begins with a blank", "|2-\n     begins with a blank"),
        (">-\n    x", "a tab\there", "|-\n    a tab\there"),
        ("x", "\tbegins with a tab\nand goes on", '"\\tbegins with a tab\\nand goes on"'),
        ("x", "white\n  \nspace", '"white\\n  \\nspace"'),
        ("x", "ends in lines\n\n", '"ends in lines\\n\\n"'),
        ("x", "\n", '"\\n"'),
    ],
)
def test_a_note_of_several_lines_is_written_in_lines(old: str, new: str, written: str) -> None:
    text = f"argmap: 1\nmap:\n- claim: A\n  note: {old}\n  status: presumed\n"
    assert change(text, SetField(0, "note", new)) == text.replace(old, written)


def test_a_long_new_text_is_folded() -> None:
    text = change("argmap: 1\nmap: []\n", AddClaim(None, Kind.CLAIM, Claim("word " * 20 + "end")))
    assert text == (
        "argmap: 1\nmap:\n- claim: >-\n    " + "word " * 16 + "word\n    " + "word " * 3 + "end\n"
    )


def test_half_a_character_cannot_be_written() -> None:
    with pytest.raises(EditError, match="half a character"):
        change("argmap: 1\nmap:\n- claim: A\n", SetField(0, "note", "\ud83d"))


# Fields


def test_a_new_field_stands_where_its_kind_stands() -> None:
    text = item(
        """
        - claim: A
          # the id
          id: a

          support:
          - claim: B
        """
    )
    after = change(
        text,
        SetField(0, "status", Status.GRANTED),
        SetField(0, "source", "small"),
        SetField(0, "implicit", value=True),
        SetField(0, "credence", 0.25),
        SetField(1, "by", "kuo"),
        SetField(1, "weight", 1.0),
    )
    assert after == item(
        """
        - claim: A
          # the id
          id: a
          source: small
          credence: 0.25
          status: granted
          implicit: true

          support:
          - claim: B
            by: kuo
            weight: 1
        """
    )


def test_a_field_that_goes_takes_its_comments_along() -> None:
    text = item(
        """
        - claim: A
          # about the id
          id: a # more
            # and more

          # about nothing

          short: a # kept
        """
    )
    assert change(text, SetField(0, "id", None)) == item(
        """
        - claim: A

          # about nothing

          short: a # kept
        """
    )


def test_the_key_behind_the_dash_can_go() -> None:
    text = item("- id: a  # name\n  # words\n  claim: A\n")
    assert change(text, SetField(0, "id", None)) == item("# words\n- claim: A\n")
    alone = item("-  # name\n  id: a\n  claim: A\n")
    assert change(alone, SetField(0, "id", None)) == item("-  # name\n  claim: A\n")


def test_a_text_turned_into_a_list_keeps_the_comment_behind_it() -> None:
    two = (Citation("small", "a: b"), Citation("kuo", at="para 1"))
    text = item("- claim: A\n  source: small # who\n  id: a\n")
    listed = change(text, SetField(0, "source", two))
    assert listed == item(
        """
        - claim: A
          source: # who
          - {source: small, quote: "a: b"}
          - {source: kuo, at: para 1}
          id: a
        """
    )
    assert change(listed, SetField(0, "source", "small")) == text
    below = item("- claim: A\n  source: # who\n    small\n")
    assert change(below, SetField(0, "source", two[1:])) == item(
        "- claim: A\n  source: # who\n  - {source: kuo, at: para 1}\n"
    )


def test_of_a_list_of_citations_only_the_changed_lines_change() -> None:
    text = item(
        """
        - claim: A
          source:
          # first
          - {source: small, quote: 'a b'} # one
          - small   # two

          - quote: c # three
            source: kuo
            at: "1"
          - source: kuo
            quote: d
        """
    )
    a, b = Citation("small", "a b"), Citation("small")
    c, d = Citation("kuo", "c", "1"), Citation("kuo", "d")
    assert change(text, SetField(0, "source", (a, b, Citation("kuo", None, "2"), d))) == (
        text.replace('    quote: c # three\n    source: kuo\n    at: "1"\n', "")
        .replace("  - quote: c # three\n", "")
        .replace('    source: kuo\n    at: "1"\n', '  - source: kuo\n    at: "2"\n')
    )
    assert change(text, SetField(0, "source", (d, a, b, c))) == text.replace(
        "  - source: kuo\n    quote: d\n", ""
    ).replace("  # first\n", "  - {source: kuo, quote: d}\n  # first\n")
    assert change(text, SetField(0, "source", (a, Citation("small", "x " * 50), c, d))) == (
        text.replace("- small   #", "- {source: small, quote: " + "x " * 49 + "x}   #")
    )
    assert change(text, SetField(0, "source", (b, c))) == item(
        """
        - claim: A
          source:
          - small   # two

          - quote: c # three
            source: kuo
            at: "1"
        """
    )


def test_a_citation_too_long_for_a_line_has_several() -> None:
    text = item("- claim: A\n")
    long = (Citation("small", "word " * 20 + "end", "para 3"), Citation("kuo"))
    assert change(text, SetField(0, "source", long)) == item(
        "- claim: A\n  source:\n  - source: small\n    quote: >-\n"
        "      " + "word " * 15 + "word\n      " + "word " * 4 + "end\n"
        "    at: para 3\n  - {source: kuo}\n"
    )


def test_tags_are_a_list_in_brackets_while_they_fit() -> None:
    text = item("- claim: A\n")
    short = change(text, SetField(0, "tags", ("a", "b, c")))
    assert short == item('- claim: A\n  tags: [a, "b, c"]\n')
    assert change(short, SetField(0, "tags", ("x", "b, c", "d"))) == item(
        '- claim: A\n  tags: [x, "b, c", d]\n'
    )
    assert change(short, SetField(0, "tags", ("b, c",))) == item('- claim: A\n  tags: ["b, c"]\n')
    empty = item("- claim: A\n  tags: [ ] # none\n")
    assert change(empty, SetField(0, "tags", ("a",))) == item("- claim: A\n  tags: [a] # none\n")
    long = ("word " * 10 + "end", "word " * 18 + "end", "a\nb")
    assert change(text, SetField(0, "tags", long)) == item(
        "- claim: A\n  tags:\n  - " + long[0] + "\n  - >-\n"
        "    " + "word " * 16 + "word\n    word end\n  - |-\n    a\n    b\n"
    )


def test_tags_in_lines_change_line_by_line() -> None:
    text = item("- claim: A\n  tags:\n  - 'a' # one\n  # two\n  - b\n  - c\n")
    assert change(text, SetField(0, "tags", ("x", "b", "c", "d"))) == item(
        "- claim: A\n  tags:\n  - 'x' # one\n  # two\n  - b\n  - c\n  - d\n"
    )
    assert change(text, SetField(0, "tags", ("a", "c"))) == item(
        "- claim: A\n  tags:\n  - 'a' # one\n  - c\n"
    )


def test_expect_is_a_word_or_one_for_each_voice() -> None:
    text = item("- claim: A\n  expect: {small: open} # why\n")
    assert change(text, SetField(0, "expect", Verdict.ACCEPTED)) == item(
        "- claim: A\n  expect: accepted # why\n"
    )
    both = (("small", Verdict.OPEN), ("kuo", Verdict.ACCEPTED))
    for two in (text, item("- {claim: A, expect: {small: open}}\n")):
        turned = change(two, SetField(0, "expect", both), SetField(0, "expect", both[::-1]))
        assert turned == two.replace("{small: open}", "{kuo: accepted, small: open}")
    assert change(text, SetField(0, "expect", both)) == item(
        "- claim: A\n  expect: {small: open, kuo: accepted} # why\n"
    )


def test_comments_do_not_get_lost_in_a_text_of_lines() -> None:
    text = item("- claim: A\n  note: short\n      # deep\n\n      # and detached\n  id: a\n")
    assert change(text, SetField(0, "note", "two\nlines")) == item(
        "- claim: A\n  note: |-\n    two\n    lines\n   # deep\n\n  # and detached\n  id: a\n"
    )


# Ids and sources


def test_a_renamed_id_changes_wherever_it_stands() -> None:
    text = item(
        """
        - claim: A
          id: >2-
            a
          support:
          - ref: 'a' # same
          - {ref: a, step: s}
          - linked: [{ref: "a"}, {claim: B}]
        """
    ).replace("\nmap:", "\nstances:\n  small:\n    a: {qualifier: likely} # x\n    s: 0.5\nmap:")
    after = change(text, RenameId("a", "null"))
    assert after == (
        text.replace("    a\n", "    null\n")
        .replace("'a'", "'null'")
        .replace("{ref: a,", '{ref: "null",')
        .replace('"a"', '"null"')
        .replace("    a: {", '    "null": {')
    )
    assert change(text, RenameId("s", "t")) == text.replace("    s: 0", "    t: 0").replace(
        "step: s", "step: t"
    )


def test_a_renamed_source_changes_wherever_it_stands() -> None:
    text = lines(
        """
        argmap: 1
        sources:
          # the op-ed
          small: # himself
            author: S
        stances: {small: {a: likely}}
        map:
        - claim: A
          id: a
          source: [{source: small, via: small}]
          expect: {small: open}
          support:
          - claim: B
            source: small # who
            by:
            - source: small
        """
    )
    assert change(text, RenameSource("small", "sm")) == text.replace("small", "sm")


def test_sources_come_change_and_go() -> None:
    text = lines(
        """
        argmap: 1
        title: T

        sources:
          small: { author: "S",  date: 2013 } # one

          # the reply
          kuo:
            author: K

            title: Help me
          mian: {}

        map: []
        """
    )
    assert change(text, SetSourceField("small", "title", "A, b")) == text.replace(
        '"S",  date', '"S",  title: "A, b",  date'
    )
    assert change(text, SetSourceField("small", "author", None)) == text.replace(
        'author: "S",  ', ""
    )
    assert change(text, SetSourceField("kuo", "title", None)) == text.replace(
        "\n    title: Help me\n", ""
    )
    assert change(text, SetSourceField("kuo", "author", None)) == text.replace(
        "author: K\n\n    ", ""
    )
    assert change(text, SetSourceField("kuo", "text", "a\nb")) == text.replace(
        "Help me\n", "Help me\n    text: |-\n      a\n      b\n"
    )
    assert change(text, RemoveSource("kuo")) == text.replace(
        "  # the reply\n  kuo:\n    author: K\n\n    title: Help me\n", ""
    )
    added = AddSource(Source("new", author="N", date="2020"))
    assert change(text, added) == text.replace(
        "mian: {}\n", "mian: {}\n  new:\n    author: N\n    date: 2020\n"
    )
    only = "argmap: 1\n# all\nsources: # of them\n  mian: {}\nmap: []\n"
    assert change(only, RemoveSource("mian")) == "argmap: 1\n# all\n# of them\nmap: []\n"
    assert change("argmap: 1\nmap: []\n", added) == (
        "argmap: 1\nsources:\n  new:\n    author: N\n    date: 2020\nmap: []\n"
    )
    assert change("argmap: 1\nsources: {}\n\nmap: []\n", added) == (
        "argmap: 1\nsources:\n  new:\n    author: N\n    date: 2020\n\nmap: []\n"
    )


def test_a_source_leaves_no_blank_lines_to_a_text_that_keeps_them() -> None:
    text = "argmap: 1\nsources:\n  a:\n    text: |+\n      x\n\n  b: {}\n\n\nmap: []\n"
    assert change(text, RemoveSource("b")) == (
        "argmap: 1\nsources:\n  a:\n    text: |+\n      x\n\nmap: []\n"
    )
    assert change(text, SetMapField("title", "T")) == text.replace(": 1\n", ": 1\ntitle: T\n")


def test_stances_come_change_and_go() -> None:
    text = item("- claim: A\n  id: a\n- claim: B\n  id: b\n").replace(
        "\nmap:", "\nstances:\n  small: {a: {qualifier: probably not, quote: No.}} # his\nmap:"
    )
    small, kuo = Stance("small", "a", Qualifier.UNLIKELY), Stance("kuo", "b", credence=0.5)
    assert change(text, SetStance(small)) == text.replace(", quote: No.", "")
    assert change(text, SetStance(kuo)) == text.replace("# his\n", "# his\n  kuo:\n    b: 0.5\n")
    assert change(text, SetStance(Stance("small", "b", credence=1.0, at="p 1"))) == text.replace(
        "No.}}", "No.}, b: {credence: 1, at: p 1}}"
    )
    assert change(text, RemoveStance("small", "a")) == text.replace(
        "stances:\n  small: {a: {qualifier: probably not, quote: No.}} # his\n", ""
    )
    short = change(text, SetStance(kuo))
    assert change(short, SetStance(Stance("kuo", "b", credence=0.5, note="x\ny"))) == (
        short.replace(
            "    b: 0.5\n",
            "    b:\n      credence: 0.5\n      note: |-\n        x\n        y\n",
        )
    )


def test_what_the_map_says_of_itself_changes() -> None:
    text = "# head\nargmap: 1 # one\n\nmap: []\n"
    after = change(text, SetMapField("draft", value=True), SetMapField("title", "T: t"))
    assert after == '# head\nargmap: 1 # one\ntitle: "T: t"\ndraft: true\n\nmap: []\n'
    assert change(after, SetMapField("draft", value=None), SetMapField("title", None)) == text


# Items


FAMILY = """
    # root
    - claim: A # a
      id: a

      # for it
      support: # two
        # one
        - claim: B
          id: b
          # end of b

        # stray

        # two
        - claim: C
          id: c
          undercut:
            - claim: D
              id: d
          # end of c
    # end

    - claim: E
      id: e
"""


def test_an_item_moves_with_its_comments_and_takes_the_indentation_of_its_new_place() -> None:
    text = item(FAMILY)
    assert change(text, Move(2, 4, Kind.REBUT)) == item(
        """
        # root
        - claim: A # a
          id: a

          # for it
          support: # two
            # one
            - claim: B
              id: b
              # end of b

            # stray
        # end

        - claim: E
          id: e
          rebut:
            # two
            - claim: C
              id: c
              undercut:
                - claim: D
                  id: d
              # end of c
        """
    )


def test_the_last_item_of_a_list_takes_the_key_along_but_not_its_comments() -> None:
    text = item(FAMILY)
    assert change(text, Remove(2), Remove(1)) == item(
        """
        # root
        - claim: A # a
          id: a
          # for it
          # two

        # stray
        # end

        - claim: E
          id: e
        """
    )
    assert change(text, Remove(4), Remove(0)) == HEAD.replace("\nmap:", "\nmap: []") + "# end\n"


def test_a_comment_that_stays_is_not_swallowed_by_the_text_above_it() -> None:
    text = item("- claim: A\n  note: |\n    lines\n- claim: B\n\n      # deep\n\n- claim: C\n")
    assert change(text, Remove(1)) == item(
        "- claim: A\n  note: |\n    lines\n# deep\n\n- claim: C\n"
    )


def test_wide_dashes_and_lone_ones_are_kept() -> None:
    wide = HEAD + (
        "    -   claim: A\n        support:\n            -   claim: B\n                id: b\n"
        "            -\n                claim: C\n    -   claim: D\n"
    )
    assert change(wide, AddClaim(3, Kind.REBUT, Claim("N", id="n"))) == wide + (
        "        rebut:\n            -   claim: N\n                id: n\n"
    )
    assert (
        change(wide, Move(2, 3, Kind.SUPPORT))
        == wide.replace("            -\n                claim: C\n", "")
        + "        support:\n            -\n                claim: C\n"
    )
    other = "- claim: C\n  support:\n  - claim: D\n"
    narrow = item("- claim: A\n  support:\n  -   claim: B\n      id: b\n" + other)
    assert change(narrow, Move(1, 2, Kind.SUPPORT)) == item(
        "- claim: A\n- claim: C\n  support:\n  - claim: D\n  - claim: B\n    id: b\n"
    )


def test_blank_lines_between_siblings_are_kept_up() -> None:
    apart = item("- claim: A\n\n\n- claim: B\n\n\n- claim: C\n")
    new = AddClaim(None, Kind.CLAIM, Claim("N"))
    assert change(apart, new) == apart + "\n\n- claim: N\n"
    assert change(item("- claim: A\n"), new) == item("- claim: A\n\n- claim: N\n")
    nested = item("- claim: A\n  support:\n  - claim: B\n\n  - claim: C\n- claim: D\n")
    under = AddClaim(3, Kind.SUPPORT, Claim("N"))
    assert change(nested, under, under) == nested + ("  support:\n  - claim: N\n\n  - claim: N\n")
    assert change(nested, Remove(1)) == item("- claim: A\n  support:\n  - claim: C\n- claim: D\n")
    assert change(nested, Remove(2)) == item("- claim: A\n  support:\n  - claim: B\n- claim: D\n")


def test_blank_lines_that_are_text_stay_what_they_are() -> None:
    text = item("- claim: A\n  note: |+\n    x\n\n\n- claim: B\n\n\n- claim: C\n  id: c\n")
    note = read_text(text).map.items[0].content
    for edit in (
        AddClaim(None, Kind.CLAIM, Claim("N"), position=1),
        Remove(1),
        Move(0, None, Kind.CLAIM, 1),
        Move(0, 2, Kind.SUPPORT),
        AddClaim(0, Kind.SUPPORT, Claim("N")),
        SetField(0, "tags", ("t",)),
    ):
        after = read_text(change(text, edit)).map
        assert note in [one.content for one in after.items] or isinstance(edit, SetField)
    last = item("- claim: A\n  note: |+\n    x\n\n- claim: B\n\nviews: {}\n")
    assert change(last, Remove(1)) == item("- claim: A\n  note: |+\n    x\n\nviews: {}\n")


def test_linked_premises_come_together_and_part_with_all_their_comments() -> None:
    text = item(
        """
        - claim: A
          support:
          # one
          - claim: B # b
            by: small # who
            undercut: # doubts
            - claim: D
          # two
          - claim: C # c
            by: small # again
            # weight of it
            weight: 0.5
            undercut: # more
            # about e
            - claim: E
        """
    )
    linked = item(
        """
        - claim: A
          support:
          - linked:
            # one
            - claim: B # b
            # two
            - claim: C # c
            by: small # who
            # again
            # weight of it
            weight: 0.5
            undercut: # doubts
            - claim: D
            # about e
            - claim: E
            # more
        """
    )
    assert change(text, Link((1, 3))) == linked
    assert change(linked, Unlink(1)) == item(
        """
        - claim: A
          support:
          # one
          - claim: B # b
            by: small # who
            # again
            # weight of it
            weight: 0.5
            undercut: # doubts
            - claim: D
            # about e
            - claim: E
            # more
          # two
          - claim: C # c
        """
    )


def test_a_second_premise_makes_a_step_linked_and_a_lost_one_makes_it_plain() -> None:
    text = item("- claim: A\n  id: a\n  support:\n  - ref: a # self\n    note: n # of the step\n")
    linked = item(
        """
        - claim: A
          id: a
          support:
          - linked:
            - ref: a # self
            - claim: N
            note: n # of the step
        """
    )
    assert change(text, AddPremise(1, Claim("N"))) == linked
    assert change(linked, Remove(3)) == text
    assert change(linked, Remove(2)) == item(
        "- claim: A\n  id: a\n  support:\n  - claim: N\n    note: n # of the step\n"
    )
    added = change(text, AddLinked(0, Kind.REBUT, (Ref("a"), Claim("M")), StepFields(cq="Why?")))
    assert added == text + "  rebut:\n  - linked:\n    - ref: a\n    - claim: M\n    cq: Why?\n"
    moved = change(added, Move(4, None, Kind.CLAIM))
    assert moved == text + "  rebut:\n  - ref: a\n    cq: Why?\n\n- claim: M\n"


def test_a_claim_that_is_used_elsewhere_moves_there_with_its_reasons() -> None:
    text = item(
        """
        - claim: A
          support:
          # home
          - claim: B # words
            id: b
            by: small # gone
            rebut:
            - claim: R # reason
        - claim: C
          support:
          # here
          -  # dash
            # name
            ref: b # ref
            by: kuo # who
            warrant:
            - claim: W
            # end
        """
    )
    assert change(text, Remove(0, keep_referenced=True)) == item(
        """
        - claim: C
          support:
          # here
          # dash
          # name
          # ref
          # home
          - claim: B # words
            id: b
            by: kuo # who
            warrant:
            - claim: W
            rebut:
            - claim: R # reason
            # end
        """
    )


def test_a_file_may_end_without_a_line_break() -> None:
    text = item("- claim: A\n  id: a\n- claim: B").removesuffix("\n")
    new = AddClaim(None, Kind.CLAIM, Claim("N"))
    assert change(text, new) == text + "\n- claim: N"
    assert change(text, Remove(1)) == item("- claim: A\n  id: a\n")
    assert change(text, Move(1, None, Kind.CLAIM, 0)) == item("- claim: B\n- claim: A\n  id: a\n")
    assert change(text, SetField(1, "claim", "C")) == text[:-1] + "C"
    note = item("- claim: A\n  note: |  # lines\n    x\n    y").removesuffix("\n")
    assert change(note, new) == note.replace("|  #", "|-  #") + "\n\n- claim: N"
    assert change(note, SetField(0, "note", "z")).endswith("|-  # lines\n    z")
    kept = item("- claim: A\n- claim: B\n  note: |2+\n    x").removesuffix("\n")
    assert change(kept, Move(1, None, Kind.CLAIM, 0)) == item(
        "- claim: B\n  note: |2-\n    x\n- claim: A\n"
    )
    flow = item("- {claim: A}").removesuffix("\n")
    assert change(flow, new) == flow + "\n\n- claim: N"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_new_lines_break_as_the_others_do(newline: str) -> None:
    text = item("- claim: A\n  note: |\n    x\n").replace("\n", newline)
    after = change(text, SetField(0, "note", "y\nz\n"), AddClaim(0, Kind.REBUT, Claim("N")))
    assert after == item("- claim: A\n  note: |\n    y\n    z\n  rebut:\n  - claim: N\n").replace(
        "\n", newline
    )


def test_a_document_may_begin_and_end_with_marks() -> None:
    text = "# c\n---\nargmap: 1\nmap:\n- claim: A\n...\n# end\n"
    assert change(text, AddClaim(None, Kind.CLAIM, Claim("N"))) == text.replace(
        "...", "\n- claim: N\n..."
    )


def test_first_items_fill_an_empty_list() -> None:
    text = "argmap: 1\nmap: [] # none yet\ntitle: T\n"
    new = AddClaim(None, Kind.CLAIM, Claim("N"))
    assert change(text, new) == "argmap: 1\nmap: # none yet\n- claim: N\ntitle: T\n"
    nested = item("- claim: A\n  support: []\n")
    assert change(nested, AddClaim(0, Kind.SUPPORT, Claim("N"))) == item(
        "- claim: A\n  support:\n  - claim: N\n"
    )
    assert change(nested, SetField(0, "id", "a")) == item("- claim: A\n  id: a\n  support: []\n")
    blank = item("- claim: A\n\n  support:\n  - claim: B\n")
    assert change(blank, AddClaim(0, Kind.REBUT, Claim("N"))) == blank + (
        "\n  rebut:\n  - claim: N\n"
    )


# Brackets


def test_items_in_brackets_stay_in_brackets() -> None:
    text = item("- {claim: A, id: a, support: [ {claim: 'B'}, {ref: a} ]} # c\n")
    assert change(text, SetField(1, "id", "b")) == text.replace("'B'", "'B', id: b")
    assert change(text, RenameId("a", "x")) == text.replace("id: a", "id: x").replace(
        "ref: a", "ref: x"
    )
    assert change(text, Remove(1)) == text.replace("{claim: 'B'}, ", "")
    assert change(text, Remove(2), Remove(1)) == item("- {claim: A, id: a} # c\n")
    assert change(text, AddRef(0, Kind.SUPPORT, Ref("a"), StepFields(cq="q?"), 0)) == text.replace(
        "[ {", '[ {ref: a, cq: "q?"}, {'
    )
    assert change(text, AddLinked(0, Kind.REBUT, (Ref("a"), Claim("N")))) == text.replace(
        "]}", "], rebut: [{linked: [{ref: a}, {claim: N}]}]}"
    )
    assert change(text, Move(1, None, Kind.CLAIM)) == item(
        "- {claim: A, id: a, support: [ {ref: a} ]} # c\n\n- {claim: 'B'}\n"
    )
    assert change(text, Link((1, 2))) == text.replace(
        "[ {claim: 'B'}, {ref: a} ]", "[ {linked: [{claim: 'B'}, {ref: a}]} ]"
    )


def test_a_file_in_brackets_is_edited_in_brackets() -> None:
    text = '{"argmap": 1, "map": [{"claim": "A"}]}\n'
    assert change(text, SetField(0, "claim", "B")) == text.replace('"A"', '"B"')
    assert change(text, SetMapField("title", "T")) == text.replace("1,", "1, title: T,")
    assert change(text, AddClaim(None, Kind.CLAIM, Claim("N"))) == text.replace(
        "}]", "}, {claim: N}]"
    )
    assert change(text, Remove(0)) == '{"argmap": 1, "map": []}\n'
    assert change('{"argmap": 1, "map": []}', AddClaim(None, Kind.CLAIM, Claim("N"))) == (
        '{"argmap": 1, "map": [{claim: N}]}'
    )


def test_lists_in_brackets_below_an_item_in_lines() -> None:
    text = item(
        """
        - claim: A
          support: [{claim: B},
            {claim: C, id: c}] # c
        - claim: D
          id: d
        """
    )
    assert change(text, Move(3, 0, Kind.SUPPORT)) == item(
        "- claim: A\n  support: [{claim: B},\n    {claim: C, id: c},\n    {claim: D, id: d}] # c\n"
    )
    assert change(text, Move(2, 3, Kind.REBUT)) == item(
        "- claim: A\n  support: [{claim: B}] # c\n"
        "- claim: D\n  id: d\n  rebut:\n  - {claim: C, id: c}\n"
    )
    assert change(text, Remove(2), Remove(1)) == item("- claim: A\n  # c\n- claim: D\n  id: d\n")
    deep = item("- claim: A\n  rebut: [{claim: B,\n      id: b}]\n- claim: C\n")
    assert change(deep, Move(1, None, Kind.CLAIM)) == item(
        "- claim: A\n- claim: C\n- {claim: B,\n  id: b}\n"
    )


def test_a_comment_is_not_lost_between_brackets() -> None:
    text = item(
        """
        - claim: A
          support: [{claim: B}, # about b
            {claim: C}]
        - claim: D # about d
        """
    )
    with pytest.raises(EditError, match=r"A comment stands inside the brackets on line 7"):
        change(text, Remove(1))
    with pytest.raises(EditError, match=r"The item on line 9 has a comment, .* brackets"):
        change(text, Move(3, 0, Kind.SUPPORT))
    with pytest.raises(EditError, match=r"inside the brackets on line 8"):
        change(item("- claim: A\n  id: a\n  tags: [ # none\n    ]\n"), SetField(0, "tags", ("x",)))


def test_a_comment_in_brackets_stays_when_nothing_around_it_goes() -> None:
    text = item("- claim: A\n  tags: [a, # one\n    b]\n")
    assert change(text, SetField(0, "tags", ("a", "b", "c"))) == text.replace("b]", "b, c]")
    assert change(text, SetField(0, "tags", ("x", "b"))) == text.replace("[a", "[x")


def test_fields_in_brackets_change_entry_by_entry() -> None:
    text = "{argmap: 1, sources: {small: {}}, map: [{claim: A, source: [{source: small}]}]}"
    some = AddSource(Source("kuo", author="K"))
    both = (Citation("small", "q"), Citation("kuo"))
    assert change(text, SetSourceField("small", "date", "2013"), some) == text.replace(
        "{small: {}}", "{small: {date: 2013}, kuo: {author: K}}"
    )
    assert change(text, some, SetField(0, "source", both)).endswith(
        "source: [{source: small, quote: q}, {source: kuo}]}]}"
    )
    assert change(text, SetField(0, "source", "small")).endswith("source: small}]}")


def test_an_empty_mapping_in_brackets_fills_in_brackets() -> None:
    text = "{argmap: 1, sources: { }, map: []}"
    assert change(text, AddSource(Source("kuo"))) == text.replace("{ }", "{kuo: {}}")
    with pytest.raises(EditError, match="A comment stands inside the brackets"):
        change(text.replace("{ }", "{ # none\n }"), AddSource(Source("kuo")))


def test_comments_of_linked_premises_in_brackets_stay() -> None:
    text = item(
        """
        - claim: A
          id: a
          support:
          # above
          - {linked: [{ref: a}, {claim: B}], scheme: sign} # behind
            # below
        """
    )
    assert change(text, Unlink(1)) == item(
        """
        - claim: A
          id: a
          support:
          # above
          # behind
          - {ref: a, scheme: sign}
            # below
          - {claim: B}
        """
    )
    mixed = item(
        """
        - claim: A
          support:
          - linked: [{claim: B, id: b}, {ref: b}] # both
            # whose
            by: small
        """
    )
    assert change(mixed, Remove(2, keep_referenced=True)) == item(
        """
        - claim: A
          support:
          # both
          - {claim: B, id: b, by: small}
        """
    )


# The machinery


def test_items_that_share_what_they_say_are_told_apart() -> None:
    shared = Claim("A")
    map_ = Map(items=(Item(0, Kind.CLAIM, shared), Item(0, Kind.CLAIM, shared)))
    apart = distinct(map_)
    assert apart == map_
    assert apart.items[0].content is not apart.items[1].content
    assert distinct(apart) is apart


def test_splices_are_made_from_left_to_right() -> None:
    assert spliced("abcdef", (Splice(0, 1, "A"), Splice(3, 3, "-"), Splice(5, 6, ""))) == "Abc-de"


def test_a_document_without_a_map_has_no_splices() -> None:
    document = Document("x.yaml", "")
    with pytest.raises(EditError, match="no map in this file"):
        splices_for(document, Map(), Map(title="T"), SetMapField("title", "T"))


def test_lines_that_change_places_are_written_anew() -> None:
    text = "a\n\nb\n  c\n"
    page = Page.of(text, Lines.of(text), "\n")
    script = Script(page)
    script.replace(0, 1, "A")
    script.replace(3, 4, "b")
    pieces = [Old(2, 3), CLOSE_UP, New(("", "new")), Old(0, 1), CLOSE_UP, Old(1, 2), Old(3, 4)]
    assert spliced(text, splices_of(page, script, pieces)) == "b\nnew\nA\n  c\n"


def test_a_hidden_line_break_in_a_text_of_lines_moves_along() -> None:
    text = item("- claim: A\n  note: |-\n    x\u2028    y\n- claim: B\n")
    document = read_text(text)
    assert document.is_sound
    after = apply(document, Move(0, 1, Kind.SUPPORT))
    assert after.map.items[1].content == document.map.items[0].content
