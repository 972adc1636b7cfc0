"""Where each page stands: paths in the output, addresses relative to a page, and absolute ones."""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import quote, unquote, urlsplit

from factsheet.content.assets import STATIC
from factsheet.content.pictures import PICTURES
from factsheet.content.sheets.headers import folders_of
from factsheet.content.text import is_forbidden
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.files.names import check_paths
from factsheet.site.site import Site

_ENCODED = regex(r"(?:[^%]|%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3})+")
"""Letters beyond ASCII as a browser copies them out of its line of addresses; no other sign is written so."""

SLUG = regex(r"[^\W_]+(?:[-_][^\W_]+)*")
"""One part of a page's address: letters and digits of any script, with single hyphens between them."""

FRONT = "index"
"""The path of the sheet that is a language's front page."""


def plain_address(title: str) -> str:
    """The address that words make: small letters, digits and hyphens; folders stay folders.

    A way up, `..`, and a backslash make none: then the words are given as they are.
    """
    if ".." in title or "\\" in title:
        return title
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "/".join(re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in letters.split("/"))


@dataclass(frozen=True)
class Addresses:
    """The addresses of one site."""

    site: Site

    @property
    def base(self) -> str:
        """The address of the site's root, ending in a slash."""
        return self.site.settings.base_url

    @property
    def base_path(self) -> str:
        """The path part of `base`, for pages that may be shown at any depth."""
        return urlsplit(self.base).path or "/"

    def home(self, tag: str) -> str:
        """The folder of a language: `ro/`, or empty for the language that stands at the root."""
        return "" if self.site.settings.root == tag else f"{tag}/"

    def folder(self, tag: str, path: str) -> str:
        """The folder of a page: `ro/` or `ro/operatiuni/`."""
        if path == FRONT:
            return self.home(tag)
        return self.site.tracer.task(f"folder {tag} {path}", lambda: self.make_folder(tag, path))

    def make_folder(self, tag: str, path: str) -> str:
        """The work `folder`."""
        return f"{self.home(tag)}{folder_below(path, partial(self.site.slug, tag))}/"

    def data_folder(self, tag: str, path: str) -> str:
        """The folder of a sheet's data files; the front page's stand in one beside the language's own."""
        return f"{self.home(tag)}{FRONT}/" if path == FRONT else self.folder(tag, path)

    def absolute(self, output_path: str) -> str:
        """The full address of a path in the output; `index.html` is never written out."""
        return self.base + quote(_directory(output_path))

    def page(self, tag: str, path: str) -> str:
        """The full address of a page."""
        return self.absolute(self.folder(tag, path))

    @staticmethod
    def relative(from_folder: str, output_path: str) -> str:
        """The way from a page's folder to another path of the output."""
        target = _directory(output_path)
        here, there = ([part for part in path.split("/") if part] for path in (from_folder, target))
        shared = 0
        while shared < min(len(here), len(there)) and here[shared] == there[shared]:
            shared += 1
        way = "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."
        return quote(f"{way}/" if target.endswith("/") or target == "" else way)


