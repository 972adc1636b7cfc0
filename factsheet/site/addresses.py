"""Where each page stands: paths in the output, addresses relative to a page, and absolute ones."""

import posixpath
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from urllib.parse import quote, unquote, urlsplit

from factsheet.content.assets import STATIC
from factsheet.content.pictures import PICTURES
from factsheet.content.sheets.headers import folders_of
from factsheet.patterns import regex
from factsheet.records import dataclass
from factsheet.site.site import Site

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
    below = (
        parts.path.removeprefix("/")
        if parts.path.startswith("/")
        else posixpath.join(posixpath.dirname(path), parts.path)
    )
    return posixpath.normpath(below).removesuffix(".md")


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
