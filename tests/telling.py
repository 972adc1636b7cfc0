"""All that is told of the sites that tests check: kept whole in `told/` beside the tests, test by test.

A test asserts what it is about: often one code, or that nothing of a kind is told. The engine has said more of the same
site: at which line and column, in which words, with which way out, and what else. All of it is compared with what was
read once and kept: a finding that moves, changes its words, comes or goes is noticed by whatever test meets it.

Most tests of what reads files ask no check: there all that is reported meanwhile is compared. Tests of outputs look at
one thing on a page: there all that each build publishes is compared, as far as the usual site has it not. Tests of
commands look for some words: there all that commands say is compared, and their exit codes. Tests of what writes files
look at some of them: there all that a test leaves in its folder is compared (`left`).

`make golden` writes the files. Until then a new test is not compared. A test that tells nothing has an entry too.
"""

import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import date
from difflib import unified_diff
from functools import cache, wraps
from inspect import isgeneratorfunction
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Final

import pytest

import factsheet.core.codes
from factsheet import __version__
from factsheet.builder import pipeline
from factsheet.builder.options import Options
from factsheet.builder.result import Result
from factsheet.builder.state import BuildState
from factsheet.core.codes import CODES
from factsheet.core.problems import Problem
from tests.publications import in_order, lines_of, shortened
from tests.rich_site import RICH, RICH_SITE, TODAY
from tests.support import LISTENING, ROOT, SMALL_SITE, said, write_site

USUAL: Final = frozenset({"T621"})
"""Told of nearly every translation in a test, since few are marked as current."""
_TEMPORARY: Final = gettempdir()
"""What stands there is called otherwise each time."""
_MOST: Final = 200
"""How much of what one test tells is kept: some try thousands of files."""
_NOWHERE: Final = Path("/nowhere")
_OF_SENTENCES: Final = "tests/corpus/"
"""Where a sentence more moves all that stand below it: lines are left out."""
_OF_CHECKS: Final = ("tests/unit/checks/", "tests/slips/", _OF_SENTENCES)
"""Folders of tests of which all that counts is what a check gives."""
_PYTEST: Final = "pytest-of-"
"""In the name of each folder that a test has for itself: what stands elsewhere is built once, and for many tests."""
_OF_COMMANDS: Final = "tests/unit/cli/"
_SAID: Final = 12
"""How many lines are shown of what a command says; all of them have one digest."""
_PASSING: Final = re.compile(
    rf"(?:/private)?{re.escape(_TEMPORARY)}/[^/\s:]+/[^/\s:]+(?:/popen-[^/\s:]+)?/[^/\s:]+"
    r"|(?<=127\.0\.0\.1:)\d+|(?<=\.new-)\d+|\d+[.,]\d+(?=[ \u00a0]s\b)|\b(?:[0-9a-f]{12}|[0-9a-f]{8})\b"
)
"""Folders, ports, processes and seconds, which are others each time, and digests."""
_OF_OUTPUTS: Final = ("tests/unit/outputs/", "tests/unit/builder/")
_SHOWN: Final = 4
"""How many lines are shown of what a site publishes; all of them have one digest."""
_READ: Final = re.compile(r"(?!assets/|build-info).*\.(?:csv|html|json|svg|txt|xlsx|xml)")
"""What is compared: what people read, and programs that read for them."""
_LONGEST: Final = 160
"""How many characters of such a line."""
_AT_LINE: Final = re.compile(r"(?<=\.md:)\d+:(?=\d)")
_INDENT: Final = "    "
_check: Final = vars(pipeline)["_run"]

Entries = dict[str, list[str]]
"""What is told, by the name of the test or of the fixture that checks a site for many tests."""


