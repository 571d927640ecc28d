"""What moves and shows but changes no map: cursor, folds, search, panes, help."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, TextArea

from argmap.model.claims import Claim, Ref
from argmap.tui.chart.pane import MapPane
from argmap.tui.commands.linking import claim_options
from argmap.tui.desk.bars import KeyBar
from argmap.tui.desk.desk import Desk
from argmap.tui.desk.details import DetailsPane
from argmap.tui.desk.filters import filter_options, filtered
from argmap.tui.desk.findings import FindingsPane
from argmap.tui.desk.panes import Pane
from argmap.tui.desk.places import item_at_line, line_of_item
from argmap.tui.desk.seeking import SearchLine
from argmap.tui.desk.writing import MapOutline
from argmap.tui.dialogs.helping import help_text
from argmap.tui.dialogs.line import LineBox
from argmap.tui.dialogs.picker import Picker
from argmap.tui.dialogs.reading import Reading, reading_width
from argmap.tui.session.buffers import Buffer
from argmap.tui.session.fields import Field, edits_for
from argmap.tui.session.items import home_of, uses_of
from argmap.tui.session.outcomes import Gesture, Outcome
from argmap.tui.session.quoting import quote_check
from argmap.tui.session.sessions import Session, changed

__all__ = ["STEERING", "Looking"]


class Looking(Desk):
    """Carries out the gestures that look and move."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._trail: list[tuple[int, int]] = []
        self._sought_from = 0

    def compose(self) -> ComposeResult:
        """Add the line to search with."""
        yield from super().compose()
        yield SearchLine()

    def gesture(self, name: Gesture, number: int) -> None:
        """Carry out a gesture of the outline or of the panes."""
        outline = self.sheet.outline if self.sheet is not None else None
        if outline is not None and name in STEERING:
            STEERING[name](outline, number)
            return
        found = getattr(self, f"_do_{name.replace('-', '_')}", None)
        if found is None:
            raise NotImplementedError(name)
        found()

    # Going elsewhere.

    def _do_go_to(self) -> None:
        def chosen(answer: str) -> None:
            if self.sheet is not None:
                self.sheet.outline.go_to(int(answer))

        self.ask(Picker("Go to which claim?", claim_options(self.session.map)), chosen)

    def _do_follow(self) -> None:
        map_, cursor, buffer = self.session.map, self.session.cursor, self.session.buffer
        if buffer is None or self.sheet is None:
            return
        goal: int | None = None
        match map_.items[cursor].content:
            case Ref(id=name):
                goal = home_of(map_, name)
            case Claim(id=str(name)):
                uses = uses_of(map_, name)
                goal = uses[0] if uses else None
            case _:
                pass
        if goal is None:
            self.tell("No link leads from here. Links are shown with ↗.")
            return
        self._trail.append((buffer.number, cursor))
        self.sheet.outline.go_to(goal)

    def _do_back(self) -> None:
        buffer = self.session.buffer
        if buffer is None or self.sheet is None:
            return
        while self._trail:
            number, item = self._trail.pop()
            if number == buffer.number and item < len(self.session.map.items):
                self.sheet.outline.go_to(item)
                return
        self.tell("No link was followed yet. Press ] on a link.")

    def _do_escape(self) -> None:
        sheet = self.sheet
        if self.pane != "outline":
            self.show_pane("outline")
        elif sheet is None or sheet.outline.cancel_drag():
            return
        elif sheet.outline.matches:
            sheet.outline.search("")
        elif sheet.outline.selected:
            sheet.outline.select(())
        else:
            sheet.outline.filter(None)

    # Search and filter.

    def _do_search(self) -> None:
        if self.sheet is None:
            return
        self._sought_from = self.session.cursor
        line = self.query_one(SearchLine)
        line.value = ""
        line.display = True
        self.query_one(KeyBar).display = False
        line.focus()

    @on(Input.Changed, "#search")
    def _sought(self, event: Input.Changed) -> None:
        event.stop()
        if self.sheet is not None and self.query_one(SearchLine).display:
            self.sheet.outline.search(event.value)
            if event.value:
                self.sheet.outline.next_match(from_here=True)

    @on(SearchLine.Ended)
    def _search_ended(self, event: SearchLine.Ended) -> None:
        sheet = self.sheet
        self.query_one(SearchLine).display = False
        self.query_one(KeyBar).display = True
        if sheet is None:
            return
        if not event.is_kept:
            sheet.outline.search("")
            sheet.outline.go_to(self._sought_from)
        elif self.query_one(SearchLine).value:
            count = len(sheet.outline.matches)
            if not count:
                self.tell("Nothing found. Press / to search for something else.")
            elif count > 1:
                self.tell(f"Found in {count} rows. n and N go on.")
        sheet.outline.focus()

    def _do_filter(self) -> None:
        def chosen(answer: str) -> None:
            if answer == "words:":
                box = LineBox("Show only claims with these words")
                self.ask(box, lambda words: self._filter(f"words:{words}"))
            else:
                self._filter(answer)

        self.ask(Picker("Show only …", filter_options(self.session.map)), chosen)

    def _filter(self, wanted: str) -> None:
        items = filtered(self.session.map, wanted)
        if self.sheet is None:
            return
        if not items:
            self.tell("No claim is left by that filter, so everything is shown.")
            return
        self.sheet.outline.filter(items)
        self.tell(f"{len(items)} of {len(self.session.map.items)} rows. esc shows all again.")

    # Panes.

    def _toggle_pane(self, pane: Pane) -> None:
        self.show_pane("outline" if self.pane == pane else pane)

    def _do_show_map(self) -> None:
        self._toggle_pane("chart")

    def _do_map_scope(self) -> None:
        self.query_one("#chart", MapPane).toggle_scope()

    def _do_map_direction(self) -> None:
        self.query_one("#chart", MapPane).toggle_direction()

    def _do_map_texts(self) -> None:
        self.query_one("#chart", MapPane).toggle_texts()

    def _do_show_details(self) -> None:
        self._toggle_pane("details")

    def _do_show_findings(self) -> None:
        self._toggle_pane("findings")

    def _do_show_text(self) -> None:
        if self.pane != "text":
            self.show_text()
        self._toggle_pane("text")

    def show_text(self, line: int | None = None) -> None:
        """Show the text of the file, at a line or at that of the cursor."""
        buffer = self.session.buffer
        area = self.query_one("#text", TextArea)
        if buffer is None:
            return
        text = buffer.document.text or ""
        if area.text != text:
            area.load_text(text)
        at = line if line is not None else line_of_item(buffer.document, buffer.cursor)
        area.move_cursor((max(0, at - 1), 0), center=True)

    def show_broken(self, buffer: Buffer) -> None:
        """Show the text of a file with errors and its findings; it can only be read."""
        self.query_one(FindingsPane).show(self.findings)
        first = next((one.location for one in self.findings if one.location is not None), None)
        self.show_text(None if first is None else first.line)
        self.show_pane("text")
        self.show_pane("findings")
        self.tell(
            f"{buffer.path} has errors, so it can only be read. E opens it in your text editor.",
        )

    @on(FindingsPane.Chosen)
    def _finding_chosen(self, message: FindingsPane.Chosen) -> None:
        buffer, location = self.session.buffer, message.finding.location
        if buffer is None or location is None:
            return
        item = item_at_line(buffer.document, location.line)
        if item is None or self.sheet is None or not buffer.document.is_sound:
            self.show_text(location.line)
            self.show_pane("text")
            return
        self.sheet.outline.go_to(item)
        self.show_pane("outline")

    @on(DetailsPane.Chosen)
    def _field_chosen(self, message: DetailsPane.Chosen) -> None:
        field = message.field
        if self.session.buffer is None or not self.session.buffer.document.is_sound:
            self.tell("The file has errors, so it cannot be edited here. See the findings.")
            return
        who = "" if field.owner == "claim" else f" of the {field.owner}"
        title = f"{field.name}{who}"
        if field.owner == "stance":
            title = f"What does {field.name} believe of it?"
        check = quote_check(self.session.buffer.document, field)
        box = LineBox(title, field.shown, field.suggestions, field.hint, check)
        self.ask(box, lambda text: self.perform(_setting(field, text)))

    def _do_help(self) -> None:
        text = help_text(self.keymap, reading_width(self.size.width))
        self.ask(Reading("Help", text), lambda _answer: None)

    def _do_palette(self) -> None:
        self.app.action_command_palette()

    def _do_theme(self) -> None:
        names = tuple((name, name, "") for name in sorted(self.app.available_themes))

        def chosen(answer: str) -> None:
            self.app.theme = answer

        self.ask(Picker("Which theme?", names), chosen)

    def show_reading(self, title: str, text: str, then: Callable[[], None]) -> None:
        """Show a longer text in a box, and go on when it is closed."""
        self.app.push_screen(Reading(title, Content(text)), lambda _answer: then())


