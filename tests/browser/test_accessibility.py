"""What a reader without a mouse, or with colours of their own, finds on a page."""

from playwright.sync_api import expect

from tests.browser.conftest import Opener, Show

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

NOTING = f"""() => {{
    window.stops = [];
    addEventListener("keydown", () => stops.push(({FOCUSED})()));
    return [...document.querySelectorAll("a[href], button, summary, input, .table")]
        .filter((control) => control.checkVisibility({{ visibilityProperty: true }})).length;
}}"""
"""Notes with each key where the one before has led; tells how many controls there are."""


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
    controls = page.evaluate(NOTING)
    for _ in range(controls + 2):
        page.keyboard.down("Tab")
    stops = page.evaluate("stops")
    assert stops[0] is stops[-1] is None
    assert len(stops[1:-1]) == controls > 20
    assert [stop["name"] for stop in stops[1:-1] if stop["outline"] < 2 or not stop["seen"]] == []


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
