from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.document import editing
from argmap.document.document import Document
from argmap.document.editing import apply, naming
from argmap.document.labels import label_of
from argmap.document.reader import Limits, read_text
from argmap.model.claims import Claim, Ref
from argmap.model.edits import (
    AddClaim,
    AddLinked,
    AddPremise,
    AddRef,
    AddSource,
    ChangeKind,
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
from argmap.model.maps import Kind
from argmap.model.sources import Source, Stance

TEXT = """\
argmap: 1
map:
- claim: Talks are near.
- claim: B
  id: b
  support:
  - ref: b
  - linked:
    - ref: b
    - claim: A claim that says a little more than fits.
    step: s
  - linked:
    - ref: b
    - ref: b
"""


def test_an_edit_gives_a_document_with_the_new_text_and_map() -> None:
    document = read_text(TEXT, "talks.yaml")
    after = apply(document, SetField(1, "claim", "C"))
    assert after.text == TEXT.replace("claim: B", "claim: C")
    assert after.path == "talks.yaml"
    assert after.map.items[1].content == Claim("C", id="b")
    assert document.text == TEXT


def test_an_edit_that_changes_nothing_gives_the_document_back() -> None:
    document = read_text(TEXT)
    assert apply(document, SetField(1, "id", "b")) is document
    assert apply(document, ()) is document


def test_what_is_to_point_at_a_claim_without_an_id_gives_it_one_first() -> None:
    document = read_text(TEXT)
    name, first = naming(document.map, 0)
    after = apply(document, (*first, AddRef(1, Kind.SUPPORT, Ref(name))))
    assert name == "talks-near"
    assert after.text == TEXT.replace("near.\n", "near.\n  id: talks-near\n") + (
        "  - ref: talks-near\n"
    )
    assert naming(document.map, 1) == ("b", ())
    with pytest.raises(EditError, match="Only a claim can be pointed at"):
        naming(document.map, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("argmap: 1\nmap:\n- clam: A\n  id: a b\n", r"has 2 errors, the first on line 3: There"),
        ("argmap: 1\nmap: [\n", r"has 1 error, the first on line \d: .* Mend that before"),
    ],
)
def test_a_file_with_errors_is_not_edited(text: str, said: str) -> None:
    with pytest.raises(EditError, match=said):
        apply(read_text(text), SetMapField("title", "T"))


def test_a_file_that_could_not_be_read_is_not_edited() -> None:
    small = read_text(TEXT, "x.yaml", Limits(size=10))
    with pytest.raises(EditError, match="has 1 error, the first: "):
        apply(small, SetMapField("title", "T"))
    with pytest.raises(EditError, match="no map in this file"):
        apply(Document("x.yaml", ""), SetMapField("title", "T"))


def test_a_text_that_would_say_something_else_is_never_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(editing, "spliced", lambda text, _: text.replace("1", "1 # wrong"))
    with pytest.raises(EditError, match="cannot be made safely, so nothing was changed"):
        apply(read_text(TEXT), SetMapField("title", "T"))


def test_a_file_with_explicit_keys_is_refused_or_right() -> None:
    document = read_text("argmap: 1\nmap:\n- ? claim\n  : A\n  ? id\n  : a\n")
    try:
        after = apply(document, SetField(0, "id", None))
    except EditError:
        after = document
    assert replace(after.map, items=()) == replace(document.map, items=())


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (RenameId("b", "c"), "rename 'b' to 'c'"),
        (RenameSource("b", "c"), "rename 'b' to 'c'"),
        (AddClaim(None, Kind.CLAIM, Claim("X")), "add a root"),
        (AddClaim(1, Kind.REBUT, Claim("X")), "add a rebut of 'b'"),
        (AddRef(0, Kind.SUPPORT, Ref("b")), "add a support of “Talks are near.”"),
        (AddLinked(1, Kind.SUPPORT, (Ref("b"), Ref("b"))), "add a linked support of 'b'"),
        (AddPremise(2, Ref("b")), "add a premise to the ref 'b'"),
        (SetField(5, "short", "x"), "change 'short' of “A claim that says a little …”"),
        (SetField(1, "short", None), "take away 'short' of 'b'"),
        (Remove(3), "remove 's'"),
        (Move(1, None, Kind.CLAIM), "move 'b' to the roots"),
        (Move(2, 0, Kind.SUPPORT), "move the ref 'b' to “Talks are near.”"),
        (ChangeKind(2, Kind.REBUT), "make the ref 'b' a rebut"),
        (Link((2, 3, 2)), "link 2 steps"),
        (Unlink(6), "unlink the linked premises"),
        (AddSource(Source("x")), "add the source 'x'"),
        (SetSourceField("x", "in", "y"), "change 'in' of 'x'"),
        (RemoveSource("x"), "remove the source 'x'"),
        (SetStance(Stance("x", "b", credence=1)), "say what 'x' believes of 'b'"),
        (RemoveStance("x", "b"), "take away what 'x' believes of 'b'"),
        (SetMapField("title", None), "take away 'title' of the map"),
    ],
)
def test_every_edit_has_a_label(edit: Edit, label: str) -> None:
    assert label_of(edit, read_text(TEXT).map) == label
