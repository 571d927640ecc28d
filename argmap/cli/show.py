"""`argmap show`: a map as an outline in the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from argmap.cli.exits import CLEAN, FOUND
from argmap.cli.parser import add_color, add_limits, whole_number
from argmap.cli.streams import say, terminal_width, uses_color, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.exporters.outline import Entry
    from argmap.model.maps import Map

__all__ = ["EXAMPLES", "MORE", "add_options", "outline_lines", "run"]

MORE = " Every line says what a claim does (support, rebut, undercut, warrant) and who says it."
EXAMPLES = """\
examples:
  argmap show debate.yaml
  argmap show --color always debate.yaml | less -R
  argmap show --plain debate.yaml       one numbered sentence a claim, for screen readers
"""

_ICONS = {
    "claim": "●",
    "support": "▲",
    "rebut": "▼",
    "undercut": "◆",
    "warrant": "■",
    "premise": "+",
}
_COLORS = {"claim": "1", "support": "32", "rebut": "31", "undercut": "35", "warrant": "36"}
_DIM = "2"
_LEAST_WIDTH = 24


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("file", metavar="FILE", help="the map, or - for standard input")
    parser.add_argument(
        "--plain",
        action="store_true",
        help="numbered sentences without drawing characters, colour or line breaks",
    )
    parser.add_argument(
        "--width",
        metavar="CELLS",
        type=whole_number(20, 1000),
        help="wrap to this width instead of the terminal's",
    )
    add_limits(parser)
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Print the outline."""
    from argmap.cli.inputs import first_error, limits_of, read_input
    from argmap.exporters.spoken import spoken_of

    document = read_input(options.file, limits_of(options))
    if options.plain:
        write(spoken_of(document.map))
    else:
        color = uses_color(options.color, sys.stdout)
        width = options.width or terminal_width()
        for line in outline_lines(document.map, width, color=color):
            write(f"{line}\n")
    if document.is_sound:
        return CLEAN
    say(f"{first_error(document)}\nThe map has errors, so parts may be missing here.")
    say(f"See 'argmap check {options.file}'.")
    return FOUND


def outline_lines(map_: Map, width: int, *, color: bool = False) -> Iterator[str]:
    """Yield the outline with guides, in lines of `width` cells as far as the depth allows."""
    from argmap.exporters.outline import outline_of
    from argmap.exporters.wrapping import one_line, wrapped

    if map_.title is not None:
        for line in wrapped(one_line(map_.title), width):
            yield _painted(line, _COLORS["claim"], color=color)
    if map_.question is not None:
        yield from wrapped(one_line(map_.question), width)
    if map_.title is not None or map_.question is not None:
        yield ""
    entries = outline_of(map_)
    looks: list[str] = []
    for entry, (first, rest) in zip(entries, _guides(entries, width // 2), strict=True):
        del looks[entry.depth :]
        looks.append(looks[-1] if entry.kind == "premise" and looks else str(entry.kind))
        yield from _entry_lines(entry, (first, rest), width, _COLORS[looks[-1]], color=color)


def _entry_lines(
    entry: Entry, guides: tuple[str, str], width: int, paint: str, *, color: bool
) -> Iterator[str]:
    from argmap.exporters.wrapping import one_line, wrapped

    first, rest = guides
    room = max(width - len(first) - 2, _LEAST_WIDTH)
    word = str(entry.kind).upper()
    if entry.linked:
        word += ", linked premises"
    if entry.home is not None:
        word += " (see also)"
    head, *tail = wrapped(f"{word} {one_line(entry.text)}", room)
    icon = _painted(f"{_ICONS[entry.kind]} {word}", paint, color=color)
    guide = _painted(first, _DIM, color=color and bool(first))
    # A kind that is itself wrapped, in a very narrow window, stays as it is.
    yield f"{guide}{icon}{head[len(word) :]}" if head.startswith(word) else f"{guide}{head}"
    guide = _painted(rest, _DIM, color=color and bool(rest))
    for line in tail:
        yield f"{guide}  {line}"
    name = () if entry.id is None or entry.home is not None else (f"[{entry.id}]",)
    for line in wrapped(one_line(" · ".join((*name, *entry.voices, *entry.details))), room):
        if line:
            yield f"{guide}  {_painted(line, _DIM, color=color)}"


def _guides(entries: Sequence[Entry], limit: int) -> Iterator[tuple[str, str]]:
    """Yield, for each entry, what stands before its first line and before the others."""
    lasts = _lasts(entries)
    levels: list[str] = []
    for entry, last in zip(entries, lasts, strict=True):
        del levels[entry.depth :]
        above = "".join(levels[1:])
        below = "" if entry.depth == 0 else "   " if last else "│  "
        levels.append(below)
        first = "" if entry.depth == 0 else above + ("└─ " if last else "├─ ")
        rest = above + below
        if len(first) > limit:
            # Too deep to draw: the number of levels and the nearest guides.
            mark = f"{entry.depth}⋯"
            first = mark + first[len(mark) - limit :]
            rest = " " * len(mark) + rest[len(mark) - limit :]
        yield first, rest


def _lasts(entries: Sequence[Entry]) -> list[bool]:
    """Return, for each entry, whether no sibling comes after it."""
    later: list[bool] = []
    lasts: list[bool] = []
    for entry in reversed(entries):
        del later[entry.depth + 1 :]
        later += [False] * (entry.depth + 1 - len(later))
        lasts.append(not later[entry.depth])
        later[entry.depth] = True
    return lasts[::-1]


def _painted(text: str, paint: str, *, color: bool) -> str:
    return f"\x1b[{paint}m{text}\x1b[0m" if color else text
