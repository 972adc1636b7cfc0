"""What is true of every page, seen in one visit of each: opening a page costs more than all that is looked at on it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import html5lib
import pytest
from playwright.sync_api import Page

from tests import fonts
from tests.browser.conftest import SCRIPT_IS_DONE, Pages, Show
from tests.browser.layout import BROKEN_WORDS, OPEN_ALL, SCROLLED_TABLES, TOUCHING, faults_of_layout
from tests.support import ROOT

Scheme = Literal["light", "dark"]

COLOURS: Final = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
NO_COLOURS: Final = {rule: {"enabled": False} for rule in ("color-contrast", "link-in-text-block")}
SIZES: Final = {"target-size": {"enabled": True}}
NOT_ENHANCED: Final = {"color-contrast-enhanced": {"enabled": False}}
WHOLE: Final = {"rules": {**SIZES, **NO_COLOURS}}
"""What axe-core is asked of each page, on a phone."""
NEW: Final[Sequence[tuple[Scheme, int, object]]] = (
    ("light", 320, {**COLOURS, "rules": NOT_ENHANCED}),
    ("light", 768, {"rules": {**SIZES, **NO_COLOURS}}),
    ("light", 1280, {"rules": SIZES}),
    ("dark", 320, {**COLOURS, "rules": NOT_ENHANCED}),
    ("dark", 1280, {**COLOURS, "rules": NOT_ENHANCED}),
)
"""What it is asked of the elements of a page that are of a sort that no page before had, and of all in them."""

AXE: Final = """async ([asked, within]) => {
    const where = within === "new" ? { include: window.newElements } : document;
    const found = await axe.run(where, { resultTypes: ["violations"], iframes: false, preload: false, ...asked });
    const told = (rule) => (node) => `${rule.id}: ${node.target} ${node.failureSummary}`;
    return found.violations.flatMap((rule) => rule.nodes.map(told(rule)));
}"""
AXE_FILE: Final = ROOT / "node_modules/axe-core/axe.min.js"

SHAPES: Final = """(known) => {
    const classes = (element) => [...element.classList].map((name) => name.replace(/[0-9]+/, "#"));
    const named = (element) => [element.tagName, element.getAttribute("role") ?? "", ...classes(element)].join(".");
    const frame = (element) => element.parentElement.closest("body, header, main, footer, nav, aside, figure, table");
    const shape = (element) => `${named(frame(element))} > ${named(element)}`;
    const all = [...document.querySelectorAll("body *")];
    window.newElements = all.filter((element) => !known.includes(shape(element)));
    return [...new Set(window.newElements.map(shape))];
}"""
"""The sorts of elements that are new: what each is, numbers in names of classes left out, and the part around it."""

TEXT: Final = """() => {
    const copy = document.body.cloneNode(true);
    for (const button of copy.querySelectorAll("th button")) button.replaceWith(...button.childNodes);
    const added = "li:has(> button), button, .filter, .theme, template, noscript";
    for (const one of copy.querySelectorAll(added)) one.remove();
    return copy.textContent;
}"""
"""The words of a page, but for the script's own controls, and for links that stand there in place of the script."""

STYLED: Final = """(style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
}"""
"""Gives a page one more style sheet, as a reader's own: the policy of the page is about those that it loads."""

REACHED: Final = """(group) => {
    group.focus();
    return group.matches(":focus")
        && (group.ariaLabel || document.getElementById(group.getAttribute("aria-labelledby")).textContent).length > 0;
}"""
"""Whether a group takes the focus, and has a name."""

SPACING: Final = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } "
    "p { margin-block-end: 2em !important; }"
)
"""The text spacing of WCAG 2.2, success criterion 1.4.12."""

LARGE: Final = "html { font-size: 200% !important; }"


def in_font(chosen: fonts.Fonts) -> str:
    """The style that shows a page as a machine does that has these fonts alone; numbers in display type stay."""
    text, code = f'"{chosen.family}"', f'"{chosen.monospace or chosen.family}"'
    return (
        f":root {{ --text: {text} !important; --book: {text} !important; }} "
        f":is(pre, code) {{ font-family: {code} !important; }}"
    )


