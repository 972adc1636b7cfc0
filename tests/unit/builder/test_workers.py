"""Work is shared out to processes, and comes back as if it had been done here."""

import os
import re
from pathlib import Path

import pytest

from factsheet.builder.state import BuildState
from factsheet.builder.tasks import Plain, Tasks
from factsheet.builder.workers import Demand, chosen, cores, work
from factsheet.content.sheets.store import Sheets, Unreadable
from tests.assembling import FILES, remembered, units_of

FEWEST, WINDOW = 10, 10
"""What the tests set for the engine's own numbers, which differ from these in size alone."""


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ten sheets be many."""
    monkeypatch.setattr("factsheet.builder.workers.FEWEST", FEWEST)
    monkeypatch.setattr("factsheet.builder.workers.WINDOW", WINDOW)


def many(count: int = FEWEST) -> dict[str, str]:
    """A site with many sheets."""
    sheets = {f"content/ro/s{number}.md": "---\ntitle: Foaie\n---\nText.\n" for number in range(count)}
    return {**FILES, **sheets}


def test_there_is_a_core() -> None:
    """A build may use at least one process."""
    assert cores() >= 1


def test_what_workers_do_is_known_here(tmp_path: Path) -> None:
    """The files that two processes render are, byte for byte, those that one renders."""
    shared, alone = units_of(tmp_path, many()), units_of(tmp_path, many())
    work(shared, shared.all_paths(), 2, render=True)
    made = dict(shared.made)
    for units in (shared, alone):
        for path in units.site.every_path:
            units.check(path)
            units.render(path)
    assert len(made) > 2 * FEWEST
    assert made.items() <= alone.made.items()
    assert shared.made == alone.made


def test_checking_alone(tmp_path: Path) -> None:
    """Where nothing is to be rendered, nothing is."""
    units = units_of(tmp_path, many())
    work(units, units.all_paths(), 2, render=False)
    assert units.made == {}
    assert "check s1" in units.site.tracer.traces


def test_what_is_wrong_is_not_rendered(tmp_path: Path) -> None:
    """A sheet with an error is checked, and its pages are left."""
    files = {**many(), "content/ro/s1.md": "---\ntitle: A\n---\n{{ nowhere }}\n"}
    units = units_of(tmp_path, files)
    work(units, units.all_paths(), 2, render=True)
    assert "check s1" in units.site.tracer.traces
    assert "render s1" not in units.site.tracer.traces
    assert "render s2" in units.site.tracer.traces


@pytest.mark.parametrize(("count", "jobs"), [(FEWEST, 1), (2, 2)])
def test_little_work_is_not_worth_a_fork(
    tmp_path: Path, count: int, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one process, or a handful of sheets, nothing is started, and the work is done."""

    def refuse() -> int:
        raise AssertionError

    monkeypatch.setattr("os.fork", refuse)
    units = units_of(tmp_path, many(count))
    work(units, units.all_paths(), jobs, render=True)
    assert "ro/s1/index.html" in units.made


