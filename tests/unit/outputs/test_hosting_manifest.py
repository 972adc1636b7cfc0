"""The web app manifest of each language."""

import json
import re
import struct

from tests.rich_site import rich_site
from tests.support import ROOT


def test_it_speaks_the_language() -> None:
    """Name, language, direction and start are those of the language."""
    told = json.loads(rich_site().files["ar/manifest.webmanifest"])
    assert (told["name"], told["lang"], told["dir"]) == ("أرقام", "ar", "rtl")
    assert told["id"] == told["start_url"] == told["scope"] == "/atlas/ar/"


def test_icons_exist_in_the_size_they_state() -> None:
    """Each icon is a file of the site; bitmaps measure what the manifest says."""
    icons = json.loads(rich_site().files["ro/manifest.webmanifest"])["icons"]
    assert [icon["sizes"] for icon in icons] == ["any", "192x192", "512x512"]
    for icon in icons:
        data = rich_site().files[icon["src"].removeprefix("../")]
        if icon["type"] == "image/png":
            width, height = struct.unpack_from(">II", data, 16)
            assert f"{width}x{height}" == icon["sizes"]


def test_pages_name_it() -> None:
    """A page links to the manifest of its language and to an icon for launchers."""
    html = rich_site().text("en/more/index.html")
    assert '<link rel="manifest" href="../manifest.webmanifest">' in html
    assert '<link rel="apple-touch-icon" href="../../assets/icon-180.' in html


def test_its_colours_are_those_of_the_page() -> None:
    """While a page is opened, its window has the colour of the style sheet's paper, and of its accent."""
    told = json.loads(rich_site().files["ro/manifest.webmanifest"])
    style = (ROOT / "static/style.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--(paper|accent): light-dark\((#[0-9a-f]{6}),", style))
    assert told["background_color"] == colours["paper"]
    assert told["theme_color"] == colours.get("accent", told["theme_color"])
