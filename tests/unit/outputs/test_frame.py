"""What all pages of a language share."""

from pathlib import Path

import pytest

from tests.exhibits import published
from tests.support import ENGLISH, ROMANIAN


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('title = { ro = "Cifre", en = "Figures" }', ("Cifre", "Figures")),
        ('title = "Atlas"', ("Atlas", "Atlas")),
        ("", ("Exemplu", "Example")),
    ],
)
def test_site_is_named(tmp_path: Path, title: str, shown: tuple[str, str]) -> None:
    """The site bears the name that is set for the language, or for all, or else its front page's title."""
    files = {
        "site.toml": f'reference = "ro"\nbase_url = "https://facts.example/"\n{title}\n',
        "content/ro/index.md": ROMANIAN,
        "content/en/index.md": ENGLISH,
    }
    site = published(tmp_path, files)
    for tag, name in zip(("ro", "en"), shown, strict=True):
        brand = site.text(f"{tag}/index.html").partition('<a class="brand" href="./">')[2].partition("</a>")[0]
        assert brand.endswith(f"</svg>\n{name}")


def test_policy_is_on_every_page(tmp_path: Path) -> None:
    """Hosts that send no headers are covered: every page carries the policy itself."""
    files = {"site.toml": 'reference = "ro"\n', "content/ro/index.md": ROMANIAN}
    site = published(tmp_path, files)
    whole = [path for path in site.pages if "/embed/" not in path]
    assert len(whole) >= 4
    assert all('http-equiv="Content-Security-Policy"' in site.text(path) for path in whole)
