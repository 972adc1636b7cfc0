"""A sheet to begin with, in every language of a site."""

from pathlib import Path

import pytest

from factsheet.cli import main
from tests.support import SMALL_SITE, tree, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site in two languages."""
    return write_site(tmp_path, SMALL_SITE)


def test_a_sheet_is_begun_once(site: Path) -> None:
    """The sheet is there in both languages; asked for again, nothing is written over."""
    assert main(["new", "sheet", "visitors.md", "--root", str(site)]) == 0
    made = tree(site)
    assert {"content/ro/visitors.md", "content/en/visitors.md"} <= made.keys()
    assert main(["new", "sheet", "visitors", "--root", str(site)]) == 2
    assert tree(site) == made


@pytest.mark.parametrize("name", ["../x", "con", "figures"])
def test_what_is_no_address_is_no_name(site: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that no page can have is refused with an example of one, and nothing is written."""
    assert main(["new", "sheet", name, "--root", str(site)]) == 2
    told = capsys.readouterr().err
    assert f"{name} cannot be a sheet's name" in told
    assert "as in `our-method`" in told
    assert tree(site).keys() == SMALL_SITE.keys()


def test_a_site_that_cannot_be_read_gets_no_sheet(site: Path) -> None:
    """A fault in site.toml ends it as it ends any command."""
    write_site(site, {"site.toml": "tittle = 1\n"})
    assert main(["new", "sheet", "visitors", "--root", str(site)]) == 2
    assert tree(site).keys() == SMALL_SITE.keys()
