"""Pages that belong to no sheet."""

import re
from pathlib import Path

from tests.exhibits import published
from tests.support import ENGLISH, ROMANIAN, SETTINGS, SMALL_SITE


def test_chooser_speaks_all_languages(tmp_path: Path) -> None:
    """The page at the root shows each language with its lead figure, and sends nobody on by itself."""
    html = published(tmp_path, SMALL_SITE).text("index.html")
    assert '<ul aria-label="Alegerea limbii">' in html
    for text in ('1.209</b> <span class="unit">arestări', '1,209</b> <span class="unit">arrests'):
        assert text in html
    assert html.count('data-metric="index/arrests" value="1209"') == 2
    assert '<a href="en/" hreflang="en">English</a>' in html
    assert "refresh" not in html
    assert '="/' not in html


def test_one_language_leaves_nothing_to_choose(tmp_path: Path) -> None:
    """The page at the root of a site with one language leads on to its front page, and bears the site's name."""
    files = {path: text for path, text in SMALL_SITE.items() if "/en/" not in path}
    html = published(tmp_path, files).text("index.html")
    assert "<h1>Exemplu</h1>" in html
    assert '<meta http-equiv="refresh" content="0; url=ro/">' in html
    assert "refresh" not in published(tmp_path, SMALL_SITE).text("index.html")


def test_language_at_the_root_needs_no_chooser(tmp_path: Path) -> None:
    """Where a language stands at the root, its front page is there in place of the chooser."""
    files = {**SMALL_SITE, "site.toml": SETTINGS + 'root = "ro"\n'}
    html = published(tmp_path, files).text("index.html")
    assert '<html lang="ro"' in html
    assert "Arestări" in html


def test_lost_readers_find_ways_on_from_any_depth(tmp_path: Path) -> None:
    """A missing page is told in the reader's language, with addresses that hold at any depth, unseen by robots."""
    files = {
        "site.toml": SETTINGS.replace("facts.example/", "facts.example/atlas/"),
        "content/ro/index.md": ROMANIAN,
        "content/en/index.md": ENGLISH,
        "content/ro/alta.md": "---\ntitle: Alta\n---\nText.\n",
    }
    html = published(tmp_path, files).text("ro/404.html")
    assert "Această pagină nu există" in html
    assert '<a href="/atlas/ro/" hreflang="ro">' in html
    assert '<a href="/atlas/ro/alta/">Alta</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert all(address.startswith(("/atlas/", "https://", "data:")) for address in addresses)


def test_common_lost_page_speaks_all_languages(tmp_path: Path) -> None:
    """Where a host knows only one such page, it has every language and one main heading."""
    html = published(tmp_path, SMALL_SITE).text("404.html")
    assert "Această pagină nu există" in html
    assert "This page does not exist" in html
    assert html.count("<h1>") == 1
