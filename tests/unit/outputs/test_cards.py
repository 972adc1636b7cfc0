"""The card of each sheet in each language."""

import re
import struct
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.core.codes import message
from factsheet.outputs import cards, typefaces
from factsheet.outputs.typefaces import installed
from tests.rich_site import INDEX_AR, RICH_SITE, SETTINGS, build_rich
from tests.support import codes, write_site

pytestmark = pytest.mark.skipif(installed() is None, reason="not tested, for want of the extra cards")

WITH_CARDS = f"cards = true\n{SETTINGS}"


def test_each_sheet_has_one_in_each_language() -> None:
    """A card stands beside the data of each page and measures what the page says of it."""
    site = build_rich({"site.toml": WITH_CARDS})
    drawn = {path for path in site.files if path.endswith(cards.NAME)}
    assert len(drawn) == 9
    for page, card in (("ro/index.html", "ro/index/card.png"), ("ar/mai-mult/index.html", "ar/mai-mult/card.png")):
        html = site.text(page)
        assert f'<meta property="og:image" content="https://facts.example/atlas/{card}">' in html
        size = re.findall(r'<meta property="og:image:(?:width|height)" content="(\d+)">', html)
        assert tuple(map(int, size)) == struct.unpack_from(">II", site.files[card], 16)
        assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_its_text_is_told_to_those_who_do_not_see_it() -> None:
    """The alternative text has the title and the figures as they are written in the language."""
    html = build_rich({"site.toml": WITH_CARDS}).text("en/index.html")
    (alt,) = re.findall(r'<meta property="og:image:alt" content="([^"]*)">', html)
    assert alt.endswith(": 1,209 arrests and at least 3 seizures")


JAPANESE = INDEX_AR.replace("أرقام مختارة", "日本の数字")


def test_a_language_without_typeface_has_none(tmp_path: Path) -> None:
    """A title in letters that no typeface has gets no card, a notice and no picture on its page."""
    thai = INDEX_AR.replace("أرقام مختارة", "ตัวเลข")
    root = write_site(tmp_path, {**RICH_SITE, "site.toml": WITH_CARDS, "content/th/index.md": thai})
    result = build(root, Options())
    (problem,) = [one for one in result.problems if one.code == "O721" and one.place.path == "content/th/index.md"]
    assert "ต (U+0E15)" in message(problem)
    assert not result.has_errors
    assert "th/index/card.png" not in result.artifacts
    assert b"og:image" not in result.artifacts["th/index.html"]
    assert "ar/index/card.png" in result.artifacts


@pytest.mark.skipif(typefaces.east_asian("Jpan") is None, reason="not tested, for want of the extra cards-cjk")
def test_chinese_and_japanese_differ(tmp_path: Path) -> None:
    """The same Han characters are drawn in the way of each language."""
    files = {**RICH_SITE, "site.toml": WITH_CARDS, "content/ja/index.md": JAPANESE, "content/zh/index.md": JAPANESE}
    artifacts = build(write_site(tmp_path, files), Options()).artifacts
    assert b"og:image" in artifacts["ja/index.html"]
    assert artifacts["ja/index/card.png"] != artifacts["zh/index/card.png"]


def test_without_the_extra_one_notice_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can draw, the site is built without cards, and one notice says why."""
    monkeypatch.setattr(typefaces, "installed", lambda: None)
    result = build(write_site(tmp_path, {**RICH_SITE, "site.toml": WITH_CARDS}), Options())
    assert codes(list(result.problems)).count("O720") == 1
    assert not any(path.endswith(cards.NAME) for path in result.artifacts)
