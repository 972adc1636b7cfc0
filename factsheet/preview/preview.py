"""The preview as a whole: listen at once, build, tell the pages, and begin again with every change.

The server has a thread of its own; builds are made in the main thread, for there the clock that ends a template
without end can interrupt them.
"""

import asyncio
import contextlib
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from types import FrameType

from factsheet.builder import store
from factsheet.builder.pipeline import Options
from factsheet.core.records import dataclass, replace
from factsheet.preview.access import is_loopback, make_door, reload_message
from factsheet.preview.handlers import Shared
from factsheet.preview.overlay import Desk
from factsheet.preview.rebuild import Rebuilder, State
from factsheet.preview.server import PreviewServer, bind, silence
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
        door=make_door(preview.host, port, secrets.token_urlsafe(24)),
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
        state = rebuilder.refresh()
        if state is None:
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
