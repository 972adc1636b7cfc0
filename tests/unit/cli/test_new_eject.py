"""Defaults that become files of a site, and the documentation that comes with the tool."""

from pathlib import Path

import pytest

from factsheet.cli import main
from tests.support import ROOT, SMALL_SITE, write_site


def test_a_default_becomes_a_file_of_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is copied as it is, once; what the site has already is not touched."""
    site = write_site(tmp_path, SMALL_SITE)
    command = ["eject", "templates/parts/footer.html", "--root", str(site)]
    assert main(command) == 0
    made = site / "templates/parts/footer.html"
    assert made.read_bytes() == (ROOT / "templates/parts/footer.html").read_bytes()
    made.write_text("mine", encoding="utf-8")
    assert main(command) == 2
    assert made.read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(("path", "hint"), [("templates/parts/foter.html", "footer.html?"), ("xyz", "lists them")])
def test_what_is_no_default_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, hint: str
) -> None:
    """A near miss is named."""
    assert main(["eject", path, "--root", str(tmp_path)]) == 2
    assert hint in capsys.readouterr().err


def test_the_defaults_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path, all that can be brought is listed."""
    assert main(["eject", "--root", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert {"templates/base.html", "static/style.css"} <= set((told.out + told.err).split())