def linked_sheet(path: str, address: str) -> str | None:
    """The path of the sheet that a relative link to a `.md` file names; None for any other address."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return None
    folder = "" if parts.path.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(folder, parts.path.removeprefix("/"))).removesuffix(".md")


def linked_asset(address: str, sheet: str) -> str | None:
    """The static file that a link names: of `static/` by its path below it, a picture beside sheets by its whole path.

    `sheet` is the file that the link stands in. None for any other address.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith(STATIC):
        return path.removeprefix(STATIC)
    is_beside = path.lower().endswith(PICTURES) and not path.startswith("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet), path)) if is_beside else None


def folder_below(path: str, slug_of: Callable[[str], str | None]) -> str:
    """The folder of a page below that of its language; `slug_of` gives the `slug` of a sheet, if any.

    It is the sheet's path, its last part replaced by the sheet's `slug`. The index of a section (`schools/index`)
    stands at the section's own folder, and its `slug` replaces the name of that folder for all sheets in it.
    """
    folders = [slug_of(f"{folder}/{FRONT}") or folder.rpartition("/")[2] for folder in folders_of(path)]
    name = path.rpartition("/")[2]
    own = [] if folders and name == FRONT else [slug_of(path) or name]
    return unicodedata.normalize("NFC", "/".join([*folders, *own]))


def _directory(output_path: str) -> str:
    return output_path[: -len("index.html")] if posixpath.basename(output_path) == "index.html" else output_path


# Addresses that pages had before, and where each leads on.

INDEX = "index.html"

PAGES = (".html", ".htm")
"""The endings of old addresses at which a page can stand that leads on; others are left to the host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """One address that leads on to another."""

    source: str
    """The old address as a path in the output: a folder ends in a slash."""
    target: str
    """The new one: a path in the output, or a full address."""
    tag: str
    """The language of the page that it leads to."""
    key: str = ""
    """What says so: a key of the sheet such as `aliases.0`, or of the settings; empty for what the tool adds."""


def old_path(home: str, alias: str) -> str:
    """The path in the output of an old address.

    One that begins with a slash is seen from the root of the site, any other from `home`, the folder of its language.
    What has no ending is a folder.
    """
    name = unicodedata.normalize("NFC", _decoded(alias).strip("/")).removesuffix(INDEX)
    path = (name if alias.startswith("/") else f"{home}{name}").rstrip("/")
    return path if "." in path.rpartition("/")[2] or not path else f"{path}/"


def _decoded(alias: str) -> str:
    """An old address as a browser shows it, and not as it copies it: `%C3%A2` is “â”."""
    try:
        return unquote(alias, errors="strict") if "%" in alias and _ENCODED.fullmatch(alias) else alias
    except ValueError:
        return alias


def is_address(alias: str) -> bool:
    """Whether an old address is a path: without parts such as `..`, a query, or what is no name on some system."""
    path = _decoded(alias).removeprefix("/").removesuffix("/")
    try:
        check_paths([unicodedata.normalize("NFC", path)])
    except ValueError:
        return False
    return not any(character.isspace() or character in "#%'" or is_forbidden(character) for character in path)


def of_sheet(site: Site, path: str) -> Iterator[tuple[str, Redirect]]:
    """The old addresses of a sheet, each with the language of the sheet that names it."""
    addresses = Addresses(site)
    for language in site.published:
        sheet = site.sheet(language.tag, path)
        target = addresses.folder(language.tag, path)
        for index, alias in enumerate(sheet.aliases if sheet else ()):
            source = old_path(addresses.home(language.tag), alias)
            yield language.tag, Redirect(source=source, target=target, tag=language.tag, key=f"aliases.{index}")
            if site.settings.root == language.tag and not alias.startswith("/"):
                before = old_path(f"{language.tag}/", alias)
                yield language.tag, Redirect(source=before, target=target, tag=language.tag)
        if site.settings.root == language.tag and site.is_shown(language.tag, path):
            source = f"{language.tag}/" if path == FRONT else f"{language.tag}/{target}"
            yield language.tag, Redirect(source=source, target=target, tag=language.tag)


def of_settings(site: Site) -> Iterator[Redirect]:
    """The redirects that the settings give, each to a sheet, to an address of the site, or to one elsewhere."""
    addresses = Addresses(site)
    for source, (whole, _) in site.settings.redirects.items():
        is_asked = urlsplit(whole).query  # a program answers it, not one of these pages
        given = whole if is_asked else whole.removeprefix(site.settings.base_url)
        tag, _, name = given.strip("/").partition("/")
        language = tag if tag in site.by_tag else site.settings.reference
        path = name.removesuffix(".md")
        if urlsplit(given).scheme:
            target = given
        elif path != name and tag in site.by_tag and site.is_shown(tag, path):
            target = addresses.folder(tag, path)
        else:
            target = old_path("", given)
        yield Redirect(source=old_path("", source), target=target, tag=language, key=source)


def file_of(site: Site, redirect: Redirect) -> str | None:
    """The file of the page that leads on; None where no page can stand at the old address.

    An address that differs from the new one, or from that of a language, in small and capital letters alone is one
    with it on some systems.
    """
    source = redirect.source
    first, tags = source.partition("/")[0], {tag.casefold() for tag in site.by_tag}
    is_language = first not in site.by_tag and first.casefold() in tags
    if is_language or source.casefold() == redirect.target.casefold():
        return None
    if source.endswith("/"):
        return f"{source}index.html"
    return source if source.endswith(PAGES) else None


def addresses_of(site: Site, redirect: Redirect) -> tuple[tuple[str, ...], str]:
    """The old addresses as a host is asked for them, and the new one: a folder is asked for without its slash too."""
    base = Addresses(site).base_path
    new = redirect.target if urlsplit(redirect.target).scheme else quote(base + redirect.target)
    old = quote(base + redirect.source)
    return ((old, old.rstrip("/")) if old.endswith("/") and old != "/" else (old,)), new
