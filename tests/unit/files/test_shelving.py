"""The private folder that makes the next publishing quick."""

import shutil
from pathlib import Path

import pytest

from factsheet.files.publishing import publish
from factsheet.files.survey import ledger_path, shelf
from tests.support import files_of

ONE = {"index.html": b"one", "ro/index.html": b"stays", "ro/a/index.html": b"one"}
TWO = {"index.html": b"two", "ro/index.html": b"stays", "ro/b/index.html": b"two"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output with two publishings behind it, so that there is a spare."""
    publish(tmp_path / "public", ONE, keep=tmp_path / "keep")
    publish(tmp_path / "public", TWO, keep=tmp_path / "keep")
    return tmp_path / "public"


def folder(output: Path) -> Path:
    """The output's folder on the shelf."""
    return Path(shelf(output.parent / "keep", str(output)))


def test_the_spare_is_the_site_before(output: Path) -> None:
    """The spare holds what was published before, with unchanged files as the same inodes."""
    spare = folder(output) / "spare"
    assert files_of(spare).items() <= ONE.items()
    assert (spare / "ro/index.html").stat().st_ino == (output / "ro/index.html").stat().st_ino


def test_turns(output: Path) -> None:
    """Two folders take turns, and each publishing gives just what was asked for."""
    seen = {output.stat().st_ino}
    for artifacts in (ONE, TWO, ONE, {"index.html": b"x"}, TWO):
        publish(output, artifacts, keep=output.parent / "keep")
        assert files_of(output) == artifacts
        seen.add(output.stat().st_ino)
    assert len(seen) == 2
    assert sorted(path.name for path in output.parent.iterdir()) == ["keep", "public"]


def test_a_spoilt_spare_changes_nothing(output: Path, tmp_path: Path) -> None:
    """Files changed, added, removed or linked in the spare never reach the site."""
    spare = folder(output) / "spare"
    (spare / "planted.html").write_text("bad")
    (spare / "ro/planted").mkdir()
    (spare / "ro/planted/x").write_text("bad")
    (spare / "ro/index.html").unlink()
    (spare / "ro/index.html").write_text("bad")
    shutil.rmtree(spare / "ro/a")
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim/index.html").write_text("mine")
    (spare / "ro/a").symlink_to(tmp_path / "victim")
    publish(output, ONE, keep=tmp_path / "keep")
    assert files_of(output) == ONE
    assert (tmp_path / "victim/index.html").read_text() == "mine"


@pytest.mark.parametrize("damage", ["ledger", "no ledger", "no spare", "spare is a link", "spare is a file", "all"])
def test_damage_costs_only_time(output: Path, tmp_path: Path, damage: str) -> None:
    """Whatever of the shelf is damaged or lost, the site is what was asked for, and the next one too."""
    spare = folder(output) / "spare"
    if damage == "ledger":
        Path(f"{spare}.ledger").write_bytes(b"factsheet ledger 1\nnonsense")
        Path(ledger_path(str(folder(output)))).write_bytes(bytes(range(100)))
    elif damage == "no ledger":
        Path(f"{spare}.ledger").unlink()
    elif damage == "all":
        shutil.rmtree(tmp_path / "keep")
    else:
        shutil.rmtree(spare)
        if damage == "spare is a link":
            shutil.copytree(output, tmp_path / "elsewhere")
            spare.symlink_to(tmp_path / "elsewhere")
        elif damage == "spare is a file":
            spare.write_text("x")
    for artifacts in (ONE, TWO, ONE):
        publish(output, artifacts, keep=tmp_path / "keep")
        assert files_of(output) == artifacts
    if damage == "spare is a link":
        assert files_of(tmp_path / "elsewhere") == TWO


def test_a_shelf_of_another_site(output: Path, tmp_path: Path) -> None:
    """A shelf copied from elsewhere, with its times, is of no use and does no harm."""
    shutil.copytree(folder(output), tmp_path / "copy", copy_function=shutil.copy2)
    shutil.rmtree(folder(output))
    (tmp_path / "copy/spare/ro/index.html").write_text("bad")
    (tmp_path / "copy").rename(folder(output))
    publish(output, ONE, keep=tmp_path / "keep")
    assert files_of(output) == ONE


def test_no_shelf_can_be_made(tmp_path: Path) -> None:
    """Where the shelf cannot be, sites are published all the same, and nothing is left of the old ones."""
    (tmp_path / "keep").write_text("a file")
    for artifacts in (ONE, TWO, TWO, ONE):
        publish(tmp_path / "public", artifacts, keep=tmp_path / "keep")
        assert files_of(tmp_path / "public") == artifacts
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keep", "public"]


def test_foreign_files_are_not_shelved(output: Path, tmp_path: Path) -> None:
    """Files of others are in the site and never in the spare."""
    (output / "CNAME").write_bytes(b"mine")
    (output / "ro/photos").mkdir()
    (output / "ro/photos/a.jpg").write_bytes(b"mine")
    for artifacts in (ONE, TWO, ONE):
        publish(output, artifacts, keep=tmp_path / "keep")
        assert files_of(output) == {**artifacts, "CNAME": b"mine", "ro/photos/a.jpg": b"mine"}
        assert (output / "CNAME").stat().st_nlink == 1
        assert b"mine" not in files_of(folder(output) / "spare").values()


def test_two_outputs(output: Path, tmp_path: Path) -> None:
    """Two outputs share a shelf without meeting."""
    publish(tmp_path / "other", ONE, keep=tmp_path / "keep")
    publish(tmp_path / "other", TWO, keep=tmp_path / "keep")
    publish(output, ONE, keep=tmp_path / "keep")
    assert (files_of(output), files_of(tmp_path / "other")) == (ONE, TWO)
