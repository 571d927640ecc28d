"""Maps for drawing, written as one line an item."""

from __future__ import annotations

from argmap.model.claims import Claim, Content, Linked, Ref
from argmap.model.maps import Item, Kind, Map
from argmap.model.sources import Source

__all__ = ["SHAPES", "sketch"]

_KINDS = {
    "=": Kind.CLAIM,
    "+": Kind.SUPPORT,
    "-": Kind.REBUT,
    "!": Kind.UNDERCUT,
    "~": Kind.WARRANT,
    "&": Kind.PREMISE,
}


def sketch(text: str, sources: tuple[Source, ...] = ()) -> Map:
    """Return a map: two blanks a level, a sign for the kind, an id, and after a colon the claim.

    `*` before the id makes it a ref, `linked` is linked premises. Without a colon the claim says
    its id.
    """
    items = []
    for line in text.strip("\n").splitlines():
        words = line.lstrip()
        sign, rest = words[0], words[1:].strip()
        name, _, claim = rest.partition(":")
        content: Content = Claim(claim.strip() or f"This is what {name} says", name)
        if name.startswith("*"):
            content = Ref(name[1:])
        elif name == "linked":
            content = Linked()
        items.append(Item((len(line) - len(words)) // 2, _KINDS[sign], content))
    return Map(title="A sketch", sources=sources, items=tuple(items))


def _lines(count: int, line: str) -> str:
    return "\n".join(line.format(number) for number in range(count))


LONG = "a" * 90
SHAPES = {
    "one claim": "= a",
    "several roots": "= a\n= b\n  + c\n= d\n  - *a",
    "chain": "\n".join(f"{'  ' * depth}{'=+-+'[min(depth, 3)]} c{depth}" for depth in range(40)),
    "star": "= a\n" + _lines(30, "  + c{}"),
    "fan of both kinds": "= a\n" + _lines(9, "  + p{}") + "\n" + _lines(9, "  - c{}"),
    "rebuts before supports": "= a\n  - c\n  + p",
    "deep on one side": "= a\n  + b\n    + c\n      + d\n        + e\n  - f",
    "linked": "= a\n  + linked\n    & b\n    & c\n    & d\n  - linked\n    & e\n    & f",
    "many linked": "= a\n  + linked\n" + _lines(7, "    & c{}"),
    "linked with reasons": (
        "= a\n  + linked\n    & b\n      + d\n      - e\n    & c\n      + f\n        + g"
    ),
    "linked with mentions": "= a\n  + b\n  + linked\n    & *b\n    & c\n    & *nobody",
    "undercut": "= a\n  + b\n    ! u",
    "warrant and undercuts": "= a\n  + b\n    ~ w\n    ! u\n    ! v\n    + c",
    "undercut of an undercut": (
        "= a\n  + b\n    ! u\n      ! v\n        ! w\n    ! x\n      ~ y\n      ! z"
    ),
    "undercut with reasons": "= a\n  + b\n    ! u\n      + c\n        + d\n      - e\n    + f",
    "cross-links": (
        "= a\n  + b\n    + c\n  - d\n    + *b\n    - *c\n    + e\n      + *a\n= z\n  + *e\n  - *b"
    ),
    "ref that is attacked": "= a\n  + b\n    + c\n  - *c\n    ! u\n      ! v\n    ~ *b",
    "ref that attacks": "= a\n  + b\n    ! *c\n    ! *d\n  + c\n    + d\n      ~ *a",
    "refs among linked": (
        "= a\n  + linked\n    & b\n    & c\n      + *d\n  - d\n    - *b\n    ! *c\n  + *c"
    ),
    "cycle": "= a\n  + b\n    + c\n      + *b\n      - *a",
    "self": "= a\n  + b\n    + *b\n  - *a",
    "nobody": "= a\n  + *nobody\n    ! u\n  - b",
    "twice the same id": "= a\n  + b\n  - b\n  + *b",
    "long words": f"= a: {LONG}\n  + b: {LONG} {LONG}\n    ! u: {LONG}",
    "chinese": (
        "= a: 北京将在阿富汗和谈中发挥更大的作用，这是一个很长的句子。\n"
        "  + b: 中国在稳定的阿富汗有利益。"
    ),
    "arabic": (
        "= a: ستلعب بكين دورا أكبر في محادثات السلام الأفغانية\n  - b: لا تريد إسلام أباد ذلك"
    ),
    "emoji": "= a: 👩🏽‍🚀 says 🇪🇺 is 🎉🎉🎉 today\n  + b: 😀",
    "markup": '= a: <b>&amp;"\'</b> ]]> -->\n  + b: a \\N \\l \\" {x|<p>y}',
    "control characters": "= a: one\x00two\x1b[31m\ufffe\n  + b: \ud800 alone",
    "nothing said": "= a:  \u200b\n  + b: \u00a0",
}
