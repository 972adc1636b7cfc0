"""Mutants are small faults in one place; a trial tells whether the tests notice one."""

import ast
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scripts.mutants import trial
from scripts.mutants.choosing import Known, by_line, choose, engine, read_known
from scripts.mutants.forking import forked
from scripts.mutants.operators import Mutant, mutants
from scripts.mutants.reach import Reach, parted
from scripts.mutants.recording import Ran, digest_of, moved, old_lines
from scripts.mutants.report import rate, summary, told
from scripts.mutants.trial import Outcome, faults_of, limit
from scripts.mutants.typed import refused
from tests.previewing import HANG
from tests.support import ROOT, write_site


def faults(source: str) -> set[str]:
    """What a piece of source may become, each as its whole text."""
    return {mutant.apply(source.encode()).decode() for mutant in mutants(source.encode())}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a == b", {"x = (a != b)"}),
        ("x = a < b <= c", {"x = (a <= b <= c)", "x = (a < b < c)"}),
        ("x = a is None", {"x = (a is not None)"}),
        ("x = a in b", {"x = (a not in b)"}),
        ("x = a and b", {"x = (a or b)"}),
        ("x = not a", {"x = (a)"}),
        ("x = -a", {"x = (a)"}),
        ("x = a + b", {"x = (a - b)"}),
        ("x = a // b", {"x = (a * b)"}),
        ("x += a", {"x -= a"}),
        ("x = True", {"x = False"}),
        ("x = 0", {"x = 1"}),
        ("x = m[1]", {"x = m[2]", "x = m[0]"}),
        ("x = 'ă'", {"x = 'XXă'"}),
        ("x = 'class=a b c'", {"x = 'XXclass=a b c'"}),
        ("x = b''", {"x = b'XX'"}),
        ("x = a.strip(' .')", {"x = (a.strip('XX'))"}),
        ("x = {}", {"x = None"}),
        ("x = a if b else c", {"x = (a if not b else c)"}),
        ("if a: pass", {"if not (a): pass"}),
        ("while a: break", {"while not (a): break", "while a: continue"}),
        ("for a in b: continue", {"for a in b: break"}),
        ("x = [a for a in b if a]", {"x = [a for a in b if not (a)]"}),
        ("def f(a=1): return a", {"def f(a=2): return a", "def f(a=0): return a", "def f(a=1): return None"}),
        ("def f(): return False", {"def f(): return True"}),
        ("note(a)", {"pass"}),
        ("raise a", {"pass"}),
        ("x = f'{a == b}'", {"x = f'{(a != b)}'"}),
    ],
)
def test_each_operator(source: str, expected: set[str]) -> None:
    """One piece is another, and nothing else has changed."""
    assert faults(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""Text."""',
        "x: Literal['a'] = a",
        "Kind = Literal['a', 'b']",
        "def f(a: 'A') -> 'B': ...",
        "import a",
        "if TYPE_CHECKING: x = 1",
        "__all__ = ['a']",
        "del a, b",
        "HELP = 'a'",
        "x = spoken('a')",
        "x = zip(a, b, strict=True)",
        "x = 'more than three words'",
        "x = 'a text, which \"says\" it'",
        "@dataclass(frozen=True)\nclass A: ...",
        "@lru_cache(maxsize=256)\ndef f(): ...",
        "x = ValueError('a')",
        "return",
        "x = f'text'",
        "x = None",
    ],
)
def test_what_is_left_alone(source: str) -> None:
    """Annotations, docstrings, public names and words for people are no place for a fault."""
    assert faults(source) == set()


def test_every_mutant_of_the_engine_can_be_read() -> None:
    """A fault is one that Python reads, or every test would notice it."""
    name = "factsheet/outputs/svg/drawing.py"
    source = (ROOT / name).read_bytes()
    found = list(mutants(source))
    assert len(found) > 50
    for mutant in found:
        assert ast.parse(mutant.apply(source)).body


def test_where_a_piece_runs() -> None:
    """Inside of a function it runs when that is called; else when the module is imported, for the name it makes."""
    source = b"A = 1\nclass B:\n    c: int = 2\n    def d(self, e=3):\n        if e:\n            return 4\n"
    found = {mutant.old: (mutant.owner, mutant.line, mutant.statement) for mutant in mutants(source)}
    assert found == {
        "1": ("A", 1, (1, 1)),
        "2": ("c", 3, (3, 3)),
        "3": ("d", 4, (4, 4)),
        "e": ("", 5, (5, 5)),
        "4": ("", 6, (6, 6)),
    }


def test_a_choice_can_be_made_again() -> None:
    """The same seed chooses the same lines, one fault in each; words for people are left out."""
    lines = by_line({"factsheet/a.py": "x = 1\ny = 2\n" * 20, "factsheet/cli/speaking.py": "x = 1\n"}, "factsheet")
    one, again, other = (list(choose(lines, 10, seed)) for seed in (1, 1, 2))
    assert one == again != other
    assert len({(name, mutant.line) for name, mutant in one}) == 10
    assert {name for name, _ in one} == {"factsheet/a.py"}


def test_known_mutants_are_still_there() -> None:
    """Each mutant that is judged to change nothing is one of the engine as it is now, and has a reason."""
    texts = engine(ROOT)
    for known in read_known():
        lines = by_line({known.module: texts[known.module]}, "factsheet")
        found = [
            mutant
            for (_, number), those in lines.items()
            for mutant in those
            if known.is_of(known.module, texts[known.module].split("\n")[number - 1].strip(" "), mutant)
        ]
        assert found, known
        assert len(known.reason) > 10, known


DATES = "factsheet/l10n/dates.py"


def reach(text: str, moved: Mapping[int, int], *files: Mapping[str, list[int]]) -> Reach:
    """What is known where the tests of each file ran some lines of a module; the later ones of a file are slower."""
    found = []
    for tests in files:
        names = {test: f"tests/unit/l10n/test_{test}" for test in tests}
        lines = {
            line: sum(1 << number for number, ran in enumerate(tests.values()) if line in ran) for line in range(5)
        }
        seconds = {name: 1.0 + index for index, name in enumerate(names.values())}
        found.append(Ran(digest="", engine="before", seconds=seconds, lines={DATES: lines}))
    return Reach(texts={DATES: text}, files=found, before={"before": {DATES: (DATES, moved)}})


def test_the_tests_that_ran_a_line_are_tried() -> None:
    """The module's own tests come first, then the quick ones; a constant is tried by those that ran what uses it."""
    source = "A = 1\ndef f():\n    return A\n"
    known = reach(source, {}, {"money.py::a": [3], "money.py::b": [3]}, {"units.py::a": [2]}, {"dates.py::a": [3]})
    found = {mutant.old: list(known.tests(DATES, mutant)) for mutant in mutants(source.encode())}
    expected = [f"tests/unit/l10n/test_{name}" for name in ("dates.py::a", "money.py::a", "money.py::b")]
    assert found == {"1": expected, "A": expected}


def test_tests_that_share_what_ran_a_line_are_tried_too() -> None:
    """Those of the module's own file, whoever ran the line, and those beside a test that did, which come last."""
    source = "def f():\n\n    return 1\n"
    known = reach(source, {}, {"money.py::a": [], "money.py::b": [3]}, {"dates.py::a": []}, {"units.py::a": [1]})
    (mutant, *_) = mutants(source.encode())
    expected = {"dates.py::a": 1.0, "money.py::b": 2.0, "money.py::a": 1.0}
    assert known.tests(DATES, mutant) == {f"tests/unit/l10n/test_{name}": took for name, took in expected.items()}


def test_one_file_does_not_keep_the_others_waiting() -> None:
    """Some tests of each file are tried before the rest of one; all come first of files for the modules beside."""
    source = "def f():\n\n    return 1\n"
    far = {f"../site/test_money.py::{number}": [3] for number in range(8)}
    known = reach(source, {}, far, {"a.py::a": [], "a.py::b": [3]}, {f"b.py::{number}": [3] for number in range(7)})
    (mutant, *_) = mutants(source.encode())
    tried = [test.rpartition("test_")[2] for test in known.tests(DATES, mutant)]
    near = {"a.py::b", *(f"b.py::{number}" for number in range(7))}
    assert set(tried[:13]) == near | {f"money.py::{number}" for number in range(5)}
    assert tried[13:] == ["money.py::5", "money.py::6", "money.py::7", "a.py::a"]


def test_what_lives_is_tried_with_other_tests() -> None:
    """At first some tests are run however slow, then as many as there is time for; after these, others for a while."""
    slow, quick = {f"slow {number}": 5.0 for number in range(41)}, {f"quick {number}": 0.1 for number in range(600)}
    first, again = parted({**quick, **slow})
    assert (list(first), len(again)) == (list(quick)[: len(first)], 404)
    assert sum(first.values()) == pytest.approx(20, abs=0.11)
    first, again = parted({**slow, **quick})
    assert (list(first), again) == (list(slow)[:40], {})


def _endless() -> bytes:
    limit(0)
    while True:
        pass


def test_a_test_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may take some times what it took before, by the processor's clock: other work does not count."""
    monkeypatch.setattr(trial, "SLACK", 0.1)
    assert forked(_endless, HANG) is None


def test_a_line_that_has_moved() -> None:
    """What was recorded of it holds where it stands now, and for a new line below it."""
    source = "def f():\n    print()\n    return 1\n"
    known = reach(
        source, moved("def f():\n    return 1\n", source), {"a.py::a": [1]}, {"money.py::a": [2]}, {"units.py::a": [3]}
    )
    found = {mutant.line: list(known.tests(DATES, mutant)) for mutant in mutants(source.encode())}
    assert found == {2: ["tests/unit/l10n/test_a.py::a"], 3: ["tests/unit/l10n/test_money.py::a"]}
    assert moved("a\nb\nc", "x\na\nc\nd") == {0: 0, 1: 0, 2: 1, 3: 3, 4: 3}
    assert moved("a", "a") == {}


def test_a_module_that_was_renamed(tmp_path: Path) -> None:
    """It is known by its lines; and tests that import it from elsewhere are as they were."""
    then = {"factsheet/a/days.py": "x = 1\ny = 2\n", "factsheet/b/days.py": "z = 1\n", "factsheet/c.py": "c = 1\n"}
    (tmp_path / "0.engine").write_bytes(pickle.dumps(then))
    now = {"factsheet/d/days.py": "w = 0\nx = 1\ny = 2\n", "factsheet/c.py": "c = 1\n"}
    found = old_lines(tmp_path, [Ran("", "0", {}, {})], now)
    assert found["0"]["factsheet/c.py"] == ("factsheet/c.py", {})
    assert found["0"]["factsheet/d/days.py"] == ("factsheet/a/days.py", {0: 0, 1: 0, 2: 1, 3: 2, 4: 3})
    file = tmp_path / "test_a.py"
    digests = []
    for text in ("from a import x\nassert x\n", "from b import x\nassert x\n", "from b import x\nassert not x\n"):
        file.write_text(text, "utf-8")
        digests.append(digest_of(file, ["one"]))
    assert digests[0] == digests[1] != digests[2]


def test_calls_of_a_module_are_its_own_tests() -> None:
    """They are tried first, whichever lines they run."""
    (mutant, *_) = mutants(b"def f():\n    return 1\n")
    name = "tests/calls/test_calls.py::test_calls[l10n.txt-factsheet.l10n.dates]"
    known = Reach(texts={DATES: ""}, files=[Ran("", "", {name: 1.0, name.replace("dates", "units"): 1.0}, {})])
    assert list(known.tests(DATES, mutant)) == [name]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (lambda: b"done", b"done"),
        (lambda: bytes(1_000_000), bytes(1_000_000)),
        (lambda: bytes(-1), None),
        (lambda: time.sleep(60), None),
    ],
    ids=["an answer", "a long one", "an error", "no end"],
)
def test_work_in_a_copy_of_the_process(work: Callable[[], bytes], expected: bytes | None) -> None:
    """It gives its answer back, and none where it fails or takes too long."""
    assert forked(work, 0.5 if expected is None else HANG) == expected


