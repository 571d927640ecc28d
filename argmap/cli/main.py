"""The entry: finds the command, runs it, and turns what went wrong into words and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from argmap import __version__
from argmap.cli.commands import COMMANDS, SUMMARIES
from argmap.cli.exits import CLEAN, TROUBLE, CommandError, nearest, quoted
from argmap.cli.streams import prepare, say, settle, write

__all__ = ["entry_point", "main"]

_HELP = """\
usage: argmap COMMAND [options]

Structured debates as text: checked like code, drawn for slides.

commands:
{commands}
options:
  -h, --help  print this help
  --version   print the version

examples:
  argmap new debate.yaml                    start a map
  argmap check                              check every map below maps/
  argmap export debate.yaml -o debate.svg   draw it for a slide

'argmap COMMAND --help' says more about each command.
"""
# What a shell reports of a program that a closed pipe or Ctrl+C has ended.
_PIPE_CLOSED = 128 + 13
_INTERRUPTED = 128 + 2


def entry_point() -> None:
    """Run argmap as a program of its own."""
    prepare()
    # Values in tuples leave no circles behind; looking for them all the time takes 8 % of a check.
    gc.set_threshold(50_000, 20, 50)
    # argmap uses no plugin of pydantic; to look for them costs 60 ms, a fifth of the start-up.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 something found, 2 trouble."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse has printed the help
        code = CLEAN if stop.code is None else int(stop.code)
    except CommandError as trouble:
        say(f"argmap: {trouble}")
        code = TROUBLE
    except BrokenPipeError:
        code = _PIPE_CLOSED
    except KeyboardInterrupt:
        say("argmap: Stopped.")
        code = _INTERRUPTED
    except OSError as error:
        say(f"argmap: {_sentence_of(error)}")
        code = TROUBLE
    except Exception as bug:  # noqa: BLE001 - the one last frame: a bug is reported, not hidden
        _report(bug)
        code = TROUBLE
    settle()
    return code


def _dispatch(arguments: list[str]) -> int:
    name = arguments[0] if arguments else None
    if name is None:
        say(_help().rstrip())
        return TROUBLE
    if name in _INFORMATION:
        write(_INFORMATION[name]())
        return CLEAN
    if name not in SUMMARIES:
        kind = "option" if name.startswith("-") else "command"
        raise CommandError(
            f"There is no {kind} {quoted(name)}.{nearest(name, (*SUMMARIES, *_INFORMATION))}\n"
            "See 'argmap --help'."
        )
    from argmap.cli.parser import command_parser

    options = command_parser(name).parse(arguments[1:])
    code: int = import_module(f"argmap.cli.{name}").run(options)
    return code


def _help() -> str:
    # Printed without argparse: that alone costs as much as starting Python.
    width = max(map(len, SUMMARIES))
    listing = "".join(f"  {name:{width}}  {summary}\n" for name, summary in COMMANDS)
    return _HELP.format(commands=listing)


def _version() -> str:
    return f"argmap {__version__}\n"


_INFORMATION = {"-h": _help, "--help": _help, "--version": _version}


def _sentence_of(error: OSError) -> str:
    reason = error.strerror or str(error)
    name = error.filename
    return f"{reason}: {quoted(str(name))}." if name is not None else f"{reason}."


def _report(bug: Exception) -> None:
    """Say how to report a mistake of argmap's own; the traceback only where it is asked for."""
    import traceback

    if os.environ.get("ARGMAP_DEBUG"):
        say("".join(traceback.format_exception(bug)).rstrip())
    frames = traceback.extract_tb(bug.__traceback__)
    where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    say(
        f"argmap: This is a mistake in argmap, not in your map: {type(bug).__name__}{where}.\n"
        "Please report it with the map, the output of 'argmap doctor', and what the same command "
        "prints with ARGMAP_DEBUG=1 in the environment."
    )
