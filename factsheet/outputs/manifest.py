"""A web app manifest per language (W3C): what a saved page is called, where it starts, and its icons."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.content.model import Language
from factsheet.content.theme import DEFAULT_ACCENT
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_title
from factsheet.outputs.csv_text import to_json

NAME: Final = "manifest.webmanifest"
TOUCH_ICON: Final = "icon-180.png"
"""The static file that is an icon without transparent corners."""

ICONS: Final = (
    ("icon.svg", "any", "image/svg+xml"),
    ("icon-192.png", "192x192", "image/png"),
    ("icon-512.png", "512x512", "image/png"),
)
"""The static files that are icons: name, size, type. A site with a mark of its own overrides all of them."""

PAPER: Final = "#fdfcf8"
"""The colour of the default style sheet's paper."""


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `manifest.webmanifest` of each language."""
    for language in rendering.site.published:
        text = to_json(_manifest(rendering, language))
        yield f"{rendering.addresses.home(language.tag)}{NAME}", f"{text}\n".encode()


OUTPUT = Output(name="manifest", combine=combine, gives_way=True)


def _manifest(rendering: Rendering, language: Language) -> dict[str, object]:
    addresses = rendering.addresses
    home = addresses.home(language.tag)
    about = rendering.site.settings.text(rendering.site.settings.description, language.tag)
    here = addresses.base_path + home
    icons = [
        {"src": addresses.relative(home, rendering.assets[name]), "sizes": sizes, "type": media}
        for name, sizes, media in ICONS
        if name in rendering.assets
    ]
    return {
        "name": site_title(rendering, language),
        **({"description": about} if about else {}),
        "lang": language.tag,
        "dir": language.dir,
        "id": here,
        "start_url": here,
        "scope": here,
        "display": "browser",
        "background_color": PAPER,
        "theme_color": (rendering.site.settings.theme.accent or DEFAULT_ACCENT).light,
        "icons": icons,
    }
