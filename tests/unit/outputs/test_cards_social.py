"""What a page is shown as where it is shared."""

import re
from html import unescape

import pytest

from factsheet.l10n import cldr
from factsheet.outputs.cards import og_locale
from tests.rich_site import rich_site


def properties(path: str) -> dict[str, list[str]]:
    """The Open Graph properties of a page, each with its values."""
    found: dict[str, list[str]] = {}
    for name, content in re.findall(r'<meta property="([^"]+)" content="([^"]*)">', rich_site().text(path)):
        found.setdefault(name, []).append(unescape(content))
    return found


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ro", "ro_RO"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("ar", "ar_EG"),
        ("pt-BR", "pt_BR"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("sr-Latn", "sr_RS"),
        ("sw", "sw_TZ"),
    ],
)
def test_a_locale_has_a_territory(tag: str, expected: str) -> None:
    """A language is named with its own territory, or with the likeliest one, and never with a script."""
    assert og_locale(cldr.locale(tag)) == expected


def test_a_page_names_itself_and_its_translations() -> None:
    """The address is the canonical one, the title and summary are the page's, other languages are alternates."""
    told = properties("en/index.html")
    assert told["og:url"] == ["https://facts.example/atlas/en/"]
    assert told["og:title"] == ["Chosen figures </script> & <b>"]
    assert told["og:description"] == ["In short, 1,209 arrests and others."]
    assert told["og:locale"] == ["en_US"]
    assert told["og:locale:alternate"] == ["ro_RO", "ar_EG"]
    assert told["og:type"] == ["article"]
    assert told["article:published_time"] == ["2025-03-01"]


def test_a_text_that_stands_in_is_shared_as_the_original() -> None:
    """A page without a translation names the language of its text and the address of the original."""
    told = properties("ar/mai-mult/index.html")
    assert told["og:locale"] == ["ro_RO"]
    assert told["og:url"] == ["https://facts.example/atlas/ro/mai-mult/"]


def test_an_undated_page_is_no_article() -> None:
    """Without a date a page is a website to networks, and no time is made up."""
    told = properties("ro/about/index.html")
    assert told["og:type"] == ["website"]
    assert "article:published_time" not in told


def test_without_a_card_no_picture_is_named() -> None:
    """A site that draws no cards names no picture."""
    assert "og:image" not in properties("ro/index.html")
    assert '<meta name="twitter:card" content="summary">' in rich_site().text("ro/index.html")
