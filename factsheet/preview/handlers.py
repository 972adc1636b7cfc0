"""What answers requests: pages out of the table, the preview's own few files, and the reload socket."""

import asyncio
import json
from collections import deque
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler
from tornado.web import RequestHandler
from tornado.websocket import WebSocketProtocol, WebSocketProtocol13

from factsheet.core.records import dataclass, field
from factsheet.outputs.hosting import HEADERS
from factsheet.preview import access
from factsheet.preview.overlay import Desk, panel, waiting_page
from factsheet.preview.rebuild import State

PROTOCOL = "http://livereload.com/protocols/official-7"
MOST_SOCKETS = 64
"""How many pages of one preview may listen for changes at a time."""
MOST_ASKED = 8
"""How many files that a browser asked for last are built first."""

_OWN_FILES = ("client.js", "client.css")


@dataclass(slots=True, kw_only=True)
class Shared:
    """What all handlers look at: who may come in, the state of the site, and whether there is one yet."""

    rules: access.AccessRules
    desk: Desk
    language: str
    state: State = field(default_factory=State)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    """Set as soon as there is a whole site, or none for its errors."""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set with the next state, whole or not; another stands here then."""
    asked: deque[str] = field(default_factory=lambda: deque(maxlen=MOST_ASKED))
    """The files that were asked for last: when much is to be built, they are built first."""
    sockets: "set[ReloadSocket]" = field(default_factory=set)


class Quiet(RequestHandler):
    """Answers every fault with a plain line, and takes what all handlers share."""

    shared: Shared

    def initialize(self, shared: Shared) -> None:
        """Take what all handlers share."""
        self.shared = shared

    def refuse(self, status: int) -> None:
        """Answer with a status and its name, and nothing of the request."""
        self.set_status(status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        _ = self.finish(f"{status}\n")

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Answer a fault that tornado found."""
        self.refuse(status_code)

    def log_exception(self, *_: object) -> None:
        """Stay silent: what a stranger sends is nothing to tell the editor about."""


class Guarded(Quiet):
    """Refuses whom the rules do not admit."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def set_default_headers(self) -> None:
        """Send the headers of the published site, and those that keep other sites out."""
        self.clear_header("Server")
        for name, value in HEADERS:
            self.set_header(name, value)
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cache-Control", "no-cache")

    waits = True
    """Whether to answer only when there is a site."""

    async def prepare(self) -> None:
        """Let in requests to this server's own name only; they wait for the first site."""
        if not self.shared.rules.admits(self.request.headers.get_list("Host")):
            self.refuse(403)
        elif self.waits:
            await self.shared.ready.wait()

    def compute_etag(self) -> None:
        """Leave validators to the pages that have one."""


class BuiltFile(Guarded):
    """Serves the table of built files, each as soon as it is there."""

    waits = False

    async def get(self) -> None:
        """Send a file, the way to a folder's page, or the site's own page for what is not there."""
        try:
            state, found = await self._found(self.request.uri)
        except access.BadTarget:
            self.refuse(400)
            return
        if isinstance(found, access.Elsewhere):
            self.set_status(302)
            self.set_header("Location", found.location)
            _ = self.finish()
        elif found is not None:
            self._send(found, state)
        else:
            self._missing(state)

    head = get

    async def _found(self, uri: str) -> tuple[State, access.ServedFile | access.Elsewhere | None]:
        """Find a file; where a build is under way that has not come to it yet, wait."""
        shared = self.shared
        while True:
            state, found = shared.state, access.find(shared.state.files, uri)
            if found is not None or (shared.ready.is_set() and not state.is_partial):
                return state, found
            shared.asked.appendleft(access.wanted(uri))
            await shared.news.wait()

    def _missing(self, state: State) -> None:
        """Give the site's page for addresses that do not exist, as it is built; it heals like any other."""
        path = self.request.path.lstrip("/")
        language = path.partition("/")[0]
        name = f"{language}/404.html" if f"{language}/404.html" in state.files else "404.html"
        if (body := state.files.get(name)) is None:
            body = b"" if state.files else waiting_page(self.shared.language, self.shared.desk.words)
        self.set_status(404 if state.files else 503)
        self._send(access.ServedFile(path="", body=body, media=access.media_of(".html")), state)

    def _send(self, served: access.ServedFile, state: State) -> None:
        body = served.body
        if served.is_page:
            self.shared.asked.appendleft(served.path)
            body = access.with_client(served, self.shared.rules.token, state.serial)
        else:
            self.set_header("Etag", served.tag)
            if self.request.headers.get("If-None-Match") == served.tag:
                self.set_status(304)
                _ = self.finish()
                return
        self.set_header("Content-Type", served.media)
        _ = self.finish(body)


