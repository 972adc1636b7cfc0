"""Pages in a language that runs from right to left are mirrored, and what runs the other way is kept apart."""

from tests.browser.conftest import Opener
from tests.exhibits import gallery, served


def test_an_arabic_page(opened_by_any_reader: Opener) -> None:
    """The page runs from right to left, its figures and the names of languages each stand in a frame of their own."""
    with served(gallery()) as address:
        page = opened_by_any_reader(f"{address}ar/")
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
        brand = page.locator("header .brand").bounding_box()
        switcher = page.locator("header nav.languages").bounding_box()
        assert brand is not None
        assert switcher is not None
        assert brand["x"] > switcher["x"]
        figures = page.locator("main data.figure, main time.figure")
        assert figures.count() > 0
        alone = figures.evaluate_all(
            "all => all.filter(one => one.closest('bdi')?.textContent !== one.textContent).length"
        )
        assert alone == 0
        entries = page.locator("nav.languages li > *")
        directions = entries.evaluate_all("all => all.map(one => [one.lang, getComputedStyle(one).direction])")
        assert dict(directions) == {tag: "rtl" if tag == "ar" else "ltr" for tag, _ in directions}
        assert page.locator("nav.languages [aria-current]").count() == 1


def test_the_reading_order_of_a_figure(opened_by_any_reader: Opener) -> None:
    """Within a figure the bound word stands to the right of its number, as it is read."""
    with served(gallery()) as address:
        page = opened_by_any_reader(f"{address}ar/")
        starts = page.locator("main data.figure").evaluate_all(
            """all => all.filter(one => /^[\u0621-\u064a]/.test(one.textContent)).map(one => {
              const start = at => { const range = document.createRange();
                const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
                while (texts.nextNode() && at >= texts.currentNode.length) at -= texts.currentNode.length;
                range.setStart(texts.currentNode, at); range.setEnd(texts.currentNode, at + 1);
                return range.getBoundingClientRect(); };
              const word = start(0), number = start(one.textContent.search(/[0-9\u0660-\u0669]/));
              return {line: word.top === number.top, word: word.left, number: number.left}; })"""
        )
        on_one_line = [start for start in starts if start["line"]]
        assert on_one_line
        assert all(start["word"] > start["number"] for start in on_one_line)
