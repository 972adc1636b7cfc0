"""The documentation that comes with the tool."""

import re

import pytest

from factsheet.cli import main
from factsheet.cli.explain import section
from factsheet.content.kinds import KIND_BY_NAME
from factsheet.content.sheets.metrics import KEYS
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


def test_figures_are_explained_by_what_a_source_says(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain figures` prints the table of the page for editors, whose kinds and keys there are."""
    assert main(["explain", "figures"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("## I have a figure like …\n")
    assert "| “$97 million” | `value: 97000000` and `currency: USD` |" in told
    assert set(re.findall(r"kind: (\w+)", told)) <= set(KIND_BY_NAME)
    assert set(re.findall(r"`(\w+): ", told)) - {"terms"} <= set(KEYS)
    assert section(told, "Nothing") == ""
