"""One state of a page drives everything that is said of it: to readers, to search engines and to translators."""

import json
from pathlib import Path

import pytest

from tests.support import SETTINGS, run_here, write_site
from tests.translating import FILES, ROMANIAN, site_of, translated_site

MORE = "---\ntitle: Mai mult\ndate: 2025-11-13\n---\nUn paragraf despre altceva.\n"


def _build(root: Path) -> dict[str, str]:
    done = run_here("build", "--root", root)
    assert done.returncode == 0, done.stdout
    public = root / "public"
    return {str(path.relative_to(public)): path.read_text(encoding="utf-8") for path in public.rglob("*.*ml")}


def _head(page: str) -> str:
    return page.partition("</head>")[0]


def _state(root: Path, path: str) -> str:
    told = json.loads(run_here("status", "--json", "--root", root).stdout)
    english = next(language for language in told["languages"] if language["tag"] == "en")
    return str(next(sheet["state"] for sheet in english["sheets"] if sheet["path"] == path))


def test_complete(tmp_path: Path) -> None:
    """A current translation has no banner, is its own canonical page, and is named to search engines."""
    assert translated_site(tmp_path).state("en", "index") == "complete"
    files = _build(tmp_path)
    page = files["en/index.html"]
    assert 'class="notice"' not in page
    assert '<link rel="canonical" href="https://facts.example/en/">' in _head(page)
    assert 'hreflang="ro"' in _head(page)
    assert 'hreflang="en"' in _head(files["ro/index.html"])
    assert "<loc>https://facts.example/en/</loc>" in files["sitemap.xml"]
    assert _state(tmp_path, "index") == "complete"


def test_stale(tmp_path: Path) -> None:
    """A translation behind its original says so, and is a translation all the same."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/index.md": ROMANIAN.replace("Al doilea punct.", "Alt punct.")})
    assert site_of(tmp_path).state("en", "index") == "stale"
    files = _build(tmp_path)
    page = files["en/index.html"]
    assert "has changed since it was translated" in page
    assert 'class="notice"' not in files["ro/index.html"]
    assert '<link rel="canonical" href="https://facts.example/en/">' in _head(page)
    assert 'hreflang="en"' in _head(files["ro/index.html"])
    assert "<loc>https://facts.example/en/</loc>" in files["sitemap.xml"]
    assert _state(tmp_path, "index") == "stale"


def test_fallback(tmp_path: Path) -> None:
    """A page that shows the original says so in the reader's language, and leaves search engines to the original."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/more.md": MORE})
    assert site_of(tmp_path).state("en", "more") == "fallback"
    files = _build(tmp_path)
    page = files["en/more/index.html"]
    assert '<html lang="en"' in page
    assert "You are reading it in Romanian." in page
    assert '<link rel="canonical" href="https://facts.example/ro/more/">' in _head(page)
    assert "hreflang" not in _head(page)
    assert 'hreflang="en"' not in _head(files["ro/more/index.html"])
    assert "/en/more/" not in files["sitemap.xml"]
    assert "/en/more/" not in files["en/feed.xml"]
    assert 'lang="ro"' in page.partition("<main")[2].partition("Un paragraf")[0]
    assert 'href="../../en/more/"' in files["ro/more/index.html"]
    assert _state(tmp_path, "more") == "missing"


def test_omitted(tmp_path: Path) -> None:
    """Where missing translations are left out, nothing leads to them."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/more.md": MORE, "site.toml": SETTINGS + 'fallback = "omit"\n'})
    assert site_of(tmp_path).state("en", "more") == "omitted"
    files = _build(tmp_path)
    assert "en/more/index.html" not in files
    assert not any("/en/more/" in text for name, text in files.items() if name != "sitemap.xml")
    assert "/en/more/" not in files["sitemap.xml"]
    assert "Mai mult" not in files["en/index.html"]
    assert _state(tmp_path, "more") == "missing"


@pytest.mark.parametrize("fallback", ["notice", "omit"])
def test_a_draft_is_missing(tmp_path: Path, fallback: str) -> None:
    """A draft changes nothing for readers until it is finished."""
    translated_site(tmp_path)
    files = {"content/ro/more.md": MORE, "site.toml": SETTINGS + f'fallback = "{fallback}"\n'}
    write_site(tmp_path, files)
    without = _build(tmp_path)
    write_site(tmp_path, {"content/en/more.md": "---\ntitle: More\ndraft: true\n---\nSecret words.\n"})
    assert _build(tmp_path) == without
    assert _state(tmp_path, "more") == "draft"


def test_errors_stop_the_build(tmp_path: Path) -> None:
    """Where no fallback is wanted, a missing translation publishes nothing."""
    write_site(tmp_path, {**FILES, "content/ro/more.md": MORE, "site.toml": SETTINGS + 'fallback = "error"\n'})
    done = run_here("build", "--root", tmp_path)
    assert done.returncode == 1
    assert not (tmp_path / "public").exists()
