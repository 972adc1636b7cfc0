"""The page on which readers search."""

import re

from tests.rich_site import build_rich, rich_site


def test_nothing_is_made_unasked() -> None:
    """Without an index there is no search page, no link to one, and no rule for it."""
    assert not any("/search/" in path for path in rich_site().files)
    assert 'class="search"' not in rich_site().text("ro/index.html")
    assert "wasm" not in rich_site().text("_headers")


def test_every_page_leads_to_it_and_it_to_every_sheet() -> None:
    """Each language has a page that lists all its sheets, for readers without script; pages link to it."""
    site = build_rich({}, formats=("search",))
    assert '<a class="search" href="../search/">' in site.text("en/more/index.html")
    html = site.text("ar/search/index.html")
    assert '<html lang="ar" dir="rtl">' in html
    assert re.findall(r'<a href="([^"]+)">', html)[-3:] == ["../", "../about/", "../mai-mult/"]
    assert '<li lang="ro" dir="auto"><a href="../about/">Despre</a></li>' in html


def test_only_it_may_run_webassembly() -> None:
    """Its policy, in the page and in the rules for hosts, lets WebAssembly run; no other page's does."""
    site = build_rich({}, formats=("search",))
    allowed = [path for path in site.pages if "wasm-unsafe-eval" in site.text(path)]
    assert allowed == ["ar/search/index.html", "en/search/index.html", "ro/search/index.html"]
    (rule,) = [rule for rule in site.text("_headers").split("\n\n") if rule.startswith("/ro/search/*")]
    assert "script-src 'self' 'wasm-unsafe-eval'" in rule
    assert "frame-ancestors 'none'" in rule


def test_the_index_is_found_below_any_address() -> None:
    """The page names the index and the root of the site by their path on the host."""
    html = build_rich({}, formats=("search",)).text("ro/search/index.html")
    assert 'data-index="/atlas/pagefind/pagefind.js" data-base="/atlas/"' in html
