"""Time from saving a sheet to its new page being served, by a preview server that has been running for a while."""

import http.client
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from benchmarks.corpus import REFERENCE
from benchmarks.measure import Failed
from benchmarks.scenarios import BODY, Place

HOST: Final = "127.0.0.1"
START: Final = 300.0
"""Seconds that a server may take to show its first page."""

PATIENCE: Final = 60.0
"""Seconds that an edit may take to be served."""

NOWHERE: Final = "/no/such/page/"
"""An address that leads nowhere, which a server that builds the page asked for first knows when it has built all."""

PAUSE: Final = 0.001
"""Seconds between two requests."""

REST: Final = 0.5
"""Seconds of quiet before each edit, in which a server may finish what it does after the last."""


def saves(place: Place, rounds: int) -> list[float]:
    """Give the seconds from save to served of each round; none for a generator without such a server."""
    port = free_port()
    command = place.tool.server(place.folder, port)
    if command is None:
        return []
    path = f"/{REFERENCE}/{'' if place.edited.path == 'index' else place.edited.path + '/'}"
    with running(place, [*command]):
        until_shown(port, path, place.edited.titles[REFERENCE], START)
        page(port, NOWHERE, START)
        return [saved(place, port, path) for _ in range(rounds)]


def saved(place: Place, port: int, path: str) -> float:
    """Save an edit to a body, and give the seconds until its page has it."""
    time.sleep(REST)
    place.editions += 1
    start = time.perf_counter()
    until_shown(port, path, place.edit(BODY), PATIENCE)
    return time.perf_counter() - start


def until_shown(port: int, path: str, text: str, patience: float) -> None:
    """Ask for a page until it has a text; Failed when it does not come in time."""
    end = time.perf_counter() + patience
    wanted = text.encode()
    while time.perf_counter() < end:
        if wanted in page(port, path):
            return
        time.sleep(PAUSE)
    raise Failed(f"{path} did not show “{text}” within {patience:.0f} s")


def page(port: int, path: str, patience: float = PATIENCE) -> bytes:
    """Ask for a page once; nothing when the server is not there yet."""
    connection = http.client.HTTPConnection(HOST, port, timeout=patience)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()


@contextmanager
def running(place: Place, command: list[str]) -> Iterator[None]:
    """Run a server while the block runs, and end it with all its own children."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=place.folder,
            env={**os.environ, **place.tool.environment()},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            yield
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process politely, and its group by force when that does not help."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """Give a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
