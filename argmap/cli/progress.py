"""Progress for work that takes more than a second, on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import Timer
    from typing import Self

    from rich.progress import Progress as Bar

__all__ = ["Progress"]

_PATIENCE = 1.0


class Progress:
    """How far the work is, on stderr; silent when that is no terminal, or for the first second.

    The bar lives in a thread, so that it also shows while one large file is read.
    """

    def __init__(self, title: str, total: int | None = None) -> None:
        self._title = title
        self._total = total
        self._done = 0
        self._bar: Bar | None = None
        self._timer: Timer | None = None
        self._wanted = sys.stderr.isatty() and not os.environ.get("CI")

    def __enter__(self) -> Self:
        self._wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()

    def begin(self, title: str, total: int) -> None:
        """Go on to work of another name, whose extent is known now."""
        with self.aside():
            self._title, self._total, self._done = title, total, 0

    def advance(self) -> None:
        """Count one more thing done."""
        self._done += 1
        bar = self._bar
        if bar is not None:
            bar.update(bar.task_ids[0], completed=self._done)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something else is printed."""
        self._clear()
        yield
        self._wait()

    def _wait(self) -> None:
        if not self._wanted:
            return
        from threading import Timer

        self._timer = Timer(_PATIENCE, self._show)
        self._timer.daemon = True
        self._timer.start()

    def _show(self) -> None:
        # Importing rich takes a tenth of a second, which only slow work has to spare.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
        from rich.progress import Progress as Bar

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
        bar = Bar(
            *columns,
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        bar.add_task(self._title, total=self._total, completed=self._done)
        bar.start()
        self._bar = bar

    def _clear(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            # The timer may be past cancelling, in the middle of drawing the bar.
            timer.join()
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.stop()