class OwnFile(Guarded):
    """Serves the preview's script and style sheet."""

    async def get(self, name: str) -> None:
        """Send one of the two."""
        self.set_header("Content-Type", access.media_of(name))
        _ = self.finish((Path(__file__).parent / name).read_bytes())

    head = get


class Panel(Guarded):
    """Serves the bar and the findings to pages that know the token."""

    async def get(self) -> None:
        """Send them as a piece of HTML, everything in it escaped."""
        tokens = self.get_arguments("token")
        if len(tokens) != 1 or not self.shared.rules.knows(tokens[0]):
            self.refuse(403)
            return
        self.set_header("Content-Type", "text/html; charset=utf-8")
        _ = self.finish(panel(self.shared.desk, self.shared.state, self.get_argument("page", "")))


class Reserved(Guarded):
    """Refuses every other address of the preview's own folder."""

    async def get(self) -> None:
        """Say that there is nothing."""
        self.refuse(404)

    head = get


class _MaskedProtocol(WebSocketProtocol13):
    """Takes masked frames only (RFC 6455, section 5.1)."""

    def _handle_message(self, opcode: int, data: bytes) -> Any:  # noqa: ANN401 - tornado's signature
        if self._frame_mask is None:
            self._abort()
            return None
        self._frame_mask = None
        return super()._handle_message(opcode, data)


class ReloadSocket(Quiet, LiveReloadHandler):  # type: ignore[misc] # livereload ships no types
    """livereload's socket, for this server's own pages only."""

    SUPPORTED_METHODS = ("GET",)

    def prepare(self) -> None:
        """Refuse before the handshake: foreign hosts and origins, unknown tokens, too many sockets."""
        headers = self.request.headers
        self.clear_header("Server")
        if not self.shared.rules.admits_socket(
            headers.get_list("Host"), headers.get_list("Origin"), self.get_arguments("token")
        ):
            self.refuse(403)
        elif len(self.shared.sockets) >= MOST_SOCKETS:
            self.refuse(503)

    def check_origin(self, origin: str) -> bool:  # noqa: ARG002 - decided in `prepare`
        """Admit: the origin has been compared already, also where tornado would not have asked."""
        return True

    def get_websocket_protocol(self) -> WebSocketProtocol | None:
        """Make tornado's own protocol strict."""
        made = super().get_websocket_protocol()
        if isinstance(made, WebSocketProtocol13):
            return _MaskedProtocol(self, mask_outgoing=False, params=made.params)
        return None

    def open(self, *_: str, **__: str) -> None:
        """Remember who is to be told."""
        self.shared.sockets.add(self)

    def on_close(self) -> None:
        """Forget who has gone."""
        self.shared.sockets.discard(self)

    def on_message(self, message: str | bytes) -> None:
        """Answer a greeting; whatever is not of the protocol ends the connection."""
        command = _command(message)
        if command == "hello":
            self.send_message(
                {
                    "command": "hello",
                    "protocols": [PROTOCOL],
                    "serverName": "factsheet",
                    "serial": self.shared.state.serial,
                }
            )
        elif command != "info":
            self.close(1008)


def routes(shared: Shared) -> list[tuple[str, type[Any], dict[str, Shared]]]:
    """Which addresses are whose."""
    given = {"shared": shared}
    names = "|".join(name.replace(".", r"\.") for name in _OWN_FILES)
    return [
        (r"/livereload", ReloadSocket, given),
        (rf"/{access.RESERVED}/({names})", OwnFile, given),
        (rf"/{access.RESERVED}/panel", Panel, given),
        (rf"/{access.RESERVED}(?:/.*)?", Reserved, given),
        (r".*", BuiltFile, given),
    ]


def _command(message: str | bytes) -> object:
    if not isinstance(message, str):
        return None
    try:
        read = json.loads(message)
    except (ValueError, RecursionError):
        return None
    return read.get("command") if isinstance(read, dict) else None
