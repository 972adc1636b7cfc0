"""A preview begins with what the last one built."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from factsheet.builder import pipeline, store
from factsheet.builder.pipeline import Options, Result
from factsheet.builder.state import BuildState
from factsheet.builder.workers import Demand
from factsheet.checks import Check, of_sheet
from factsheet.content.sources import Sources
from factsheet.core.problems import Problem
from factsheet.preview.rebuild import Rebuilder, State
from factsheet.site.site import Site
from tests.support import SMALL_SITE, write_site


class _Watched:
    """Builds, and notes how many files each build made anew."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(self, root: Path, options: Options, state: BuildState, _: Demand | None, sources: Sources) -> Result:
        result = pipeline.build(root, options, state=state, sources=sources)
        self.made.append(len(result.artifacts))
        return result


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The smallest site, on disk."""
    return write_site(tmp_path, SMALL_SITE)


def preview(site: Path, builds: _Watched) -> tuple[Rebuilder, State]:
    """A new preview of a site, and what it shows first."""
    rebuilder = Rebuilder(site, Options(drafts=True), build=builds, cache=store.preview_of(site))
    state = rebuilder.refresh()
    assert state is not None
    return rebuilder, state


def test_nothing_is_made_anew_where_nothing_changed(site: Path) -> None:
    """The second preview shows the files of the first, and makes none of them; the third what was edited meanwhile."""
    builds = _Watched()
    rebuilder, first = preview(site, builds)
    rebuilder.keep()
    _, second = preview(site, builds)
    assert second.files == first.files
    assert builds.made[1] == 0
    write_site(site, {"content/en/index.md": SMALL_SITE["content/en/index.md"].replace("led to", "ended in")})
    _, third = preview(site, builds)
    assert b"ended in" in third.files["en/index.html"]
    assert 0 < builds.made[2] < builds.made[0]


def test_a_build_is_kept_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been kept is not written again until there is another build."""
    rebuilder, _ = preview(site, _Watched())
    written: list[Path] = []
    save = store.save

    def noted(folder: Path, state: BuildState, files: Mapping[str, bytes] | None) -> None:
        written.append(folder)
        save(folder, state, files)

    monkeypatch.setattr(store, "save", noted)
    rebuilder.keep()
    rebuilder.keep()
    assert len(written) == 1
    write_site(site, {"content/en/index.md": SMALL_SITE["content/en/index.md"].replace("led to", "ended in")})
    assert rebuilder.refresh() is not None
    rebuilder.keep()
    assert len(written) == 2


def test_all_edits_of_a_preview_are_kept(site: Path) -> None:
    """What a preview built in several steps is there as a whole for the next."""
    builds = _Watched()
    rebuilder, _ = preview(site, builds)
    rebuilder.rest()
    english = SMALL_SITE["content/en/index.md"]
    write_site(site, {"content/en/index.md": english.replace("led to", "ended in")})
    rebuilder.refresh()
    write_site(site, {"content/en/index.md": english.replace("led to", "resulted in")})
    state = rebuilder.refresh()
    rebuilder.keep()
    _, again = preview(site, builds)
    assert state is not None
    assert again.files == state.files
    assert builds.made[-1] == 0


def test_what_was_damaged_is_made_anew(site: Path) -> None:
    """Files of the last preview that are not what they were are not shown."""
    builds = _Watched()
    rebuilder, first = preview(site, builds)
    rebuilder.keep()
    kept = site / store.FOLDER / store.PREVIEW / f"text-{store.FILES}"
    kept.write_bytes(kept.read_bytes().replace(b"1,209", b"9,021"))
    _, second = preview(site, builds)
    assert second.files == first.files
    assert builds.made[1:] == [0, builds.made[0]]


def test_a_preview_that_built_nothing_keeps_nothing(tmp_path: Path) -> None:
    """A site without sheets leaves no state behind, and neither does one whose cache is a link to elsewhere."""
    builds = _Watched()
    rebuilder, _ = preview(tmp_path, builds)
    rebuilder.keep()
    assert not (tmp_path / store.FOLDER).exists()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    assert store.preview_of(tmp_path) is None


def test_commands_begin_with_what_was_found_last(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview takes over what a build has checked, and a check what a preview has; files are made anew."""
    result = pipeline.build(site, Options())
    store.save(store.folder_of(site, site / "public"), result.state)
    monkeypatch.setattr("factsheet.checks.of_sheet", None)
    rebuilder, state = preview(site, _Watched())
    assert len(state.files) == len(result.artifacts)
    rebuilder.keep()
    store.forget(store.folder_of(site, site / "public"))
    assert pipeline.check(site, Options(), state=store.last(site)).problems == result.problems


def test_what_was_checked_beside_an_error_is_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each save of a site with an error does only what it must, and so does the next preview."""
    more = {"content/ro/more.md": "---\ntitle: Mai mult\n---\nText {{ nothing }}.\n"}
    write_site(site, more)
    builds = _Watched()
    rebuilder, state = preview(site, builds)
    assert state.has_errors
    rebuilder.keep()
    checked: list[str] = []

    def noted(site: Site, path: str, added: tuple[Check, ...]) -> Iterator[Problem]:
        checked.append(path)
        return of_sheet(site, path, added)

    monkeypatch.setattr("factsheet.checks.of_sheet", noted)
    again, _ = preview(site, builds)
    write_site(site, {"content/ro/more.md": more["content/ro/more.md"].replace("{{ nothing }}", "nou")})
    mended = again.refresh()
    assert mended is not None
    assert not mended.has_errors
    assert checked == ["more"]
    monkeypatch.undo()
    assert mended.files == pipeline.build(site, Options(drafts=True)).artifacts
