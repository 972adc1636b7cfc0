"""The head of a page, as machines read it."""

import re

from tests.rich_site import rich_site


def test_addresses_are_those_seen_from_the_page() -> None:
    """Feed and manifest are linked from a nested page by the way to its language's folder."""
    html = rich_site().text("ar/mai-mult/index.html")
    assert re.search(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="\.\./feed\.xml">', html)
    assert '<link rel="manifest" href="../manifest.webmanifest">' in html


def test_every_page_of_a_sheet_has_one_graph() -> None:
    """Each page of a sheet has exactly one block of JSON-LD, and pages of interface have none."""
    for path in rich_site().pages:
        blocks = rich_site().text(path).count("application/ld+json")
        interface = "/embed/" in path or path.endswith("404.html") or path == "index.html"
        assert blocks == (0 if interface else 1), path
