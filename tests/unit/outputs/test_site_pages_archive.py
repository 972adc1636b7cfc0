"""Pages to keep, in `archive/`."""

import re

import pytest

from factsheet.outputs.offline import to_pdf
from tests.rich_site import build_rich, rich_site
from tests.unit.outputs.test_offline_pdf import unpacked


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


def test_each_sheet_is_a_pdf_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for PDF, each sheet that would be kept as HTML is printed from it, in each language."""
    monkeypatch.setattr("factsheet.outputs.offline.to_pdf", lambda html: b"%PDF-" + html.encode())
    kept = {path: data for path, data in build_rich({}, formats=("pdf", "html")).files.items() if "archive/" in path}
    assert len(kept) == 18
    for path, data in kept.items():
        assert path.endswith(".html") or data == b"%PDF-" + kept[path.replace(".pdf", ".html")]


@pytest.mark.slow
@pytest.mark.usefixtures("pdf")
def test_a_page_from_right_to_left_is_printed() -> None:
    """A kept page in Arabic becomes a PDF in Arabic."""
    pdf = to_pdf(build_rich({}, formats=("html",)).text("archive/ar-about.html"))
    assert re.search(rb"/Lang ?\(ar\)", unpacked(pdf))
