"""The browser shows the fonts that the tests bring, and no others."""

import pytest
from playwright.sync_api import Browser, Page

from tests import fonts

FAMILIES = ("sans-serif", "serif", "system-ui", "ui-monospace", "Roboto", "Arial", "Liberation Sans", "emoji")
LETTERS = "Ștefan 97,5 %"

pytestmark = pytest.mark.skipif(not fonts.IS_FOUND_BY_FONTCONFIG, reason="this machine has no Fontconfig")


def is_set_in(page: Page, asked: str, family: str) -> bool:
    """Tell whether a text for which a page asks one family is shown in another; a weight may follow its name."""
    page.set_content(f"<p style='font-family: {asked}'>{LETTERS}</p>")
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    node = tools.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
    shown = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return bool(shown) and all(font["familyName"].startswith(family) for font in shown)


def test_all_families_are_the_font_brought(browser: Browser) -> None:
    """Whatever family a page names, generic ones included, it is set in the font of the tests."""
    page = browser.new_page()
    assert [family for family in FAMILIES if not is_set_in(page, family, fonts.OWN.family)] == []
    page.close()


def test_each_reader_has_fonts_of_their_own(browser_of_any_reader: Browser, request: pytest.FixtureRequest) -> None:
    """Each of the usual fonts is shown where it is meant to be, and code in its own."""
    chosen = fonts.USUAL[request.node.callspec.params["browser_of_any_reader"]]
    page = browser_of_any_reader.new_page()
    assert is_set_in(page, "sans-serif", chosen.family)
    assert is_set_in(page, "monospace", chosen.monospace or chosen.family)
    page.close()
