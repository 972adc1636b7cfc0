"""livereload's server, fit for a browser that other sites share: bounded, silent, closed to strangers."""

import contextlib
import errno
import logging
import socket
from collections.abc import Iterable

from livereload import Server
from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets
from tornado.web import Application

from factsheet.preview.handlers import Shared, routes

MOST_CONNECTIONS = 1500
"""How many connections the preview holds open at a time."""
IDLE = 20
"""Seconds after which a connection that has not sent a whole request is closed."""

_MAX_HEAD = 16 * 1024
_MAX_MESSAGE = 4 * 1024
_BACKLOG = 512
_PORTS_TRIED = 50
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
            log_function=_say_nothing,
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


_FORBIDDEN = 10013


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


def _say_nothing(_: object) -> None:
    """Log no request."""
