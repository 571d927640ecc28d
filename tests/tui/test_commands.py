"""The commands, tried on sessions without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.document.reading import read
from argmap.model.claims import Claim, Linked, Ref
from argmap.model.edits import EditError
from argmap.model.maps import Kind
from argmap.tui.commands.catalogue import COMMANDS, COMMANDS_BY_ID
from argmap.tui.commands.copying import drop
from argmap.tui.desk.filters import filter_options, filtered
from argmap.tui.session.buffers import opened
from argmap.tui.session.outcomes import Choose, Pick, Write
from argmap.tui.session.sessions import Session
from argmap.tui.session.stamps import Stamp
from tests.tui.desks import (
    SMALL,
    asked,
    at,
    changed_lines,
    run,
    session_of,
    text_of,
    to,
    under_cursor,
)

MAPS = sorted((Path(__file__).parent.parent.parent / "maps").glob("*.yaml"))


def test_every_command_has_one_id_a_title_and_help() -> None:
    assert len(COMMANDS_BY_ID) == len(COMMANDS)
    for command in COMMANDS:
        assert command.title, command.id
        assert not command.title.endswith("."), command.id
        assert command.help.endswith("."), command.id


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_the_first_claim_of_an_empty_map() -> None:
    session = run(session_of("argmap: 1\n\nmap: []\n"), "add-child", "Trade grows.")
    assert under_cursor(session) == "claim Trade grows."
    assert text_of(session) == "argmap: 1\n\nmap:\n- claim: Trade grows.\n  id: trade-grows\n"


@pytest.mark.parametrize("kind", ["support", "rebut", "undercut", "warrant"])
def test_a_child_of_each_kind_gets_an_id_and_the_cursor(kind: str) -> None:
    session = run(at(session_of(), "trade"), "add-child", kind, "Freight  doubled\nsince then")
    assert under_cursor(session) == f"{kind} Freight doubled since then"
    added = [line.strip("+ ") for line in changed_lines(SMALL, text_of(session))]
    assert added[-2:] == ["- claim: Freight doubled since then", "id: freight-doubled-since"]


def test_a_linked_premise_joins_the_step_it_is_added_to() -> None:
    session = run(at(session_of(), "meadow"), "add-child", "premise", "The law protects it.")
    assert under_cursor(session) == "premise The law protects it."
    assert any(isinstance(item.content, Linked) for item in session.map.items)


def test_a_row_is_shown_for_a_claim_that_is_still_to_be_written() -> None:
    outcome = asked(at(session_of(), "trade"), "add-below")
    assert isinstance(outcome, Write)
    assert outcome.preview is not None
    assert outcome.preview.items[outcome.item].kind is Kind.SUPPORT
    assert outcome.item == 3


def test_a_claim_before_and_one_after() -> None:
    session = run(at(session_of(), "jobs"), "add-above", "One.")
    session = run(session, "add-below", "Two.")
    texts = [item.content.text for item in session.map.items if isinstance(item.content, Claim)]
    assert texts[3:6] == ["One.", "Two.", "Jobs are few."]


def test_nothing_can_stand_below_a_ref_but_what_is_about_its_step() -> None:
    outcome = asked(to(session_of(), 5), "add-child")
    assert isinstance(outcome, Choose)
    assert [choice.name for choice in outcome.choices] == ["undercut", "warrant", "premise", "link"]


def test_an_edited_text_changes_its_own_line_and_keeps_its_comment() -> None:
    session = run(at(session_of(), "trade"), "edit-text", "Trade grows fast.")
    assert changed_lines(SMALL, text_of(session)) == [
        "-  - claim: Trade grows.  # by a tenth a year",
        "+  - claim: Trade grows fast.  # by a tenth a year",
    ]
    assert under_cursor(session) == "support Trade grows fast."


def test_a_claim_cannot_be_left_without_words() -> None:
    with pytest.raises(EditError, match="needs words"):
        run(at(session_of(), "trade"), "edit-text", "  ")


def test_a_short_text_is_set_and_taken_away() -> None:
    session = run(at(session_of(), "trade"), "edit-short", "Trade")
    assert changed_lines(SMALL, text_of(session)) == ["+    short: Trade"]
    assert text_of(run(session, "edit-short", "")) == SMALL


def test_a_link_has_no_text_of_its_own() -> None:
    with pytest.raises(EditError, match="go to 'jobs'"):
        run(to(session_of(), 5), "edit-text")


def test_a_kind_is_changed_and_the_cursor_follows() -> None:
    session = run(at(session_of(), "jobs"), "change-kind", "rebut")
    assert under_cursor(session) == "rebut Jobs are few."


def test_indent_and_outdent_are_each_others_way_back() -> None:
    session = run(at(session_of(), "jobs"), "indent")
    assert session.map.items[session.cursor].depth == 2
    assert under_cursor(session) == "support Jobs are few."
    session = run(session, "outdent")
    assert session.map == session_of().map
    assert under_cursor(session) == "support Jobs are few."


def test_a_root_that_is_indented_becomes_a_support() -> None:
    session = run(at(session_of(), "rich"), "indent")
    assert under_cursor(session) == "support The city is rich."


def test_the_first_of_its_kind_cannot_move_up() -> None:
    with pytest.raises(EditError, match="first support"):
        run(at(session_of(), "trade"), "move-up")


def test_moving_down_and_up_comes_back_to_the_byte() -> None:
    session = run(run(at(session_of(), "trade"), "move-down"), "move-up")
    assert text_of(session) == SMALL
    assert under_cursor(session) == "support Trade grows."


def test_cut_and_paste_moves_with_all_below() -> None:
    session = run(at(session_of(), "trade"), "cut")
    assert text_of(session) == SMALL, "nothing changes before it is pasted"
    session = run(at(session, "meadow"), "paste-below")
    assert under_cursor(session) == "support Trade grows."
    assert session.map.items[session.cursor + 1].content == Claim("Ships wait.", "wait")
    assert session.clipping is None


def test_pasting_a_root_below_a_claim_asks_for_its_kind() -> None:
    session = at(run(at(session_of(), "rich"), "cut"), "build")
    session = run(session, "paste-below", "rebut")
    assert under_cursor(session) == "rebut The city is rich."


def test_pasting_beside_puts_it_right_behind() -> None:
    session = run(at(session_of(), "wait"), "cut")
    session = run(at(session, "trade"), "paste")
    assert under_cursor(session) == "support Ships wait."
    assert session.cursor == 2


def test_copies_get_ids_of_their_own() -> None:
    session = run(at(session_of(), "trade"), "copy")
    session = run(at(session, "meadow"), "paste-below")
    ids = [getattr(item.content, "id", None) for item in session.map.items]
    assert "trade-grows" in ids
    assert "ships-wait" in ids
    assert len(session.map.items) == 9


def test_a_duplicate_stands_behind_its_original_with_all_below() -> None:
    session = run(at(session_of(), "trade"), "duplicate")
    assert session.cursor == 3
    assert [item.depth for item in session.map.items] == [0, 1, 2, 1, 2, 1, 1, 2, 0]


def test_linked_premises_are_copied_with_what_argues_about_them() -> None:
    session = run(at(session_of(), "meadow"), "add-child", "premise", "The law protects it.")
    linked = next(
        index for index, one in enumerate(session.map.items) if isinstance(one.content, Linked)
    )
    before = len(session.map.items)
    session = run(to(session, linked), "duplicate")
    assert len(session.map.items) == before + 4
    assert session.buffer is not None
    assert session.buffer.document.is_sound


def test_a_single_claim_is_deleted_at_once_and_the_next_gets_the_cursor() -> None:
    session = run(at(session_of(), "wait"), "delete")
    assert under_cursor(session) == "support Trade grows."


def test_a_branch_is_deleted_after_its_size_was_told() -> None:
    outcome = asked(at(session_of(), "trade"), "delete")
    assert isinstance(outcome, Choose)
    assert outcome.title == "Delete 2 claims?"
    session = run(at(session_of(), "trade"), "delete", "delete")
    assert under_cursor(session) == "support Jobs are few."
    assert text_of(run(at(session_of(), "trade"), "delete", "no")) == SMALL


def test_a_claim_used_elsewhere_can_move_to_its_link() -> None:
    outcome = asked(at(session_of(), "jobs"), "delete")
    assert isinstance(outcome, Choose)
    assert "used elsewhere" in outcome.title
    session = run(at(session_of(), "jobs"), "delete", "move")
    assert not any(isinstance(item.content, Ref) for item in session.map.items)
    assert any(
        item.kind is Kind.UNDERCUT and item.content == Claim("Jobs are few.", "jobs")
        for item in session.map.items
    )


def test_selected_branches_are_deleted_together_as_one_step() -> None:
    session = run(to(session_of(), 1, (1, 2, 6)), "delete", "delete")
    assert [getattr(item.content, "id", None) for item in session.map.items] == [
        *("build", "jobs", "meadow", "jobs"),
    ]
    assert text_of(run(session, "undo")) == SMALL


def test_a_link_to_a_claim_found_in_a_list() -> None:
    session = run(at(session_of(), "wait"), "link-to", "6", "rebut")
    assert session.item.content == Ref("rich")
    assert session.item.kind is Kind.REBUT
    assert isinstance(asked(at(session_of(), "wait"), "add-child", "link"), Pick)


def test_a_link_names_what_has_no_name_yet_in_the_same_step() -> None:
    text = SMALL.replace("  id: rich\n", "")
    session = run(at(session_of(text), "wait"), "link-to", "6", "support")
    assert session.item.content == Ref("city-rich")
    assert text_of(run(session, "undo")) == text


def test_two_steps_are_linked_and_unlinked_again() -> None:
    session = run(at(session_of(), "jobs"), "link-premises")
    assert under_cursor(session) == "premise Jobs are few."
    session = run(session, "unlink-premises")
    assert under_cursor(session) == "support Jobs are few."
    assert session.map == session_of().map


def test_a_renamed_id_is_followed_by_its_links() -> None:
    session = run(at(session_of(), "jobs"), "rename-id", "work")
    assert changed_lines(SMALL, text_of(session)) == [
        *("-    id: jobs", "+    id: work", "-    - ref: jobs", "+    - ref: work"),
    ]


def test_a_taken_id_is_refused_with_a_sentence() -> None:
    with pytest.raises(EditError, match="'trade' is taken"):
        run(at(session_of(), "jobs"), "rename-id", "trade")


def test_undo_and_redo_bring_text_and_cursor_back() -> None:
    session = run(at(session_of(), "jobs"), "change-kind", "rebut")
    after = text_of(session)
    session = run(to(session, 0), "undo")
    assert (text_of(session), under_cursor(session)) == (SMALL, "support Jobs are few.")
    session = run(to(session, 0), "redo")
    assert (text_of(session), under_cursor(session)) == (after, "rebut Jobs are few.")


def test_a_new_step_after_undo_forgets_what_was_undone() -> None:
    session = run(run(at(session_of(), "jobs"), "change-kind", "rebut"), "undo")
    session = run(session, "edit-text", "Jobs are rare.")
    assert not COMMANDS_BY_ID["redo"].enabled(session)
    assert text_of(run(session, "undo")) == SMALL


def test_undo_back_to_the_saved_text_makes_the_map_clean() -> None:
    session = run(at(session_of(), "jobs"), "edit-text", "Jobs!")
    assert session.buffer is not None
    assert session.buffer.is_dirty
    session = run(session, "undo")
    assert session.buffer is not None
    assert not session.buffer.is_dirty


def test_a_broken_file_cannot_be_edited() -> None:
    session = session_of("argmap: 1\nmap:\n- claim: A.\n  colour: red\n")
    assert not COMMANDS_BY_ID["add-child"].enabled(session)
    assert not COMMANDS_BY_ID["delete"].enabled(session)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_ten_edits_of_a_real_map_are_undone_to_the_byte(path: Path) -> None:
    document = read(path)
    start = Session((opened(1, document, Stamp(1, 1, 1)),))
    support = next(i for i, one in enumerate(document.map.items) if one.kind is Kind.SUPPORT)
    session = run(to(start, support), "add-child", "rebut", "An objection: it [is] #new.")
    session = run(session, "edit-text", "An objection, edited.")
    session = run(session, "edit-short", "Objection")
    session = run(session, "change-kind", "support")
    session = run(session, "duplicate")
    session = run(session, "add-below", "Another reason.")
    session = run(session, "link-premises")
    session = run(session, "unlink-premises")
    session = run(session, "outdent")
    session = run(session, "rename-id", "quite-another")
    session = run(session, "cut")
    session = run(to(session, 0), "paste-below")
    session = run(session, "link-to", "0", "rebut")
    session = run(session, "delete")
    before = session
    removed = [
        line for line in changed_lines(document.text or "", text_of(session)) if line[0] == "-"
    ]
    assert not removed, "only what was added differs"
    steps = 0
    while COMMANDS_BY_ID["undo"].enabled(session):
        session = run(session, "undo")
        steps += 1
    assert steps == 13
    assert session.buffer is not None
    assert session.buffer.document.encoded == path.read_bytes()
    assert not session.buffer.is_dirty
    while COMMANDS_BY_ID["redo"].enabled(session):
        session = run(session, "redo")
    assert text_of(session) == text_of(before)


def test_a_source_is_begun_described_renamed_and_taken_away() -> None:
    session = run(session_of(), "sources", "+", "Jane Miller")
    assert session.map.sources[-1].id == "miller"
    session = run(session, "sources", "=miller", "in", "The Paper")
    session = run(session, "sources", "=miller", "date", "2013-06")
    session = run(session, "sources", "=miller", "id", "jm")
    assert session.map.sources[-1].published_in == "The Paper"
    assert (session.map.sources[-1].id, session.map.sources[-1].date) == ("jm", "2013-06")
    session = run(session, "sources", "=jm", "")
    assert session.map == session_of().map
    with pytest.raises(EditError, match="YYYY"):
        run(session, "sources", "=smith", "date", "last year")


def test_the_head_of_a_map_is_set_and_taken_away() -> None:
    session = run(session_of(), "heading", "question", "Should we build it?")
    session = run(session, "heading", "draft", "yes")
    assert (session.map.question, session.map.draft) == ("Should we build it?", True)
    session = run(session, "heading", "draft", "no")
    assert text_of(run(session, "heading", "question", "")) == SMALL
    with pytest.raises(EditError, match="yes or no"):
        run(session, "heading", "draft", "perhaps")


@pytest.mark.parametrize(
    ("wanted", "items"),
    [
        ("kind:rebut", (4,)),
        ("source:smith", (1,)),
        ("author:J. Smith", (1,)),
        ("tag:port", (1,)),
        ("words:FEW", (3, 5)),
    ],
)
def test_a_filter_leaves_what_it_says(wanted: str, items: tuple[int, ...]) -> None:
    text = SMALL.replace("    id: trade\n", "    id: trade\n    source: smith\n    tags: [port]\n")
    map_ = session_of(text).map
    assert filtered(map_, wanted) == items
    assert wanted.startswith("words:") or wanted in [one[0] for one in filter_options(map_)]


@pytest.mark.parametrize(
    ("sources", "target", "where", "order"),
    [
        ((3,), 1, "before", ["build", "jobs", "trade", "wait", "meadow", "jobs", "rich"]),
        ((1,), 3, "before", ["build", "trade", "wait", "jobs", "meadow", "jobs", "rich"]),
        ((1,), 3, "after", ["build", "jobs", "trade", "wait", "meadow", "jobs", "rich"]),
        ((2,), 4, "inside", ["build", "trade", "jobs", "meadow", "jobs", "wait", "rich"]),
        ((2, 3), 4, "inside", ["build", "trade", "meadow", "jobs", "wait", "jobs", "rich"]),
    ],
)
def test_what_is_dragged_goes_where_it_is_dropped(
    sources: tuple[int, ...], target: int, where: str, order: list[str]
) -> None:
    session = drop(to(session_of(), sources[0]), sources, target, where)
    assert isinstance(session, Session)
    assert [getattr(item.content, "id", None) for item in session.map.items] == order
    assert session.clipping is None


def test_nothing_is_pasted_before_something_was_cut() -> None:
    with pytest.raises(EditError, match="Nothing was cut"):
        COMMANDS_BY_ID["paste"].run(session_of())


def test_what_was_cut_and_then_deleted_cannot_be_pasted() -> None:
    session = run(at(session_of(), "wait"), "cut")
    session = run(session, "delete")
    with pytest.raises(EditError, match="not in this map any more"):
        COMMANDS_BY_ID["paste"].run(session)


def test_premises_are_cut_and_pasted_into_other_linked_premises() -> None:
    session = run(at(session_of(), "jobs"), "link-premises")
    session = at(run(at(session, "rich"), "cut"), "jobs")
    session = run(session, "paste")
    assert under_cursor(session) == "premise The city is rich."
    session = run(session, "outdent")
    assert under_cursor(session) == "support The city is rich."


def test_a_step_is_put_into_linked_premises() -> None:
    session = run(at(session_of(), "jobs"), "link-premises")
    linked = next(
        index for index, one in enumerate(session.map.items) if isinstance(one.content, Linked)
    )
    session = run(to(session, linked), "add-below", "Taxes rise.")
    session = run(session, "indent")
    assert under_cursor(session) == "premise Taxes rise."
