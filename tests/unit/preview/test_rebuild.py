"""The rebuilding of a site while somebody edits."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, Result
from factsheet.builder.state import BuildState
from factsheet.builder.workers import Demand
from factsheet.content.sources import Sources
from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.preview.rebuild import RESTS, Rebuilder, State, exchanged_styles

FAULT = report("F003", Place("content/ro/index.md"))


class _Builds:
    """Stands for the build: gives prepared results, or raises prepared errors, one after the other."""

    def __init__(self, *results: Result | Exception) -> None:
        self.results = list(results)

    def __call__(self, root: Path, options: Options, state: BuildState, _: Demand | None, sources: Sources) -> Result:
        assert (options, state.environment) == (Options(), "")
        assert sources.settings == (root / "site.toml").read_bytes()
        result = self.results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result


class _Site:
    """A folder, its rebuilder, and somebody who saves before each build."""

    def __init__(self, root: Path, build: _Builds) -> None:
        self.root = root
        self.saves = 0
        self.rebuilder = Rebuilder(root, Options(), build=build)

    def save(self) -> None:
        self.saves += 1
        (self.root / "site.toml").write_text(f"# {self.saves}\n", encoding="utf-8")

    def rebuild(self) -> State:
        self.save()
        state = self.rebuilder.refresh()
        assert state is not None
        return state


Make = Callable[..., _Site]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a site with prepared builds."""
    return lambda *results: _Site(tmp_path, _Builds(*results))


def test_the_last_good_pages_stay(make: Make) -> None:
    """With an error the files stay as they were, and their number too; corrected, they change and it grows."""
    good, better = Result(artifacts={"a": b"1"}), Result(artifacts={"a": b"2"})
    site = make(good, Result(problems=(FAULT,)), better)
    assert site.rebuild().serial == 1
    broken = site.rebuild()
    assert (broken.files, broken.serial, broken.has_errors, broken.changed) == ({"a": b"1"}, 1, True, frozenset())
    assert broken.problems == (FAULT,)
    corrected = site.rebuild()
    assert (corrected.files, corrected.serial, corrected.has_errors, corrected.changed) == (
        {"a": b"2"},
        2,
        False,
        frozenset({"a"}),
    )


class _Slow(_Builds):
    """Shows a page before each result."""

    def __call__(
        self, root: Path, options: Options, state: BuildState, demand: Demand | None, sources: Sources
    ) -> Result:
        assert demand is not None
        demand.show({"a": b"early", "style": b"p"})
        demand.show({"a": b"early"})
        return super().__call__(root, options, state, demand, sources)


def _watched(root: Path, *results: Result | Exception) -> tuple[_Site, list[State]]:
    site = _Site(root, _Slow(*results))
    told: list[State] = []
    site.rebuilder.serve_first(lambda: ("a",), told.append)
    return site, told


def test_what_is_waited_for_is_shown_first(tmp_path: Path) -> None:
    """A page is shown as soon as it is there; the whole site then changes what is new and no more."""
    site, told = _watched(tmp_path, Result(artifacts={"a": b"early", "b": b"1", "style": b"p"}))
    whole = site.rebuild()
    assert [(state.serial, state.changed, state.is_partial) for state in told] == [(1, frozenset({"a", "style"}), True)]
    assert (whole.serial, whole.changed, whole.is_partial) == (2, frozenset({"b"}), False)


@pytest.mark.parametrize("failure", [Result(problems=(FAULT,)), RuntimeError("out of paper")])
def test_what_was_shown_too_early_is_taken_back(failure: Result | Exception, tmp_path: Path) -> None:
    """Where the build fails after all, the pages that were shown meanwhile are again what they were."""
    site, told = _watched(tmp_path, failure)
    slow = site.rebuilder._build  # noqa: SLF001 - the first build shows nothing early, the second does
    site.rebuilder._build = _Builds(Result(artifacts={"a": b"good"}))  # noqa: SLF001 - the same
    good = site.rebuild()
    site.rebuilder._build = slow  # noqa: SLF001 - the same
    broken = site.rebuild()
    assert told[-1].files["a"] == b"early"
    assert (broken.files, broken.changed, broken.is_partial) == (good.files, frozenset({"a", "style"}), False)
    assert broken.serial > told[-1].serial > good.serial


