"""The script adds conveniences and nothing else: words and figures are there without it."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, Show

ADDED = "button, .filter, .theme"

TEXT = """() => {
    const copy = document.body.cloneNode(true);
    for (const button of copy.querySelectorAll("th button")) button.replaceWith(...button.childNodes);
    for (const added of copy.querySelectorAll("button, .filter, .theme, template")) added.remove();
    return copy.textContent.replace(/[ \\n]+/g, " ");
}"""


def test_words_are_the_same_without_script(show: Show, opened: Opener) -> None:
    """Every page has the same text with script and without, but for the script's own controls."""
    assert show.exhibit.samples
    with_script, without = opened("about:blank"), opened("about:blank", java_script_enabled=False)
    for path in show.exhibit.samples:
        with_script.goto(show.address + path)
        without.goto(show.address + path)
        assert without.locator(ADDED).count() == 0
        assert _text(with_script) == _text(without)


def _text(page: Page) -> object:
    return page.evaluate(TEXT)


def test_policy_is_kept(show: Show, opened: Opener) -> None:
    """No page breaks its own policy or logs an error; it asks its own host only, five times at most."""
    assert show.exhibit.samples
    every = [Seen(opened("about:blank")) for _ in show.exhibit.samples]
    for seen, path in zip(every, show.exhibit.samples, strict=True):
        seen.page.goto(show.address + path)
    for seen in every:
        seen.page.wait_for_load_state("networkidle")
        assert seen.faults == []
        assert len(seen.asked) <= 5
        assert [address for address in seen.asked if not address.startswith(show.address)] == []
        seen.page.context.close()


class Seen:
    """What a page logs and asks for."""

    def __init__(self, page: Page) -> None:
        """Watch a page before it goes anywhere."""
        self.page = page
        self.faults: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))


def test_switcher_keeps_the_figure(real: Show, opened: Opener) -> None:
    """Changing the language leads to the same figure."""
    page = opened(f"{real.address}ro/#victims")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{real.address}en/#victims")
    assert page.locator("#victims").inner_text() == "over 120,000 victims"


def test_citation_is_copied(real: Show, opened: Opener) -> None:
    """The button copies the words that stand beside it, and says so."""
    page = opened(f"{real.address}en/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(".citation + button")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".citation").inner_text()


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
    """Typing a word without its diacritics finds the rows that have it."""
    page = opened(f"{real.address}ro/")
    page.locator(".filter input").fill("arestari")
    shown = page.locator("table.figures tbody tr:visible th")
    assert shown.all_inner_texts() == ["Arestări"]


def test_table_is_sorted_by_value_and_by_the_language(real: Show, opened: Opener) -> None:
    """Figures are sorted as numbers, labels in the order of the language, with the way told to all."""
    page = opened(f"{real.address}ro/")
    table = page.locator("table.figures")
    table.locator("thead button").nth(1).click()
    values = table.locator("tbody td:nth-child(2) data").evaluate_all(
        "(all) => all.map((data) => parseFloat(data.value))"
    )
    assert values == sorted(values)
    assert table.locator("th[aria-sort=ascending]").count() == 1
    table.locator("thead button").nth(0).click()
    labels = table.locator("tbody th").all_inner_texts()
    assert labels[0] == "Anul lansării"
    assert labels[-1] == "Victime identificate"
    assert labels.index("Țări africane vizate") > labels.index("Puncte acționabile")
