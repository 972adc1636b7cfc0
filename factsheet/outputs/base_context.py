"""What all pages of a language share: the site's name, its licence, its assets and the way home."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from factsheet.content.markup import plain_fill
from factsheet.content.model import Language
from factsheet.content.pictures import size_of
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.templating import Asset
from factsheet.outputs.views import Logo, SiteView

# The content security policy of every page.

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may load (CSP Level 3), as a `meta` element can say it: nothing inline, no other host."""

SEARCH_POLICY: Final = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""What the search page may load: the same, and WebAssembly of this host, which reads the index."""


def with_origins(policy: str, origins: Mapping[str, Sequence[str]]) -> str:
    """Let a policy in what the site's owner allows besides: origins by directive, as `script-src`."""
    parts = ([part, *origins.get(part.partition(" ")[0], ())] for part in policy.split("; "))
    return "; ".join(" ".join(words) for words in parts)


COVERED: Final = frozenset({"en", "ro"})
"""The languages whose letters the display face has whole."""

WHOLE_FACE: Final = "display.woff2"
FIGURES_FACE: Final = "display-figures.woff2"
"""The display face with letters, and with figures alone."""


def site_view(rendering: Rendering, language: Language, folder: str, *, absolute: bool = False) -> SiteView:
    """What a language's pages share; addresses are seen from `folder`, or from the root of the host."""
    settings = rendering.site.settings
    base = rendering.addresses.base_path

    def address(output_path: str) -> str:
        return base + output_path if absolute else rendering.addresses.relative(folder, output_path)

    theme = settings.theme
    face = WHOLE_FACE if language.tag.partition("-")[0] in COVERED else FIGURES_FACE
    return SiteView(
        title=site_title(rendering, language),
        description=settings.text(settings.description, language.tag),
        publisher=settings.publisher,
        license=settings.license,
        license_url=settings.license_url,
        contact=settings.contact,
        home=address(rendering.addresses.home(language.tag)),
        stylesheet=address(rendering.assets["style.css"]),
        script=address(rendering.assets["script.js"]),
        icon=address(rendering.assets["icon.svg"]),
        policy=with_origins(POLICY, settings.csp),
        head=Markup(settings.head) if settings.head else None,  # noqa: S704 - the site's owner says what stands there
        font=address(rendering.assets[face]) if theme.font == "display" and face in rendering.assets else None,
        logo=_logo(rendering, theme.logo, address) if theme.logo else None,
        footer=settings.text(theme.footer, language.tag),
        asset=Asset(lambda name: address(rendering.assets[name]), rendering.static),
        search=address(search_folder(rendering, language)) if "search" in rendering.formats else None,
    )


def _logo(rendering: Rendering, name: str, address: Callable[[str], str]) -> Logo | None:
    """The logo; None where there is no such file, which the checks have told."""
    if name not in rendering.static:
        return None
    width, height = size_of(rendering.static[name]) or (None, None)
    return Logo(href=address(rendering.assets[name]), width=width, height=height)


def search_folder(rendering: Rendering, language: Language) -> str:
    """Where the search page of a language stands."""
    return f"{rendering.addresses.home(language.tag)}search/"


def site_title(rendering: Rendering, language: Language) -> str:
    """The site's name in a language: the one that is set, the front page's title, or the language's name."""
    site = rendering.site
    given = site.settings.text(site.settings.title, language.tag)
    front = None if given else site.shown(language.tag, "index")
    return given or (plain_fill(front.title, lambda target, _form: target) if front else language.name)