ENDED = """
import os, signal, sys, time
from pathlib import Path
from scripts.mutants.forking import end_at_once, end_properly, forked, shared_out

note, told_at_birth = Path(sys.argv[1]), sys.argv[2:]
born = os.fork

def birth():
    child = born()
    while child and not (note.exists() and note.read_text()):
        time.sleep(0.01)
    if child:
        os.kill(os.getpid(), signal.SIGTERM)
    return child

def work(part):
    return forked(lambda: note.write_text(str(os.getpid())) and time.sleep(600), 600)

if told_at_birth:
    end_at_once()
    os.fork = birth
    work(1)
end_properly()
list(shared_out(work, [1], 1))
"""


@pytest.mark.parametrize("when", [[], ["at birth"]])
def test_nothing_is_left_running(tmp_path: Path, when: list[str]) -> None:
    """Where the whole is told to end, so is what its copies have started, which would hold files and locks.

    A copy that is told to end before it has noted what it has just started ends that too.
    """
    note = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", ENDED, note, *when], cwd=ROOT) as running:
        end = time.monotonic() + HANG
        while not (note.exists() and note.read_text("utf-8")) and time.monotonic() < end:
            time.sleep(0.02)
        running.terminate()
        try:
            running.wait(HANG)
        finally:
            running.kill()
    last = int(note.read_text("utf-8"))
    while _lives(last) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _lives(last)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def fault(**changes: object) -> Mutant:
    """A mutant of `factsheet/one.py` below."""
    plain = {"line": 2, "statement": (2, 2), "owner": "", "start": 0, "end": 0, "old": "", "new": ""}
    return Mutant(**{**plain, **changes})  # type: ignore[arg-type]


