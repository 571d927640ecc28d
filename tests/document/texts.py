"""Texts of random maps, written as people write them: many styles, comments in every position."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from argmap.document.splice.contents import (
    Value,
    content_values,
    list_key,
    map_values,
    step_values,
)
from argmap.model.maps import Map, children_of
from tests.model.strategies import maps

__all__ = ["Habit", "comments_in", "habits", "owned_lines", "texts_of_maps", "written"]

_PLAIN = re.compile(r"[\w(“„«][\w .,;!()/“”„‚‘’'…—–+=$%&*@-]*[\w.!)”…]|[\w]")
_FLOW_PLAIN = re.compile(r"[\w][\w .;!()/“”…—–-]*[\w.!)]|[\w]")
_NULLS = ("null", "Null", "NULL")
_SYNONYMS = {"unlikely": "probably not", "likely": "probable", "almost certain": "nearly certain"}
_OPEN = ("sources", "stances")
_COMMENT = re.compile(r"# [a-z]\d*-\d+(?= ~)")


@dataclass(frozen=True)
class Habit:
    """How somebody writes a file; the seed decides what a habit leaves open."""

    dash: int = 0
    item: int = 2
    step: int = 2
    newline: str = "\n"
    bom: bool = False
    ended: bool = True
    started: bool = False
    blanks: int = 0
    comments: float = 0.3
    flow: float = 0.3
    alone: float = 0.0
    brackets: float = 0.0
    seed: int = 0


def habits(*, brackets: bool = False) -> st.SearchStrategy[Habit]:
    """Habits of people who indent by two or four, and may put items in brackets."""
    indents = st.sampled_from(
        ((0, 2, 2), (2, 2, 2), (0, 4, 4), (4, 2, 4), (4, 4, 4), (2, 2, 4), (0, 2, 4))
    )
    return st.builds(
        lambda indents, **others: Habit(*indents, **others),
        indents,
        newline=st.sampled_from(("\n", "\n", "\r\n", "\r")),
        bom=st.booleans(),
        ended=st.sampled_from((True, True, False)),
        started=st.sampled_from((False, False, True)),
        blanks=st.sampled_from((0, 0, 1, 2)),
        comments=st.sampled_from((0.0, 0.3, 0.7)),
        flow=st.sampled_from((0.0, 0.5, 1.0)),
        alone=st.sampled_from((0.0, 0.0, 0.3)),
        brackets=st.sampled_from((0.2, 0.5, 1.0)) if brackets else st.just(0.0),
        seed=st.integers(0, 2**32),
    )


@st.composite
def texts_of_maps(
    draw: st.DrawFn, max_steps: int = 6, *, brackets: bool = False
) -> tuple[Map, str]:
    """A map and a text that says it, byte order mark included."""
    map_ = draw(maps(max_steps))
    return map_, written(map_, draw(habits(brackets=brackets)))


def owned_lines(map_: Map, habit: Habit) -> list[tuple[str, str]]:
    """Return the lines of `written`, each with its owner."""
    writer = _Writer(map_, habit)
    writer.text()
    return writer.owned_lines()


def comments_in(text: str) -> list[str]:
    """Return the comments that `written` has put into a text, sorted."""
    return sorted(_COMMENT.findall(text))


def written(map_: Map, habit: Habit) -> str:
    """Return a text that says a map."""
    return _Writer(map_, habit).text()


class _Writer:
    """Writes one map, line by line."""

    def __init__(self, map_: Map, habit: Habit) -> None:
        self.map = map_
        self.habit = habit
        self.chance = random.Random(habit.seed)
        self.children = children_of(map_.items)
        self.lines: list[str] = []
        self.owners: list[str] = []
        self.count = 0
        self.owner = "m"

    def owned_lines(self) -> list[tuple[str, str]]:
        """The lines, each with the item it belongs to: i0, i1, ..., m for the map itself.

        That of the key of a list begins with k.
        """
        return list(zip(self.owners, self.lines, strict=True))

    def text(self) -> str:
        if self.habit.started:
            self.put("---")
        self.detached(0)
        self.put("argmap: 1" + self.behind())
        values = map_values(self.map)
        for key, value in values.items():
            self.owner = "m"
            self.gap(0, 0.3)
            self.above(0)
            self.entry(key, value, 0)
        self.owner = "m"
        self.gap(0, 0.5)
        self.above(0)
        roots = [index for index, item in enumerate(self.map.items) if item.depth == 0]
        if not roots:
            self.owner = "km"
            self.put("map: []")
        else:
            self.items("map", roots, 0)
        self.owner = "m"
        if self.maybe(0.1):
            self.put("")
        text = self.habit.newline.join(self.lines)
        end = self.habit.newline if self.habit.ended else ""
        return "\ufeff" * self.habit.bom + text + end

    def put(self, *lines: str) -> None:
        self.lines += lines
        self.owners += [self.owner] * len(lines)

    def maybe(self, probability: float) -> bool:
        return self.chance.random() < probability

    def comment(self) -> str:
        self.count += 1
        odd = self.chance.choice(("", " x: y", " it's", ' "', " #", "\t tab", " é"))
        return f"# {self.owner}-{self.count} ~{odd}"

    def behind(self) -> str:
        if not self.maybe(self.habit.comments / 2):
            return ""
        return " " * self.chance.choice((1, 1, 3)) + self.comment()

    def above(self, column: int) -> None:
        while self.maybe(self.habit.comments / 2):
            self.put(" " * column + self.comment())

    def below(self, column: int) -> None:
        """Comments below an entry that are indented deeper than its dash or key."""
        while self.maybe(self.habit.comments / 4):
            self.put(" " * (column + self.chance.choice((1, 2))) + self.comment())

    def detached(self, column: int) -> None:
        if self.maybe(self.habit.comments / 3):
            where = self.chance.choice((0, column, column))
            self.put(" " * where + self.comment(), "")

    def gap(self, column: int, probability: float) -> None:
        if self.maybe(probability):
            self.put("" if self.maybe(0.9) else "  ")
            self.detached(column)

    def items(self, key: str, items: Sequence[int], column: int) -> None:
        owner = self.owner
        line = " " * column + f"{key}:" + self.behind()
        self.owner = f"k{owner}"
        self.put(line)
        self.owner = owner
        dash = column + self.habit.dash
        for count, index in enumerate(items):
            self.owner = owner
            if count:
                self.put(*[""] * self.habit.blanks)
                if self.habit.blanks:
                    self.detached(dash)
            elif self.maybe(0.1):
                self.gap(dash, 1)
            self.item(index, dash)
        self.owner = owner

    def item(self, index: int, dash: int) -> None:
        item = self.map.items[index]
        self.owner = f"i{index}"
        self.above(dash)
        column = dash + self.habit.item
        if self.maybe(self.habit.brackets):
            lead = " " * dash + "-".ljust(self.habit.item)
            self.put(lead + self.in_brackets(self.values(index)) + self.behind())
            self.below(dash)
            return
        values = content_values(item)
        first = list(values)[:1]
        others = list({**values, **step_values(item)}.items())[len(first) :]
        others = [(key, value) for key, value in others]
        self.chance.shuffle(others)
        lists: dict[str, list[int]] = {}
        for child in self.children[index]:
            lists.setdefault(list_key(self.map.items[child].kind), []).append(child)
        entries: list[tuple[str, Value | None]] = [(key, values[key]) for key in first]
        if "linked" in lists:
            entries.append(("linked", None))
        entries += others
        entries += [(key, None) for key in lists if key != "linked"]
        start = len(self.lines)
        if self.maybe(self.habit.alone):
            self.put(" " * dash + "-" + self.behind())
            start = -1
        for count, (key, value) in enumerate(entries):
            self.owner = f"i{index}"
            if count:
                self.gap(column, 0.1)
                self.above(column)
            if value is None:
                self.items(key, lists[key], column)
            else:
                self.entry(key, value, column)
            self.owner = f"i{index}"
        if start >= 0:
            line = self.lines[start]
            self.lines[start] = " " * dash + "-".ljust(self.habit.item) + line[column:]
        self.below(dash)

    def values(self, index: int) -> dict[str, Value]:
        """All that an item says, those below it included."""
        item = self.map.items[index]
        values = content_values(item) | step_values(item)
        lists: dict[str, list[Value]] = {}
        for child in self.children[index]:
            lists.setdefault(list_key(self.map.items[child].kind), []).append(self.values(child))
        return {**values, **lists}

    def entry(self, key: str, value: Value, column: int) -> None:
        name = key if key not in _NULLS else f'"{key}"'
        if self.maybe(0.05):
            name = json.dumps(key, ensure_ascii=False)
        if key == "qualifier" and isinstance(value, str):
            value = self.synonym(value)
        lead = " " * column + name + ":" + " " * self.chance.choice((1, 1, 1, 2))
        if isinstance(value, str):
            self.scalar(lead, value, column, column + self.habit.step)
        elif not value or (self.maybe(self.habit.flow) and key not in _OPEN and _is_short(value)):
            self.put(lead + self.in_brackets(value) + self.behind())
        elif isinstance(value, list):
            self.put(lead.rstrip() + self.behind())
            dash = column + self.habit.dash
            for one in value:
                self.above(dash)
                self.value_of_list(one, dash)
        else:
            self.put(lead.rstrip() + self.behind())
            below = column + self.habit.step
            for count, (name, one) in enumerate(value.items()):
                if count and key in _OPEN:
                    self.gap(below, 0.2)
                self.above(below)
                self.entry(name, one, below)

    def value_of_list(self, value: Value, dash: int) -> None:
        column = dash + self.habit.item
        lead = " " * dash + "-".ljust(self.habit.item)
        if isinstance(value, str):
            self.scalar(lead, value, dash, column)
        elif self.maybe(self.habit.flow) and _is_short(value):
            self.put(lead + self.in_brackets(value) + self.behind())
        elif isinstance(value, dict):
            start = len(self.lines)
            for count, (name, one) in enumerate(value.items()):
                if count:
                    self.above(column)
                self.entry(name, one, column)
            self.lines[start] = lead + self.lines[start][column:]

    def in_brackets(self, value: Value) -> str:
        pad = self.chance.choice(("", "", " "))
        if isinstance(value, str):
            if _FLOW_PLAIN.fullmatch(value) and value not in _NULLS and self.maybe(0.8):
                return value
            return self.quoted(value)
        if isinstance(value, list):
            return f"[{pad}{', '.join(map(self.in_brackets, value))}{pad}]"
        if isinstance(word := value.get("qualifier"), str):
            value = value | {"qualifier": self.synonym(word)}
        inner = [f"{self.in_brackets_key(k)}: {self.in_brackets(v)}" for k, v in value.items()]
        return f"{{{pad}{', '.join(inner)}{pad}}}"

    def in_brackets_key(self, key: str) -> str:
        return json.dumps(key) if key in _NULLS else key

    def synonym(self, value: str) -> str:
        return _SYNONYMS[value] if value in _SYNONYMS and self.maybe(0.5) else value

    def quoted(self, value: str) -> str:
        printable = value.isprintable() or ("\u00a0" in value and "\n" not in value)
        if printable and "\ufeff" not in value and self.maybe(0.5):
            return "'" + value.replace("'", "''") + "'"
        text = json.dumps(value, ensure_ascii=False)
        return re.sub(
            "[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found.group()):04x}", text
        )

    def scalar(self, lead: str, value: str, column: int, body: int) -> None:
        """A text in one of the styles that can carry it."""
        styles = [self.quoted_lines]
        if _PLAIN.fullmatch(value) and value not in _NULLS and ": " not in value:
            styles += [self.plain_lines] * 3
        if _fits_block(value):
            styles += [self.literal] * (3 if "\n" in value else 1)
            if "  " not in value and "\n" not in value:
                styles.append(self.folded)
        self.chance.choice(styles)(lead, value, column, body)

    def wrapped(self, value: str) -> list[str]:
        words = re.split(r"(?<=[^ \u00a0\\]) (?=[^ \u00a0#])", value)
        if len(words) < 3 or not self.maybe(0.3):
            return [value]
        cut = self.chance.randrange(1, len(words))
        return [" ".join(words[:cut]), " ".join(words[cut:])]

    def plain_lines(self, lead: str, value: str, column: int, body: int) -> None:
        first, *rest = self.wrapped(value)
        rest = [" " * body + line for line in rest]
        self.flow_lines(lead, [first, *rest], column)

    def quoted_lines(self, lead: str, value: str, column: int, body: int) -> None:
        quoted = self.quoted(value)
        first, *rest = [quoted] if "\\" in quoted else self.wrapped(quoted)
        self.flow_lines(lead, [first, *(" " * body + line for line in rest)], column)

    def flow_lines(self, lead: str, lines: list[str], column: int) -> None:
        if lead.rstrip().endswith(":") and self.maybe(0.05):
            # The text may begin below its key.
            self.put(lead.rstrip() + self.behind())
            lead = " " * (column + self.habit.step)
        lines = [lead + lines[0], *lines[1:]]
        lines[-1] += self.behind()
        self.put(*lines)

    def literal(self, lead: str, value: str, column: int, body: int) -> None:
        said = value.removesuffix("\n")
        is_last = not value.endswith("\n")
        self.block(
            lead, "|-" if is_last else self.chance.choice(("|",)), said.split("\n"), column, body
        )

    def folded(self, lead: str, value: str, column: int, body: int) -> None:
        self.block(lead, ">-", self.wrapped(value), column, body)

    def block(self, lead: str, header: str, lines: list[str], column: int, body: int) -> None:
        if self.maybe(0.1):
            header = header[0] + str(body - column) + header[1:]
        self.put(lead + header + self.behind())
        self.put(*(" " * body + line if line else "" for line in lines))


def _is_short(value: Value) -> bool:
    if isinstance(value, list):
        return all(map(_is_short, value))
    if isinstance(value, dict):
        return all(isinstance(one, dict) or _is_short(one) for one in value.values())
    return "\n" not in value


def _fits_block(value: str) -> bool:
    """Whether a text can stand in a block scalar as it is."""
    return (
        bool(value.strip())
        and all(line == line.strip() for line in value.removesuffix("\n").split("\n"))
        and not value.startswith("\n")
        and not value.endswith("\n\n")
        and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", value)
    )
