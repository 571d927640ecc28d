from __future__ import annotations

from argmap.document.comments import comments_of
from argmap.document.reader import read_text
from tests.document.trees import scalars


def comments(text: str) -> list[str]:
    inner = sorted(scalars(read_text(text).tree), key=lambda scalar: scalar.start)
    return [text[comment.start : comment.end] for comment in comments_of(text, inner)]


def test_comments_are_found_wherever_they_stand() -> None:
    text = """\
# first
a: one # second
b: "x # no" # third
c: |  # fourth
  # in the block
  t
# fifth
d: >-
  q # in the block
e: [x, # sixth
  y] # seventh
f: x#y
g: # eighth
- 'it''s # no'
# ninth"""
    words = "first second third fourth fifth sixth seventh eighth ninth"
    assert comments(text) == [f"# {word}" for word in words.split()]


def test_a_comment_knows_the_scalar_before_it() -> None:
    text = "# a\nb: c # d\n"
    inner = scalars(read_text(text).tree)
    first, second = comments_of(text, inner)
    assert first.after is None
    assert second.after is inner[1]


def test_a_comment_ends_before_the_line_break() -> None:
    assert comments("a: b # c\r\n# d\re: f\n") == ["# c", "# d"]


def test_a_text_without_comments_has_none() -> None:
    assert comments("a: b\n") == []
    assert comments("") == []
