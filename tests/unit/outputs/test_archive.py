"""Pages to keep, in `archive/`."""

import re

import pytest

from factsheet.outputs.offline import lack_of_pdf
from tests.rich_site import build_rich, rich_site


def test_nothing_is_made_unasked() -> None:
    """A build that asks for no format makes no archive."""
    assert not any(path.startswith("archive/") for path in rich_site().files)


def test_each_sheet_is_a_file_in_each_language() -> None:
    """The name of a file says language and sheet, and its figures are those of the page."""
    site = build_rich({"content/ro/deep/er.md": "---\ntitle: Adânc\n---\nText.\n"}, formats=("html",))
    kept = {path for path in site.files if path.startswith("archive/")}
    names = {"index", "about", "deep--er"}
    assert kept == {f"archive/{tag}-{name}.html" for tag in ("ro", "en", "ar") for name in names} | {
        "archive/ro-mai-mult.html",
        "archive/ar-mai-mult.html",
        "archive/en-more.html",
    }
    figures = r'<data class="figure"[^>]*>[^<]*</data>'
    assert re.findall(figures, site.text("archive/en-more.html")) == re.findall(
        figures, site.text("en/more/index.html")
    )


@pytest.mark.slow
@pytest.mark.skipif(bool(lack_of_pdf()), reason="not tested, for want of the extra pdf")
def test_each_sheet_is_a_pdf_as_well() -> None:
    """Asked for PDF, each sheet is printed in each language, right-to-left ones too."""
    site = build_rich({}, formats=("pdf",))
    kept = [path for path in site.files if path.startswith("archive/")]
    assert len(kept) == 9
    assert all(path.endswith(".pdf") and site.files[path].startswith(b"%PDF-") for path in kept)
