"""Addresses that pages had before, and where each leads on."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from factsheet.content.text import is_forbidden
from factsheet.files.names import check_paths
from factsheet.records import dataclass
from factsheet.site.addresses import FRONT, Addresses
from factsheet.site.site import Site

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
    name = unicodedata.normalize("NFC", alias.strip("/")).removesuffix(INDEX)
    path = (name if alias.startswith("/") else f"{home}{name}").rstrip("/")
    return path if "." in path.rpartition("/")[2] or not path else f"{path}/"


def is_address(alias: str) -> bool:
    """Whether an old address is a path: without parts such as `..`, a query, or what is no name on some system."""
    path = alias.removeprefix("/").removesuffix("/")
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
        if site.settings.root == language.tag and site.is_shown(language.tag, path):
            source = f"{language.tag}/" if path == FRONT else f"{language.tag}/{target}"
            yield language.tag, Redirect(source=source, target=target, tag=language.tag)


def of_settings(site: Site) -> Iterator[Redirect]:
    """The redirects that the settings give, each to a sheet, to an address of the site, or to one elsewhere."""
    addresses = Addresses(site)
    for source, (given, _) in site.settings.redirects.items():
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


def file_of(redirect: Redirect) -> str | None:
    """The file of the page that leads on; None where no page can stand at the old address.

    An address that differs from the new one in small and capital letters alone is one with it on some systems.
    """
    source = redirect.source
    if source.casefold() == redirect.target.casefold():
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
