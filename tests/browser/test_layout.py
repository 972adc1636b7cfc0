"""Nothing is wider than the screen, and nothing is cut, however small the screen or large the text."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.browser.conftest import Opener, Show
from tests.browser.test_accessibility import OPEN_ALL
from tests.exhibits import published, served
from tests.support import ROMANIAN, SETTINGS

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } "
    "p { margin-block-end: 2em !important; }"
)
"""The text spacing of WCAG 2.2, success criterion 1.4.12."""

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".unseen, .skip, thead, template, .table > *"))
    .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5);
    })
    .map((element) => element.outerHTML.slice(0, 100))"""

CUT = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".unseen, .skip, svg, thead, template"))
    .filter((element) => getComputedStyle(element).overflow !== "visible"
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
    .filter((element) => element.tagName !== "INPUT" && element.tabIndex !== 0)
    .map((element) => element.outerHTML.slice(0, 100))"""


BROKEN_WORDS = """() => [...document.querySelectorAll(".table :is(th, td)")].flatMap((cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const word of node.data.matchAll(/[\\p{L}\\p{N}.,%$€]+/gu)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
        }
    return broken;
})"""

LARGE = "html { font-size: 200% !important; }"
CONDITIONS: Mapping[str, tuple[int, str]] = {
    "320 pixels, or 400 % zoom": (320, ""),
    "200 % zoom": (640, ""),
    "text at 200 %": (1280, LARGE),
    "200 % zoom and text at 200 %": (640, LARGE),
    "wide spacing": (1280, SPACING),
    "wide spacing at 320 pixels": (320, SPACING),
}


def test_nothing_sticks_out_or_is_cut(show: Show, opened: Opener) -> None:
    """However narrow the screen, large the text or wide its spacing, with all evidence open."""
    found: list[str] = []
    page = opened("about:blank", bypass_csp=True)
    for path in show.exhibit.samples:
        page.goto(show.address + path)
        page.evaluate(OPEN_ALL)
        for condition, (width, style) in CONDITIONS.items():
            added = page.add_style_tag(content=style or "/* as it is */")
            page.set_viewport_size({"width": width, "height": 800})
            faults = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append("scrolls sideways")
            found.extend(f"{path}, {condition}: {fault}" for fault in faults)
            added.evaluate("(style) => style.remove()")
    assert found == []


def test_nothing_sticks_out_is_cut_or_broken_in_any_font(show: Show, opened_by_any_reader: Opener) -> None:
    """On the smallest phone, all evidence open, whatever font the reader has; no word of a table is on two lines."""
    found: list[str] = []
    page = opened_by_any_reader("about:blank", width=320)
    for path in show.exhibit.samples:
        page.goto(show.address + path)
        broken = page.evaluate(BROKEN_WORDS)
        page.evaluate(OPEN_ALL)
        found.extend(f"{path}: {fault}" for fault in [*broken, *page.evaluate(TOO_WIDE), *page.evaluate(CUT)])
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append(f"{path}: scrolls sideways")
    assert found == []


def test_tables_of_the_prose_can_be_scrolled_by_keyboard(show: Show, opened: Opener) -> None:
    """At 320 pixels a table that needs more room scrolls in a group that has a name and takes the focus."""
    tables, page = 0, opened("about:blank", width=320)
    for path in show.exhibit.samples:
        page.goto(show.address + path)
        for table in page.locator(".table").all():
            tables += 1
            table.focus()
            assert table.evaluate(
                "(group) => group.matches(':focus') && document.getElementById("
                "group.getAttribute('aria-labelledby')).textContent.length > 0"
            )
    assert tables > 0


def test_tables_of_the_real_site_need_no_scrolling(real: Show, opened_by_any_reader: Opener) -> None:
    """On the smallest phone the tables of the site fit the screen, whatever font the reader has."""
    page = opened_by_any_reader("about:blank", width=320)
    for path in ("ro/operatiuni/", "en/operations/", "ro/comunitate/", "en/community/"):
        page.goto(real.address + path)
        assert page.locator(".table").evaluate("(group) => group.scrollWidth <= group.clientWidth")


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