SOURCE = b"def one():\n    def inner():\n        return 1\n    return inner\n\ndef two():\n    return one()() + 1\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [(b"+ 1", b"+ 2", (1, 3)), (b"return 1", b"return 5", (5, 6))],
    ids=["a function", "one inside of another"],
)
def test_functions_are_given_their_faulty_code(old: bytes, new: bytes, expected: tuple[int, int]) -> None:
    """Whoever holds a function calls the faulty one; the others stay as they are."""
    names: dict[str, Any] = {}
    exec(compile(SOURCE, "one.py", "exec"), names)  # noqa: S102 - the source above
    assert [names["two"]() for _ in range(100)] == [2] * 100  # Python writes into code that runs often
    for function, code in faults_of([names["one"], names["two"]], "one.py", SOURCE, SOURCE.replace(old, new)):
        function.__code__ = code
    assert (names["one"]()(), names["two"]()) == expected


TREE = {
    "factsheet/__init__.py": "",
    "factsheet/one.py": "LIMIT = 1\nTABLE = {1: 1}\n\ndef one():\n    return TABLE[LIMIT]\n\n"
    "def called(what):\n    def inner():\n        return what()\n    return inner\n\ntwo = called(one)\n",
    "tests/test_one.py": "from factsheet.one import two\n\n\ndef test_one():\n    assert two() == 1\n",
    "pyproject.toml": "[tool.pytest]\npythonpath = ['.']\naddopts = ['--import-mode=importlib']\n",
}
TRIALS = """
import gc
import sys
from pathlib import Path
import pytest
from scripts.mutants.choosing import by_line, engine
from scripts.mutants.recording import recorded
from scripts.mutants.reach import Reach, parted
from scripts.mutants.trial import Bench
root = Path.cwd()
class Trials:
    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        texts = engine(root)
        for _ in "ab":
            files = recorded(session.items, texts, root, root / "kept")
        gc.freeze()  # as tests/conftest.py does with all that the collection of tests has made
        bench = Bench(root=root, items={item.nodeid: item for item in session.items})
        print("functions", len(bench.functions[str(root / "factsheet/one.py")]))
        reach = Reach(texts=texts, files=files)
        for (module, line), mutants in by_line(texts, "factsheet").items():
            for mutant in mutants:
                found = bench.try_out(module, mutant, reach.tests(module, mutant))
                print("tried", line, mutant.old, mutant.new, found.verdict, found.by)
        return True
pytest.main(["-n", "0", "-q", "-p", "no:cacheprovider", "tests"], plugins=[Trials()])
"""


