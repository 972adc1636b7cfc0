"""What `build` makes besides the site: files to keep, and an index."""

from pathlib import Path

import pytest

from factsheet.builder.store import FOLDER
from factsheet.cli import besides, main
from factsheet.outputs import offline
from tests.support import SMALL_SITE, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The smallest site, on disk."""
    return write_site(tmp_path / "site", SMALL_SITE)


def built(site: Path, *options: str) -> int:
    """Build the site into `public` beside its sources."""
    return main(["build", "--root", str(site), "-o", str(site.parent / "public"), "-q", *options])


def test_files_to_keep_come_and_go(site: Path) -> None:
    """A build that is asked for single files makes them; the next one, not asked, takes them away."""
    kept = site.parent / "public" / "archive"
    assert built(site, "--single-file") == 0
    assert sorted(path.name for path in kept.iterdir()) == ["en-index.html", "ro-index.html"]
    assert built(site) == 0
    assert not kept.exists()


def test_all_else_is_the_same_with_and_without(site: Path) -> None:
    """Asking for single files changes no other file of the site but the list of files."""
    public = site.parent / "public"

    def files() -> dict[str, bytes]:
        paths = (path for path in public.rglob("*") if path.is_file())
        found = {path.relative_to(public).as_posix(): path.read_bytes() for path in paths}
        return {path: data for path, data in found.items() if not path.startswith((".", "archive/", "build-info"))}

    assert built(site) == 0
    before = files()
    assert built(site, "--single-file") == 0
    assert files() == before


def test_no_pdf_without_what_makes_it(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """PDF asked for and not to be had ends with 2 and the way to have it, and nothing is published."""
    monkeypatch.setattr(offline, "lack_of_pdf", lambda: "No module named 'weasyprint'")
    assert built(site, "--pdf") == 2
    said = capsys.readouterr().err
    assert "No module named 'weasyprint'" in said
    assert "factsheet[pdf]" in said
    assert not (site.parent / "public").exists()


def test_no_search_without_what_indexes(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Search asked for and not to be had is said so, and the site is built without it."""
    monkeypatch.setattr(besides, "can_index", lambda: False)
    assert built(site, "--search") == 0
    assert "factsheet[search]" in capsys.readouterr().err
    assert not (site.parent / "public" / "ro" / "search").exists()
    assert not (site.parent / "public" / "pagefind").exists()


def test_a_failed_index_stops_the_build(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the pages cannot be indexed, the reason is told, the exit code is 2, and nothing is published."""

    def fails(_: object) -> dict[str, bytes]:
        raise besides.IndexFailed("no room left")

    monkeypatch.setattr(besides, "can_index", lambda: True)
    monkeypatch.setattr(besides, "index", fails)
    with pytest.raises(SystemExit, match="2"):
        built(site, "--search")
    assert "no room left" in capsys.readouterr().err
    assert not (site.parent / "public").exists()


@pytest.mark.skipif(not besides.can_index(), reason="not tested, for want of the extra search")
def test_the_index_is_published(site: Path) -> None:
    """Search asked for and to be had gives each language its page, and one index of all."""
    assert built(site, "--search") == 0
    assert (site.parent / "public" / "en" / "search" / "index.html").is_file()
    assert (site.parent / "public" / "pagefind" / "pagefind.js").is_file()


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1000000"])
def test_a_number_of_processes_that_is_none(site: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    """A number of processes that cannot be is refused as wrong usage, and nothing is built."""
    with pytest.raises(SystemExit) as ended:
        built(site, f"--jobs={jobs}")
    assert ended.value.code == 2
    assert f"{jobs} is no whole number from 1 to 256" in capsys.readouterr().err
    assert not (site.parent / "public").exists()


@pytest.mark.parametrize("option", ["--no-cache", "--compress", "--verify"])
def test_what_is_done_from_the_start_keeps_nothing_to_go_on_from(site: Path, option: str) -> None:
    """A build that takes nothing over from the one before leaves nothing to be taken over either."""
    assert built(site, option) == 0
    assert not (site / FOLDER).exists()
    assert built(site) == 0
    assert (site / FOLDER).exists()
