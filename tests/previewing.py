"""Runs the preview as an editor does, in a process of its own, and speaks to it over bare sockets."""

import contextlib
import os
import re
import select
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
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def send(self, request: bytes, *, wait: float = 10) -> bytes:
        """Send bytes as they are; give all that comes back until the server closes or falls silent."""
        with self.connect() as connection:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(request)
            return received(connection, wait=wait)

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

    def end(self) -> float:
        """Press Ctrl-C; give the seconds until it has ended."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=10)
        return time.monotonic() - start


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
        wait_for(lambda: running.port or process.poll() is not None, seconds=30)
        assert running.port, running.terminal
        yield running
    finally:
        process.kill()
        process.wait(timeout=10)
        reader.join(timeout=10)
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


def wait_for(is_so: Callable[[], object], *, seconds: float = 10) -> bool:
    """Wait until something is so, but not for ever."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def received(connection: socket.socket, *, wait: float = 10) -> bytes:
    """Read until the other side closes, or nothing has come for `wait` seconds."""
    parts: list[bytes] = []
    connection.settimeout(wait)
    with contextlib.suppress(TimeoutError, ConnectionResetError):
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def is_closed(connection: socket.socket, *, wait: float) -> bool:
    """Whether the other side closes within `wait` seconds."""
    end = time.monotonic() + wait
    while time.monotonic() < end:
        ready, _, _ = select.select([connection], [], [], max(end - time.monotonic(), 0))
        if ready:
            try:
                if not connection.recv(65536):
                    return True
            except ConnectionResetError:
                return True
    return False


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
