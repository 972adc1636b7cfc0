"""What all pages of a language share: the site's name, its licence, its assets and the way home."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Final

from markupsafe import Markup

from factsheet.content.markup import plain_fill
from factsheet.content.model import Language
from factsheet.content.pictures import data_address, size_of
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.templating import Asset
from factsheet.outputs.views import Logo, SiteView


def digest_of(text: str) -> str:
    """Give what a policy names a script or a style inside of a page by (CSP Level 3, section 2.3.1)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


FIRST_SCRIPT: Final = (
    "(d=>{d.fonts.load('700 1em Display');try{d.documentElement.dataset.theme=localStorage.theme||''}catch{}"
    "let n=d.currentScript.dataset.next,p=()=>{let e=d.getElementById('_paper');if(e)e.outerHTML=e.textContent};"
    "new PerformanceObserver((_,o)=>{o.disconnect();p();"
    "n&&d.head.append(Object.assign(d.createElement('script'),{src:n}))}).observe({type:'paint',buffered:true});"
    "onbeforeprint=()=>{p();let l=d.querySelector('link[media=print]'),x=new XMLHttpRequest,s=new CSSStyleSheet;"
    "if(l&&!l.sheet){x.open('GET',l.href,!1);x.send();s.replaceSync(x.response);"
    "d.adoptedStyleSheets.push(s)}}})(document)"
)
"""What runs before the first paint, or letters would change their width under the reader's eyes, and the colours of a
reader who chose a theme. Once the page is painted (W3C Paint Timing), it asks for what no reader waits for: the script
that `data-next` names, and the style of paper, which a `noscript` named `_paper` holds for whoever has no script. Who
prints before that is there has it fetched at once, or the browser would print without.
"""

POLICY: Final = (
    f"default-src 'none'; style-src 'self'; script-src 'self' '{digest_of(FIRST_SCRIPT)}'; img-src 'self' data:; "
    "font-src 'self' data:; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may load (CSP Level 3), as a `meta` element can say it: inside it that one script, and no other host."""

SEARCH_POLICY: Final = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""What the search page may load: the same, and WebAssembly of this host, which reads the index."""


SMALL_ICON: Final = 512
"""Bytes up to which an icon stands inside of the pages."""


def with_origins(policy: str, origins: Mapping[str, Sequence[str]]) -> str:
    """Let a policy in what the site's owner allows besides: origins by directive, as `script-src`."""
    parts = ([part, *origins.get(part.partition(" ")[0], ())] for part in policy.split("; "))
    return "; ".join(" ".join(words) for words in parts)


def site_view(rendering: Rendering, language: Language, folder: str, *, absolute: bool = False) -> SiteView:
    """What a language's pages share; addresses are seen from `folder`, or from the root of the host."""
    settings = rendering.site.settings
    base = rendering.addresses.base_path

    def address(output_path: str) -> str:
        return base + output_path if absolute else rendering.addresses.relative(folder, output_path)

    theme = settings.theme
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
        icon=_icon(rendering, address),
        policy=Markup(escape(with_origins(POLICY, settings.csp), quote=False).replace('"', "&quot;")),  # noqa: S704
        head=Markup(settings.head) if settings.head else None,  # noqa: S704 - the site's owner says what stands there
        first_script=Markup(FIRST_SCRIPT),  # noqa: S704 - it holds no words
        logo=_logo(rendering, theme.logo, address) if theme.logo else None,
        footer=settings.text(theme.footer, language.tag),
        asset=Asset(lambda name: address(rendering.assets[name]), rendering.static),
        search=address(search_folder(rendering, language)) if "search" in rendering.formats else None,
    )


def _icon(rendering: Rendering, address: Callable[[str], str]) -> str:
    """The icon: its address, or, where it is shorter than the headers of a request, an address that holds it."""
    name, data = "icon.svg", rendering.static["icon.svg"]
    return (data_address(name, data) or "") if len(data) <= SMALL_ICON else address(rendering.assets[name])


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
