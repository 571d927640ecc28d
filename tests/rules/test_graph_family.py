from __future__ import annotations

from argmap.model.claims import Claim, Linked, Ref
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source, Stance
from argmap.rules.findings import Related

from .outlines import outline, remarks, said


def test_a_ref_to_no_claim_is_told_with_the_claim_that_was_meant() -> None:
    map_ = outline("""
claim greater-role: Beijing will play a greater role.
  support ref greater-rôle
""")
    (remark,) = remarks("dangling-reference", map_)
    assert remark.place == ("map", 0, "support", 0)
    assert remark.message == "There is no claim 'greater-rôle'."
    assert remark.help == "Did you mean 'greater-role'?"


def test_a_ref_like_no_claim_says_how_to_make_one() -> None:
    map_ = outline("""
claim a: One.
  support ref nothing-like-it
""")
    (remark,) = remarks("G001", map_)
    assert remark.help == "Give one claim 'id: nothing-like-it', or name another."


def test_a_ref_to_a_step_says_so() -> None:
    map_ = outline("""
claim a: One.
  support b: Two. #why
  rebut ref why
""")
    (remark,) = remarks("G001", map_)
    assert remark.message == "'why' is a step, and a ref names a claim."
    assert remark.related == (Related(("map", 0, "support", 0), "the step 'why'"),)


def test_a_stance_may_be_about_a_claim_or_a_step_and_nothing_else() -> None:
    stances = (Stance("s", "a"), Stance("s", "why"), Stance("s", "whi"), Stance("s", "zzz"))
    map_ = outline(
        """
claim a: One.
  support b: Two. #why
""",
        stances=stances,
    )
    first, second = remarks("G001", map_)
    assert first.place == ("stances", "s", "whi")
    assert first.message == "There is no claim or step 'whi'."
    assert first.help == "Did you mean 'why'?"
    assert second.help == "Give a claim 'id: zzz' or a step 'step: zzz', or name another."


def test_a_claim_that_argues_for_or_against_itself_is_found_in_linked_premises_too() -> None:
    map_ = outline("""
claim a: One.
  support ref a
  rebut ref a
  support linked
    premise b: Two.
    premise ref a
  support c: Three.
    undercut ref a
""")
    assert [(remark.message, remark.place) for remark in remarks("self-reference", map_)] == [
        ("'a' supports itself.", ("map", 0, "support", 0)),
        ("'a' rebuts itself.", ("map", 0, "rebut", 0)),
        ("'a' supports itself.", ("map", 0, "support", 1, "linked", 1)),
    ]


def test_a_circle_of_supports_is_told_from_the_ref_that_closes_it() -> None:
    map_ = outline("""
claim a: One.
  support b: Two.
    support c: Three.
      support ref a
""")
    (remark,) = remarks("circular-reasoning", map_)
    assert remark.place == ("map", 0, "support", 0, "support", 0, "support", 0)
    assert remark.message == (
        "These claims support one another in a circle: "
        "'a' supports 'c', which supports 'b', which supports 'a'."
    )
    assert [related.label for related in remark.related] == ["supports 'b'", "supports 'a'"]


def test_every_group_of_claims_shows_its_own_shortest_circle() -> None:
    map_ = outline("""
claim a: One.
  support b: Two.
    support c: Three.
      support ref a
      support ref b
      rebut ref b
claim d: Four.
  support linked
    premise e: Five.
      support ref d
    premise f: Six.
""")
    assert said("G004", map_) == [
        "These claims support one another in a circle: 'b' supports 'c', which supports 'b'.",
        "These claims support one another in a circle: 'd' supports 'e', which supports 'd'.",
    ]


def test_circles_of_rebuts_and_a_claim_that_supports_itself_are_no_circular_reasoning() -> None:
    map_ = outline("""
claim a: One.
  rebut b: Two.
    rebut ref a
  support ref a
  support c: Three.
    rebut ref a
""")
    assert said("G004", map_) == []


def test_a_long_circle_is_told_in_short() -> None:
    lines = [f"{'  ' * n}{'support' if n else 'claim'} c{n}: Claim {n}." for n in range(9)]
    map_ = outline("\n".join([*lines, f"{'  ' * 9}support ref c0"]))
    (message,) = said("G004", map_)
    assert message.endswith("which supports 'c4', and so on by way of 3 more back to 'c0'.")


def test_a_circle_without_a_ref_to_close_it_does_not_crash() -> None:
    # No file can say this: a ref carries no reasons of its own.
    map_ = Map(
        items=(
            Item(0, Kind.CLAIM, Claim("One.")),
            Item(1, Kind.SUPPORT, Ref("b")),
            Item(2, Kind.SUPPORT, Claim("Three.", id="c")),
            Item(1, Kind.SUPPORT, Ref("c")),
            Item(2, Kind.SUPPORT, Claim("Two.", id="b")),
        )
    )
    assert said("G004", map_) == [
        "These claims support one another in a circle: 'b' supports 'c', which supports 'b'."
    ]