class Told:
    """What is told while tests run, and what is kept of it."""

    def __init__(self) -> None:
        """Listen to all checks and builds of this process."""
        self.made: dict[Path, Entries] = {}
        self._kept: dict[Path, Entries] = {}
        self._now: list[str] | None = None
        self._is_open = False
        """Whether what is reported is told, though no check or build tells it."""
        self._publishes = False
        """Whether what is published is told too."""
        self._modules = 0
        self._readings: list[Any] = []
        """The functions that keep what they read together with findings, as of so many modules."""
        self._speaks = False
        """Whether what commands say is told too."""
        vars(pipeline)["_run"] = self._listened
        LISTENING.append(self._heard)

    def _heard(self, done: CompletedProcess[str]) -> None:
        if self._now is not None and self._speaks:
            text = f"$ {' '.join(done.args)}: {done.returncode}\n{done.stdout}{done.stderr}"
            text = _PASSING.sub("…", text.replace(str(ROOT), "ROOT").replace(__version__, "VERSION"))
            command, *lines = (line[:_LONGEST] for line in text.splitlines() if line.strip(" "))
            self._now.append(command)
            self._now += shortened(lines, _SAID) if len(lines) <= _MOST else ()  # a page of the reference

    def left(self, folder: Path) -> None:
        """Tell what stands in a folder, less caches: of pages how long they are, of links where they lead."""
        lines = []
        for path in folder.rglob("*"):
            length = str(path.stat().st_size) if path.suffix == ".html" and path.is_file() else ""
            what = f"-> {path.readlink()}" if path.is_symlink() else "/" if path.is_dir() else length
            if not {".git", ".cache"} & {*path.relative_to(folder).parts}:
                lines.append(_PASSING.sub("…", f"{path.relative_to(folder).as_posix()} {what}".rstrip(" ")))
        if self._now is not None:
            self._now += sorted(lines)

    def listen_to_reports(self) -> None:
        """Listen also to what is reported outside of checks and builds."""
        vars(factsheet.core.codes)["Problem"] = self._reported

    def _reported(self, **values: Any) -> Problem:  # noqa: ANN401 - the fields of a finding
        problem = Problem(**values)
        if self._now is not None and self._is_open and _TEMPORARY not in str(values):
            self._now.append(_line(problem, _NOWHERE))
        return problem

    def listen_to(self, names: dict[str, object]) -> None:
        """Listen also to the checks that a module of tests has imported, and asks by themselves."""
        for name, value in names.items():
            if isgeneratorfunction(value) and value.__module__.startswith("factsheet.checks"):
                names[name] = self._overheard(value)

    def _overheard(self, check: Callable[..., Iterable[object]]) -> Callable[..., Iterator[object]]:
        @wraps(check)
        def asked(*given: object, **named: object) -> Iterator[object]:
            for one in check(*given, **named):
                if self._now is not None and isinstance(one, Problem):
                    self._now.append(_line(one, _NOWHERE))
                yield one

        return asked

    def _listened(self, root: Path, options: Options, *rest: object, **named: object) -> Result:
        before, self._is_open = self._is_open, False
        try:
            result: Result = _check(root, options, *rest, **named)
            if self._now is not None and options.today != date.today():  # noqa: DTZ011 - what depends on the day is not kept
                self._now += self._told_of(result, root)
        finally:
            self._is_open = before
        return result

    def _told_of(self, result: Result, root: Path) -> Iterator[str]:
        if self._publishes and result.artifacts and (_PYTEST in str(root) or root.name.startswith(RICH)):
            lines = list(_otherwise(result.artifacts, _usual(is_rich=root.name.startswith(RICH))))
            yield from (line[:_LONGEST] for line in shortened(lines, _SHOWN))
        if not self._publishes and not self._speaks:
            yield from (_line(problem, root) for problem in result.problems if problem.code not in USUAL)

    @contextmanager
    def compared(self, test: Path, title: str, *, rewrite: bool) -> Iterator[None]:
        """Compare what is told meanwhile with the entry of that title, if there is one, or put it in its place."""
        before = self._now, self._is_open, self._publishes, self._speaks
        told: list[str] = []
        self._now = told
        self._publishes = any(folder in test.as_posix() for folder in _OF_OUTPUTS)
        self._speaks = _OF_COMMANDS in test.as_posix()
        self._is_open = not any(folder in test.as_posix() for folder in (*_OF_CHECKS, *_OF_OUTPUTS, _OF_COMMANDS))
        if self._is_open:
            self._forget_readings()
        try:
            yield
        finally:
            self._now, self._is_open, self._publishes, self._speaks = before
        file = test.parent / "told" / f"{test.stem.removeprefix('test_')}.txt"
        if _OF_SENTENCES in test.as_posix():
            told = [_AT_LINE.sub("", line) for line in told]
        told = list(dict.fromkeys(told))[:_MOST]
        if rewrite:
            self.made.setdefault(file, {})[title] = told
        else:
            kept = self._entries(file).get(title)
            changed = "" if kept is None else "\n".join(unified_diff(kept, told, "kept", "told", n=0, lineterm=""))
            assert not changed, f"other than what is kept: see `make golden`\n{changed}"

    def _forget_readings(self) -> None:
        """Empty what the engine keeps of files that it read with findings: each test hears them, in whatever order."""
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            names = [vars(module) for name, module in sys.modules.items() if name.startswith("factsheet.")]
            kept = {id(one): one for each in names for one in each.values() if hasattr(one, "cache_clear")}
            self._readings = [
                one for one in kept.values() if "Problem" in str(one.__wrapped__.__annotations__.get("return"))
            ]
        for one in self._readings:
            one.cache_clear()

    def _entries(self, file: Path) -> Entries:
        if file not in self._kept:
            self._kept[file] = parse(file.read_text("utf-8")) if file.exists() else {}
        return self._kept[file]


