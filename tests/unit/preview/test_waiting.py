"""Who asks for a page while the site is built gets it as soon as it is there."""

import http.client
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from factsheet.preview.access import make_access_rules
from factsheet.preview.handlers import Shared
from factsheet.preview.overlay import Desk
from factsheet.preview.preview import _hand_over, _serving, bind
from factsheet.preview.rebuild import State
from factsheet.tools.findings import words_of
from tests.previewing import HANG, wait_for


class Server:
    """A preview server without a site, and somebody who asks it for pages."""

    def __init__(self, shared: Shared, port: int, loop: object) -> None:
        """Take what is shared with the server, its port and its loop."""
        self.shared = shared
        self.port = port
        self.loop = loop
        self.pool = ThreadPoolExecutor(4)

    def ask(self, path: str) -> "Future[tuple[int, bytes]]":
        """Ask for a page, and go on."""
        return self.pool.submit(self._get, path)

    def _get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=HANG)
        with closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def show(self, state: State) -> None:
        """Show a state."""
        _hand_over(self.loop, self.shared, state)  # type: ignore[arg-type]  # the loop that the server runs in


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that listens and has nothing yet."""
    sockets, port = bind("127.0.0.1", 0)
    desk = Desk(root=tmp_path, words=words_of("en"))
    shared = Shared(rules=make_access_rules("127.0.0.1", port, "token"), desk=desk, language="en")
    with _serving(shared, sockets) as loop:
        server = Server(shared, port, loop)
        with server.pool:
            yield server


def is_asked(server: Server, name: str) -> bool:
    """Wait until the server knows that somebody waits for a file."""
    return wait_for(lambda: name in tuple(server.shared.asked))


def test_a_page_comes_as_soon_as_it_is_there(server: Server) -> None:
    """Of two pages that are waited for, the one that is ready is sent; the other follows with the whole site."""
    first, second, missing = server.ask("/ro/a/"), server.ask("/ro/b/"), server.ask("/ro/c/")
    for name in ("ro/a/index.html", "ro/b/index.html", "ro/c/index.html"):
        assert is_asked(server, name)
    server.show(State(serial=1, files={"ro/a/index.html": b"<p>A"}, is_partial=True))
    status, body = first.result(HANG)
    assert (status, body.endswith(b"<p>A")) == (200, True)
    assert not second.done()
    assert not missing.done()
    files = {"ro/a/index.html": b"<p>A", "ro/b/index.html": b"<p>B", "404.html": b"<p>Nowhere"}
    server.show(State(serial=2, files=files))
    assert second.result(HANG)[1].endswith(b"<p>B")
    status, body = missing.result(HANG)
    assert (status, body.endswith(b"<p>Nowhere")) == (404, True)


def test_pages_looked_at_are_asked_for_again(server: Server) -> None:
    """A page that is open when a build begins is known as one that somebody waits for, the last one first."""
    server.show(State(serial=1, files={f"ro/{name}/index.html": b"<p>" for name in "ab"}))
    for name in "ab":
        assert server.ask(f"/ro/{name}/").result(HANG)[0] == 200
    assert tuple(server.shared.asked)[:2] == ("ro/b/index.html", "ro/a/index.html")
