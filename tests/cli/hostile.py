"""Files that a checker must survive, each with the code of the finding it deserves."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CONTENTS", "make"]

_HEAD = b"argmap: 1\nmap:\n"

CONTENTS: dict[str, tuple[bytes, str]] = {
    "alias-bomb": (
        b"argmap: 1\na: &a [x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 110)
        ),
        "Y011",
    ),
    "merge-bomb": (
        b"argmap: 1\na: &a {x: y}\n"
        + b"".join(
            b"%c: &%c {<<: [%s]}\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9))
            for n in range(98, 110)
        ),
        "Y011",
    ),
    "brackets": (_HEAD + b"[" * 100_000, "Y004"),
    "braces": (b"{" * 100_000 + b"argmap: 1", "Y004"),
    "levels": (b"".join(b" " * n + b"argmap:\n" for n in range(1000)), "Y004"),
    "huge": (_HEAD + b"- claim: " + b"x" * 50_000_000 + b"\n", "Y002"),
    "nul": (_HEAD + b"- claim: a\0b\n", "Y017"),
    "latin-1": (_HEAD + b"- claim: caf\xe9\n", "Y003"),
    "overlong": (_HEAD + b"- claim: \xc0\xaf\n", "Y003"),
    "utf-16": ("argmap: 1\nmap: []\n".encode("utf-16"), "Y003"),
    "utf-32": ("argmap: 1\nmap: []\n".encode("utf-32"), "Y003"),
    "c1": (_HEAD + "- claim: \x9b2Jcleared\n".encode(), "Y017"),
    "escape-key": (_HEAD + b'- claim: a\n  "\\e]0;owned\\a": b\n', "M002"),
    "escape-text": (_HEAD + b'- "\\e[2Jclaim": "\\e]0;owned\\a"\n', "M002"),
    "bidi": (_HEAD + "- claim: a\u202egnp.exe\n".encode(), "Y016"),
    "duplicate": (_HEAD + b"- claim: a\n  claim: b\n", "Y009"),
    "tab": (_HEAD + b"- claim: a\n\tid: b\n", "Y013"),
    "tag": (_HEAD + b"- claim: !!python/object/apply:os.system [ls]\n", "Y010"),
    "directive": (b"%YAML 1.1\n---\nargmap: 1\n", "Y018"),
    "documents": (b"argmap: 1\n---\nargmap: 1\n", "Y006"),
    "complex-key": (b"argmap: 1\n? [a, b]\n: c\n", "Y012"),
    "list": (b"- argmap: 1\n", "Y008"),
    "unclosed": (_HEAD + b'- claim: "never\n  closed\n', "Y000"),
    "colon": (_HEAD + b"- claim: Kabul: the talks\n", "Y000"),
    "newer": (b"argmap: 99\nmap: []\n", "M007"),
    "digits": (b"argmap: " + b"9" * 100_000 + b"\n", "M0"),
    "deep-claims": (
        _HEAD
        + b"".join(b"  " * n + b"- claim: a\n" + b"  " * n + b"  support:\n" for n in range(250)),
        "Y004",
    ),
    "many-keys": (
        _HEAD + b"- claim: a\n" + b"".join(b"  k%d: v\n" % n for n in range(2000)),
        "M002",
    ),
}


def make(folder: Path) -> None:
    """Write all of them, and what is not even a file."""
    for name, (content, _code) in CONTENTS.items():
        (folder / f"{name}.yaml").write_bytes(content)
    if os.name != "nt":
        os.mkfifo(folder / "fifo.yaml")
        (folder / "loop.yaml").symlink_to("loop.yaml")
        (folder / "dangling.yaml").symlink_to("nowhere.yaml")
        (folder / "loop-folder").symlink_to(".")
        (folder / "de\x1b[31mvil.yaml").write_bytes(_HEAD + b"- claim: \n")
        os.mkfifo(folder / "device.yaml")
