"""Where links lead."""

import re
from pathlib import Path

import pytest

from factsheet.site.addresses import linked_asset, linked_sheet
from tests.exhibits import published
from tests.support import ENGLISH, ROMANIAN, SETTINGS


@pytest.mark.parametrize(
    ("path", "address", "sheet"),
    [
        ("index", "other.md", "other"),
        ("index", "./other.md#part", "other"),
        ("folder/one", "two.md", "folder/two"),
        ("folder/one", "../index.md", "index"),
        ("folder/one", "/folder/two.md", "folder/two"),
        ("index", "https://host.example/a.md", None),
        ("index", "//host.example/a.md", None),
        ("index", "file.pdf", None),
        ("index", "#part", None),
    ],
)
def test_markdown_files_are_sheets(path: str, address: str, sheet: str | None) -> None:
    """A relative link to a Markdown file names a sheet; any other link does not."""
    assert linked_sheet(path, address) == sheet


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/static/map.svg", "map.svg"),
        ("photo.jpg", "content/ro/a/photo.jpg"),
        ("../o%20foto.PNG", "content/ro/o foto.PNG"),
        ("/photo.jpg", None),
        ("report.pdf", None),
        ("/static/report.pdf#page=2", "report.pdf"),
        ("/static/o%20hart%C4%83.svg", "o hartă.svg"),
        ("static/map.pdf", None),
        ("https://host.example/static/map.svg", None),
    ],
)
def test_static_files(address: str, name: str | None) -> None:
    """An address below `/static/`, and that of a picture beside the sheet, name a file of the site."""
    assert linked_asset(address, "content/ro/a/b.md") == name


def test_a_part_of_a_static_file(tmp_path: Path) -> None:
    """A link to a page of a document leads to that page of the published file."""
    text = ROMANIAN + "\n[Raport](/static/raport.pdf#page=2) [Date](/static/raport.pdf?x=1)\n"
    files = {"site.toml": SETTINGS, "content/ro/index.md": text, "content/en/index.md": ENGLISH}
    page = published(tmp_path, {**files, "static/raport.pdf": "%PDF-1.7"}).text("ro/index.html")
    assert re.search(r'href="../assets/raport\.[0-9a-f]{10}\.pdf#page=2"', page)
    assert re.search(r'href="../assets/raport\.[0-9a-f]{10}\.pdf\?x=1"', page)


def test_link_follows_the_slug_of_its_language(tmp_path: Path) -> None:
    """The same link leads to the Romanian slug on the Romanian page and to the English one on the other."""
    files = {
        "site.toml": SETTINGS,
        "content/ro/index.md": ROMANIAN + "\n[Alta](other.md#parte) {#a}\n",
        "content/en/index.md": ENGLISH + "\n[Other](other.md)\n",
        "content/ro/other.md": "---\ntitle: Alta\nslug: alta\n---\n## Parte\n\nText.\n",
        "content/en/other.md": "---\ntitle: Other\nslug: other-one\n---\n## Part\n\nText.\n",
    }
    site = published(tmp_path, files)
    assert 'href="alta/#parte"' in site.text("ro/index.html")
    assert 'href="other-one/"' in site.text("en/index.html")
