"""Where the links of a page lead, and the set of a sheet's translations."""

from urllib.parse import urlsplit

from factsheet.content.model import Sheet
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.views import Alternate
from factsheet.site.addresses import linked_asset, linked_sheet


def alternates(rendering: Rendering, path: str) -> tuple[Alternate, ...]:
    """The set of `hreflang` links of a sheet, the same on each of its pages: real translations only."""
    site = rendering.site
    own = [language.tag for language in site.published if site.sheet(language.tag, path)]
    found = [Alternate(hreflang=tag, href=rendering.addresses.page(tag, path)) for tag in own]
    default = rendering.addresses.base if path == "index" else rendering.addresses.page(site.settings.reference, path)
    return (*found, Alternate(hreflang="x-default", href=default))


def resolve_link(rendering: Rendering, tag: str, sheet: Sheet, folder: str, address: str) -> str:
    """Turn a link to a Markdown file or to a static file into its address; other links stay as they are.

    The link stands in `sheet`, and is shown on a page of the language `tag` in `folder`.
    """
    target = linked_sheet(sheet.path, address)
    if target is not None and rendering.site.is_shown(tag, target):
        fragment = urlsplit(address).fragment
        way = rendering.addresses.relative(folder, rendering.addresses.folder(tag, target))
        return f"{way}#{fragment}" if fragment else way
    name = linked_asset(address, sheet.file)
    asset = None if name is None else rendering.assets.get(name)
    if asset:
        query, fragment = urlsplit(address)[3:]
        rest = f"{query and '?'}{query}{fragment and '#'}{fragment}"
        return rendering.addresses.relative(folder, asset) + rest
    return address
