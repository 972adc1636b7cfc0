"""Links to other sites are asked within bounds: tried on a server of this machine."""

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from factsheet import library
from factsheet.cli.external import NO_HOST, Answer, ask, dead_links, external_links, reason_of
from factsheet.core.problems import Severity
from tests.support import SMALL_SITE, run_here, write_site

STATUS = {"/good": 200, "/gone": 404, "/busy": 503, "/moved": 301, "/loop": 302, "/ftp": 302, "/no-head": 200}
TO = {"/moved": "/good", "/loop": "/loop", "/ftp": "ftp://127.0.0.1/x"}


class _Handler(BaseHTTPRequestHandler):
    """Answers as its path says, and counts what it is asked."""

    asked: ClassVar[Counter[tuple[str, str]]] = Counter()

    def do_HEAD(self) -> None:
        """Answer without a page; one path knows no HEAD."""
        self.asked["HEAD", self.path] += 1
        self._answer(405 if self.path == "/no-head" else STATUS[self.path])

    def do_GET(self) -> None:
        """Answer with a page."""
        self.asked["GET", self.path] += 1
        self._answer(STATUS[self.path])

    def _answer(self, status: int) -> None:
        self.send_response(status)
        if self.path in TO:
            self.send_header("Location", TO[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on the loopback interface, which ends with the module."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join(5)


def test_answers(server: str) -> None:
    """A page that is there, gone, busy or moved; a server without HEAD is asked for the page; a loop ends."""
    _Handler.asked.clear()
    found = ask([f"{server}{path}" for path in STATUS], private=True)
    answers = {address.removeprefix(server): answer for address, answer in found.items()}
    assert {path: answer.status for path, answer in answers.items() if answer.status} == {
        "/good": 200,
        "/gone": 404,
        "/busy": 503,
        "/moved": 200,
        "/loop": 302,
        "/no-head": 200,
    }
    assert answers["/ftp"].status == 0
    assert [path for path, answer in answers.items() if answer.is_gone] == ["/gone"]
    assert _Handler.asked["HEAD", "/good"] == 1
    assert _Handler.asked["GET", "/no-head"] == 1
    assert sum(_Handler.asked[method, "/loop"] for method in ("HEAD", "GET")) <= 12


def test_private_addresses_are_not_asked(server: str) -> None:
    """Nothing is sent to this machine unless that is asked for: a text cannot look around in a network."""
    _Handler.asked.clear()
    (answer,) = ask([f"{server}/good"]).values()
    assert answer == Answer(0, "it is an address of a private network")
    assert not _Handler.asked


def test_a_host_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name without an address is gone; nobody answering in time says nothing."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    (answer,) = ask(["https://nowhere.invalid/"]).values()
    assert answer == Answer(0, NO_HOST)
    assert answer.is_gone
    assert reason_of(TimeoutError()) == "no answer within 10 seconds"


def test_what_is_asked_and_told(tmp_path: Path, server: str) -> None:
    """Links and sources, each address once and without its fragment; own addresses and mail are none."""
    links = f"[a]({server}/gone#x) [b]({server}/gone) [c]({server}/busy) [d](mailto:a@b.example) <https://facts.example/ro/>"
    text = SMALL_SITE["content/ro/index.md"].replace("lang: ro}", f"lang: ro, url: '{server}/good'}}") + f"\n{links}\n"
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": text})
    site = library.load(root)
    assert [address.removeprefix(server) for address in external_links(site)] == ["/gone", "/busy", "/good"]
    column = text.splitlines()[14].index(f"{server}/busy") + 1
    told = [(one.code, one.severity, str(one.place)) for one in dead_links(site, private=True)]
    assert told == [
        ("R530", Severity.WARNING, "content/ro/index.md:15:5"),
        ("R531", Severity.NOTICE, f"content/ro/index.md:15:{column}"),
    ]
    _Handler.asked.clear()
    assert "R53" not in run_here("check", "--root", root).stdout
    assert "R531" in run_here("check", "--external", "--root", root).stdout
    assert not _Handler.asked
