"""A site to begin with, in the languages that are asked for."""

from pathlib import Path

import pytest

from factsheet.cli import main


def begun(folder: Path, *options: str) -> list[str]:
    """Begin a site and give the sheets that were made; the site must be without errors."""
    assert main(["new", "site", str(folder), *options]) == 0
    assert main(["check", "-q", "--root", str(folder)]) == 0
    return sorted(path.relative_to(folder / "content").as_posix() for path in (folder / "content").rglob("*.md"))


def test_an_empty_site_in_languages_of_ones_own(tmp_path: Path) -> None:
    """The first language is that of the originals, unless another is named; each has a front page."""
    assert begun(tmp_path / "my-facts", "--languages", "en, hu") == ["en/index.md", "hu/index.md"]
    settings = (tmp_path / "my-facts/site.toml").read_text(encoding="utf-8")
    assert 'reference = "en"' in settings
    assert 'title = "My facts"' in settings
    assert begun(tmp_path / "b", "--empty") == ["ro/index.md"]
    assert begun(tmp_path / "c", "--reference", "de", "--languages", "fr") == ["de/index.md", "fr/index.md"]


def test_the_sample_is_for_its_own_languages(tmp_path: Path) -> None:
    """Romanian with English is the sample, however it is asked for."""
    expected = ["en/index.md", "en/method.md", "ro/index.md", "ro/method.md"]
    assert begun(tmp_path / "a") == begun(tmp_path / "b", "--languages", "ro,en") == expected


def test_what_is_no_language_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tag that CLDR does not know makes nothing."""
    assert main(["new", "site", str(tmp_path / "a"), "--languages", "ro,xx"]) == 2
    assert "CLDR has no data for xx" in capsys.readouterr().err
    assert list((tmp_path / "a").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file is in the way, its name is told, and what to do."""
    (tmp_path / "a").write_text("mine")
    assert main(["new", "site", str(tmp_path / "a/b")]) == 2
    told = capsys.readouterr().err
    assert str(tmp_path / "a") in told
    assert "name another folder" in told
    assert (tmp_path / "a").read_text() == "mine"
