"""CPU time of functions and of whole processes, and ratios of medians taken side by side."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

Task = Callable[[], object]
# Every program runs from compiled modules, as it does where people installed it.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def cpu_of(task: Task) -> float:
    """Return the CPU seconds of this process and of the children it waited for."""
    before = _spent()
    task()
    return _spent() - before


def _spent() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def cpu_here(task: Task) -> float:
    """Return the CPU seconds of this process alone, to the microsecond."""
    before = time.process_time()
    task()
    return time.process_time() - before


def run(*command: str, ok: Sequence[int] = (0,), cwd: str | None = None) -> Task:
    """Return a task that runs a command and insists on its exit code."""

    def task() -> None:
        done = subprocess.run(command, capture_output=True, check=False, cwd=cwd, env=_ENVIRONMENT)
        if done.returncode not in ok:
            sys.exit(f"{command[0]} exited with {done.returncode}:\n{done.stderr.decode()[-2000:]}")

    return task


def medians(*tasks: Task, rounds: int = 5, clock: Callable[[Task], float] = cpu_of) -> list[float]:
    """Return each task's median over the rounds, in each of which every task runs once, in turn.

    One round more comes first and is not counted.
    """
    for task in tasks:
        task()
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for task, taken in zip(tasks, times, strict=True):
            taken.append(clock(task))
    return [statistics.median(taken) for taken in times]


def report(what: str, ratio: float, bar: str, detail: str, *, holds: bool) -> None:
    """Print one line: the claim, the ratio, whether it holds and the two times behind it."""
    print(f"{'holds' if holds else 'MISSED':6}  {what}: {ratio:.2f}x ({bar}); {detail}", flush=True)
