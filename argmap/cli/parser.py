"""The strict argument parser: no abbreviations, and errors that are sentences with a way out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module

from argmap.cli.commands import SUMMARIES
from argmap.cli.exits import CommandError, nearest, quoted
from argmap.cli.streams import terminal_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = [
    "Parser",
    "add_color",
    "add_limits",
    "command_parser",
    "one_of",
    "whole_number",
]

COLORS = ("auto", "always", "never")


class Parser(argparse.ArgumentParser):
    """A parser that explains what is wrong and never guesses what was meant."""

    def __init__(
        self,
        prog: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        **_settings: object,
    ) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Help,
            allow_abbrev=False,
            exit_on_error=False,
        )

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the options, which may stand before, between and after the paths.

        Raises:
            CommandError: If an option is unknown, lacks its value or cannot have it.
        """
        try:
            options, unknown = self.parse_known_intermixed_args(_plain(arguments))
        except argparse.ArgumentError as error:
            raise self._trouble(_sentence_of(error)) from None
        if unknown:
            raise self._trouble(self._about_unknown(unknown[0]))
        return options

    @property
    def arguments(self) -> tuple[argparse.Action, ...]:
        """What a user can give: what goes by its place first; no help, nothing hidden."""
        shown = [action for action in self._actions if action.help != argparse.SUPPRESS]
        shown = [action for action in shown if action.dest != "help"]
        return tuple(sorted(shown, key=lambda action: bool(action.option_strings)))

    def error(self, message: str) -> NoReturn:
        """Refuse with `message` instead of printing it and leaving."""
        raise self._trouble(_missing(message))

    def _trouble(self, sentence: str) -> CommandError:
        return CommandError(f"{sentence}\nSee '{self.prog} --help'.")

    def _about_unknown(self, word: str) -> str:
        name = word.partition("=")[0]
        if not name.startswith("-"):
            return f"There is one argument too many: {quoted(word)}."
        known = [text for text in self._option_string_actions if text.startswith("--")]
        return f"There is no option {quoted(name)}.{nearest(name, known)}"


def _plain(arguments: Sequence[str]) -> list[str]:
    """Return the arguments without `--`: what follows it is no option, whatever it looks like.

    argparse forgets that when options and paths are mixed.
    """
    words = list(arguments)
    if "--" not in words:
        return words
    end = words.index("--")
    rest = (
        f"./{word}" if word.startswith("-") and word != "-" else word for word in words[end + 1 :]
    )
    return [*words[:end], *rest]


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, found without importing shutil (3 ms)."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=min(terminal_width(), 100) - 2)


def command_parser(name: str) -> Parser:
    """Return the parser of one command with all its options."""
    module = import_module(f"argmap.cli.{name}")
    parser = Parser(f"argmap {name}", SUMMARIES[name] + module.MORE, module.EXAMPLES)
    module.add_options(parser)
    return parser


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the paths of a command that takes any number of maps and folders."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="maps, or folders of maps; - for standard input (default: maps/, or this folder)",
    )


def add_color(parser: argparse.ArgumentParser) -> None:
    """Add the option that every command with coloured output has."""
    parser.add_argument(
        "--color",
        type=one_of(COLORS),
        choices=COLORS,
        default="auto",
        help="colour the output (auto: on a terminal, unless NO_COLOR is set)",
    )


def add_limits(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how much of a file is read."""
    parser.add_argument(
        "--max-size",
        metavar="MB",
        type=whole_number(1, 1000),
        default=8,
        help="refuse larger files (default: 8)",
    )
    parser.add_argument(
        "--max-depth",
        metavar="LEVELS",
        type=whole_number(1, 10_000),
        default=256,
        help="refuse deeper nesting (default: 256)",
    )


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """Return a reader of values that accepts only `choices`."""

    def read(value: str) -> str:
        if value in choices:
            return value
        raise argparse.ArgumentTypeError(
            f"{quoted(value)} is not one of {', '.join(choices)}.{nearest(value, choices)}"
        )

    return read


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `least` to `most`."""

    def read(value: str) -> int:
        # int() also takes '1_0' and ' 7 ', which are slips here.
        if value.isascii() and value.isdigit() and least <= int(value[:9]) <= most:
            return int(value)
        raise argparse.ArgumentTypeError(
            f"{quoted(value)} is not a whole number from {least} to {most}."
        )

    return read


def _sentence_of(error: argparse.ArgumentError) -> str:
    """Return what argparse says as a sentence that names the option first."""
    name = error.argument_name
    message = error.message
    if name is None:
        return _missing(message)
    if message.startswith("expected"):
        return f"The option {quoted(name.rpartition('/')[2])} needs a value."
    if message.startswith("ignored explicit argument"):
        return f"The option {quoted(name.rpartition('/')[2])} takes no value."
    return f"{name}: {message}"


def _missing(message: str) -> str:
    """Return argparse's remark on absent arguments as a sentence."""
    before, _, names = message.partition("the following arguments are required: ")
    if names and not before:
        return f"Something is missing: {names}."
    return f"{message[:1].upper()}{message[1:]}."
