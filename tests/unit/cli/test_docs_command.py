"""The documentation that comes with the tool."""

import pytest

from factsheet.cli import main
from tests.support import ROOT


def test_a_page_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A page is printed as it is, with or without its ending."""
    for name in ("editors", "editors.md"):
        assert main(["docs", name]) == 0
        assert capsys.readouterr().out == (ROOT / "docs/editors.md").read_text(encoding="utf-8")


def test_the_pages_are_listed_with_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name all pages are listed; a name that is none is refused with a near one."""
    assert main(["docs"]) == 0
    told = capsys.readouterr()
    assert "hosting       For whoever hosts the site" in told.out + told.err
    assert main(["docs", "editor"]) == 2
    assert "did you mean editors?" in capsys.readouterr().err
    assert main(["docs", "xyzxyz"]) == 2
    assert "lists them" in capsys.readouterr().err
