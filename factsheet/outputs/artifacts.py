"""What an output gives, files by their path; and what all are made with: a rendering, CSV, JSON, what pages share."""

import csv
import io
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from hashlib import sha256
from html import escape
from json import JSONEncoder
from typing import Any, Final

from markupsafe import Markup

from factsheet.content.assets import published_path
from factsheet.content.kinds.showing import machine_number
from factsheet.content.markup import plain_fill
from factsheet.content.model import Language, Moment
from factsheet.content.pictures import data_address, size_of
from factsheet.content.tracing import Noted
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field
from factsheet.outputs.templating import Asset, Filter, Templates
from factsheet.outputs.views import Logo, SiteView
from factsheet.site.addresses import Addresses
from factsheet.site.site import Site

# What an output gives: files by their path, and the tools that all outputs share.

Artifact = tuple[str, bytes]
"""A file of the output: its path, with `/` between the parts, and its bytes."""


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """One rendering of a site: the site, its addresses and its assets."""

    site: Site
    static: Mapping[str, bytes] = field(default_factory=dict)
    """The files of `static/`, by their path below it."""
    formats: frozenset[str] = frozenset()
    """What is made besides: each sheet as one file (`html`, `pdf`), and pages to search on (`search`)."""
    added: "tuple[Output, ...]" = ()
    """The outputs of plugins."""
    filters: Mapping[str, Filter] = field(default_factory=dict)
    """The filters of templates that plugins give."""
    problems: list[Problem] = field(default_factory=list)
    jobs: int = 1
    """How much may be worked on at once."""
    kept: MutableMapping[str, bytes] = field(default_factory=dict)
    """What takes long to make and depends on nothing but its name; kept from build to build where there is a cache."""
    kept_page: "Callable[[Rendering, str, str], Any] | None" = None
    """How what templates are handed of the page of a sheet in a language is taken over from an earlier build."""
    shared: dict[str, object] = field(default_factory=dict)
    """What outputs work out once for all pages."""

    @cached_property
    def templates(self) -> Templates:
        """The site's templates, compiled once."""
        templates = self.site.templates
        entries = templates.entries if isinstance(templates, Noted) else templates
        return Templates(entries, self.site.tracer.note, filters=self.filters)

    @cached_property
    def addresses(self) -> Addresses:
        """Where each page stands."""
        return Addresses(self.site)

    @cached_property
    def assets(self) -> Mapping[str, str]:
        """Each static file's path in the output, which holds a digest of its bytes."""
        files = self.static.entries if isinstance(self.static, Noted) else self.static
        return Noted("asset", {path: published_path(path, data) for path, data in files.items()}, self.site.tracer)


@dataclass(frozen=True, kw_only=True)
class Output:
    """One output. What it makes of one sheet is kept apart from what it makes of all of them.

    So an edit to a sheet renders that sheet anew, and the files of the whole site only where what they gather
    from it has changed.
    """

    name: str
    of_sheet: Callable[[Rendering, str], Iterator[Artifact]] | None = None
    """The files of the sheet at a path, in every language."""
    of_page: Callable[[Rendering, str, str], Iterator[Artifact]] | None = None
    """Files of the sheet in one language, by its tag and the path: pages as templates write them, or made of these."""
    gather: Callable[[Rendering, str], str] | None = None
    """What the sheet at a path adds to files of the whole site, as text."""
    combine: Callable[[Rendering, Mapping[str, str]], Iterator[Artifact]] | None = None
    """The files of the whole site, made of what was gathered, by path in reading order."""
    gives_way: bool = False
    """Whether a file of `static/root/` takes the place of one that `combine` makes."""


# Tables as text: CSV (RFC 4180) that no spreadsheet reads as formulas.

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")


class Machine(str):
    """A machine number: it may begin with a minus sign and is no formula."""

    __slots__ = ()


def machine_cell(end: Moment) -> Machine:
    """A number or a date as a cell."""
    return Machine(machine_number(end) if isinstance(end, Decimal) else end.isoformat())


def table(columns: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """A whole table: the names of the columns, then rows as `rows_text` gives them."""
    return b"".join([",".join(columns).encode(), b"\r\n", *rows])


def rows_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as text, each with its line end."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: object) -> str:
    """Keep a spreadsheet from reading text as a formula (CWE-1236): such text gains an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, Machine):
        return str(cell)
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


# JSON with exact numbers: a Decimal is written digit by digit, never through a float.

_UNSAFE_IN_HTML: Final = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_MARKS: Final = ("\ue000", "\ue001")
"""What a Decimal stands between on its way through the encoder: private-use characters, which no source contains."""


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Write mappings, lists, texts, Decimals, booleans and None as JSON, keys in their own order."""
    return _written(value, indent, None)


def to_script_json(value: object) -> str:
    """Write JSON without spaces that may stand in an HTML script element: nothing in it can end the element."""
    text = _written(value, None, (",", ":"))
    for sign, written in _UNSAFE_IN_HTML.items():
        text = text.replace(sign, written)
    return text


def _written(value: object, indent: int | None, separators: tuple[str, str] | None) -> str:
    text = _encoder(indent, separators).encode(value)
    return text.replace(f'"{_MARKS[0]}', "").replace(f'{_MARKS[1]}"', "")


@lru_cache
def _encoder(indent: int | None, separators: tuple[str, str] | None) -> JSONEncoder:
    return JSONEncoder(ensure_ascii=False, indent=indent, separators=separators, default=_exact)


def _exact(value: object) -> str:
    if isinstance(value, Decimal):
        return machine_number(value).join(_MARKS)
    raise TypeError(f"{type(value).__name__} has no place in JSON")


# Attributes of XML 1.0. What stands between tags is escaped by `html.escape` without its quotation marks.

_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def quoteattr(text: str) -> str:
    """Escape an attribute's value and put it in quotation marks; `xml.sax` has this, and loads networking for it."""
    return f'"{text.translate(_ATTRIBUTE)}"'


# What all pages of a language share: the site's name, its licence, its assets and the way home.


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
that `data-next` names, the style of paper and the manifest, which a `noscript` named `_paper` holds for whoever has no
script. Who prints before that style is there has it fetched at once, or the browser would print without.
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
        license=settings.license or settings.license_url,
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


SEARCH_SCRIPT: Final = "search.js"
"""The static file that the search page alone loads."""


def search_folder(rendering: Rendering, language: Language) -> str:
    """Where the search page of a language stands."""
    return f"{rendering.addresses.home(language.tag)}search/"


def site_title(rendering: Rendering, language: Language) -> str:
    """The site's name in a language: the one that is set, the front page's title, or the language's name."""
    site = rendering.site
    given = site.settings.text(site.settings.title, language.tag)
    front = None if given else site.shown(language.tag, "index")
    return given or (plain_fill(front.title, lambda target, _form: target) if front else language.name)