def test_what_goes_is_a_change(make: Make) -> None:
    """Files that are gone count as changed, those that stayed the same do not."""
    site = make(Result(artifacts={"a": b"1", "b": b"1"}), Result(artifacts={"b": b"1", "c": b"1"}))
    site.rebuild()
    assert site.rebuild().changed == {"a", "c"}


def test_what_is_kept_is_set_aside_between_rebuilds(make: Make) -> None:
    """Python's collector does not go through what is kept, and once in a while garbage is looked for there too."""
    site = make(Result(artifacts={"a": b"1"}))
    site.rebuild()
    gc.unfreeze()
    site.rebuilder.rest()
    assert gc.get_freeze_count() > 0
    ring: list[object] = []
    ring.append(Ring(ring))
    gone = weakref.ref(ring[0])
    gc.freeze()
    del ring
    for _ in range(RESTS):
        site.rebuilder.rest()
    assert gone() is None
    gc.unfreeze()


class Ring:
    """Something that holds what holds it."""

    def __init__(self, held: list[object]) -> None:
        """Take what is held."""
        self.held = held


def test_a_build_that_changes_nothing_keeps_its_number(make: Make) -> None:
    """The same files again are no new state to reload for."""
    site = make(Result(artifacts={"a": b"1"}), Result(artifacts={"a": b"1"}))
    assert site.rebuild().serial == site.rebuild().serial == 1


def test_what_has_not_changed_is_not_built(make: Make) -> None:
    """A look at a disk that holds what was built, or what is like it byte for byte, builds nothing."""
    site = make(Result(artifacts={"a": b"1"}), RuntimeError("out of paper"))
    site.rebuild()
    assert site.rebuilder.refresh() is None
    site.saves = 0
    site.save()
    assert site.rebuilder.refresh() is None
    assert site.rebuild().crash
    assert site.rebuilder.refresh() is None


def test_a_folder_that_is_away_is_said_and_comes_back(make: Make) -> None:
    """Where the site's folder cannot be read the last pages stay; when it is back they are built anew."""
    site = make(Result(artifacts={"a": b"1"}), Result(artifacts={"a": b"2"}))
    site.rebuild()
    away = site.root.with_name("away")
    site.root.rename(away)
    state = site.rebuilder.refresh()
    assert state is not None
    assert (state.files, state.crash[:18]) == ({"a": b"1"}, "FileNotFoundError:")
    away.rename(site.root)
    state = site.rebuilder.refresh()
    assert state is not None
    assert (state.files, state.crash) == ({"a": b"2"}, "")


def test_a_crash_of_the_build_is_survived(make: Make) -> None:
    """A fault of the tool itself is said in one line, and the pages stay."""
    site = make(Result(artifacts={"a": b"1"}), RuntimeError("out of paper"))
    site.rebuild()
    state = site.rebuild()
    assert state.files == {"a": b"1"}
    assert state.crash.startswith("RuntimeError: out of paper (test_rebuild.py:")


OLD, NEW = "assets/style.0000000000.css", "assets/style.1111111111.css"


def test_a_new_style_sheet_can_be_exchanged() -> None:
    """Where pages differ in the name of a style sheet only, the old name leads to the new."""
    before = {OLD: b"a", "x.html": f'<link href="../{OLD}">'.encode(), "x.json": b"1"}
    after = {NEW: b"b", "x.html": f'<link href="../{NEW}">'.encode(), "x.json": b"2"}
    assert exchanged_styles(before, after, frozenset({OLD, NEW, "x.html", "x.json"})) == {OLD: NEW}


def test_a_page_that_says_something_else_is_loaded_again() -> None:
    """Where a page differs in more than that, or is new, nothing is exchanged."""
    before = {OLD: b"a", "x.html": OLD.encode()}
    after = {NEW: b"b", "x.html": NEW.encode() + b"!"}
    assert exchanged_styles(before, after, frozenset({OLD, NEW, "x.html"})) == {}
    after = {NEW: b"b", "x.html": NEW.encode(), "y.html": b""}
    assert exchanged_styles(before, after, frozenset({OLD, NEW, "x.html", "y.html"})) == {}
    assert exchanged_styles({}, {"x.html": b""}, frozenset({"x.html"})) == {}
