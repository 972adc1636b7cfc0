"""What is told in a test is compared with what is kept, whole."""

from pathlib import Path

import pytest

from factsheet.builder import pipeline
from factsheet.core import codes
from factsheet.core.problems import Place, Problem
from tests.support import SMALL_SITE, write_site
from tests.telling import Told, parse, written

TITLE = "test_a"
UNQUOTED = {"content/ro/index.md": SMALL_SITE["content/ro/index.md"].replace('    quote: "1.209 arestări"\n', "")}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What listens to this test alone."""
    monkeypatch.setattr(pipeline, "_run", vars(pipeline)["_run"])
    return Told()


def _kept(folder: Path, told: Told) -> None:
    """Keep what is told of a site whose figure has no quote."""
    with told.compared(folder / "test_x.py", TITLE, rewrite=True):
        pipeline.check(write_site(folder / "site", {**SMALL_SITE, **UNQUOTED}), pipeline.Options())
    (file,) = told.made
    file.parent.mkdir()
    file.write_text(written(told.made[file]), "utf-8")


def test_what_is_told_is_kept_by_test(tmp_path: Path, told: Told) -> None:
    """A file has the titles of tests, and below each what is told: place, code, message and way out."""
    _kept(tmp_path, told)
    kept = parse((tmp_path / "told/x.txt").read_text("utf-8"))
    assert [line.partition(": ")[0] for line in kept[TITLE]] == ["content/ro/index.md:4:3"]
    assert parse(written({"b": [], "a": ["x"]})) == {"a": ["x"], "b": []}


def test_another_finding_fails_the_test(tmp_path: Path, told: Told) -> None:
    """A test whose site tells more or less than what is kept fails, also where it asserts nothing of it."""
    _kept(tmp_path, told)
    with told.compared(tmp_path / "test_x.py", TITLE, rewrite=False):
        pipeline.check(tmp_path / "site", pipeline.Options())
    with (
        pytest.raises(AssertionError, match="make golden"),
        told.compared(tmp_path / "test_x.py", TITLE, rewrite=False),
    ):
        pipeline.check(write_site(tmp_path / "site", SMALL_SITE), pipeline.Options())


def test_a_new_test_is_not_compared(tmp_path: Path, told: Told) -> None:
    """A test without an entry may tell what it likes, until its entry is written."""
    _kept(tmp_path, told)
    with told.compared(tmp_path / "test_x.py", "test_b", rewrite=False):
        found = pipeline.check(write_site(tmp_path / "site", SMALL_SITE), pipeline.Options())
    assert found.site is not None


@pytest.mark.parametrize(("folder", "kept"), [("content", ["a.md:3:1: T621 "]), ("checks", [])])
def test_what_is_reported_by_the_way(
    folder: str, kept: list[str], tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no check is asked, all that is reported is told; of a check what it gives, and no path that changes."""
    monkeypatch.setitem(vars(codes), "Problem", Problem)
    told.listen_to_reports()
    test = tmp_path / "tests/unit" / folder / "test_x.py"
    with told.compared(test, TITLE, rewrite=True):
        codes.report("T621", Place("a.md", 3), file="a.md")
        codes.report("T621", Place(str(tmp_path / "a.md"), 3), file="a.md")
        pipeline.check(write_site(tmp_path / "site", SMALL_SITE), pipeline.Options())
    (made,) = told.made.values()
    assert [line[:15] for line in made[TITLE]] == kept
