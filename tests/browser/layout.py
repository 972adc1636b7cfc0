"""What to look for on a page that is laid out: what sticks out of the screen, is cut or broken."""

from typing import Final

from playwright.sync_api import Page

OPEN_ALL: Final = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"

TOO_WIDE: Final = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".unseen, .skip, thead, template, .table > *"))
    .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5);
    })
    .map((element) => element.outerHTML.slice(0, 100))"""

CUT: Final = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".unseen, .skip, svg, thead, template"))
    .filter((element) => getComputedStyle(element).overflow !== "visible"
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
    .filter((element) => element.tagName !== "INPUT" && element.tabIndex !== 0)
    .map((element) => element.outerHTML.slice(0, 100))"""

BROKEN_WORDS: Final = """() => [
    ...document.querySelectorAll(".table :is(th, td), .figures tbody :is(th, td), .cards .unit, .brand"),
].flatMap((cell) => {
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
"""The words of tables, of the units below numbers, and of the name of the site that stand on two lines."""

TOUCHING: Final = """() => [...document.querySelectorAll(".plot")].flatMap((plot) => {
    const boxes = [...plot.querySelectorAll(".tick:not(.amounts)")].map((tick) => tick.getBoundingClientRect())
        .filter((box) => box.width > 0).sort((one, other) => one.left - other.left);
    return boxes.slice(1).filter((box, index) => box.left < boxes[index].right).map(() => "times touch");
})"""
"""Names of times below a chart that stand on each other."""

SCROLLED_TABLES: Final = """() => [...document.querySelectorAll(".table")]
    .filter((group) => group.scrollWidth > group.clientWidth).length"""
"""How many tables in the prose need more room than they have."""


def faults_of_layout(page: Page, width: int) -> list[str]:
    """What is wider than the screen, or cut, on a page that is shown at a width in pixels."""
    faults = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT)]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        faults.append("scrolls sideways")
    return faults
