"""Break texts for as long as one likes: `python -m tests.fuzz_reader --seconds 600`.

Every text that makes the reader or a rule crash, or a finding point outside the text, is printed.
"""

from __future__ import annotations

import argparse
import itertools
import time
import traceback

from tests.document.mutations import mutated, unhurt

_ROUND = 1_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0, help="where to begin (default: 0)")
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    read, failed = 0, 0
    for seed in itertools.count(options.seed):
        for text in mutated(_ROUND, seed):
            read += 1
            try:
                unhurt(text)
            except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
                failed += 1
                print(f"--- seed {seed}\n{text!r}\n{traceback.format_exc(limit=-3)}", flush=True)
        if time.monotonic() > end:
            print(f"{read:,} texts from seed {options.seed} to {seed}, {failed} failures")
            break
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
