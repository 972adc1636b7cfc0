"""Generators take turns, and what failed is left out of the result."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks import rounds, scenarios
from benchmarks.corpus import Page, pages
from benchmarks.measure import Failed, Run
from benchmarks.results import Written
from benchmarks.scenarios import BODY, COLD, MEMORY, METRIC, SCENARIOS, Place, Unchanged


class Copier:
    """Copies the Romanian prose of a sheet to its page, and notes what is done to it."""

    def __init__(self, name: str, log: list[str], *, deaf: bool = False) -> None:
        """Take a name; a deaf one never rebuilds its pages."""
        self.name = name
        self.log = log
        self._deaf = deaf

    def install(self) -> str:
        """Give a version."""
        return "1"

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Write all pages."""
        for page in pages:
            self.write_page(folder, page)

    def write_page(self, folder: Path, page: Page) -> None:
        """Write the page at once."""
        figures = " ".join(f'value="{fact.value}"' for fact in page.facts)
        if not self._deaf:
            self.output(folder, "ro", page.path).write_text(page.bodies["ro"] + figures, "utf-8")

    def write_entry(self, folder: Path, edition: int) -> str:
        """Write the edition to every page."""
        for path in folder.glob("*.html"):
            path.write_text(f"entry {edition}", "utf-8")
        return f"entry {edition}"

    def write_template(self, folder: Path, edition: int) -> str:
        """Do as for an entry."""
        return self.write_entry(folder, edition)

    def clean(self, folder: Path) -> None:
        """Note it."""
        assert folder.is_dir()
        self.log.append(f"clean {self.name}")

    def command(self, folder: Path) -> Sequence[str]:
        """Give a command that is never run."""
        return (self.name, str(folder))

    def environment(self) -> Mapping[str, str]:
        """Give no variables."""
        return {}

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file of a page."""
        return folder / f"{tag}-{path}.html"

    def server(self, folder: Path, port: int) -> None:
        """Give no server."""


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the commands that would be run, and run none."""
    noted: list[str] = []

    def noting(command: Sequence[str], folder: Path, added: Mapping[str, str], *, watched: bool = False) -> Run:
        assert str(folder) == command[1]
        assert added == {}
        noted.append(f"run {command[0]}{' watched' if watched else ''}")
        return Run(wall=1.0, cpu=1.0, peak=1.0)

    monkeypatch.setattr(scenarios, "run", noting)
    return noted


def test_turns(log: list[str], tmp_path: Path) -> None:
    """Each generator runs once before any runs again, and the first round is not counted."""
    sites = rounds.places(tmp_path, [Copier("one", log), Copier("two", log)], 3)
    found = rounds.taken(sites, "nothing changed", 2, pytest.fail)
    assert log == ["run one", "run two"] * 3
    assert [len(series.runs) for series in found] == [2, 2]


def test_every_scenario(log: list[str], tmp_path: Path) -> None:
    """All scenarios are taken, memory is watched once, and only a cold build starts from nothing."""
    sites = rounds.places(tmp_path, [Copier("one", log)], 3)
    found = rounds.measured(sites, 1, pytest.fail)
    assert [series.scenario for series in found] == [COLD, MEMORY, *SCENARIOS[1:]]
    assert log.count("run one watched") == 1
    assert log.count("clean one") == 2


def test_unproved(tmp_path: Path, log: list[str]) -> None:
    """A run whose page does not show the edit is no result, and its generator's scenario is told and left out."""
    told: list[str] = []
    sites = rounds.places(tmp_path, [Copier("deaf", log, deaf=True), Copier("one", log)], 3)
    for place in sites:
        place.tool.output(place.folder, "ro", place.edited.path).write_text("old", "utf-8")
    found = rounds.taken(sites, "one body changed", 2, told.append)
    assert [len(series.runs) for series in found] == [0, 2]
    assert len(told) == 1
    assert told[0].startswith("deaf, one body changed")


def test_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A generator that fails is told and left out."""

    def failing(*_: object, **__: object) -> Run:
        raise Failed("no")

    monkeypatch.setattr(scenarios, "run", failing)
    told: list[str] = []
    found = rounds.taken(rounds.places(tmp_path, [Copier("one", [])], 1), COLD, 1, told.append)
    assert found[0].runs == ()
    assert told == ["one, cold: no"]


def test_edited_sheet(tmp_path: Path) -> None:
    """The sheet in the middle is edited, and a page that lacks the edit is named."""
    place = Place(tool=Copier("one", []), folder=tmp_path, pages=pages(5))
    place.tool.write_site(tmp_path, place.pages)
    assert place.edited is place.pages[2]
    place.prove("")
    with pytest.raises(Unchanged, match="does not show “nowhere”"):
        place.prove("nowhere")


def test_edits_stay(tmp_path: Path) -> None:
    """An edit of the body leaves the figure as it was edited, and the other way round."""
    place = Place(tool=Copier("one", []), folder=tmp_path, pages=pages(1))
    place.tool.write_site(tmp_path, place.pages)
    shown = [place.prepare(scenario) for scenario in (METRIC, BODY, BODY)]
    place.prove(shown[0])
    place.prove(shown[2])
    with pytest.raises(Unchanged):
        place.prove(shown[1])


def test_written(tmp_path: Path) -> None:
    """All files below the output count, and only they."""
    place = Place(tool=Copier("one", []), folder=tmp_path, pages=pages(1))
    (tmp_path / "public" / "ro").mkdir(parents=True)
    (tmp_path / "public" / "index.html").write_bytes(b"12345")
    (tmp_path / "public" / "ro" / "index.html").write_bytes(b"123")
    (tmp_path / "source.md").write_bytes(b"1")
    assert rounds.written([place]) == {"one": Written(files=2, bytes=8)}
