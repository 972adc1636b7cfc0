"""What a page is shown as where it is shared: Open Graph (ogp.me), which all networks fall back to."""

from collections.abc import Iterator

from factsheet.content.model import Language
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.base_context import site_title
from factsheet.outputs.views import Page
from factsheet.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The card of a page: an image with a fixed size in pixels, and its text for those who do not see it."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Property:
    """One `meta` element with a `property`."""

    name: str
    content: str


def properties(
    rendering: Rendering, language: Language, page: Page, path: str, picture: Picture | None
) -> Iterator[Property]:
    """Give the Open Graph properties of a page; `og:url` is its canonical address."""
    site = rendering.site
    content = site.by_tag[page.content_lang]
    yield Property("og:type", "website" if page.published is None else "article")
    yield Property("og:site_name", site_title(rendering, language))
    yield Property("og:title", page.title)
    if page.description:
        yield Property("og:description", page.description)
    yield Property("og:url", page.canonical)
    yield Property("og:locale", og_locale(content.numbers))
    for other in site.published:
        if other != content and site.sheet(other.tag, path):
            yield Property("og:locale:alternate", og_locale(other.numbers))
    if picture:
        yield Property("og:image", picture.address)
        yield Property("og:image:type", "image/png")
        yield Property("og:image:width", str(picture.width))
        yield Property("og:image:height", str(picture.height))
        yield Property("og:image:alt", picture.alt)
    if page.published:
        yield Property("article:published_time", page.published.iso)
        if page.updated:
            yield Property("article:modified_time", page.updated.iso)


def og_locale(loc: NumberLocale) -> str:
    """The language and its likeliest territory as Open Graph writes them: `ro_RO`, `en_US`, `ar_EG`."""
    language = loc.cldr.split("_")[0]
    territory = cldr.territory(loc)
    return f"{language}_{territory}" if territory else language
