"""What the browser tests share: the two sites, served on the loopback, and pages opened in them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.exhibits import Exhibit, gallery, real_site, served
from tests.previewing import HANG

expect.set_options(timeout=1000 * HANG)


SCRIPT_IS_DONE: Final = (
    "html:not(:has(script[data-next])), html:not(:has(.bottom .wrap)), html:has(.bottom .wrap .theme)"
)
"""What a page is once the script has done what it does at first: it comes behind the first paint, ends at the foot."""


@dataclass(frozen=True)
class Show:
    """A site that a browser can reach."""

    exhibit: Exhibit
    address: str


@pytest.fixture(scope="session", params=["real", "gallery"])
def show(request: pytest.FixtureRequest) -> Iterator[Show]:
    """The real site, then the one that shows every part of a page."""
    exhibit = real_site() if request.param == "real" else gallery()
    with served(exhibit) as address:
        yield Show(exhibit, address)


@pytest.fixture(scope="session")
def real() -> Iterator[Show]:
    """The site of this repository."""
    with served(real_site()) as address:
        yield Show(real_site(), address)


Opener = Callable[..., Page]


class Pages:
    """The pages of a browser, of which each is used again: opening a window takes longer than looking at two pages."""

    def __init__(self, browser: Browser) -> None:
        """Begin without a page."""
        self._browser = browser
        self._idle: dict[str, list[Page]] = defaultdict(list)

    @contextmanager
    def opener(self) -> Iterator[Opener]:
        """Open addresses; at the end, all pages forget what was kept in them, and are there for others."""
        taken: list[tuple[Mapping[str, Any], Page]] = []

        def open_page(address: str, *, width: int = 1280, height: int = 800, **options: Any) -> Page:  # noqa: ANN401 - the options of a browser
            idle = self._idle[repr(sorted(options.items()))]
            page = idle.pop() if idle else self._new(options)
            taken.append((options, page))
            page.set_viewport_size({"width": width, "height": height})
            page.goto(address)
            if options.get("java_script_enabled", True):
                page.wait_for_selector(SCRIPT_IS_DONE, state="attached")
            return page

        yield open_page
        for options, page in taken:
            self._give_back(options, page)

    def _new(self, options: Mapping[str, Any]) -> Page:
        context = self._browser.new_context(**options)
        context.set_default_timeout(1000 * HANG)
        return context.new_page()

    def _give_back(self, options: Mapping[str, Any], page: Page) -> None:
        tools = page.context.new_cdp_session(page)
        origin = "/".join(page.url.split("/")[:3])
        tools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        tools.detach()
        page.goto("about:blank")
        page.emulate_media(
            media="null",
            color_scheme=options.get("color_scheme", "light"),
            reduced_motion=options.get("reduced_motion", "no-preference"),
            forced_colors=options.get("forced_colors", "none"),
        )
        self._idle[repr(sorted(options.items()))].append(page)


@pytest.fixture(scope="session")
def pages_of() -> Callable[[Browser], Pages]:
    """Give the pages of a browser, the same each time."""
    return cache(Pages)


@pytest.fixture(scope="session")
def pages(browser: Browser, pages_of: Callable[[Browser], Pages]) -> Pages:
    """The pages of the browser of all tests."""
    return pages_of(browser)


@pytest.fixture(scope="session")
def pages_of_any_reader(browser_of_any_reader: Browser, pages_of: Callable[[Browser], Pages]) -> Pages:
    """The pages of a browser that shows one of the usual fonts."""
    return pages_of(browser_of_any_reader)


@pytest.fixture
def opened(pages: Pages) -> Iterator[Opener]:
    """Open an address in a page that was made with the options given, and that remembers nothing."""
    with pages.opener() as open_page:
        yield open_page


@pytest.fixture
def opened_by_any_reader(pages_of_any_reader: Pages) -> Iterator[Opener]:
    """The same in a browser that shows one of the usual fonts: the test is run once with each of them."""
    with pages_of_any_reader.opener() as open_page:
        yield open_page
