"""What all pages of a language share."""

import re
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.exhibits import published
from tests.support import ENGLISH, ROMANIAN, said, write_site


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


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20H0z"/></svg>'
THEME = """reference = "ro"
base_url = "https://facts.example/"
[theme]
accent = "#ffd400"
logo = "own/logo.svg"
font = "system"
footer = { ro = "Subsolul nostru", en = "Our foot" }
"""


def test_a_theme_reaches_every_page(tmp_path: Path) -> None:
    """Logo on all pages, footer by language; no face is loaded, nothing stands inline."""
    front = ROMANIAN.replace("title: Exemplu", "title: Exemplu\nhighlight: [arrests]")
    files = {
        "site.toml": THEME,
        "content/ro/index.md": front,
        "content/en/index.md": ENGLISH,
        "static/own/logo.svg": LOGO,
    }
    site = published(tmp_path, files)
    assert any("/embed/" in path for path in site.pages)
    for path in site.pages:
        html = site.text(path)
        assert re.search(r'<img src="[^"]*assets/own/logo\.\w+\.svg" alt="" width="60" height="20">', html), path
        assert "preload" not in html
        assert "<style" not in html
        assert " style=" not in html
    assert "Subsolul nostru" in site.text("ro/index.html")
    assert "Our foot" in site.text("en/index.html")
    styles = [data for name, data in site.files.items() if name.startswith("assets/") and name.endswith(".css")]
    assert sum(b"light-dark(#ffd400" in data for data in styles) == len(styles) - 1 == 4  # all but paper


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The finding stands at the line of the setting, and names the file that is meant."""
    files = {"site.toml": THEME, "content/ro/index.md": ROMANIAN, "static/own/logo2.svg": LOGO}
    problems = [one for one in check(write_site(tmp_path, files), Options()).problems if one.code == "O712"]
    assert [said(one).partition(" ")[0] for one in problems] == ["site.toml:5:8:"]
    assert "own/logo2.svg" in said(problems[0])
