"""What templates and plugins of a site make of figures is read back before it is published."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet.checks import verify
from factsheet.cli import main
from factsheet.core.problems import Problem
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


def test_a_typed_number_is_told_where_its_template_types_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number of a message is told once, at the line of the template, and not at each page that shows it."""
    typed = FOOTER.replace("</footer>", '<p>{{ _("We have 12 branches") }}</p></footer>', 1)
    assert built(site_with(tmp_path, typed)) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "V906" in line]
    assert [line.partition(":")[0] for line in told] == ["templates/parts/footer.html"]


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


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Note the files that are read back, and find nothing in them."""
    noted: set[str] = set()

    def noting(files: Mapping[str, bytes], _: object) -> tuple[Problem, ...]:
        noted.update(files)
        return ()

    monkeypatch.setattr(verify, "read_back", noting)
    return noted


def test_words_of_a_body_need_no_reading(tmp_path: Path, read: set[str]) -> None:
    """Words that a sheet adds have no page read, as its data are what they were; a literal that it adds has."""
    site = site_with(tmp_path, TITLED)
    sheet = site / "content/en/index.md"
    text = sheet.read_text(encoding="utf-8")
    for added, is_read in (("", True), ("Seen again.", False), ("", False)):
        read.clear()
        sheet.write_text(f"{text}\n{added}\n" if added else text, encoding="utf-8")
        assert built(site) == 0
        assert ("en/index.html" in read) is is_read
    sheet.write_text(text.replace("---\n", '---\nliterals: ["G20"]\n', 1), encoding="utf-8")
    assert built(site) == 0
    assert "en/index.html" in read


def test_pages_that_read_as_before_are_not_read(tmp_path: Path, read: set[str]) -> None:
    """An edit of a template that adds words has no page read, unless one is not as it was published."""
    site = site_with(tmp_path, FOOTER.replace("</footer>", "<p>Some words.</p></footer>", 1))
    assert built(site) == 0
    read.clear()
    footer = site / "templates/parts/footer.html"
    footer.write_text(footer.read_text(encoding="utf-8").replace("Some words", "Other words"), encoding="utf-8")
    assert built(site) == 0
    assert not read
    page = site / "public/en/index.html"
    assert "Other words" in page.read_text(encoding="utf-8")
    page.write_bytes(page.read_bytes() + b"\n")
    footer.write_text(COUNTED, encoding="utf-8")
    built(site)
    assert {"en/index.html", "ro/index.html", "en/figures.json"} <= read
    assert "en/figures.csv" not in read  # says what the JSON beside it says


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
