"""What the browser tests share: the two sites, served on the loopback, and pages opened in them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.exhibits import Exhibit, gallery, real_site, served
from tests.previewing import HANG

expect.set_options(timeout=1000 * HANG)


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


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opener]:
    """Open an address in a context of its own, made with the options given; all are closed at the end."""
    with _opener(browser) as open_page:
        yield open_page


@pytest.fixture
def opened_by_any_reader(browser_of_any_reader: Browser) -> Iterator[Opener]:
    """The same in a browser that shows one of the usual fonts: the test is run once with each of them."""
    with _opener(browser_of_any_reader) as open_page:
        yield open_page


@contextmanager
def _opener(browser: Browser) -> Iterator[Opener]:
    contexts = []

    def open_page(address: str, *, width: int = 1280, height: int = 800, **options: Any) -> Page:  # noqa: ANN401 - the options of a browser
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(1000 * HANG)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