def parse(text: str) -> Entries:
    """Read a file of entries: a line with a title, and the lines told below it, indented."""
    entries: Entries = {}
    title = ""
    for line in text.split("\n"):
        if line.startswith(_INDENT):
            entries[title].append(line.removeprefix(_INDENT))
        elif line:
            title = line
            entries[title] = []
    return entries


def written(entries: Entries) -> str:
    """Write a file of entries, in the order of their titles: that of the tests is up to chance."""
    parts = ("\n".join((title, *(f"{_INDENT}{line}" for line in told))) for title, told in sorted(entries.items()))
    return "".join(f"{part}\n" for part in parts)


def _line(problem: Problem, root: Path) -> str:
    weight = "" if problem.severity is CODES[problem.code].severity else f"{problem.severity}: "
    return f"{weight}{said(problem)}".replace(str(root), ".").replace("\n", "\\n")


def _otherwise(files: Mapping[str, bytes], usual: AbstractSet[str]) -> Iterator[str]:
    """The lines of pages, data and drawings that a site publishes and the usual one does not."""
    for path in in_order(filter(_READ.fullmatch, files)):
        yield from (f"{path} + {line.strip(' ')}" for line in lines_of(path, files[path]) if line not in usual)


@cache
def _usual(*, is_rich: bool) -> AbstractSet[str]:
    """All lines that the smallest site publishes, or the one that has everything."""
    with TemporaryDirectory() as folder:
        root = write_site(Path(folder), RICH_SITE if is_rich else SMALL_SITE)
        files = _check(root, Options(today=TODAY if is_rich else None), BuildState(), 1, render=True).artifacts
    return {line for path in filter(_READ.fullmatch, files) for line in lines_of(path, files[path])}


_TOLD = Told()
_TOLD.listen_to_reports()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Compare what is told while a test runs."""
    rewrite = bool(item.config.getoption("--rewrite-golden"))
    with _TOLD.compared(item.path, item.nodeid.partition("::")[2], rewrite=rewrite):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Compare what a test has left in its folder, once what it took away from the engine is back."""
    folder = item.funcargs.get("tmp_path") if isinstance(item, pytest.Function) else None
    given = yield
    if isinstance(folder, Path):
        rewrite = bool(item.config.getoption("--rewrite-golden"))
        with _TOLD.compared(item.path, item.nodeid.partition("::")[2], rewrite=rewrite):
            _TOLD.left(folder)
    return given


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Compare what is told while what many tests look at is made, of which none is the first on purpose."""
    if fixturedef.scope != "module":
        return (yield)
    rewrite = bool(request.config.getoption("--rewrite-golden"))
    with _TOLD.compared(request.path, f"fixture {fixturedef.argname}", rewrite=rewrite):
        return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Listen to the checks that tests of checks ask by themselves."""
    for module in {item.module for item in items if isinstance(item, pytest.Function)}:
        if "tests/unit/checks" in Path(str(module.__file__)).as_posix():
            _TOLD.listen_to(vars(module))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what is to be kept: of each file of tests that ran, what its tests tell, where they tell anything.

    Where only some tests of a file were asked for (`-k`, or by name), what the others tell stays.
    """
    asked = session.config
    is_part = bool(asked.option.keyword or asked.option.markexpr or any("::" in path for path in asked.args))
    for file, entries in _TOLD.made.items():
        kept = parse(file.read_text("utf-8")) if is_part and file.exists() else {}
        if any(entries.values()) or kept:
            file.parent.mkdir(exist_ok=True)
            file.write_text(written({**kept, **entries}), "utf-8")
