"""The findings pane: what a check finds in the map as it is now; enter goes to the claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.reporters.visible import visible
from argmap.rules.findings import Finding, Severity

__all__ = ["FindingsPane", "counts_of"]

# Each is wrapped when it is shown, a millisecond apiece; the first ones are mended first.
_MOST_SHOWN = 200
_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "i"}
_STYLES = {Severity.ERROR: "bold $error", Severity.WARNING: "bold $warning", Severity.INFO: "dim"}


class FindingsPane(OptionList):
    """Lists findings in the order of the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", id="finding-down"),
        Binding("k", "cursor_up", "Up", id="finding-up"),
    ]
    DEFAULT_CSS = """
    FindingsPane { border: none; padding: 0 1; background: $background; }
    FindingsPane:focus { border: none; }
    """

    class Chosen(Message):
        """The claim of a finding is wanted."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(self) -> None:
        super().__init__(id="findings", markup=False)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the highlight stays where it was as far as it can."""
        if tuple(findings) == self._findings and self.option_count:
            return
        at = self.highlighted or 0
        self._findings = tuple(findings)
        self.clear_options()
        if not findings:
            self.add_option(Option(Content("Nothing found. This map is clean."), disabled=True))
            return
        options = [Option(_line(finding)) for finding in findings[:_MOST_SHOWN]]
        if len(findings) > _MOST_SHOWN:
            more = f"{len(findings) - _MOST_SHOWN:,} more. 'argmap check' prints them all."
            options.append(Option(Content(more), disabled=True))
        self.add_options(options)
        self.highlighted = min(at, len(findings) - 1, _MOST_SHOWN - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the claim of the finding."""
        event.stop()
        self.post_message(self.Chosen(self._findings[event.option_index]))


def counts_of(findings: Sequence[Finding]) -> str:
    """Return how many findings of each severity there are, "" if none."""
    parts = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        count = sum(finding.severity is severity for finding in findings)
        if count:
            word = str(severity) if severity is Severity.INFO or count == 1 else f"{severity}s"
            parts.append(f"{_SIGNS[severity]} {count} {word}")
    return "  ".join(parts)


def _line(finding: Finding) -> Content:
    where = f"{finding.location.line}: " if finding.location is not None else ""
    help_ = f" {visible(finding.help)}" if finding.help else ""
    return Content.assemble(
        (f"{_SIGNS[finding.severity]} ", _STYLES[finding.severity]),
        (f"{where}", "dim"),
        visible(finding.message),
        (help_, "dim"),
        (f"  {finding.code}", "dim"),
    )
