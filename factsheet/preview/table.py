"""What is served: a table of the built files, looked up by exact path. The disk is never asked."""

import hashlib
from collections.abc import Mapping
from urllib.parse import quote, unquote_to_bytes

from factsheet.content.pictures import FONT_TYPES, MEDIA_TYPES
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

_MEDIA = {
    **MEDIA_TYPES,
    **FONT_TYPES,
    **{kind: f"text/{kind}; charset=utf-8" for kind in ("css", "csv", "html")},
    **{kind: f"application/{kind}" for kind in ("json", "pdf", "xml", "zip")},
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
}
_HTML = _MEDIA["html"]
_TARGET = regex(r"/(?!/)[!$&'()*+,\-./0-9:;=?@A-Z_a-z~%\[\]|^`{}\"<>]*")
"""A request target in origin form (RFC 9112, section 3.2.1): no `#`, no backslash, one slash in front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedFile:
    """One file: its path in the output, its bytes and how a browser should take them."""

    path: str
    body: bytes
    media: str

    @property
    def is_page(self) -> bool:
        """Whether this is a page, which is shown with the preview's bar."""
        return self.media == _HTML

    @property
    def tag(self) -> str:
        """A validator for caches (RFC 9110, section 8.8.3)."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The page stands at another address of this server: the folder's own, with a slash."""

    location: str


class BadTarget(ValueError):
    """A request target that no browser sends."""


def find(files: Mapping[str, bytes], target: str) -> ServedFile | Elsewhere | None:
    """Look up a request target.

    Raises BadTarget for one that is malformed, or is no address of this server.
    """
    path = path_of(target)
    name = _file_of(path)
    body = files.get(name)
    if body is not None:
        return ServedFile(path=name, body=body, media=media_of(name))
    if path and f"{path}/index.html" in files:
        return Elsewhere(f"/{quote(path)}/")
    return None


def wanted(target: str) -> str:
    """The file in the output that a request target asks for. Raises BadTarget."""
    return _file_of(path_of(target))


def path_of(target: str) -> str:
    """The path in the output that a request target names, decoded once. Raises BadTarget."""
    if not _TARGET.fullmatch(target):
        raise BadTarget
    try:
        path = unquote_to_bytes(target.partition("?")[0]).decode("utf-8")[1:]
    except UnicodeDecodeError as error:
        raise BadTarget from error
    if "\0" in path or "\\" in path:
        raise BadTarget
    return path


def _file_of(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def media_of(path: str) -> str:
    """The media type of a file by the ending of its name."""
    return _MEDIA.get(path.rpartition(".")[2].lower(), "application/octet-stream")