WIDEST: Final = next(font for font in fonts.USUAL if font.family == "DejaVu Sans")
PHONES: Final[Mapping[str, tuple[int, str]]] = {
    "320 pixels, or 400 % zoom": (320, ""),
    **{f"320 pixels in {font.family}": (320, in_font(font)) for font in fonts.USUAL if font != fonts.OWN},
}
"""The smallest phone, with each of the usual fonts."""
TABLETS: Final[Mapping[str, tuple[int, str]]] = {
    **{f"768 pixels in {font.family}": (768, in_font(font)) for font in fonts.USUAL},
    f"1024 pixels in {WIDEST.family}": (1024, in_font(WIDEST)),
}
"""Where columns are narrowest: the table of figures at 768 pixels, cards beside each other at 1024."""
CONDITIONS: Final[Mapping[str, tuple[int, str]]] = {
    **PHONES,
    **TABLETS,
    "200 % zoom": (640, ""),
    "text at 200 %": (1280, LARGE),
    "200 % zoom and text at 200 %": (640, LARGE),
    "wide spacing": (1280, SPACING),
    "wide spacing at 320 pixels": (320, SPACING),
}


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What was seen on a page."""

    path: str
    asked: tuple[str, ...]
    """The addresses that it asked for."""
    logged: tuple[str, ...]
    """What it wrote into the console, its own faults and refusals of the policy included."""
    text: str
    layout: tuple[str, ...]
    """What sticks out, is cut or broken, with the condition."""
    tables: tuple[bool, ...]
    """Of each table in the prose, whether it is in a group that has a name and takes the focus."""
    scrolled: tuple[str, ...]
    """The fonts in which a table in the prose needs more room than a screen of 320 pixels has."""
    axe: tuple[str, ...]
    """What axe-core finds."""


@pytest.fixture(scope="session")
def shapes() -> set[str]:
    """The sorts of elements that axe-core has been asked about, on whichever site."""
    return set()


@pytest.fixture(scope="module")
def visits(show: Show, pages: Pages, shapes: set[str]) -> tuple[Visit, ...]:
    """A visit of every page of a site."""
    with pages.opener() as open_page:
        visitor = _Visitor(open_page("about:blank"), shapes)
        return tuple(visitor.visit(show.address, path) for path in show.exhibit.samples)


class _Visitor:
    """Goes from page to page in one window, and notes what each asks for and logs."""

    def __init__(self, page: Page, shapes: set[str]) -> None:
        self._page = page
        self._shapes = shapes
        self._asked: list[str] = []
        self._logged: list[str] = []
        page.on("request", lambda request: self._asked.append(request.url))
        page.on("console", lambda message: self._logged.append(message.text))
        page.on("pageerror", lambda error: self._logged.append(str(error)))

    def visit(self, address: str, path: str) -> Visit:
        """Open a page, and look at it from all sides."""
        page = self._page
        page.set_viewport_size({"width": 1280, "height": 800})
        self._asked.clear()
        self._logged.clear()
        page.goto(address + path)
        page.wait_for_selector(SCRIPT_IS_DONE, state="attached")
        text = _one_line(page.evaluate(TEXT))
        page.set_viewport_size({"width": 320, "height": 800})
        page.evaluate(OPEN_ALL)
        tables = tuple(bool(table.evaluate(REACHED)) for table in page.locator(".table[role]").all())
        layout, scrolled = _faults_under_all_conditions(page)
        before = tuple(self._asked), tuple(self._logged)  # axe-core tries inline styles, which the policy refuses aloud
        return Visit(
            path=path,
            asked=before[0],
            logged=before[1],
            text=text,
            layout=layout,
            tables=tables,
            scrolled=scrolled,
            axe=tuple(_findings_of_axe(page, is_new=self._has_something_new())) if AXE_FILE.exists() else (),
        )

    def _has_something_new(self) -> bool:
        """Whether the page has a sort of element that no page before it had."""
        shapes = set(self._page.evaluate(SHAPES, sorted(self._shapes)))
        self._shapes |= shapes
        return bool(shapes)


def _faults_under_all_conditions(page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What sticks out, is cut or broken, and on which phones a table in the prose needs more room."""
    layout: list[str] = []
    scrolled: list[str] = []
    for condition, (width, style) in CONDITIONS.items():
        page.evaluate(STYLED, style)
        page.set_viewport_size({"width": width, "height": 800})
        faults = faults_of_layout(page, width)
        if condition in PHONES or condition in TABLETS:
            faults += [f"{word} is on two lines" for word in page.evaluate(BROKEN_WORDS)] + page.evaluate(TOUCHING)
        if condition in PHONES:
            scrolled += [condition] if page.evaluate(SCROLLED_TABLES) else []
        layout += [f"{condition}: {fault}" for fault in faults]
    page.evaluate(STYLED, "")
    return tuple(layout), tuple(scrolled)


