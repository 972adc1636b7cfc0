"""Strangers on the network and other sites in the browser get nothing from the preview, and cannot stop it.

Requests go over bare sockets, so that no client library puts anything right.
"""

import contextlib
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.previewing import (
    EN,
    RO,
    Running,
    frame,
    handshake,
    head_of_answer,
    next_frame,
    next_message,
    preview,
    received,
    wait_for,
    write_site,
)

CLOSE = 8
"""The kind of the frame that ends a websocket."""

REFUSED = re.compile(rb"HTTP/1\.[01] 40[0345] ")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with files beside it that must not be seen."""
    return write_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def running(root: Path) -> Iterator[Running]:
    """A preview of the site, with its first pages built."""
    with preview(root) as started:
        assert started.ask("/ro/").startswith(b"HTTP/1.1 200 ")
        yield started
        assert "Traceback" not in started.terminal


# ---- addresses ----

TRAVERSALS = (
    "/../canary.txt",
    "/ro/../../canary.txt",
    "/%2e%2e/canary.txt",
    "/..%2fcanary.txt",
    "/%252e%252e/canary.txt",
    "/..%5ccanary.txt",
    "/..\\canary.txt",
    "//etc/passwd",
    "///etc/passwd",
    "/etc/passwd",
    "/%00",
    "/ro/%00index.html",
    "/a/%2e%2e/%2e%2e/canary.txt",
    "/ro/index.html#x",
    "/#/../canary.txt",
    "/%c0%ae%c0%ae/canary.txt",
    "/%ff",
    "/canary.txt;",
    "/;/canary.txt",
    "/canary.txt?raw??",
    "/@fs/etc/passwd?raw??",
    "/canary.txt::$DATA",
    "/C:/canary.txt",
    "/c:canary.txt",
    "/.env",
    "/.git/config",
    "/site.toml",
    "/content/ro/index.md",
    "/public/ro/index.html",
    "/.factsheet.json",
    "/.cache/x",
    "/translations.lock",
    "/assets/",
    "/assets",
    "/_preview/",
    "/_preview/handlers.py",
    "/_preview/../serve/handlers.py",
    "/_preview/client.js/",
    "/forcereload",
    "/forcereload?path=x",
    "/livereload.js",
    "/%zz",
    "/" + "a/" * 4000,
    "canary.txt",
    "*",
    "http://127.0.0.1/../canary.txt",
    "http://evil.example/ro/",
    "/ro/\u0000",
)


@pytest.mark.parametrize("target", TRAVERSALS)
def test_nothing_but_built_files_is_served(running: Running, target: str) -> None:
    """No spelling of an address reaches a file that was not built; it is refused, and the server lives on."""
    answer = running.ask(target)
    assert REFUSED.match(answer), answer[:100]
    assert b"CANARY" not in answer
    assert b"root:" not in answer
    assert running.is_well()


def test_links_in_the_output_are_not_followed(running: Running, root: Path, tmp_path: Path) -> None:
    """A link laid into the published folder shows nothing: the preview does not look at the disk."""
    (root / "public/ro").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("CANARY", encoding="utf-8")
    (root / "public/ro/secret.txt").symlink_to(tmp_path / "secret.txt")
    assert REFUSED.match(running.ask("/ro/secret.txt"))


def test_the_way_to_a_folder_stays_on_this_server(running: Running) -> None:
    """A redirect leads to a path of the table, never to another host."""
    answer = running.ask("/ro/more")
    assert answer.startswith(b"HTTP/1.1 302 ")
    assert b"\r\nLocation: /ro/more/\r\n" in answer
    for target in ("//evil.example/..", "/\\evil.example", "//evil.example/ro", "/%2fevil.example"):
        assert b"Location" not in running.ask(target)


def test_only_a_page_that_is_built_is_named(running: Running) -> None:
    """The answer to an unknown address repeats nothing of it."""
    assert b"evil%3Cimg" not in running.ask("/evil%3Cimg%20src=x%3E")
    assert b"<img src=x" not in running.ask("/evil%3Cimg%20src=x%3E")


# ---- hosts ----


def _foreign_hosts(port: int) -> list[str]:
    return [
        "evil.example",
        f"evil.example:{port}",
        f"localhost.evil.example:{port}",
        f"127.0.0.1.nip.io:{port}",
        f"127.0.0.1:{port + 1}",
        "127.0.0.1",
        "",
        f"127.0.0.1:{port}.evil.example",
        f"127.0.0.1:{port}@evil.example",
        f"user@127.0.0.1:{port}",
        f"0.0.0.0:{port}",
        f"127.1:{port}",
        f"2130706433:{port}",
        "[",
        "a b",
        "\x7f",
        "x" * 10_000,
    ]


def test_foreign_hosts_are_refused(running: Running) -> None:
    """A request that names another host gets nothing: neither a page nor the token in it."""
    for host in _foreign_hosts(running.port):
        request = f"GET /ro/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        answer = running.send(request.encode())
        assert REFUSED.match(answer), (host, answer[:100])
        assert b"data-token" not in answer
    assert running.is_well()


@pytest.mark.parametrize(
    "head",
    [
        "GET /ro/ HTTP/1.0\r\n\r\n",
        "GET /ro/ HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /ro/ HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\nConnection: close\r\n\r\n",
        "GET /ro/ HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET /ro/ HTTP/1.1\r\nHost : {host}\r\nConnection: close\r\n\r\n",
        "GET /ro/ HTTP/1.1\r\nHost: {host}\r\n x: y\r\nConnection: close\r\n\r\n",
    ],
)
def test_a_host_is_named_once(running: Running, head: str) -> None:
    """No Host, two of them, or one that is badly written is refused."""
    answer = running.send(head.format(host=running.host).encode())
    assert REFUSED.match(answer), answer[:100]
    assert running.is_well()


def test_own_names_are_admitted(running: Running) -> None:
    """The three names of this machine are answered to, with the right port."""
    for name in ("127.0.0.1", "localhost", "[::1]"):
        assert running.ask("/ro/", host=f"{name}:{running.port}").startswith(b"HTTP/1.1 200 ")


# ---- sockets ----


def _open(running: Running, *headers: str, token: str | None = None, host: str | None = None) -> bytes:
    """Open a socket; give the head of the answer."""
    target = f"/livereload?token={running.token() if token is None else token}"
    with running.connect() as connection:
        connection.sendall(handshake(host or running.host, target, *headers))
        return head_of_answer(connection)


def _origin(running: Running) -> str:
    return f"Origin: http://{running.host}"


def test_a_page_of_the_preview_may_listen(running: Running) -> None:
    """The exact own origin with the token of the page opens the socket."""
    assert _open(running, _origin(running)).startswith(b"HTTP/1.1 101 ")


def test_foreign_origins_may_not_listen(running: Running) -> None:
    """No other origin opens the socket, even with the token."""
    port = running.port
    origins = [
        "http://evil.example",
        f"http://evil.example:{port}",
        "null",
        f"http://127.0.0.1:{port + 1}",
        f"http://localhost:{port}",
        "http://127.0.0.1",
        f"https://127.0.0.1:{port}",
        f"http://192.168.0.1:{port}",
        f"http://127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}.evil.example",
        f"http://127.0.0.1:{port}@evil.example",
        "http://[",
        "",
        "x" * 5000,
    ]
    for origin in origins:
        assert REFUSED.match(_open(running, f"Origin: {origin}")), origin
    assert REFUSED.match(_open(running))
    assert REFUSED.match(_open(running, _origin(running), _origin(running)))
    assert REFUSED.match(_open(running, "Sec-Fetch-Site: same-origin"))
    assert running.is_well()


def test_without_the_token_nobody_listens(running: Running) -> None:
    """The right origin without the token of the page, or with another, opens nothing."""
    for token in ("", "x", running.token()[:-1], f"{running.token()}&token=x", "%ff", "ș"):
        assert REFUSED.match(_open(running, _origin(running), token=token)), token
    assert REFUSED.match(running.ask("/_preview/panel?token=x&page=ro/index.html"))
    assert running.is_well()


@pytest.mark.parametrize(
    "sent",
    [
        frame(b"x" * 10_000_000),
        frame(b"{"),
        frame(b"[]"),
        frame(b"{}"),
        frame(b'{"command": "burn"}'),
        frame(b'{"command": ["hello"]}'),
        frame(b"[" * 4000),
        frame(b"\xff"),
        frame(b"{}", kind=2),
        frame(b'{"command": "hello"}', masked=False),
        frame(b"x", kind=3),
        b"\xff\xff\xff\xff",
    ],
    ids=[
        "huge",
        "broken",
        "list",
        "empty",
        "unknown",
        "odd",
        "deep",
        "bytes",
        "binary",
        "bare",
        "kind",
        "bits",
    ],
)
def test_a_socket_that_misbehaves_is_closed(running: Running, sent: bytes) -> None:
    """Whatever is not of the protocol ends the connection, without an error in the terminal."""
    before = len(running.said)
    with running.connect() as connection:
        target = f"/livereload?token={running.token()}"
        connection.sendall(handshake(running.host, target, _origin(running)))
        assert head_of_answer(connection).startswith(b"HTTP/1.1 101 ")
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(sent)
        assert next_frame(connection)[0] == CLOSE
    assert running.is_well()
    assert not [line for line in running.said[before:] if "Traceback" in line or "rror:" in line]


def test_there_are_only_so_many_sockets(running: Running) -> None:
    """Of a hundred sockets those over the limit are refused, and pages still come."""
    target = f"/livereload?token={running.token()}"
    opened: list[socket.socket] = []
    answers: list[bytes] = []
    try:
        for _ in range(100):
            connection = running.connect()
            connection.sendall(handshake(running.host, target, _origin(running)))
            opened.append(connection)
            answers.append(head_of_answer(connection)[:12])
        assert answers.count(b"HTTP/1.1 101") == 64
        assert answers.count(b"HTTP/1.1 503") == 36
        assert running.is_well()
    finally:
        for connection in opened:
            connection.close()
    assert wait_for(lambda: _open(running, _origin(running)).startswith(b"HTTP/1.1 101"))


# ---- headers and methods ----


@pytest.mark.parametrize("target", ["/", "/ro/", "/ro/figures.json", "/none", "/_preview/client.js"])
def test_other_sites_may_not_read(running: Running, target: str) -> None:
    """Every answer keeps other origins out, and lets no browser guess at its type."""
    head = running.ask(target, "Origin: http://evil.example").partition(b"\r\n\r\n")[0].lower()
    assert b"access-control" not in head
    assert b"\r\ncross-origin-resource-policy: same-origin" in head
    assert b"\r\nx-content-type-options: nosniff" in head
    assert b"\r\ncontent-security-policy: default-src 'none'" in head
    assert b"\r\nserver:" not in head


@pytest.mark.parametrize("method", ["OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BURN"])
@pytest.mark.parametrize("target", ["/ro/", "/livereload", "/_preview/panel"])
def test_nothing_can_be_done(running: Running, method: str, target: str) -> None:
    """Only GET and HEAD are answered; a preflight is refused like the rest."""
    answer = running.ask(target, "Access-Control-Request-Method: GET", method=method)
    assert answer.startswith(b"HTTP/1.1 405 "), answer[:100]


def test_head_has_no_body(running: Running) -> None:
    """HEAD gives the headers of GET and nothing after them."""
    answer = running.ask("/ro/", method="HEAD")
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"\r\n\r\n")


def test_bodies_are_not_taken(running: Running) -> None:
    """A body that is announced is refused before it comes."""
    for size in (1, 1_000_000_000):
        head = f"POST /ro/ HTTP/1.1\r\nHost: {running.host}\r\nContent-Length: {size}\r\n\r\n"
        assert REFUSED.match(running.send(head.encode()))
    assert running.is_well()


# ---- masses ----


def _memory(running: Running) -> int:
    """The preview's resident memory in KiB."""
    status = Path(f"/proc/{running.process.pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found is not None
    return int(found[1])


def test_masses_of_headers_are_refused(running: Running) -> None:
    """A huge header, ten thousand of them, or an endless address are refused, and memory stays flat."""
    before = _memory(running)
    for _ in range(20):
        for head in (
            f"GET /ro/ HTTP/1.1\r\nHost: {running.host}\r\nX: {'x' * 200_000}\r\n\r\n",
            f"GET /ro/ HTTP/1.1\r\nHost: {running.host}\r\n" + "X: y\r\n" * 10_000 + "\r\n",
            f"GET /{'x' * 100_000} HTTP/1.1\r\nHost: {running.host}\r\n\r\n",
        ):
            answer = running.send(head.encode())
            assert answer == b"" or REFUSED.match(answer)
    assert _memory(running) - before < 30_000
    assert running.is_well()


@pytest.mark.slow
def test_slow_connections_do_not_hold_it_up(running: Running) -> None:
    """With five hundred half-sent requests a page still comes; they are closed though they are never whole."""
    slow: list[socket.socket] = []
    try:
        for _ in range(500):
            connection = running.connect()
            connection.sendall(b"GET /ro/ HTTP/1.1\r\n")
            slow.append(connection)
        assert running.is_well()
        assert [received(connection) for connection in slow] == [b""] * len(slow)
    finally:
        for connection in slow:
            connection.close()


# ---- where it listens ----


def _listening(port: int) -> set[str]:
    """The addresses, as /proc/net writes them, that are listened on with a port."""
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            columns = line.split()
            address, _, number = columns[1].rpartition(":")
            if columns[3] == "0A" and int(number, 16) == port:
                found.add(address)
    return found


def test_it_listens_to_this_machine_only(running: Running) -> None:
    """Nothing but 127.0.0.1 is listened on, and no warning is given."""
    assert _listening(running.port) == {"0100007F"}
    assert "Warning" not in running.terminal


def test_listening_to_all_warns(root: Path) -> None:
    """`--host 0.0.0.0` says that others can read the preview; they must name it by address."""
    with preview(root, "--host", "0.0.0.0") as open_to_all:  # noqa: S104 - what is tested
        assert open_to_all.ask("/ro/").startswith(b"HTTP/1.1 200 ")
        assert "Warning" in open_to_all.terminal
        assert open_to_all.ask("/ro/", host=f"192.0.2.7:{open_to_all.port}").startswith(b"HTTP/1.1 200 ")
        assert REFUSED.match(open_to_all.ask("/ro/", host=f"evil.example:{open_to_all.port}"))


def test_a_busy_port_is_passed_over(root: Path, running: Running) -> None:
    """Where the port is busy the next free one is taken, and the terminal says so."""
    with preview(root, "--port", str(running.port)) as second:
        assert second.port > running.port
        assert wait_for(lambda: f"Port {running.port} is busy" in second.terminal)
        assert second.is_well()


# ---- faults in the sources ----

INJECTION = "<img src=x onerror=alert(1)>"


def _panel(running: Running) -> str:
    answer = running.ask(f"/_preview/panel?token={running.token()}&page=ro/index.html")
    assert answer.startswith(b"HTTP/1.1 200 ")
    return answer.partition(b"\r\n\r\n")[2].decode()


def test_findings_are_escaped(tmp_path: Path) -> None:
    """Markup in a faulty line or in a file's name is shown as text over the page."""
    root = write_site(tmp_path)
    (root / "content/ro/index.md").write_text(RO.replace("value: 1209", f'value: "{INJECTION}"'), encoding="utf-8")
    (root / "content/ro/<b>x.md").write_text("no front matter <script>alert(1)</script>", encoding="utf-8")
    with preview(root) as running:
        assert running.ask("/ro/").startswith(b"HTTP/1.1 503 ")
        html = _panel(running)
    assert "&lt;img src=x onerror=alert(1)&gt;" in html.replace("<mark>", "").replace("</mark>", "")
    assert re.findall(r"<(?!/?(?:div|strong|span|button|dialog|h1|h2|section|ol|li|p|code|b|pre|mark)\b)", html) == []
    assert not re.search(r"\son\w+=", re.sub(r"&lt;.*?&gt;", "", html))


def test_an_error_keeps_the_old_pages_until_it_is_mended(tmp_path: Path) -> None:
    """The old pages stay, the next save heals; Ctrl-C ends it with 0 and frees the port."""
    sheet = write_site(tmp_path) / "content/ro/index.md"
    with preview(tmp_path) as running:
        assert "1.209" in running.ask("/ro/").decode()
        sheet.write_text(RO.replace("value: 1209", "value: 1.209"), encoding="utf-8")
        assert wait_for(lambda: "<dialog open" in _panel(running))
        assert "1.209" in running.ask("/ro/").decode()
        assert wait_for(lambda: "content/ro/index.md:" in running.terminal)
        sheet.write_text(RO.replace("1209", "1300").replace("1.209", "1.300"), encoding="utf-8")
        assert wait_for(lambda: "1.300" in running.ask("/ro/").decode())
        assert "<dialog open" not in _panel(running)
        assert running.is_well()
        assert running.end() == 0
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", running.port))


def test_a_rebuild_is_told_in_the_protocol_of_livereload(tmp_path: Path) -> None:
    """A page that has said hello is sent `reload` with the pages that have changed, and only these."""
    sheet = write_site(tmp_path) / "content/en/index.md"
    with preview(tmp_path) as running, running.connect() as connection:
        target = f"/livereload?token={running.token()}"
        connection.sendall(handshake(running.host, target, _origin(running)))
        assert head_of_answer(connection).startswith(b"HTTP/1.1 101 ")
        connection.sendall(frame(b'{"command": "hello", "protocols": []}'))
        greeting = json.loads(next_message(connection))
        assert greeting["command"] == "hello"
        assert greeting["protocols"] == ["http://livereload.com/protocols/official-7"]
        sheet.write_text(EN.replace("There were", "They made"), encoding="utf-8")
        told = json.loads(next_message(connection))
        while "en/index.html" not in told["changed"]:  # a save that is seen half done is told of as a fault
            assert told["changed"] == []
            told = json.loads(next_message(connection))
        assert (told["command"], told["path"], told["liveCSS"]) == ("reload", "*", True)
        assert "ro/more/index.html" not in told["changed"]


def test_nothing_of_the_preview_is_published(running: Running, root: Path, tmp_path: Path) -> None:
    """The preview writes nothing, and a build holds neither its script nor its bar nor its token."""
    from factsheet.cli import main

    assert b"/_preview/client.js" in running.ask("/ro/")
    assert main(["build", "--root", str(root), "--output", str(tmp_path / "out"), "-q"]) == 0
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"_preview" not in data
            assert b"livereload" not in data
