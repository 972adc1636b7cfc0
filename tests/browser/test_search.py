"""Readers find sheets by their words, each in the index of its language."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from factsheet.cli.besides import can_index, index
from tests.browser.conftest import Opener
from tests.exhibits import Exhibit, served
from tests.rich_site import build_rich

pytestmark = pytest.mark.skipif(not can_index(), reason="not tested, for want of the extra search")


@pytest.fixture(scope="module")
def searchable() -> Exhibit:
    """A site with its index, sent with the policy that hosts are told for its search pages."""
    site = build_rich({}, formats=("search",))
    found = index({path: data for path, data in site.files.items() if path in {"en/index.html", "en/more/index.html"}})
    (rule,) = [rule for rule in site.text("_headers").split("\n\n") if rule.startswith("/en/search/*")]
    headers = "/*\n" + rule.partition("! Content-Security-Policy\n")[2]
    return Exhibit({**site.files, **found, "_headers": headers.encode()}, site.base_path)


def test_words_lead_to_sheets(searchable: Exhibit, opened: Opener) -> None:
    """What is typed is looked up at once; a result leads to its sheet, and no result says so."""
    with served(searchable) as address:
        page = opened(f"{address}en/search/")
        page.get_by_role("searchbox").fill("seizures")
        expect(page.locator("#_found a").first).to_have_text("More")
        assert page.locator("#_found a").first.get_attribute("href") == "/atlas/en/more/"
        page.get_by_role("searchbox").fill("zzzzzz")
        expect(page.get_by_role("status")).to_have_text("Nothing was found.")


def test_without_script_all_sheets_are_listed(searchable: Exhibit, opened: Opener) -> None:
    """A reader without script sees no box, and every sheet of the language."""
    with served(searchable) as address:
        page = opened(f"{address}en/search/", java_script_enabled=False)
        assert page.get_by_role("searchbox").count() == 0
        assert page.locator("main li a").all_inner_texts() == ["Chosen figures </script> & <b>", "Despre", "More"]


@pytest.mark.slow
def test_axe_finds_nothing(searchable: Exhibit, opened: Opener, page_checkers: Path) -> None:
    """axe-core, best practices included, finds nothing on the search page, with results or without, on any screen."""
    axe = (page_checkers / "axe-core/axe.min.js").read_text(encoding="utf-8")
    with served(searchable) as address:
        page = opened(f"{address}en/search/")
        page.evaluate(axe)
        for words in ("", "seizures", "zzzzzz"):
            page.get_by_role("searchbox").fill(words)
            expect(page.locator("#_found li")).to_have_count(2 if words == "seizures" else 0)
            for width in (320, 1280) if words == "seizures" else (320,):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("async () => (await axe.run(document)).violations.map((rule) => rule.id)") == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width