def _findings_of_axe(page: Page, *, is_new: bool) -> Iterator[str]:
    page.evaluate(AXE_FILE.read_text(encoding="utf-8"))
    page.set_viewport_size({"width": 320, "height": 800})
    yield from page.evaluate(AXE, [WHOLE, "page"])
    for scheme, width, asked in NEW if is_new else ():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        yield from (f"{width} {scheme} {text}" for text in page.evaluate(AXE, [asked, "new"]))
    page.emulate_media(color_scheme="light")


@pytest.mark.slow
def test_axe_finds_nothing(visits: tuple[Visit, ...], page_checkers: Path) -> None:
    """axe-core, best practices and target sizes included, finds nothing on any page.

    Its questions about colours, and those on larger screens, are about each sort of element where it comes first.
    """
    assert page_checkers.exists()
    assert [(visit.path, found) for visit in visits for found in visit.axe] == []


def test_nothing_sticks_out_is_cut_or_broken(visits: tuple[Visit, ...]) -> None:
    """However narrow the screen, large the text or wide its spacing, and in any usual font, with all evidence open.

    On a phone and on a tablet no table breaks a word.
    """
    assert visits
    assert [(visit.path, fault) for visit in visits for fault in visit.layout] == []


def test_tables_of_the_prose_can_be_scrolled_by_keyboard(visits: tuple[Visit, ...]) -> None:
    """At 320 pixels a table that needs more room scrolls in a group that has a name and takes the focus."""
    reached = [is_reached for visit in visits for is_reached in visit.tables]
    assert len(reached) > 0
    assert all(reached)


def test_tables_of_the_real_site_need_no_scrolling(show: Show, visits: tuple[Visit, ...], real: Show) -> None:
    """On the smallest phone the tables of the site fit the screen, whatever font the reader has."""
    if show.exhibit is real.exhibit:
        assert sum(len(visit.tables) for visit in visits) >= 4
        assert [(visit.path, visit.scrolled) for visit in visits if visit.scrolled] == []


def test_policy_is_kept(show: Show, visits: tuple[Visit, ...]) -> None:
    """No page breaks its own policy or logs an error; it asks its own host only, five times at most."""
    assert visits
    for visit in visits:
        assert visit.logged == (), visit.path
        assert len(visit.asked) <= 5, visit.path
        assert [address for address in visit.asked if not address.startswith(show.address)] == []


def test_words_are_the_same_without_script(show: Show, visits: tuple[Visit, ...]) -> None:
    """Every page has the same text with script and as it is sent, but for the script's own controls.

    The button for printing is sent, so that nothing moves when the script comes; without script it is not shown.
    Instead of the place that the script keeps, each section has links to the same one in other languages.
    """
    assert visits
    styles = [data for path, data in show.exhibit.files.items() if re.search(r"assets/(?:style|data)\.", path)]
    assert len(styles) == 2
    assert all(b"@media (scripting:none){.actions [data-print]{display:none}}" in data for data in styles)
    for visit in visits:
        body = html5lib.parse(show.exhibit.text(visit.path), namespaceHTMLElements=False)[1]
        for parent in list(body.iter()):
            for control in [*parent.findall("template"), *parent.findall("li[@data-print]")]:
                parent.remove(control)
        for instead in body.iter("noscript"):
            assert instead.find(".//a") is not None
            for links in list(instead):
                instead.remove(links)
            instead.text = ""
        names = {name for one in body.iter() for name in one.get("class", "").split()}
        assert body.find(".//button") is None
        assert names.isdisjoint({"filter", "theme"})
        assert _one_line("".join(body.itertext())) == visit.text


def _one_line(text: str) -> str:
    return re.sub(r"[ \n]+", " ", text)
