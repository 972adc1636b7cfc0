"""What axe-core and a reader without a mouse find on every page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, Show

WIDTHS = (320, 768, 1280)
EXTREMES = (320, 1280)
SCHEMES: Mapping[Literal["light", "dark"], Mapping[str, object]] = {
    "light": {"rules": {"target-size": {"enabled": True}}},
    "dark": {
        "runOnly": {"type": "tag", "values": ["cat.color"]},
        "rules": {"color-contrast-enhanced": {"enabled": False}},
    },
}
"""What axe-core is asked in each scheme: in the second, only what colours change."""

AXE = """async (asked) => {
    const found = await axe.run(document, { resultTypes: ["violations"], ...asked });
    const told = (rule) => (node) => `${rule.id}: ${node.target} ${node.failureSummary}`;
    return found.violations.flatMap((rule) => rule.nodes.map(told(rule)));
}"""

OPEN_ALL = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"

FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return {
        name: element.outerHTML.slice(0, 120),
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        seen: box.width > 1 && box.right > 0 && box.left < innerWidth
            && box.bottom > 0 && box.top < innerHeight,
    };
}"""


@pytest.mark.slow
def test_axe_finds_nothing(show: Show, opened: Opener, page_checkers: Path) -> None:
    """axe-core, best practices and target sizes included, finds nothing on any page, at any width, in either scheme."""
    axe = (page_checkers / "axe-core/axe.min.js").read_text(encoding="utf-8")
    found: list[str] = []
    page = opened("about:blank")
    for path in show.exhibit.samples:
        page.goto(show.address + path)
        page.evaluate(axe)
        page.evaluate(OPEN_ALL)
        for scheme, asked in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS if scheme == "light" else EXTREMES:
                page.set_viewport_size({"width": width, "height": 800})
                found.extend(f"{path} {width} {scheme} {text}" for text in page.evaluate(AXE, asked))
    assert found == []


def test_first_stop_skips_to_the_content(real: Show, opened: Opener) -> None:
    """The first press of Tab shows a link that takes the focus past the menus."""
    page = opened(f"{real.address}ro/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    assert page.evaluate(FOCUSED)["seen"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_of_the_keyboard_is_seen(show: Show, opened: Opener) -> None:
    """Tab goes through the whole page; wherever it stops, an outline of two pixels or more is in view."""
    page = opened(f"{show.address}ro/", reduced_motion="reduce")
    stops = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    controls = page.locator("a[href], button, summary, input, .table").all()
    assert len(stops) == sum(control.is_visible() for control in controls) > 20
    assert [stop["name"] for stop in stops if stop["outline"] < 2 or not stop["seen"]] == []


def test_evidence_is_one_key_away(real: Show, opened: Opener) -> None:
    """Enter on a card's way to the source shows the passage in its own language."""
    page = opened(f"{real.address}en/", reduced_motion="reduce")
    card = page.locator(".card", has=page.locator("#arrests"))
    card.locator(".evidence").press("Enter")
    passage = page.locator(":target")
    expect(passage).to_be_in_viewport()
    assert "1.209 arestări" in passage.inner_text()
    assert passage.evaluate("(found) => found.closest('[lang]').lang || found.querySelector('[lang=ro]').lang")


def test_forced_colours_keep_charts(show: Show, opened: Opener) -> None:
    """Under forced colours the bars and words of charts are painted in the system's text colour."""
    page = opened(f"{show.address}ro/", forced_colors="active", color_scheme="dark")
    colours = page.eval_on_selector_all(
        ".chart rect.mark:not(.s2, .s3), .drawing text",
        "(marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).fill))]",
    )
    assert colours == [page.evaluate("getComputedStyle(document.body).color")]
