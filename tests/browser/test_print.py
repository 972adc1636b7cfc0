"""The printed page: two sheets of A4 at most, nothing lost, dark ink whatever the screen shows."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from factsheet.builder.pipeline import Options, build
from factsheet.outputs.offline import to_pdf
from tests.browser.conftest import Opener, Show
from tests.support import ROOT
from tests.unit.outputs.test_offline_pdf import unpacked

_PAGE = re.compile(rb"/Type\s*/Page\b")
_A4 = re.compile(rb"/MediaBox\s*\[\s*0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\s*\]")


@pytest.mark.parametrize("language", ["ro", "en"])
def test_front_sheet_fits_two_pages(real: Show, opened_by_any_reader: Opener, language: str) -> None:
    """The first sheet takes two pages of A4 at most, in whatever font the reader has."""
    pdf = opened_by_any_reader(f"{real.address}{language}/").pdf(prefer_css_page_size=True)
    assert 1 <= len(_PAGE.findall(pdf)) <= 2
    assert len(_A4.findall(pdf)) >= 1


@pytest.mark.slow
@pytest.mark.usefixtures("pdf")
def test_front_sheet_as_pdf_fits_two_pages() -> None:
    """The first sheet as a PDF takes two pages at most, in each language."""
    made = build(ROOT, Options(formats=("html",))).artifacts
    for language in ("ro", "en"):
        pdf = to_pdf(made[f"archive/{language}-index.html"].decode())
        assert 1 <= len(_PAGE.findall(unpacked(pdf))) <= 2


def _sheets(page: Page) -> int:
    return len(_PAGE.findall(page.pdf(prefer_css_page_size=True)))


def test_the_style_of_paper_is_there_for_whoever_prints_at_once(real: Show, browser: Browser) -> None:
    """Who prints before the page is painted gets the two sheets that all get."""
    with browser.new_page() as page:
        page.add_init_script("window.PerformanceObserver = class { observe() {} }")
        page.goto(f"{real.address}ro/")
        assert page.locator("link[media=print]").count() == 0
        assert _sheets(page) <= 2


def test_the_style_of_paper_is_there_without_script(real: Show, opened: Opener) -> None:
    """Who reads without script gets them too."""
    assert _sheets(opened(f"{real.address}ro/", java_script_enabled=False)) <= 2


@pytest.mark.parametrize("script", [True, False])
def test_a_page_in_one_file_prints_as_well(tmp_path: Path, opened: Opener, script: bool) -> None:  # noqa: FBT001 - both ways
    """The file holds the style of paper, with script and without."""
    file = tmp_path / "page.html"
    file.write_bytes(build(ROOT, Options(formats=("html",))).artifacts["archive/ro-index.html"])
    assert _sheets(opened(file.as_uri(), java_script_enabled=script)) <= 2


def test_no_figure_is_lost_on_paper(show: Show, opened: Opener) -> None:
    """Cards, charts, the data that they do not spell out, and all evidence are printed; menus and controls are not."""
    page = opened(f"{show.address}ro/")
    page.emulate_media(media="print")
    shown = (".card .value", ".figures q", ".figures .figure", ".chart svg", ".sources li")
    assert all(page.locator(part).count() > 0 for part in shown)
    for part in (*shown, ".bars dd", ".chart details td"):
        assert all(item.is_visible() for item in page.locator(part).all()), part
    for part in (
        ".languages",
        ".menu",
        ".theme",
        ".filter",
        ".permalink",
        ".citation + button",
        ".downloads",
        ".actions",
    ):
        assert not any(item.is_visible() for item in page.locator(part).all()), part


def test_the_foot_stands_below_all_else(show: Show, opened: Opener) -> None:
    """Where the sources stand beside the citation, the line of the foot goes through neither."""
    page = opened(f"{show.address}ro/")
    page.emulate_media(media="print")
    lowest = "(parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().bottom))"
    foot = page.locator(".bottom").bounding_box()
    assert foot is not None
    assert page.eval_on_selector_all("main section > *", lowest) <= foot["y"]


def test_dark_scheme_prints_dark_ink(real: Show, opened: Opener) -> None:
    """A reader of the dark scheme, even one who chose it on the page, gets dark ink on white paper."""
    page = opened(f"{real.address}en/", color_scheme="dark")
    page.get_by_role("button", name="Dark").click()
    page.emulate_media(media="print")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 80
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_addresses_are_printed(show: Show, opened: Opener) -> None:
    """The address of each link to another site stands on paper, and the page ends with its own and its date."""
    page = opened(f"{show.address}ro/")
    page.emulate_media(media="print")
    told = page.eval_on_selector_all(
        "main a[href^=http]",
        "(links) => links.map((link) => [link.href, getComputedStyle(link, '::after').content + link.textContent])",
    )
    addresses = {address for address, _ in told}
    assert addresses
    assert {address for address, text in told if address in text} == addresses
    footer = page.locator(".bottom .address")
    assert footer.is_visible()
    assert str(page.locator("link[rel=canonical]").get_attribute("href")) in footer.inner_text()
    assert str(page.locator(".dates dt:has-text('Fișa') + dd time").text_content()) in footer.inner_text()