def test_a_circle_of_ten_thousand_claims_is_found_whole() -> None:
    items = [Item(0, Kind.CLAIM, Claim("C", id="c0"))]
    items += [
        Item(0, Kind.CLAIM, Claim("C", id=f"c{n}")) if even else Item(1, Kind.SUPPORT, Ref(f"c{n}"))
        for n in range(1, 10_000)
        for even in (False, True)
    ]
    items.append(Item(1, Kind.SUPPORT, Ref("c0")))
    map_ = Map(items=tuple(items))
    (remark,) = remarks("G004", map_)
    assert len(remark.related) == 9_999


def test_a_root_that_takes_no_part_is_an_orphan() -> None:
    map_ = outline("""
claim a: One.
  support b: Two.
claim: Three.
claim d: Four.
  rebut ref e
claim e: Five.
""")
    (remark,) = remarks("orphan", map_)
    assert remark.place == ("map", 1)
    assert remark.message == "Nothing argues about “Three.”, and it argues about nothing."


def test_a_map_of_one_claim_is_a_beginning() -> None:
    assert said("G005", outline("claim a: One.")) == []


def test_the_same_premises_for_and_against_one_target_are_found() -> None:
    map_ = outline("""
claim a: One.
  support b: Two.
  rebut ref b
  support linked
    premise c: Three.
    premise d: Four.
    undercut ref a
    warrant ref a
  rebut linked
    premise ref d
    premise ref c
""")
    found = remarks("supports-and-rebuts", map_)
    assert [remark.message for remark in found] == [
        "'b' cannot argue both for and against 'a'.",
        "'a' cannot argue both for and against the support above.",
        "'d' and 'c' cannot argue both for and against 'a'.",
    ]
    assert found[0].related == (Related(("map", 0, "support", 0), "supports it here"),)


def test_a_premise_among_others_may_argue_on_the_other_side_alone() -> None:
    map_ = outline("""
claim a: One.
  support linked
    premise b: Two.
    premise c: Three.
  rebut ref b
""")
    assert said("G009", map_) == []


def test_refs_to_no_claim_are_not_one_premise() -> None:
    map_ = outline("""
claim a: One.
  support ref x
  rebut ref y
  support ref z
""")
    assert said("G009", map_) == []
    assert said("G010", map_) == []


def test_an_argument_about_a_claim_is_not_one_about_the_step_that_it_is() -> None:
    map_ = outline("""
claim a: One.
  support b: Two.
    support c: Three.
    warrant ref c
    undercut d: Four.
    rebut ref d
""")
    assert said("G009", map_) == []
    assert said("G010", map_) == []


def test_a_step_drawn_twice_is_found_whatever_the_order_of_its_premises() -> None:
    map_ = outline("""
claim a: One.
  support linked #why
    premise b: Two.
    premise c: Three.
    undercut d: Four.
    undercut ref d
  support linked
    premise ref c
    premise ref b
""")
    assert said("duplicate-relation", map_) == [
        "This undercut of the step 'why' from 'd' is there already.",
        "This support of 'a' from 'c' and 'b' is there already.",
    ]


def test_linked_premises_are_two_at_least() -> None:
    map_ = outline("""
claim a: One.
  support linked
    premise b: Two.
    undercut ref a
  support linked
  support linked
    premise c: Three.
    premise ref missing
""")
    found = remarks("linked-group-of-one", map_)
    assert [(remark.place, remark.message) for remark in found] == [
        (("map", 0, "support", 0), "One premise is linked here; it takes two."),
        (("map", 0, "support", 1), "No premises are linked here; it takes two."),
    ]


def test_a_premise_is_linked_once() -> None:
    map_ = outline("""
claim a: One.
  support linked
    premise b: Two.
    premise ref b
  support linked
    premise c: Three.
    premise ref x
    premise ref x
""")
    found = remarks("G014", map_)
    assert [(remark.place, remark.message) for remark in found] == [
        (
            ("map", 0, "support", 0, "linked", 1),
            "'b' is already one of these linked premises.",
        ),
        (
            ("map", 0, "support", 1, "linked", 2),
            "'x' is already one of these linked premises.",
        ),
    ]
    assert found[0].related == (Related(("map", 0, "support", 0, "linked", 0), "named here"),)


def test_linked_premises_in_linked_premises_do_not_crash() -> None:
    items = (
        Item(0, Kind.CLAIM, Claim("One.")),
        Item(1, Kind.SUPPORT, Linked()),
        Item(2, Kind.PREMISE, Linked()),
        Item(2, Kind.PREMISE, Linked()),
    )
    assert said("G014", Map(items=items)) == ["No premises are linked here; it takes two."] * 3


def test_claims_and_steps_share_their_ids() -> None:
    map_ = outline("""
claim a: One.
  support b: Two. #a
  support a: Three. #b
  support c: Four. #c
""")
    found = remarks("duplicate-id", map_)
    assert [(remark.place, remark.message) for remark in found] == [
        (("map", 0, "support", 0, "step"), "The id 'a' is taken."),
        (("map", 0, "support", 1, "id"), "The id 'a' is taken."),
        (("map", 0, "support", 1, "step"), "The id 'b' is taken."),
        (("map", 0, "support", 2, "step"), "The id 'c' is taken."),
    ]
    assert found[0].related == (Related(("map", 0, "id"), "taken here"),)


def test_sources_have_ids_of_their_own() -> None:
    map_ = outline("claim a: One.", sources=(Source("a"), Source("b"), Source("b")))
    assert said("G017", map_) == ["The source id 'b' is taken."]
