"""Runs the preview as an editor does, in a process of its own, and speaks to it over bare sockets."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

HANG = 120.0
"""Seconds after which something is taken to hang: far more than a machine needs that is busy with other work."""

SETTINGS = 'reference = "ro"\ntitle = { ro = "Cifre", en = "Figures" }\nbase_url = "https://example.org/"\n'
RO = """---
title: Cifre
summary: Un rezumat.
date: 2025-11-13
sources:
  presa: {title: Comunicat, publisher: Redacția, date: 2025-11-13, lang: ro}
metrics:
  arrests:
    value: 1209
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    source: presa
    quote: "1.209 arestări"
---
S-au făcut {{ arrests }}. Vezi [detaliile](more.md).
"""
EN = """---
title: Figures
summary: A summary.
metrics:
  arrests:
    label: Arrests
    unit: {one: "{n} arrest", other: "{n} arrests"}
---
There were {{ arrests }}. See [the details](more.md).
"""
RO_MORE = "---\ntitle: Detalii\n---\nAu fost {{ index/arrests }}.\n"
EN_MORE = "---\ntitle: Details\n---\nThere were {{ index/arrests }}.\n"


def write_site(folder: Path) -> Path:
    """Write a site of two sheets in two languages, beside files that are nobody's business."""
    for name, text in {
        "site.toml": SETTINGS,
        "content/ro/index.md": RO,
        "content/en/index.md": EN,
        "content/ro/more.md": RO_MORE,
        "content/en/more.md": EN_MORE,
        ".env": "CANARY=1\n",
        ".git/config": "CANARY\n",
        "canary.txt": "CANARY\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@dataclass(slots=True)
class Running:
    """A preview that runs: its port, and what it has said in the terminal so far."""

    process: subprocess.Popen[bytes]
    port: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """The Host header that its own pages send."""
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """The address that it told."""
        return f"http://{self.host}/"

    @property
    def terminal(self) -> str:
        """All that was said."""
        return "".join(self.said)

    def connect(self) -> socket.socket:
        """Open a connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=HANG)

    def send(self, request: bytes) -> bytes:
        """Send bytes as they are; give all that comes back until the server closes."""
        with self.connect() as connection:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(request)
            return received(connection)

    def ask(self, target: str, *headers: str, method: str = "GET", host: str | None = None) -> bytes:
        """Ask for a target, which is sent as it is, and close."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or self.host}", "Connection: close", *headers]
        return self.send("\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape"))

    def token(self) -> str:
        """The token that the pages know."""
        found = re.search(rb'data-token="([^"]+)"', self.ask("/ro/"))
        assert found is not None
        return found[1].decode()

    def is_well(self) -> bool:
        """Whether a page still comes, and nothing in the terminal looks like a failure."""
        return self.ask("/ro/").startswith(b"HTTP/1.1 200 ") and "Traceback" not in self.terminal

    def end(self) -> int:
        """Press Ctrl-C, and give the exit code once it has ended."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(HANG)


@contextlib.contextmanager
def preview(root: Path, *arguments: str, environment: dict[str, str] | None = None) -> Iterator[Running]:
    """Run the preview of a site until the block ends."""
    command = [sys.executable, "-m", "factsheet", "serve", "--root", str(root), "--port", "0", *arguments]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    running = Running(process)
    reader = threading.Thread(target=_listen, args=(running,), daemon=True)
    reader.start()
    try:
        wait_for(lambda: running.port or process.poll() is not None)
        assert running.port, running.terminal
        yield running
    finally:
        process.kill()
        process.wait(HANG)
        reader.join(HANG)
        if process.stdout is not None:
            process.stdout.close()


def _listen(running: Running) -> None:
    assert running.process.stdout is not None
    for line in running.process.stdout:
        text = line.decode("utf-8", "replace")
        found = re.search(r"http://[^/]*:(\d+)/", text)
        if found and not running.port:
            running.port = int(found[1])
        running.said.append(text)


def wait_for(is_so: Callable[[], object]) -> bool:
    """Wait until something is so, but not for ever."""
    end = time.monotonic() + HANG
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def received(connection: socket.socket) -> bytes:
    """Read until the other side closes. Raises TimeoutError where it does not."""
    parts: list[bytes] = []
    with contextlib.suppress(ConnectionResetError):
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def exactly(connection: socket.socket, size: int) -> bytes:
    """Read so many bytes, however many arrive at once; fewer only where the other side closes before."""
    data = b""
    with contextlib.suppress(ConnectionResetError):
        while len(data) < size and (part := connection.recv(size - len(data))):
            data += part
    return data


def head_of_answer(connection: socket.socket) -> bytes:
    """Read an answer of HTTP up to the end of its head, and not a byte of what follows."""
    head = b""
    while not head.endswith(b"\r\n\r\n") and (byte := exactly(connection, 1)):
        head += byte
    return head


def next_frame(connection: socket.socket) -> tuple[int, bytes]:
    """Read one whole frame from a server (RFC 6455, section 5.2): its kind and what it carries.

    The end of the connection is a frame of kind 8 (close) too, for a server may leave that out.
    """
    start = exactly(connection, 2)
    if len(start) < 2:
        return 8, b""
    extended = {126: 2, 127: 8}.get(start[1], 0)
    size = int.from_bytes(exactly(connection, extended), "big") if extended else start[1]
    return start[0] & 0x0F, exactly(connection, size)


def next_message(connection: socket.socket) -> bytes:
    """Read the next text that a server sends; pings in between are passed over."""
    while True:
        kind, data = next_frame(connection)
        assert kind != 8, "the server has closed"
        if kind == 1:
            return data


def frame(payload: bytes, *, kind: int = 1, masked: bool = True) -> bytes:
    """Write one whole frame of a websocket (RFC 6455, section 5.2), masked with zeros."""
    bit = 0x80 if masked else 0
    size = len(payload)
    if size < 126:
        head = bytes([0x80 | kind, bit | size])
    elif size < 65536:
        head = bytes([0x80 | kind, bit | 126]) + size.to_bytes(2, "big")
    else:
        head = bytes([0x80 | kind, bit | 127]) + size.to_bytes(8, "big")
    return head + (bytes(4) if masked else b"") + payload


def handshake(host: str, target: str, *headers: str) -> bytes:
    """Write the request that opens a websocket."""
    lines = [
        f"GET {target} HTTP/1.1",
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        *headers,
    ]
    return "\r\n".join([*lines, "", ""]).encode()
