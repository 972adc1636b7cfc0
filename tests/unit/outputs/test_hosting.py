"""Files for hosts and robots."""

import xml.etree.ElementTree as ET
from pathlib import Path

from tests.exhibits import published
from tests.rich_site import rich_site
from tests.support import SMALL_SITE

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_every_translation_is_in_the_sitemap_once() -> None:
    """Each page that was written has an entry with its last change, and names all its translations."""
    root = ET.fromstring(rich_site().files["sitemap.xml"])  # noqa: S314 - made by this build
    urls = root.findall(f"{SITEMAP}url")
    base = "https://facts.example/atlas/"
    found = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in urls}
    assert len(urls) == len(found)
    assert found == {
        f"{base}ro/": "2025-04-02",
        f"{base}en/": "2025-04-02",
        f"{base}ar/": "2025-04-02",
        f"{base}ro/mai-mult/": "2025-03-02",
        f"{base}en/more/": "2025-03-02",
        f"{base}ro/about/": None,
    }
    links = {link.get("hreflang"): link.get("href") for link in urls[0].findall(f"{XHTML}link")}
    assert links == {"ro": f"{base}ro/", "en": f"{base}en/", "ar": f"{base}ar/", "x-default": base}
    assert {(element.text or "").strip() for element in root.iter() if len(element)} == {""}
    assert {(element.tail or "").strip() for element in root.iter()} == {""}


def test_robots_may_go_everywhere() -> None:
    """Nothing is forbidden, and the sitemap is named in full."""
    expected = "User-agent: *\nAllow: /\nSitemap: https://facts.example/atlas/sitemap.xml\n"
    assert rich_site().text("robots.txt") == expected


def test_headers_guard_every_page_and_let_figures_be_framed(tmp_path: Path) -> None:
    """Pages may not be framed, but for framed figures; assets may load nothing by themselves, and are kept for ever.

    What pages are told about referrers, devices and windows weighs with each asset, and means nothing there.
    """
    rules: dict[str, list[str]] = {}
    for line in published(tmp_path, SMALL_SITE).text("_headers").splitlines():
        if line.startswith("/"):
            rules[line] = []
        elif line:
            rules[list(rules)[-1]].append(line.strip())
    assert list(rules) == ["/*", "/ro/embed/*", "/en/embed/*", "/assets/*"]
    assert [line.partition(":")[0] for line in rules["/*"]] == [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
    ]
    assert rules["/*"][0].endswith("; frame-ancestors 'none'")
    assert rules["/*"][1] == "X-Content-Type-Options: nosniff"
    assert rules["/en/embed/*"][0] == "! Content-Security-Policy"
    assert rules["/en/embed/*"][1].endswith("; frame-ancestors *")
    assert rules["/assets/*"] == [
        "! Content-Security-Policy",
        "! Referrer-Policy",
        "! Permissions-Policy",
        "! Cross-Origin-Opener-Policy",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "Cache-Control: public, max-age=31536000, immutable",
    ]