def test_trials(tmp_path: Path) -> None:
    """A test that fails kills a fault and is named, be it in a function or in what runs as a module is imported."""
    root = write_site(tmp_path, TREE)
    path = os.pathsep.join((str(root), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-P", "-c", TRIALS],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANG,
    )
    said = done.stdout.splitlines()
    assert said.count("recording tests/test_one.py") == 1, done.stdout + done.stderr
    assert "functions 3" in said
    by = "killed tests/test_one.py::test_one"
    assert [line.removeprefix("tried ") for line in said if line.startswith("tried")] == [
        f"1 1 2 {by}",
        f"1 1 0 {by}",
        f"2 1 2 {by}",
        f"2 1 0 {by}",
        f"2 1 2 {by}",
        f"2 1 0 {by}",
        f"5 TABLE[LIMIT] None {by}",
        f"9 what() None {by}",
        "10 inner None survived ",  # no test ran this line
    ]


def test_what_is_told() -> None:
    """A survivor is told with its place and both texts; the rate leaves out those that change nothing."""
    mutant = fault(old="a == b", new="(a != b)")
    outcomes = [
        Outcome(module="factsheet/one.py", mutant=mutant, verdict=verdict, tests=3)
        for verdict in ("killed", "timed out", "survived", "not reached", "equivalent")
    ]
    assert told(outcomes[2]) == "survived    factsheet/one.py:2  (3 tests)\n    - a == b\n    + (a != b)"
    assert Decimal(rate(outcomes)) == 50
    assert summary(outcomes).endswith("; 50.0 % killed of those that change anything")
    assert rate([]) == 100


def test_a_known_mutant_is_one_of_the_same_text() -> None:
    """It is known wherever its line has moved, but not on another line, nor as another fault."""
    known = Known(module="factsheet/one.py", line="x = a == b", old="a == b", new="(a != b)", reason="none")
    mutant = fault(old="a == b", new="(a != b)")
    assert known.is_of("factsheet/one.py", "x = a == b", mutant)
    assert not known.is_of("factsheet/one.py", "y = a == b", mutant)
    assert not known.is_of("factsheet/one.py", "x = a == b", fault(old="a == b", new="(a == b)"))


@pytest.mark.slow
def test_what_the_tool_for_types_refuses(tmp_path: Path) -> None:
    """Each fault is told from the others, also where two stand in one module."""
    source = "def f(a: str) -> int:\n    return len(a)\n\n\ndef g(a: str) -> str:\n    return a\n"
    write_site(tmp_path, {"factsheet/__init__.py": "", "factsheet/a.py": source, "factsheet/b.py": source})
    found = list(mutants(source.encode()))
    assert [fault.new for fault in found] == ["None", "None"]
    number = Mutant(line=6, statement=(6, 6), owner="", start=found[1].start, end=found[1].end, old="a", new="a + a")
    faults = [("factsheet/a.py", found[0]), ("factsheet/a.py", number), ("factsheet/b.py", found[1])]
    assert refused(tmp_path, faults, tmp_path / "cache") == {faults[0]: "return-value", faults[2]: "return-value"}
