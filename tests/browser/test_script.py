"""What the script adds to a page works; test_every_page.py sees that it adds conveniences and no words."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opener, Show
from tests.exhibits import example, served


def test_switcher_keeps_the_figure(real: Show, opened: Opener) -> None:
    """Changing the language leads to the same figure."""
    page = opened(f"{real.address}ro/#victims")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{real.address}en/#victims")
    assert page.locator("#victims").text_content() == "over 120,000 victims"


def test_citation_is_copied(real: Show, opened: Opener) -> None:
    """The button copies the words that stand beside it, and says so."""
    page = opened(f"{real.address}en/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(".citation + button")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".citation").inner_text()


@pytest.mark.parametrize("file", ["script", "print"])
def test_the_page_is_painted_before_what_it_does_not_show_is_asked_for(real: Show, opened: Opener, file: str) -> None:
    """No reader waits for what the script adds, nor for the style of paper."""
    page = opened(f"{real.address}en/")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    named = "performance.getEntriesByType('resource').find(({name}) => name.includes('/FILE.')).startTime"
    asked = page.evaluate(named.replace("FILE", file))
    assert asked >= painted


@pytest.mark.parametrize("painted", [True, False])
def test_the_manifest_is_named_behind_the_first_paint(real: Show, browser: Browser, painted: bool) -> None:  # noqa: FBT001 - both ways
    """A browser that takes manifests asks for it at once where it is named, and what is painted would wait for it."""
    with browser.new_page() as page:
        if not painted:
            page.add_init_script("window.PerformanceObserver = class { observe() {} }")
        page.goto(f"{real.address}en/")
        expect(page.locator("link[rel=manifest]")).to_have_count(int(painted))


def test_theme_is_kept(real: Show, opened: Opener) -> None:
    """A chosen theme holds on the next page, and the device's choice comes back on request."""
    page = opened(f"{real.address}en/", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark").click()
    page.goto(f"{real.address}ro/")
    dark = page.evaluate(paper)
    assert dark != light
    page.get_by_role("button", name="A dispozitivului").click()
    assert page.evaluate(paper) == light


def test_table_is_filtered_without_marks(real: Show, opened: Opener) -> None:
    """Typing a word without its diacritics finds the rows that have it, and says how many there are, none included."""
    page = opened(f"{real.address}ro/")
    page.locator("summary", has_text="Tabelul cifrelor").click()
    page.locator(".filter input").fill("anul")
    shown = page.locator("table.figures tbody tr:visible th")
    assert set(shown.all_inner_texts()) == {
        "Anul lansării",
        "Anul Raportului de Impact",
        "Anul raportului cu rezultatele",
    }
    every = page.locator("table.figures tbody tr").count()
    expect(page.locator(".filter [role=status] b")).to_have_text(f"3/{every}")
    page.locator(".filter input").fill("zzz")
    expect(page.locator(".filter [role=status] b")).to_have_text(f"0/{every}")


def test_table_is_sorted_by_value_and_by_the_language(real: Show, opened: Opener) -> None:
    """Figures are sorted within their unit, labels by the language; a third press brings the order back."""
    page = opened(f"{real.address}ro/")
    page.locator("summary", has_text="Tabelul cifrelor").click()
    table = page.locator("table.figures")
    before = table.locator("tbody th").all_inner_texts()
    button = table.locator("thead button").nth(1)
    button.click()
    money = "(all) => all.filter((one) => one.textContent.includes('dolari')).map((one) => parseFloat(one.value))"
    values = table.locator("tbody td:nth-child(2) data").evaluate_all(money)
    assert values == sorted(values)
    assert len(values) > 1
    assert table.locator("th[aria-sort=ascending]").count() == 1
    button.click()
    assert table.locator("tbody td:nth-child(2) data").evaluate_all(money) == values[::-1]
    button.click()
    assert table.locator("tbody th").all_inner_texts() == before
    table.locator("thead button").nth(0).click()
    labels = table.locator("tbody th").all_inner_texts()
    assert labels[0] == "Anul lansării"
    assert labels[-1] == "Victime identificate"
    assert labels.index("Țări africane vizate") > labels.index("Puncte acționabile")


def test_a_folded_table_shows_the_row_of_the_address(opened: Opener) -> None:
    """Whoever follows the address of a row or a cell sees it, although the table shows its first rows alone."""
    with served(example("prices")) as address:
        page = opened(f"{address}en/#inflation.si.2025-03")
        expect(page.locator("tr[id='inflation.si']")).to_be_visible()
        expect(page.locator("tr[id='inflation.mt']")).to_be_hidden()
        page.get_by_role("button", name="Show all rows").click()
        expect(page.locator("tr[id='inflation.mt']")).to_be_visible()


def test_switcher_keeps_the_heading(real: Show, opened: Opener) -> None:
    """A heading has one address in every language, and its old address still leads to it."""
    page = opened(f"{real.address}ro/metoda/#ce-nu-spun-cifrele")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{real.address}en/method/#ce-nu-spun-cifrele")
    expect(page.locator("h2:target")).to_be_in_viewport()
    page.goto(f"{real.address}en/method/#what-the-figures-do-not-say")
    expect(page.locator("h2:has(> :target)")).to_be_in_viewport()


def test_without_script_a_heading_leads_to_itself(real: Show, opened: Opener) -> None:
    """A reader without script goes from a heading to the same one in the other language, also above key figures."""
    page = opened(f"{real.address}ro/metoda/#ce-nu-spun-cifrele", java_script_enabled=False)
    page.locator("h2:target + noscript").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{real.address}en/method/#ce-nu-spun-cifrele")
    expect(page.locator("h2:target")).to_be_in_viewport()
    page.goto(f"{real.address}ro/#victims")
    page.locator(".key h3 + noscript").first.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{real.address}en/#_group-results")
    expect(page.locator("#victims")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_ways_for_readers_without_script_fit(real: Show, opened: Opener, width: int) -> None:
    """They make no page wider; paper has none of them, and a reader with script sees nothing of them."""
    page = opened(f"{real.address}ro/", java_script_enabled=False, width=width)
    ways = page.locator("noscript a")
    assert page.locator("html").evaluate("page => page.scrollWidth") <= width
    assert all(way.is_visible() for way in ways.all())
    page.emulate_media(media="print")
    assert not any(way.is_visible() for way in ways.all())
    page = opened(f"{real.address}ro/", width=width)
    assert not any(mark.is_visible() for mark in page.locator("noscript").all())


def test_sign_beside_a_figure_copies_its_address(real: Show, opened: Opener) -> None:
    """The address that is copied leads to the figure, and the page says that it was copied."""
    page = opened(f"{real.address}en/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Link to this figure: Arrests").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{real.address}en/#arrests"
