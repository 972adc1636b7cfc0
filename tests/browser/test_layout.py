"""The longest words stay on the page, nothing moves, and what is needed first is seen first."""

from pathlib import Path

import pytest

from tests.browser.conftest import Opener, Show
from tests.browser.layout import OPEN_ALL, TOO_WIDE
from tests.exhibits import published, served
from tests.support import ROMANIAN, SETTINGS


def test_the_longest_words_stay_on_the_page(tmp_path: Path, opened: Opener) -> None:
    """A name without a space, longer than any card or column, breaks where it must and widens nothing."""
    name = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
    text = ROMANIAN.replace("Arestări\n", f"{name}\n").replace("title: Exemplu", f"title: {name}")
    chart = f"charts:\n  - {{id: c, type: bars, title: {name}, metrics: [arrests]}}\nsources:"
    text = text.replace("sources:", chart).replace("title: Comunicat de presă", f"title: {name}")
    with served(published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": text})) as address:
        page = opened(f"{address}ro/")
        page.evaluate(OPEN_ALL)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(TOO_WIDE) == [], width


@pytest.mark.parametrize("language", ["ro", "en"])
def test_first_key_figure_needs_no_scrolling(real: Show, opened_by_any_reader: Opener, language: str) -> None:
    """On the smallest phone the first key figure is whole on the first screen, whatever font the reader has."""
    page = opened_by_any_reader(f"{real.address}{language}/", width=320, height=568)
    box = page.locator(".card .num").first.bounding_box()
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
