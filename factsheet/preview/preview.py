"""The preview as a whole: listen at once, build, tell the pages, and begin again with every change.

The server has a thread of its own; builds are made in the main thread, for there the clock that ends a template
without end can interrupt them.
"""

import asyncio
import contextlib
import errno
import logging
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from types import FrameType

from livereload import Server
from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets
from tornado.web import Application

from factsheet.builder import store
from factsheet.builder.pipeline import Options
from factsheet.core.records import dataclass, replace
from factsheet.preview.access import is_loopback, make_access_rules, reload_message
from factsheet.preview.handlers import Shared, routes
from factsheet.preview.overlay import Desk
from factsheet.preview.rebuild import Rebuilder, State
from factsheet.preview.watching import Complain, Watcher
from factsheet.tools.findings import words_of

PATIENCE = 5
"""Seconds in which the server has to end."""

PAUSE = 1.0
"""Seconds after which the disk is looked at though the system has told of nothing."""

SHARE = 50
"""Where a look takes long the pause is so many times longer: looking takes at most 2 % of a processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is asked for: which site, where to listen, in which language to speak."""

    root: Path
    options: Options
    host: str
    port: int
    language: str
    editor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What whoever started the preview is told, through functions that any thread may call."""

    listening: Callable[[str, bool], None]
    """The address, and whether others can reach it."""
    built: Callable[[State], None]
    warn: Complain


def serve(preview: Preview, tell: Announcement) -> None:
    """Serve until interrupted; to be called in the main thread. Raises NoPort where no port can be had."""
    silence()
    sockets, port = bind(preview.host, preview.port)
    name = "127.0.0.1" if is_loopback(preview.host) or preview.host in {"0.0.0.0", "::"} else preview.host  # noqa: S104 - compared with
    address = f"http://{name}:{port}/"
    shared = Shared(
        rules=make_access_rules(preview.host, port, secrets.token_urlsafe(24)),
        desk=Desk(root=preview.root, words=words_of(preview.language), editor=preview.editor),
        language=preview.language,
    )
    options, cache = replace(preview.options, base_url=address), store.preview_of(preview.root)
    rebuilder = Rebuilder(preview.root, options, cache=cache)
    more = (preview.options.sources,) if preview.options.sources else ()
    watcher = Watcher(preview.root, more=more, complain=tell.warn)
    with contextlib.suppress(KeyboardInterrupt), _ended_by_request(), _serving(shared, sockets) as loop:
        tell.listening(address, not is_loopback(preview.host))
        rebuilder.serve_first(lambda: tuple(shared.asked), lambda state: _hand_over(loop, shared, state))
        watcher.start()
        try:
            for state in _states(rebuilder, watcher):
                _hand_over(loop, shared, state)
                tell.built(state)
        finally:
            watcher.stop()
            rebuilder.keep()


def _states(rebuilder: Rebuilder, watcher: Watcher) -> Iterator[State]:
    """Build first, then whenever the disk has changed; states that show nothing new are left out.

    The watcher says when to look, and nothing hangs on it: without a word of it, the next look is soon.
    """
    before, pause = None, PAUSE
    while not watcher.is_stopped:
        begun = time.thread_time()
        if (state := rebuilder.refresh()) is None:
            pause = max(PAUSE, SHARE * (time.thread_time() - begun))
        else:
            if before is None or _shows(state) != _shows(before):
                yield state
            before, pause = state, PAUSE
            rebuilder.rest()
        watcher.wait(pause)


def _shows(state: State) -> tuple[object, ...]:
    """What somebody sees of a state."""
    return state.serial, state.problems, state.crash


def _hand_over(loop: asyncio.AbstractEventLoop, shared: Shared, state: State) -> None:
    """Let the server's thread show a state."""
    loop.call_soon_threadsafe(_show, shared, state)


def _show(shared: Shared, state: State) -> None:
    """Serve a state from now on, and tell the pages."""
    shared.state = state
    if not state.is_partial:
        shared.ready.set()
    shared.news.set()
    shared.news = asyncio.Event()
    message = reload_message(state)
    for waiting in tuple(shared.sockets):
        waiting.send_message(dict(message))


