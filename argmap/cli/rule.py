"""`argmap rule`: the manual of the rules."""

from __future__ import annotations

import argparse

from argmap.cli.exits import CLEAN
from argmap.cli.streams import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.rules.rule import Rule

__all__ = ["EXAMPLES", "MORE", "add_options", "page_of", "run"]

MORE = " Without a rule, it lists them all."
EXAMPLES = """\
examples:
  argmap rule                        every rule with its summary
  argmap rule circular-reasoning     what it finds and why, with examples
  argmap rule E002 T                 by code, or by the first letters of codes
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "rules",
        metavar="RULE",
        nargs="*",
        help="a rule's code or name, or the first letters of codes",
    )
    parser.add_argument("--all", action="store_true", help="print the page of every rule")


def run(options: argparse.Namespace) -> int:
    """Print the pages, or the list."""
    from argmap.cli.selection import rules_named
    from argmap.rules.catalogue import ALL_RULES

    if options.all:
        chosen = ALL_RULES
    else:
        # A rule that two words mean is explained once.
        chosen = tuple(dict.fromkeys(rule for word in options.rules for rule in rules_named(word)))
    if chosen:
        write("\n".join(page_of(rule) for rule in chosen))
    else:
        write("".join(_listing(ALL_RULES)))
    return CLEAN


def page_of(rule: Rule) -> str:
    """Return the manual page of a rule, with what a check prints of its bad example."""
    from argmap.document.checking import check_document
    from argmap.document.reader import read_bytes
    from argmap.reporters.full import report
    from argmap.rules.manual import example, manual_page

    bad = example(rule, "bad")
    if bad is None:
        return manual_page(rule)
    checked = check_document(read_bytes(bad, "map.yaml"), rules=(rule,))
    return manual_page(rule, "".join(report((checked,))))


def _listing(rules: tuple[Rule, ...]) -> list[str]:
    width = max(len(rule.name) for rule in rules)
    return [
        f"{rule.code}  {rule.name:{width}}  {rule.severity!s:7}  {rule.summary}\n" for rule in rules
    ]
