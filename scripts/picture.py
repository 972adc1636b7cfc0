"""Take the picture of the README: the front page in English on a wide screen and in Romanian on a phone.

    python -m scripts.picture

Needs a Chromium, named by CHROMIUM, and the packages of the development lock. Looks at the site of this repository as
it is built now, and writes docs/images/page.png.
"""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.exhibits import real_site, served

TARGET: Final = Path(__file__).resolve().parent.parent / "docs/images/page.png"
GROUND: Final = "#e8e4da"
MARGIN: Final = 24
HEIGHT: Final = 1000
WIDE, PHONE = ("en/", 1280), ("ro/", 390)
"""The addresses, and how wide each page is shown, in pixels."""

COLOURS: Final = 128
"""How many colours the picture has: a page of text needs few."""


def main() -> int:
    """Take both pages, and put them side by side."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright, served(real_site()) as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = [_taken(browser, address + path, width) for path, width in (WIDE, PHONE)]
        browser.close()
    whole = Image.new("RGB", (sum(page.width + MARGIN for page in pages) + MARGIN, HEIGHT + 2 * MARGIN), GROUND)
    left = MARGIN
    for page in pages:
        whole.paste(page, (left, MARGIN))
        left += page.width + MARGIN
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    return 0


def _taken(browser: Browser, address: str, width: int) -> Image.Image:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