@contextlib.contextmanager
def _serving(shared: Shared, sockets: Iterable[socket.socket]) -> Iterator[asyncio.AbstractEventLoop]:
    """Run the server in a thread while the block runs; give its event loop. What keeps it from starting is raised."""
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def main() -> None:
        stop = asyncio.Event()
        server = PreviewServer(shared)
        server.listen(sockets)
        started.set_result((asyncio.get_running_loop(), stop))
        await stop.wait()
        server.close()

    def work() -> None:
        try:
            asyncio.run(main())
        except Exception as error:
            if started.done():
                raise
            started.set_exception(error)

    thread = threading.Thread(target=work, name="server", daemon=True)
    thread.start()
    loop, stop = started.result()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(PATIENCE)


@contextlib.contextmanager
def _ended_by_request() -> Iterator[None]:
    """Let a polite request of the system end the preview as Ctrl-C does."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


# livereload's server, fit for a browser that other sites share: bounded, silent, closed to strangers.

MOST_CONNECTIONS = 1500
"""How many connections the preview holds open at a time."""
IDLE = 20
"""Seconds after which a connection that has not sent a whole request is closed."""

_MAX_HEAD = 16 * 1024
_MAX_MESSAGE = 4 * 1024
_BACKLOG = 512
_PORTS_TRIED = 50
_FORBIDDEN = 10013  # WSAEACCES: Windows says so of a port that another program has for itself
_LOGGERS = ("tornado", "tornado.access", "tornado.general", "tornado.application", "livereload", "asyncio")


class NoPort(OSError):
    """No port could be had; `text` says why, its `{name}` fields filled by `values`."""

    def __init__(self, text: str, **values: object) -> None:
        """Keep the text and what fills it."""
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


class _BoundedServer(HTTPServer):
    """Closes a connection that comes while too many are open."""

    most = MOST_CONNECTIONS

    def handle_stream(self, stream: IOStream, address: tuple[str, int]) -> None:
        """Serve a connection, or close it."""
        if len(self._connections) >= self.most:
            stream.close()
        else:
            super().handle_stream(stream, address)


class PreviewServer(Server):  # type: ignore[misc] # livereload ships no types
    """livereload's server with a table of built files in place of a folder, and handlers that refuse."""

    def __init__(self, shared: Shared) -> None:
        """Take what the handlers share. livereload's own watcher is not used: it looks again and again."""
        super().__init__(watcher=object())
        self._shared = shared
        self._http: HTTPServer | None = None

    def listen(self, sockets: Iterable[socket.socket]) -> None:
        """Begin to serve on sockets that are bound; needs a running event loop."""
        application = Application(
            routes(self._shared),
            websocket_max_message_size=_MAX_MESSAGE,
            websocket_ping_interval=20,
            compiled_template_cache=False,
            log_function=lambda _: None,
        )
        self._http = _BoundedServer(
            application,
            idle_connection_timeout=IDLE,
            body_timeout=5,
            max_body_size=0,
            max_header_size=_MAX_HEAD,
            max_buffer_size=256 * 1024,
        )
        self._http.most = min(MOST_CONNECTIONS, _open_files() - 100)
        self._http.add_sockets(sockets)

    def close(self) -> None:
        """Free the port, and let go of the pages that listen."""
        if self._http is not None:
            self._http.stop()
        for waiting in tuple(self._shared.sockets):
            waiting.close(1001)


def bind(host: str, port: int) -> tuple[list[socket.socket], int]:
    """Bind the port, or the next that is free; give the sockets and the port; raises NoPort where none can be had."""
    address = host.strip("[]")
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            sockets = bind_sockets(candidate, address=address, backlog=_BACKLOG)
        except socket.gaierror as error:
            raise NoPort("there is no address {host} on this machine", host=host) from error
        except OSError as error:
            if error.errno == errno.EADDRINUSE or getattr(error, "winerror", None) == _FORBIDDEN:
                continue
            if isinstance(error, PermissionError):
                reason = error.strerror
                raise NoPort("port {port} may not be used here: {reason}", port=candidate, reason=reason) from error
            raise NoPort(
                "{host}:{port} cannot be used: {reason}", host=host, port=candidate, reason=error.strerror
            ) from error
        else:
            return sockets, sockets[0].getsockname()[1]
    raise NoPort("all ports from {first} to {last} are busy", first=port, last=candidate)


def silence() -> None:
    """Keep the server's packages from writing into the terminal: what a stranger sends would be in it."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False


def _open_files() -> int:
    """How many files this process may have open, sockets included."""
    with contextlib.suppress(ImportError):  # not on Windows, where there is no such limit
        import resource

        return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return MOST_CONNECTIONS + 100
