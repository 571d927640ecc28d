from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import history as module
from argmap.document.document import Document
from argmap.document.history import History, Stretch, edited
from argmap.document.reader import read_text
from argmap.document.saving import digest_of
from argmap.model.apply import apply_edit
from argmap.model.claims import Claim
from argmap.model.edits import AddRef, EditError, Ref, RenameId, SetField, SetMapField
from argmap.model.maps import Kind, Map
from tests.document.test_splice_laws import LAW
from tests.document.texts import Habit, habits, written
from tests.model.strategies import edits_of, maps

TEXT = "argmap: 1\ntitle: T  # t\nmap:\n- claim: A\n  id: a\n- claim: B has no id yet.\n"


def history_of(text: str) -> History:
    return History.of(read_text(text))


def test_undo_and_redo_walk_through_the_labels() -> None:
    history = history_of(TEXT)
    assert (history.undo_label, history.redo_label) == (None, None)
    history = edited(history, RenameId("a", "b"))
    history = edited(history, SetMapField("title", "U"))
    assert history.undo_label == "change 'title' of the map"
    history = history.undo()
    assert (history.undo_label, history.redo_label) == (
        "rename 'a' to 'b'",
        "change 'title' of the map",
    )
    assert history.redo().document.map.title == "U"
    assert history.undo().document.text == TEXT
    assert history.undo().undo().document.text == TEXT
    assert history.redo().redo().document.map.title == "U"


def test_what_was_undone_is_gone_after_another_edit() -> None:
    history = edited(history_of(TEXT), SetMapField("title", "U")).undo()
    history = edited(history, SetMapField("title", "V"))
    assert history.redo_label is None
    assert history.document.map.title == "V"


def test_several_edits_are_undone_as_one() -> None:
    history = history_of(TEXT)
    after = edited(history, (SetField(1, "id", "b"), AddRef(0, Kind.SUPPORT, Ref("b"))))
    assert after.undo_label == "add a support of 'a'"
    assert after.document.map.items[1].content == Ref("b")
    assert after.undo().document.text == TEXT


def test_of_several_edits_all_or_none_are_made() -> None:
    history = history_of(TEXT)
    with pytest.raises(EditError, match="no field"):
        edited(history, (SetField(1, "id", "b"), SetField(0, "colour", "red")))
    assert history.document.text == TEXT


def test_a_document_is_clean_when_its_text_is_the_one_on_disk() -> None:
    history = history_of(TEXT)
    assert history.is_clean
    changed = edited(history, SetMapField("title", "U"))
    assert not changed.is_clean
    assert changed.undo().is_clean
    # The way back need not be an undo.
    assert edited(changed, SetMapField("title", "T")).is_clean
    saved = changed.save(digest_of(changed.document.encoded))
    assert saved.is_clean
    assert not saved.undo().is_clean
    assert not History.of(read_text(TEXT), is_saved=False).is_clean


def test_a_change_outside_is_an_entry_of_its_own() -> None:
    history = history_of(TEXT)
    other = TEXT.replace("A", "Another")
    history = history.record(read_text(other), "take what is on disk")
    assert history.undo_label == "take what is on disk"
    assert history.undo().document.text == TEXT
    assert history.record(read_text(other), "nothing").past == history.past


def test_only_the_stretch_that_differs_is_kept() -> None:
    history = edited(history_of(TEXT), SetMapField("title", "U"))
    (change,) = history.past
    assert change == Stretch("change 'title' of the map", TEXT.index("T"), "T", "U")


def test_the_oldest_changes_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_CHANGES", 3)
    history = history_of(TEXT)
    for number in range(5):
        history = edited(history, SetMapField("title", f"Number {number}"))
    assert (len(history.past), history.forgotten) == (3, 2)
    monkeypatch.setattr(module, "_MOST_CHARACTERS", 1)
    history = edited(history, SetMapField("title", "Something else"))
    assert (len(history.past), history.forgotten) == (1, 5)
    assert history.undo().document.map.title == "Number 4"


@LAW
@given(maps(4), habits(), st.data())
def test_undo_brings_every_byte_back(map_: Map, habit: Habit, data: st.DataObject) -> None:
    first = History.of(read_text(written(map_, habit)))
    history = first
    texts = [history.document.encoded]
    for _ in range(3):
        edit = data.draw(edits_of(history.document.map))
        try:
            apply_edit(history.document.map, edit)
        except EditError:
            continue
        history = edited(history, edit)
        if history.document.encoded != texts[-1]:
            texts.append(history.document.encoded)
    last = history
    for text in reversed(texts[:-1]):
        history = history.undo()
        assert history.document.encoded == text
    assert history.document.map == first.document.map
    for text in texts[1:]:
        history = history.redo()
        assert history.document.encoded == text
    assert history.document.map == last.document.map


def test_an_empty_document_has_a_history() -> None:
    nothing = Document("map.yaml", None)
    assert nothing.text is None
    history = History.of(nothing).record(read_text(TEXT), "write a map")
    assert history.document.map.items[0].content == Claim("A", id="a")
    assert history.undo().document.text == ""
