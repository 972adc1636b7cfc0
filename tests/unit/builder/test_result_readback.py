"""What templates and plugins of a site make of figures is read back before it is published."""

from pathlib import Path

import pytest

from factsheet.cli import main
from factsheet.library import SiteRefused, build, publish
from tests.support import ROOT, SMALL_SITE, write_site

FOOTER = (ROOT / "templates/parts/footer.html").read_text(encoding="utf-8")
COUNTED = FOOTER.replace("</footer>", "<p><b>{{ page.figures | length * 34567 }}</b></p></footer>", 1)
"""A foot that says a number which nobody declared."""
TITLED = FOOTER.replace("</footer>", "<p>{{ page.title }}</p></footer>", 1)
"""A foot that says nothing wrong."""


def site_with(folder: Path, footer: str) -> Path:
    """The smallest site, with a foot of its own."""
    return write_site(folder / "site", {**SMALL_SITE, "templates/parts/footer.html": footer})


def built(site: Path, *options: str) -> int:
    """Build a site and give the exit code."""
    return main(["build", "--root", str(site), "-q", *options])


def test_a_number_of_a_template_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template of the site's own that computes a number stops the build, without `--verify`; what stood stays."""
    site = site_with(tmp_path, TITLED)
    assert built(site) == 0
    before = (site / "public/en/index.html").read_bytes()
    (site / "templates/parts/footer.html").write_text(COUNTED, encoding="utf-8")
    assert built(site) == 1
    assert "V906" in capsys.readouterr().out
    assert (site / "public/en/index.html").read_bytes() == before


def test_pages_made_anew_are_read_with_the_data_of_the_others(tmp_path: Path) -> None:
    """After an edit only the pages made anew are read, beside the data files that were published before."""
    site = site_with(tmp_path, TITLED)
    assert built(site) == 0
    sheet = site / "content/en/index.md"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace("The operations led", "Seen again, the operations led"),
        encoding="utf-8",
    )
    assert built(site) == 0
    assert "Seen again" in (site / "public/en/index.html").read_text(encoding="utf-8")


def test_the_library_refuses_it_too(tmp_path: Path) -> None:
    """`publish` raises SiteRefused for a build whose pages tell a number that nobody declared."""
    result = build(site_with(tmp_path, COUNTED))
    assert not result.has_errors
    with pytest.raises(SiteRefused) as refused:
        publish(result, tmp_path / "public", root=tmp_path / "site")
    assert {problem.code for problem in refused.value.problems} == {"V906"}
    assert not (tmp_path / "public").exists()


def test_the_templates_of_the_engine_are_known(tmp_path: Path) -> None:
    """A copy of a default template, to the byte, asks for no reading; a changed one does."""
    assert not build(site_with(tmp_path, FOOTER)).needs_readback
    assert build(site_with(tmp_path / "own", TITLED)).needs_readback
