"""Nothing is wider than the screen, and nothing is cut, in any font; what is needed first is seen first."""

from pathlib import Path

import pytest

from tests.browser.conftest import Opener, Show
from tests.browser.layout import BROKEN_WORDS, OPEN_ALL, SCROLLED_TABLES, TOO_WIDE, faults_of_layout
from tests.exhibits import published, real_site, served
from tests.support import ROMANIAN, SETTINGS

OTHER_FONTS = pytest.mark.parametrize(
    "browser_of_any_reader", range(1, 4), ids=["dejavu", "noto", "liberation"], indirect=True
)
"""The usual fonts but for that of all tests, in which test_every_page.py looks at each page."""


@OTHER_FONTS
def test_nothing_sticks_out_is_cut_or_broken_in_any_font(show: Show, opened_by_any_reader: Opener) -> None:
    """On the smallest phone, all evidence open, whatever font the reader has; no word of a table is on two lines.

    The tables of the site itself fit the screen.
    """
    found: list[str] = []
    tables = 0
    page = opened_by_any_reader("about:blank", width=320)
    for path in show.exhibit.samples:
        page.goto(show.address + path)
        tables += page.locator(".table").count()
        if page.evaluate(SCROLLED_TABLES) and show.exhibit is real_site():
            found.append(f"{path}: a table needs more room")
        broken = page.evaluate(BROKEN_WORDS)
        page.evaluate(OPEN_ALL)
        found.extend(f"{path}: {fault}" for fault in [*broken, *faults_of_layout(page, 320)])
    assert found == []
    assert tables > 0


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
