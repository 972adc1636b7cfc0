"""A preview begins with what the last one built."""

from pathlib import Path

import pytest

from factsheet.builder import pipeline
from factsheet.builder.cache import store
from factsheet.builder.cache.memory import Memory
from factsheet.builder.pipeline import Options, Result
from factsheet.builder.workers import Demand
from factsheet.content.sources import Sources
from factsheet.preview.rebuild import Rebuilder, State
from tests.support import SMALL_SITE, write_site


class _Watched:
    """Builds, and notes how many files each build made anew."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(self, root: Path, options: Options, memory: Memory, _: Demand | None, sources: Sources) -> Result:
        result = pipeline.build(root, options, memory=memory, sources=sources)
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
    """A site without sheets leaves no memory behind, and neither does one whose cache is a link to elsewhere."""
    builds = _Watched()
    rebuilder, _ = preview(tmp_path, builds)
    rebuilder.keep()
    assert not (tmp_path / store.FOLDER).exists()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    assert store.preview_of(tmp_path) is None


def test_a_check_does_not_begin_with_a_preview(site: Path) -> None:
    """The memory that other commands begin with is that of the last build, though a preview came after it."""
    result = pipeline.build(site, Options())
    store.save(store.folder_of(site, site / "public"), result.memory)
    rebuilder, _ = preview(site, _Watched())
    rebuilder.keep()
    assert store.last(site).environment == result.memory.environment
