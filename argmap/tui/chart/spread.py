"""Things moved apart along a line, each as near to where it wishes to be as the others let it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import floor

__all__ = ["spread"]


def spread(
    wishes: Sequence[float],
    steps: Sequence[int],
    low: int | None = None,
    high: int | None = None,
) -> list[int]:
    """Return a whole number for each wish, at least `steps[i]` from wish i to wish i + 1.

    The squares of the ways from the wishes are least (pool adjacent violators, Ayer et al. 1955).
    With bounds all lie from `low` to `high`, which must leave room for the steps.
    """
    offsets = list(accumulate(steps[: len(wishes) - 1], initial=0))
    sums: list[float] = []
    counts: list[int] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        total, count = wish - offset, 1
        while sums and sums[-1] * count >= total * counts[-1]:
            total += sums.pop()
            count += counts.pop()
        sums.append(total)
        counts.append(count)
    last = offsets[-1] if offsets else 0
    places: list[int] = []
    for total, count in zip(sums, counts, strict=True):
        level = floor(total / count + 0.5)
        if high is not None:
            level = min(level, high - last)
        if low is not None:
            level = max(level, low)
        places.extend([level] * count)
    return [place + offset for place, offset in zip(places, offsets, strict=True)]
