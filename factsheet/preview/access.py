"""Who may come in, and what is served: built files by their exact path. The disk is never asked."""

import hashlib
import hmac
import ipaddress
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from factsheet.content.pictures import FONT_TYPES, MEDIA_TYPES
from factsheet.core.patterns import listed_in, regex
from factsheet.core.problems import Place
from factsheet.core.records import dataclass
from factsheet.preview.rebuild import State

# What is served: a table of the built files, looked up by exact path. The disk is never asked.

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
    """Look up a request target; raises BadTarget for one that is malformed, or is no address of this server."""
    path = path_of(target)
    name = _file_of(path)
    if (body := files.get(name)) is not None:
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


# Who may come in: requests to this server's own name, and sockets opened by its own pages.
#
# Another site in the same browser can send requests here, and can make its own name point here (DNS rebinding).
# Neither can choose the Host or the Origin header, so both are compared as a whole with what is allowed.

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared with, not listened on


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRules:
    """The names that the server answers to, and the token that its own pages know."""

    names: frozenset[str]
    token: str
    any_address: bool
    port: int

    def admits(self, hosts: Sequence[str]) -> bool:
        """Whether the Host headers of a request name this server: exactly one, exactly right."""
        return len(hosts) == 1 and self._is_own(hosts[0])

    def admits_socket(self, hosts: Sequence[str], origins: Sequence[str], tokens: Sequence[str]) -> bool:
        """Whether a socket is opened by a page of this server: right Host, the same Origin, the token."""
        if not self.admits(hosts) or len(origins) != 1 or len(tokens) != 1:
            return False
        if origins[0] != f"http://{hosts[0]}":
            return False
        return self.knows(tokens[0])

    def knows(self, token: str) -> bool:
        """Whether somebody has read the token in a page."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def _is_own(self, host: str) -> bool:
        if host in self.names:
            return True
        name, _, port = host.rpartition(":")
        return self.any_address and port == str(self.port) and _is_address(name)


def make_access_rules(host: str, port: int, token: str) -> AccessRules:
    """Make the rules of a server that listens on `host`.

    One that listens everywhere answers to every address in figures: no name can be made to point there.
    """
    bare = host.strip("[]")
    everywhere = bare in _EVERYWHERE
    own = LOOPBACK if everywhere or is_loopback(bare) else (f"[{bare}]" if ":" in bare else bare,)
    names = frozenset(f"{name}:{port}" for name in own)
    if port == 80:  # noqa: PLR2004 - browsers leave out the port of http
        names |= frozenset(own)
    return AccessRules(names=names, token=token, any_address=everywhere, port=port)


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return (":" in name) == name.startswith("[")


# Links that open a file at a line in the editor of whoever edits, for editors that have such addresses.

KNOWN: Mapping[str, str] = dict(listed_in("preview/data/editors.txt"))
"""Editors by the name of their program, with the address that opens a file in them."""

_ADDRESS = regex(r"(?!javascript|data|vbscript|file)[a-z][a-z0-9+.-]*://?[\x21\x23-\x26\x28-\x3b=?-\x7e]+")


def address_of_editor(wanted: str | None, environment: Mapping[str, str]) -> str | None:
    """Choose the address by what was asked for, else by the editor of the environment; None if unknown.

    Raises ValueError for a name that is not known and is no address with `{path}` in it.
    """
    if wanted:
        if wanted in KNOWN:
            return KNOWN[wanted]
        if "{path}" in wanted and _ADDRESS.fullmatch(wanted):
            return wanted
        raise ValueError(wanted)
    for name in ("VISUAL", "EDITOR"):
        program = environment.get(name, "").partition(" ")[0]
        if known := KNOWN.get(Path(program).stem):
            return known
    return None


def link(address: str, root: Path, place: Place) -> str:
    """Fill an editor's address with a place."""
    path = quote((root / place.path).as_posix(), safe="/")
    if not path.startswith("/"):
        path = f"/{path}"
    filled = address.replace("{path}", path).replace("{line}", str(place.line))
    return filled.replace("{column}", str(place.column))


# What pages are given on their way out, so that they can be told of changes, and what they are told.

RESERVED = "_preview"
"""The folder of addresses that belongs to the preview and to no site."""

MOST_CHANGED = 500
"""Beyond so many changed files a page is told that all have changed."""

_CLOSING = b"</head>"


def with_client(served: ServedFile, token: str, serial: int) -> bytes:
    """Add the preview's script to a page on its way out; the built page stays as it is."""
    address = f"/{RESERVED}/client.js"
    page = json.dumps(served.path)[1:-1].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    script = f'<script src="{address}" data-token="{token}" data-serial="{serial}" data-page="{page}"></script>'
    head, closing, rest = served.body.partition(_CLOSING)
    return head + script.encode() + closing + rest if closing else script.encode() + head


def reload_message(state: State) -> Mapping[str, object]:
    """What pages are told of a rebuild, in livereload's words."""
    styles = dict(state.styles)
    changed = sorted(state.changed) if len(state.changed) <= MOST_CHANGED else None
    return {
        "command": "reload",
        "path": next(iter(styles.values()), "*"),
        "liveCSS": True,
        "liveImg": False,
        "serial": state.serial,
        "changed": changed,
        "styles": styles,
    }
