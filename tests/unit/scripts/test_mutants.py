"""Mutants are small faults in one place; a trial tells whether the tests notice one."""

import ast
import json
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from coverage import CoverageData

from scripts.mutants.choosing import Known, by_line, choose, engine, read_known
from scripts.mutants.operators import Mutant, mutants
from scripts.mutants.reach import Reach
from scripts.mutants.report import rate, summary, told
from scripts.mutants.trial import Copy, Outcome
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
        ("x = {}", {"x = None"}),
        ("x = a if b else c", {"x = (a if not b else c)"}),
        ("if a: pass", {"if not (a): pass"}),
        ("while a: break", {"while not (a): break", "while a: continue"}),
        ("for a in b: continue", {"for a in b: break"}),
        ("x = [a for a in b if a]", {"x = [a for a in b if not (a)]"}),
        ("def f(a=1): return a", {"def f(a=2): return a", "def f(a=0): return a", "def f(a=1): return None"}),
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
        "def f(a: 'A') -> 'B': ...",
        "import a",
        "if TYPE_CHECKING: x = 1",
        "__all__ = ['a']",
        "del a, b",
        "HELP = 'a'",
        "x = spoken('a')",
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
    lines = by_line({"factsheet/a.py": "x = 1\ny = 2\n" * 20, "factsheet/problems/codes/b.py": "x = 1\n"}, "factsheet")
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


def recorded(folder: Path, **lines: list[int]) -> Reach:
    """What tests ran of a module of the engine; the later ones are slower."""
    data = CoverageData(str(folder / "some.lines"))
    for test, ran in lines.items():
        data.set_context(f"tests/unit/l10n/test_{test}.py::test|run")
        data.add_lines({str(folder / "factsheet/l10n/dates.py"): ran})
    data.write()
    seconds = {f"tests/unit/l10n/test_{test}.py::test": 1.0 + index for index, test in enumerate(lines)}
    (folder / "some.json").write_text(json.dumps(seconds))
    texts = {"factsheet/l10n/dates.py": "A = 1\ndef f():\n    return A\n"}
    return Reach.read(texts, folder)


def test_the_tests_that_ran_a_line_are_tried(tmp_path: Path) -> None:
    """The module's own tests come first, then the quick ones; a constant is tried by those that ran what uses it."""
    reach = recorded(tmp_path, money=[3], units=[2], plurals=[3], dates=[3])
    constant = mutants(b"A = 1\ndef f():\n    return A\n")
    found = {mutant.old: reach.tests("factsheet/l10n/dates.py", mutant) for mutant in constant}
    expected = [f"tests/unit/l10n/test_{name}.py::test" for name in ("dates", "money", "plurals")]
    assert found == {"1": expected, "A": expected}


def test_tests_that_share_what_ran_a_line_are_tried_too(tmp_path: Path) -> None:
    """Those of the module's own file, whoever ran the line, and those beside a test that did, which come last."""
    recorded(tmp_path, money=[3], dates=[])
    seconds = {
        f"tests/unit/l10n/test_{name}": 0.1 for name in ("money.py::other", "dates.py::other", "units.py::other")
    }
    (tmp_path / "more.json").write_text(json.dumps(seconds))
    reach = Reach.read({"factsheet/l10n/dates.py": "def f():\n\n    return 1\n"}, tmp_path)
    (mutant, *_) = mutants(b"def f():\n\n    return 1\n")
    expected = ["dates.py::other", "dates.py::test", "money.py::test", "money.py::other"]
    assert reach.tests("factsheet/l10n/dates.py", mutant) == [f"tests/unit/l10n/test_{name}" for name in expected]


def fault(**changes: object) -> Mutant:
    """A mutant of `factsheet/one.py` below."""
    plain = {"line": 2, "statement": (2, 2), "owner": "", "start": 0, "end": 0, "old": "", "new": ""}
    return Mutant(**{**plain, **changes})  # type: ignore[arg-type]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of a small tree with one module and its test."""
    tree = write_site(
        tmp_path / "tree",
        {
            "factsheet/one.py": "def one() -> int:\n    return 1\n",
            "tests/test_one.py": "from factsheet.one import one\n\n\ndef test_one():\n    assert one() == 1\n",
            "pyproject.toml": "[tool.pytest]\npythonpath = ['.']\n",
            ".gitignore": "ignored\n",
            "ignored": "",
        },
    )
    subprocess.run(["git", "init", "-q", tree], check=True)
    return Copy.of(tree, tmp_path / "copy")


def test_a_copy_has_what_git_would_have(copy: Copy) -> None:
    """What Git ignores is not copied."""
    assert {path.name for path in copy.root.rglob("*") if path.is_file()} == {
        ".gitignore",
        "one.py",
        "pyproject.toml",
        "test_one.py",
    }


@pytest.mark.parametrize(
    ("new", "tests", "verdict"),
    [
        ("return 2", ["tests/test_one.py::test_one"], "killed"),
        ("return 2 - 1", ["tests/test_one.py::test_one"], "survived"),
        ("return 2", [], "not reached"),
    ],
)
def test_a_trial(copy: Copy, new: str, tests: list[str], verdict: str) -> None:
    """A test that fails kills the mutant and is named; afterwards the copy is as it was."""
    source = (copy.root / "factsheet/one.py").read_bytes()
    start = source.index(b"return")
    mutant = fault(start=start, end=len(source) - 1, old="return 1", new=new)
    outcome = copy.try_out("factsheet/one.py", mutant, tests, 1)
    assert (outcome.verdict, outcome.by) == (verdict, tests[0] if verdict == "killed" else "")
    assert (copy.root / "factsheet/one.py").read_bytes() == source


def test_a_test_that_cannot_be_run_kills_nothing(copy: Copy) -> None:
    """Where pytest ends otherwise than with a failure, and does so without the mutant too, something is wrong here."""
    with pytest.raises(RuntimeError, match=r"one\.py: pytest ends with 4"):
        copy.try_out("factsheet/one.py", fault(), ["tests/test_one.py::test_two"], 1)


def test_an_import_that_fails_kills(copy: Copy) -> None:
    """A module that cannot be imported any more is noticed by whoever imports it."""
    outcome = copy.try_out("factsheet/one.py", fault(new="import nothing\n"), ["tests/test_one.py::test_one"], 1)
    assert outcome.verdict == "killed"


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
