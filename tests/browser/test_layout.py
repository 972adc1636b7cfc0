"""Nothing is wider than the screen, and nothing is cut, however small the screen or large the text."""

import pytest

from tests.browser.conftest import Opener, Show
from tests.browser.test_accessibility import OPEN_ALL

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } "
    "p { margin-block-end: 2em !important; }"
)
"""The text spacing of WCAG 2.2, success criterion 1.4.12."""

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".unseen, .skip, thead, template"))
    .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5);
    })
    .map((element) => element.outerHTML.slice(0, 100))"""

CUT = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".unseen, .skip, svg, thead, template"))
    .filter((element) => getComputedStyle(element).overflow !== "visible"
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
    .filter((element) => element.tagName !== "INPUT")
    .map((element) => element.outerHTML.slice(0, 100))"""


def _faults(opened: Opener, show: Show, *, width: int, style: str = "") -> list[str]:
    found: list[str] = []
    for path in show.exhibit.pages:
        page = opened(show.address + path, width=width, bypass_csp=bool(style))
        page.evaluate(OPEN_ALL)
        if style:
            page.add_style_tag(content=style)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{path} scrolls sideways")
        found.extend(f"{path} {text}" for text in [*page.evaluate(TOO_WIDE), *page.evaluate(CUT)])
        page.context.close()
    return found


def test_nothing_is_wider_than_the_narrowest_screen(show: Show, opened: Opener) -> None:
    """At 320 pixels, all evidence open, nothing sticks out or is cut."""
    assert _faults(opened, show, width=320) == []


def test_text_may_be_twice_as_large(show: Show, opened: Opener) -> None:
    """With text at 200 % on a screen of 1280 pixels nothing sticks out or is cut."""
    assert _faults(opened, show, width=1280, style="html { font-size: 200% !important; }") == []


def test_zoom_and_large_text_together(show: Show, opened: Opener) -> None:
    """At 200 % zoom of a screen of 1280 pixels, with text at 200 % besides, nothing sticks out or is cut."""
    assert _faults(opened, show, width=640, style="html { font-size: 200% !important; }") == []


@pytest.mark.parametrize("width", [320, 1280])
def test_text_spacing_may_be_widened(show: Show, opened: Opener, width: int) -> None:
    """With the spacing of WCAG 1.4.12 nothing sticks out or is cut."""
    assert _faults(opened, show, width=width, style=SPACING) == []


@pytest.mark.parametrize("language", ["ro", "en"])
def test_first_key_figure_needs_no_scrolling(real: Show, opened: Opener, language: str) -> None:
    """On the smallest phone the first key figure is whole on the first screen."""
    page = opened(f"{real.address}{language}/", width=320, height=568)
    box = page.locator(".card .value").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 568


def test_nothing_moves_while_loading(real: Show, opened: Opener) -> None:
    """The layout does not shift (CLS 0)."""
    page = opened(f"{real.address}ro/")
    shift = page.evaluate(
        """() => new Promise((resolve) => {
            let total = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) total += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(total), 300);
        })"""
    )
    assert shift == 0


def test_nothing_moves_for_readers_who_ask_for_rest(real: Show, opened: Opener) -> None:
    """With reduced motion no element is animated, and the page jumps instead of gliding."""
    page = opened(f"{real.address}ro/", reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
