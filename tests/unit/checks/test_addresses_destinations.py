"""Links within the site, in every form that people write, lead to a page or are told of."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Problem, Severity
from factsheet.tools.findings import told, words_of
from tests.support import SETTINGS, write_site

FILES = {
    "content/ro/metoda.md": "---\ntitle: M\nslug: cum\naliases: [vechi]\n---\n# T\nText.\n",
    "content/en/metoda.md": "---\ntitle: M\nslug: how\n---\n# T\nText.\n",
    "content/ro/scoli/sate.md": "---\ntitle: S\n---\nText.\n",
    "content/en/index.md": "---\ntitle: I\n---\nText.\n",
    "static/docs/raport.pdf": "x",
}


def _errors(root: Path, address: str, *, base: str = "https://facts.example/", file: str = "index") -> list[Problem]:
    sheet = f"---\ntitle: I\n---\n[text]({address})\n"
    files = {**FILES, "site.toml": SETTINGS.replace("https://facts.example/", base), f"content/ro/{file}.md": sheet}
    files.setdefault("content/ro/index.md", "---\ntitle: I\n---\nText.\n")
    return [one for one in check(write_site(root, files), Options()).problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "address",
    [
        "cum/", "cum", "./cum/", "../en/how/", "/ro/cum/", "/en/how/", "/", "../", "../ro/", "vechi/", "scoli/sate/",
        "https://facts.example/ro/cum/", "https://FACTS.example/en/", "https://facts.example",
        "https://facts.example/ro/cum/?a=b#c", "https://other.example/nowhere/", "index/figures.csv", "/sitemap.xml",
        "figures.json", "index/chart-money.csv", "http://[::1]:80/x", "https://user@other.example:8080?a",
        "/ro/scoli/sate/figures.csv", "/ads.txt",
        "search/", "?a=b", "metoda.md", "/static/docs/raport.pdf",
    ],
)  # fmt: skip
def test_addresses_of_pages(tmp_path: Path, address: str) -> None:
    """An address of a page, of an alias, of a file that is made, or of another site is no finding."""
    assert _errors(tmp_path, address) == []


@pytest.mark.parametrize(
    ("address", "way_out"),
    [
        ("nimic/", "links to sheets are written as the file is named"),
        ("metoda/", "did you mean `metoda.md`?"),
        ("../x", "links to sheets are written as the file is named"),
        ("../../x", "links to sheets are written as the file is named"),
        ("/en/metoda/", "did you mean `metoda.md`?"),
        ("/en/x/", "links to sheets are written as the file is named"),
        ("https://facts.example/ro/metoda/", "did you mean `metoda.md`?"),
        ("https://facts.example/raport.pdf", "links to sheets are written as the file is named"),
        ("raport.pdf", "did you mean `/static/docs/raport.pdf`?"),
        ("static/docs/raport.pdf", "did you mean `/static/docs/raport.pdf`?"),
        ("../../sources/raport.txt", "put the file into the folder `static/`, as `static/raport.txt`"),
        ("/data/tabel.csv", "put the file into the folder `static/`, as `static/tabel.csv`"),
        ("date.csv", "put the file into the folder `static/`, as `static/date.csv`"),
        ("altul.pdf", "put the file into the folder `static/`, as `static/altul.pdf`"),
    ],
)
def test_addresses_that_lead_nowhere(tmp_path: Path, address: str, way_out: str) -> None:
    """Any other address is an error where it stands, with what was most likely meant."""
    (problem,) = _errors(tmp_path, address)
    assert (problem.code, problem.place.path, problem.place.line, problem.place.column) == (
        "R503", "content/ro/index.md", 4, 8,
    )  # fmt: skip
    assert way_out in told(problem, words_of("en"))[1]


def test_a_link_is_seen_from_its_own_page(tmp_path: Path) -> None:
    """A relative address is resolved from the page that it stands on."""
    assert _errors(tmp_path, "../cum/", file="altele") == []
    assert [problem.code for problem in _errors(tmp_path, "cum/", file="altele")] == ["R503"]


def test_a_site_below_a_path(tmp_path: Path) -> None:
    """Its own addresses begin with its path; what stands beside it on the host is another site."""
    base = "https://host.example/facts/"
    for good in ("/facts/ro/cum/", "https://host.example/facts/ro/cum/", "/blog/", "cum/"):
        assert _errors(tmp_path, good, base=base) == []
    for bad in ("/facts/ro/nimic/", "https://host.example/facts/nimic/", "../../nimic/"):
        assert [problem.code for problem in _errors(tmp_path, bad, base=base)] == ["R503"]


def test_an_anchor_of_a_page_without_any(tmp_path: Path) -> None:
    """Where a page has neither headings nor figures, the way out does not list nothing."""
    (problem,) = _errors(tmp_path, "scoli/sate.md#sec")
    assert problem.code == "R504"
    assert told(problem, words_of("en"))[1] == "leave out `#sec`: the page has neither headings nor figures"