def test_the_pages_that_a_template_reaches_are_shared_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of a template has each process make a share of the pages, and they are those that one makes."""
    first = units_of(tmp_path, many())
    work(first, first.all_paths(), 1, render=True)
    state = remembered(first)
    edited = {**many(), "templates/parts/footer.html": "<footer>Alt subsol</footer>\n"}
    makers: list[int] = []
    fork = os.fork

    def counted() -> int:
        makers.append(len(shared.made))
        return fork()

    monkeypatch.setattr("os.fork", counted)
    shared, alone = units_of(tmp_path, edited, state), units_of(tmp_path, edited, state)
    work(shared, shared.all_paths(), 2, render=True)
    work(alone, alone.all_paths(), 1, render=True)
    assert len(makers) == 1
    assert makers[0] < FEWEST // 2
    assert b"Alt subsol" in shared.made["ro/s9/index.html"]
    assert shared.made == alone.made


def test_what_is_waited_for_is_done_first(tmp_path: Path) -> None:
    """Of many sheets those whose pages somebody waits for come first, the front page too, and are shown when ready."""
    units = units_of(tmp_path, many())
    shown: list[dict[str, bytes]] = []
    asked = ["ro/s9/index.html", "ro/s3/figures.csv", "nowhere/index.html", "ro/index.html"]
    work(
        units,
        units.all_paths(),
        1,
        render=True,
        demand=Demand(asked=lambda: asked, show=lambda made: shown.append(dict(made))),
    )
    pages = [{name for name in made if re.fullmatch(r"ro/(s\d+/)?index.html", name)} for made in shown]
    assert pages[:2] == [{"ro/s9/index.html"}, {"ro/s9/index.html", "ro/s3/index.html"}]
    assert "ro/index.html" in pages[2]
    assert len(pages) == 3
    assert all(any(name.startswith("assets/style.") for name in made) for made in shown)
    assert "ro/s8/index.html" in units.made


def test_one_edit_to_a_large_site_is_shown_at_once(tmp_path: Path) -> None:
    """The one page that an edit reaches is shown before the sheets are compared, where comparing takes a while."""
    units = units_of(tmp_path, many())
    work(units, units.all_paths(), 1, render=True)
    state = BuildState(traces=units.site.tracer.traces, answers=units.site.tracer.answers)
    again = units_of(tmp_path, {**many(), "content/ro/s9.md": "---\ntitle: Alta\n---\nText.\n"}, state)
    shown: list[dict[str, bytes]] = []
    demand = Demand(asked=lambda: ["ro/s9/index.html"], show=lambda made: shown.append(dict(made)))
    work(again, again.all_paths(), 1, render=True, demand=demand)
    assert len(shown) == 1
    assert b"Alta" in shown[0]["ro/s9/index.html"]


def test_a_sheet_with_an_error_is_not_shown(tmp_path: Path) -> None:
    """A page that somebody waits for is not shown while its sheet has an error."""
    files = {**many(), "content/ro/s9.md": "---\ntitle: A\n---\n{{ nowhere }}\n"}
    units = units_of(tmp_path, files)
    shown: list[object] = []
    demand = Demand(asked=lambda: ["ro/s9/index.html"], show=shown.append)
    work(units, units.all_paths(), 1, render=True, demand=demand)
    assert shown == []


def test_sheets_far_behind_are_let_go_of(tmp_path: Path) -> None:
    """However many sheets there are, only a window of them is held in memory, and the files are the same."""
    count = 2 * WINDOW
    units, patient = units_of(tmp_path, many(count)), units_of(tmp_path, many(count))
    work(units, units.all_paths(), 1, render=True)
    for path in patient.site.every_path:
        patient.check(path)
        if path != "index":
            patient.render(path)
    assert isinstance(units.site.sheets, Sheets)
    assert isinstance(patient.site.sheets, Sheets)
    assert units.site.sheets.shelf.held <= 2 * (WINDOW + 2) < patient.site.sheets.shelf.held
    assert units.made == patient.made


def test_a_sheet_that_cannot_be_read(tmp_path: Path) -> None:
    """What a worker cannot read is told here as if it had been read here."""
    files = {**many(), "content/ro/s9.md": "---\ntitle: A\n---\nHidden: &#8238;\n"}
    units = units_of(tmp_path, files)
    with pytest.raises(Unreadable):
        work(units, units.all_paths(), 2, render=True)


def test_a_worker_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program in a worker is raised here, with what the worker knew of it."""
    units = units_of(tmp_path, many())

    check, here = Tasks.check, os.getpid()

    def fail(units: Tasks, path: str) -> Plain:
        if os.getpid() != here:
            raise ZeroDivisionError(path)
        return check(units, path)

    monkeypatch.setattr(Tasks, "check", fail)
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        work(units, units.all_paths(), 2, render=True)


def test_a_worker_that_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that ends without sending anything is a fault too, and nobody waits for it for ever."""
    units = units_of(tmp_path, many())
    check, here = Tasks.check, os.getpid()
    monkeypatch.setattr(Tasks, "check", lambda *given: check(*given) if os.getpid() == here else os._exit(3))
    with pytest.raises(RuntimeError, match="without sending its results"):
        work(units, units.all_paths(), 2, render=True)


def test_cores_where_the_system_does_not_say_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a process cannot ask which cores it may use, all of them count, and one at the least."""
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert cores() == 1


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_what_holds_is_found_by_several_processes(jobs: int) -> None:
    """The names for which something holds are the same, in the same order, however many processes look at them."""
    names = [str(number) for number in range(2 * FEWEST + 1)]
    assert chosen(names, lambda name: int(name) % 3 == 0, jobs) == names[::3]
    assert chosen(names[:2], lambda name: name == "1", jobs) == ["1"]


def test_a_process_that_fails_leaves_its_names_to_this_one() -> None:
    """Names that a forked process did not come to are looked at here."""
    here, names = os.getpid(), [str(number) for number in range(FEWEST)]

    def holds(name: str) -> bool:
        if os.getpid() != here:
            raise OSError
        return name in {"1", "8"}

    assert chosen(names, holds, 2) == ["1", "8"]
