"""What site.toml says, as values."""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import unquote, urlsplit

from factsheet.content.theme import Theme, setting, table_of
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Severity
from factsheet.core.records import dataclass, field

_PAGE = regex(r"(?i)/[^/]*\.(?:html?|php|aspx?)/?$")
"""The last part of an address that is that of a page, and not of a site."""
_WEB = regex(r"https?://(?:[A-Za-z0-9.\-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/\-]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleSettings:
    """`[locales.<tag>]` of site.toml."""

    name: str | None = None
    dir: str | None = None
    cldr: str | None = None
    numerals: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginSettings:
    """`[plugins]` of site.toml: the code of the site owner that a build runs."""

    files: tuple[str, ...] = setting("Python files beside site.toml.", default=())
    installed: tuple[str, ...] = setting(
        "Names of entry points in the group `factsheet`, of installed distributions.", default=()
    )
    places: Mapping[str, Place] = field(default_factory=dict, repr=False)
    """Where `files` and `installed` stand: no setting itself."""

    def __bool__(self) -> bool:
        """Whether any plugin is named."""
        return bool(self.files or self.installed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What site.toml says."""

    reference: str = setting("The language whose sheets declare the values.", default="ro")
    title: Mapping[str, str] = table_of("The site's name: one text, or a table of one per language.")
    description: Mapping[str, str] = table_of("What the site is about: one text, or a table of one per language.")
    base_url: str = setting("The address the site is published at, ending in a slash.", default="https://example.org/")
    root: str | None = setting("The language to put at `/` in place of the language chooser.", default=None)
    fallback: str = setting("What stands in for a missing translation: `notice`, `omit` or `error`.", default="notice")
    publisher: str | None = setting("Who publishes the site.", default=None)
    license: str | None = setting("The licence of the text, in a few words.", default=None)
    license_url: str | None = setting("The address of the licence.", default=None)
    contact: str | None = setting("Where to report a mistake: an address of the web or of mail.", default=None)
    security_contact: str | None = setting(
        "The address for security.txt; without it there is no such file.", default=None
    )
    edit_url: str | None = setting(
        "Where a sheet can be edited: `https://host.example/edit/main/{file}`.", default=None
    )
    repository: str | None = setting("Where the sources of the site are kept.", default=None)
    cards: bool = setting(
        "Whether to draw a picture of each sheet for where it is shared; needs the extra `cards`.", default=False
    )
    pictures: bool = setting(
        "Whether to make smaller copies of the pictures in texts; needs the extra `pictures`.", default=True
    )
    embeds: bool = setting(
        "Whether each figure on a card has a small page of its own, for other sites to frame.", default=True
    )
    menu: tuple[str, ...] = setting(
        'The sheets in the menu, as in `["method.md"]`; else those outside sections, if few.', default=()
    )
    theme: Theme = setting("The look of the pages: `accent`, `logo`, `font`, `footer`.", default=Theme())
    redirects: Mapping[str, tuple[str, Place]] = table_of(
        'Old addresses that lead on, as in `"/old.html" = "ro/method.md"`.'
    )
    terms: tuple[str, ...] = setting("Names with digits in all sheets; `tip* 2` is “tip 2” and “tipul 2”.", default=())
    classes: Mapping[str, Mapping[str, tuple[str, ...]]] = table_of(
        'Classes of age or size in all sheets: `[classes.adults]`, then `en = "aged 15–49"`.'
    )
    years: tuple[int, int] | None = setting(
        'The years of the texts: with `"2015–2026"`, “1850 schools” has a figure, “2024 schools” a year.', default=None
    )
    words_to: int | None = setting(
        "The largest number that texts say in words: 9 for “four arrests”. Cards keep digits.", default=None
    )
    head: str | None = setting("HTML for the head of every page, as the script of a counter.", default=None)
    csp: Mapping[str, tuple[str, ...]] = table_of(
        'What pages may load from other sites: `script-src = ["https://counter.example"]`.'
    )
    checks: Mapping[str, Severity] = table_of('The weight of a code: `S301 = "warning"`.')
    locales: Mapping[str, LocaleSettings] = table_of("A table per language: `name`, `dir`, `cldr`, `numerals`.")
    plugins: PluginSettings = setting(
        "Code that adds to the tool: `files` beside site.toml, `installed` distributions.", default=PluginSettings()
    )
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where the texts stand, by `title` or `title.ro`: no setting itself."""

    def text(self, texts: Mapping[str, str], tag: str) -> str | None:
        """The entry for a language: its own, or the one given for all languages."""
        return texts.get(tag, texts.get(""))


UNDERLYING = frozenset(("reference", "locales", "plugins"))
"""The settings of which a change rebuilds everything; of the others the build records which work asks for them."""


_SCHEME = regex(r"\A[a-z]{1,8}:/+")
_HOST = regex(r"\A(?:[A-Za-z]+://?)?[^/]*")
_DOUBLED = regex(r"(?<=[^:/])/{2,}")
_USER = regex(r"\A[^/@]*@")


def url_meant(text: str) -> str | None:
    """The address of a site that a text was most likely meant as: that of one of its pages, or one without a scheme."""
    text = _HOST.sub(lambda found: found[0].lower(), text.replace(" ", ""))
    text = "" if text.startswith("file:") else _DOUBLED.sub("/", text)
    scheme, _, rest = text.partition(":/") if text.startswith("http") else ("https", "", _SCHEME.sub("", text))
    rest = _USER.sub("", rest.lstrip("/")).partition("?")[0].partition("#")[0]
    return check_base_url(_PAGE.sub("/", f"{scheme}://{rest}" if rest else text))


_RESERVED = regex(r"https?://(?:[^/:]+\.)?example\.(?:com|net|org)[/:]")
"""An address of a domain that is reserved for documents (RFC 2606), where nobody can publish."""

_LOCAL = regex(
    r"https?://(?:localhost|(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[0-9.]+|0\.0\.0\.0|\[::1\]|[^/:]+\.(?:localhost|local|test|invalid))[/:]"
)
"""An address that only this machine, or this network, knows (RFC 6761, RFC 6762)."""


def of_nobody(url: str) -> str:
    """The code of what is wrong with an address that is nobody's, or that readers cannot reach; empty for others."""
    return "O707" if _RESERVED.match(url) else "O736" if _LOCAL.match(url) else ""


def check_base_url(url: str) -> str | None:
    """Give the address the site is published at with its closing slash; None where it is no such address."""
    parts = unquote(url).replace("\\", "/").split("/")
    if not _WEB.fullmatch(url) or _DOUBLED.search(url) or _PAGE.search(url) or not {".", ".."}.isdisjoint(parts):
        return None
    try:
        _ = urlsplit(url).port
    except ValueError:  # a port beyond 65535, or brackets around what is no IPv6 address
        return None
    return url if url.endswith("/") else f"{url}/"


# What templates and style sheets load from other sites, and whether the policy of the pages lets it in.

LOADED: Final = regex(
    r"<(script|img|link|iframe|form|embed)(?=[ \t\n])[^<>]*?[ \t\n\"'](?:src|href|action)[ \t]*="
    r"[ \t]*[\"']?((?:https?:)?//[^\"'\s<>{}]+)[^<>]*"
)
"""An element that loads a file of a full address."""

ASKED: Final = regex(
    r"/\*[\s\S]*?\*/|(@import|[\w-]+)\s*(?::[^;{}]*?)?\s*(?:\burl\(\s*)?[\"']?(?<=[\"'(\s])((?:https?:)?//[^\"')\s;]+)",
    re.IGNORECASE,
)
"""A part of a style sheet that does, behind the name of its property; and comments, which do not."""

_DIRECTIVES: Final[Mapping[str, str]] = {
    "script": "script-src", "link": "style-src", "@import": "style-src", "src": "font-src",
    "iframe": "frame-src", "embed": "object-src", "form": "form-action",
}  # fmt: skip
"""What of the policy lets an element or a property load its file, where that is no picture; `src` is that of a font."""


def refused(
    settings: Settings, text: str, pattern: re.Pattern[str] = LOADED
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """What a text loads from sites that the policy does not let in, each with where its address begins."""
    own = "/".join(settings.base_url.split("/")[:3])
    for found in pattern.finditer(text):
        if not found[1] or (found[1] == "link" and "stylesheet" not in found[0]):
            continue
        directive, url = _DIRECTIVES.get(found[1].lower(), "img-src"), urlsplit(found[2], "https")
        allowed = (urlsplit(one) for one in (own, *settings.csp.get(directive, ())))
        if not any(fnmatchcase(url.netloc, one.netloc) and url.path.startswith(one.path) for one in allowed):
            variant = "frame" if directive in {"frame-src", "object-src", "form-action"} else ""
            said = {"address": found[2], "directive": directive, "origin": f"https://{url.netloc}"}
            yield found.start(2), {**said, "variant": variant}
