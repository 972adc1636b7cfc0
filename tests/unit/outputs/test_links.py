"""Where links lead."""

from pathlib import Path

import pytest

from factsheet.outputs.links import linked_sheet
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
