"""The manual page of a rule: what it finds and why, with an example of each side."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from argmap.rules.rule import Rule

__all__ = ["example", "manual_page"]


def example(rule: Rule, side: Literal["good", "bad"]) -> bytes | None:
    """Return the example map of a rule, or None if no file can show it.

    In a bad one, `# expect: CODE` ends each line at which a finding begins.
    """
    path = files("argmap.rules").joinpath("examples", rule.code, f"{side}.yaml")
    return path.read_bytes() if path.is_file() else None


def manual_page(rule: Rule, printed: str | None = None) -> str:
    """Return what there is to know of a rule, in Markdown.

    `printed` is what a check prints about the bad example; the caller has the means to run it.
    """
    when = ", only with `--pedantic` or when selected" if rule.pedantic else ""
    parts = [
        f"## {rule.code} {rule.name}",
        f"{rule.summary} ({str(rule.severity).capitalize()}{when}.)",
        f"**Why.** {rule.rationale}",
        f"**Where it comes from.** {rule.source}",
    ]
    bad, good = example(rule, "bad"), example(rule, "good")
    if bad is not None:
        parts += ["**A map with the mistake:**", _fenced(_readable(bad), "yaml")]
    if printed:
        parts += ["**What argmap says of it:**", _fenced(printed, "text")]
    if good is not None:
        parts += ["**The map put right:**", _fenced(_readable(good), "yaml")]
    return "\n\n".join(parts) + "\n"


def _readable(raw: bytes) -> str:
    """Return the text of an example; what a page cannot show is shown as an escape."""
    text = raw.decode("utf-8", errors="backslashreplace")
    return "".join(
        character if character.isprintable() or character == "\n" else _escaped(character)
        for character in text.replace("\r\n", "\n")
    )


def _escaped(character: str) -> str:
    """Return a character as its backslash escape."""
    return character.encode("unicode_escape").decode("ascii")


def _fenced(text: str, language: str) -> str:
    """Return text as a block of code."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
