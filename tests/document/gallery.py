"""Two galleries of mistakes: those of YAML, and those of fields."""

from __future__ import annotations

SYNTAX = (
    "claim: Kabul: the talks\n",
    "a: b: c: d # why\n",
    "claim: 'China's role'\n",
    "claim: 'it''s' fine\n",
    'claim: "He said" no\n',
    'a: "a" "b"\n',
    'claim: "not closed\nshort: "x" y\n',
    'claim: "not closed\nmap:\n- claim: x\n',
    "claim: 'not closed\nb: c\n",
    'a: "x\n---\n"\n',
    "claim: @x\n",
    "claim: `x`\n",
    "claim: %4\n",
    "claim: - x\n",
    "a: ? b\n",
    "a: ]\n",
    "a: ,x\n",
    "a: &\n",
    "a: * b\n",
    "a: !<x\n",
    "a: !y!x b\n",
    "claim: [x\n",
    "claim: [a] b\n",
    "a: {b: c\n",
    "a: {b: c} d\n",
    "a: {b: c d: e}\n",
    "a: [b, [c]\nd: e\n",
    "a: [b\n  c: d\n  'e\n",
    "a: {b: 'x', c: \"y}\n",
    "a: b\n c: d\n",
    "a: one\n  - two: x\n",
    "a:\n  b: c\n d: e\n",
    "- a\nb: c\n",
    "a: b\n- c\n",
    "a:\n  - x: 1\n   y: 2\n",
    "  a: b\nc: d\n",
    "claim: the #1 reason\n  goes on\n",
    "claim: a reason # with a remark\n  goes on\n",
    "# why\na\nb: c\n",
    "a:b\nc: d\n",
    "a: b\nc:d\n",
    "a: b\nfoo bar\nc: d\n",
    "a: |x\n  y\n",
    "a: >- text\n",
    "a: |\n   x\n  y\n",
    "a: |\n\tx\n",
    "\ta: b\n",
    "a:\n\tb: c\n",
    "a:\n  \tb\n  \t c: d\n",
    "a: b\n\tc: d\n",
    'a: "\\x"\n',
    'a: "\\q"\n',
    'a: "\\UFFFFFFFF"\n',
    "a: b\n...\nc\n",
    "%4: x\n",
    "%FOO x\n",
    '"a" "b"\n',
)

HEAD = "argmap: 1\nmap:\n"
FIELDS = (
    "map:\n- claim: x\n",
    "argmap: 2\nmap: []\n",
    "argmap: one\nmap: []\n",
    "argmap: [1]\nmap: []\n",
    "argmap:\nmap: []\n",
    "argmap: 1\n",
    "argmap: 1\nmap:\n",
    "argmap: 1\nmap: x\n",
    "argmap: 1\nmap:\n  claim: x\n",
    "argmap: 1\nmaps: []\n",
    "argmap: 1\nmap: []\nlang: e n\ndraft: maybe\nviews: x\nscenarios: {a: b}\ntitle: [x]\n",
    "argmap: 1\nmap: []\nsources:\n- small\n",
    "argmap: 1\nmap: []\nsources:\nstances:\n",
    """\
argmap: 1
map: []
sources:
  small: x
  'a b': {}
  c: {date: 2013-02-30, auther: x, text: a, file: b}
  d: {date: 5/6/2013, in: x}
  e:
""",
    """\
argmap: 1
map: []
stances:
  small: x
  kuo:
    a: likley
    b: 0.3
    c: 3
    d: {quote: x}
    e: {qualifier: likely, credence: 0.3}
    f:
    g: [x]
    h: {credence: 2}
    i: Probably
""",
    HEAD + "- just text\n",
    HEAD + "- support: text\n",
    HEAD + "- cliam: x\n",
    HEAD + "- linkd:\n  - claim: a\n",
    HEAD + "- id: x\n",
    HEAD + "- support:\n  - claim: x\n",
    HEAD + "-\n",
    HEAD + "- [a]\n",
    HEAD + "- claim: x\n  support: y\n",
    HEAD + "- claim: x\n  support:\n",
    HEAD + "- claim: x\n  support:\n    claim: y\n",
    HEAD + "- claim: x\n  suport:\n  - claim: y\n",
    HEAD + "- claim: x\n  by: z\n",
    HEAD + "- claim: x\n  undercut:\n  - claim: y\n    id: yy\n",
    HEAD + "- ref: x\n",
    HEAD + "- linked:\n  - claim: a\n  - claim: b\n",
    HEAD
    + """\
- claim: x
  id: x
  support:
  - ref: x
    source: s
    support:
    - claim: z
  - ref: zz
    quote: u
  - ref: two words
  - ref:
""",
    HEAD
    + """\
- claim: x
  support:
  - linked:
    - claim: a
      by: s
      undercut:
      - claim: u
    - ref: b
      note: foo
    - linked:
      - claim: z
    source: s
    support:
    - claim: k
  - linked: []
  - linked: x
""",
    HEAD + "- claim: x\n  ref: y\n  linked: []\n",
    HEAD + "- claim: x\n  quote: q\n",
    HEAD + "- claim: x\n  source:\n  - source: s\n  quote: q\n  at: 4\n",
    HEAD + "- claim: x\n  source: a b\n  quote: q\n",
    HEAD + "- claim: x\n  qualifier: likely\n  credence: 0.2\n",
    HEAD
    + """\
- claim: x
  qualifier: probly
  status: Granted
  standard: pp
  implicit: yes
  expect: opne
  tags: a, b
  weight: 3
""",
    HEAD
    + """\
- claim: x
  support:
  - claim: y
    weight: 0
    inference: all
    credence: high
""",
    HEAD + "- claim: x\n  credence: 1.7\n  id: two words\n  short:\n  source: small, kuo\n",
    HEAD + "- claim: x\n  credence: 80\n- claim: y\n  credence: .nan\n",
    HEAD
    + """\
- claim: [a, b]
  note: {a: b}
  source: {source: x}
  expect: [open]
  tags: {a: b}
  qualifier: [likely]
  at:
  - x
""",
    HEAD
    + """\
- claim: x
  source:
  - source: a b
    at: [x]
  - quote: y
  - k: v
    source: s
  -
  - [x]
  - {source: [[x]]}
""",
    HEAD + "- claim: x\n  expect: {small: open, kuo: nope, 'a b': open}\n",
    HEAD + "- claim: x\n  expect: {}\n  source: []\n",
    HEAD + "- {claim: clearly, uncomfortable, id: x}\n",
    HEAD + "- {claim: 'x', id}\n",
    HEAD + "- ? claim\n  ? id\n",
    HEAD + "- claim: *x\n  id: &a y\n  <<: {a: b}\n",
    HEAD + "- claim: x\n  claim: y\n  support: []\n  support: []\n",
    HEAD + "- claim: x\n  ? [a]\n  : b\n  : c\n  '<<': d\n",
    HEAD + '- claim: x\n  "\\e]0;x": 1\n',
    HEAD + "- claim: x\n  " + "k" * 99 + ": 1\n",
)