def _setting(field: Field, text: str) -> Callable[[Session], Outcome]:
    def run(session: Session) -> Outcome:
        edits = edits_for(session.map, field, text)
        if not edits:
            return session
        owner = "" if field.owner == "claim" else f"{field.owner} "
        return changed(session, f"set {owner}{field.name}", edits, field.item)

    return run


def _go_left(outline: MapOutline, _number: int) -> None:
    before = outline.folded
    item = outline.cursor
    if item >= 0 and item not in before:
        outline.fold(item)
    if outline.folded == before:
        outline.go_to_parent()


def _go_right(outline: MapOutline, _number: int) -> None:
    if outline.cursor in outline.folded:
        outline.unfold()
    else:
        outline.go_to_first_child()


def _match(outline: MapOutline, *, forward: bool) -> None:
    found = outline.next_match() if forward else outline.previous_match()
    if found is None:
        outline.notify("Nothing is searched for. Press / first.", markup=False)


STEERING: Mapping[str, Callable[[MapOutline, int], object]] = {
    "down": lambda outline, _number: outline.move_cursor(1),
    "up": lambda outline, _number: outline.move_cursor(-1),
    "page-down": lambda outline, _number: outline.page(1),
    "page-up": lambda outline, _number: outline.page(-1),
    "first": lambda outline, _number: outline.go_to_first(),
    "end": lambda outline, _number: outline.go_to_last(),
    "parent": _go_left,
    "child": _go_right,
    "fold": lambda outline, _number: outline.toggle(),
    "fold-to": lambda outline, number: outline.fold_to_depth(number),
    "unfold-all": lambda outline, _number: outline.unfold_all(),
    "select": lambda outline, _number: outline.toggle_selected(),
    "extend-down": lambda outline, _number: outline.extend_selection(1),
    "extend-up": lambda outline, _number: outline.extend_selection(-1),
    "next-match": lambda outline, _number: _match(outline, forward=True),
    "previous-match": lambda outline, _number: _match(outline, forward=False),
}
