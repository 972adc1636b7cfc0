"""The preview as a whole: listen at once, build, tell the pages, and begin again with every change."""

import asyncio
import contextlib
import secrets
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from factsheet.findings import words_of
from factsheet.pipeline import Options
from factsheet.serve.door import is_loopback, make_door
from factsheet.serve.handlers import Shared, reload_message
from factsheet.serve.panel import Desk
from factsheet.serve.server import PreviewServer, bind, silence
from factsheet.serve.watching import Complain, Watcher
from factsheet.serve.workshop import State, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is asked for: which site, where to listen, in which language to speak."""

    root: Path
    options: Options
    host: str = "127.0.0.1"
    port: int = 8000
    language: str = "en"
    editor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What whoever started the preview is told, through functions that any thread may call."""

    listening: Callable[[str, bool], None]
    """The address, and whether others can reach it."""
    built: Callable[[State], None]
    warn: Complain


def serve(preview: Preview, tell: Announcement) -> None:
    """Serve until interrupted. Raises NoPort where no port can be had."""
    silence()
    sockets, port = bind(preview.host, preview.port)
    name = "127.0.0.1" if is_loopback(preview.host) or preview.host in {"0.0.0.0", "::"} else preview.host  # noqa: S104 - compared with
    address = f"http://{name}:{port}/"
    words = words_of(preview.language)
    shared_door = make_door(preview.host, port, secrets.token_urlsafe(24))
    desk = Desk(root=preview.root, words=words, editor=preview.editor)
    workshop = Workshop(preview.root, replace(preview.options, base_url=address))

    async def main() -> None:
        shared = Shared(door=shared_door, desk=desk, language=preview.language)
        server = PreviewServer(shared)
        server.listen(sockets)
        tell.listening(address, not is_loopback(preview.host))
        loop = asyncio.get_running_loop()
        more = (preview.options.sources,) if preview.options.sources else ()
        watcher = Watcher(preview.root, more=more, complain=tell.warn)

        def work() -> None:
            watcher.start()
            for state in _states(workshop, watcher):
                with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
                    loop.call_soon_threadsafe(_show, shared, state)
                tell.built(state)

        threading.Thread(target=work, name="rebuild", daemon=True).start()
        try:
            await _interruption(loop)
        finally:
            watcher.stop()
            server.close()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main())


def _states(workshop: Workshop, watcher: Watcher) -> Iterator[State]:
    """Build first, then after every burst of changes; states that show nothing new are left out."""
    before = workshop.rebuild()
    yield before
    for _ in watcher.changes():
        state = workshop.rebuild()
        if state.changed or state.problems != before.problems or state.crash != before.crash:
            yield state
        before = state


def _show(shared: Shared, state: State) -> None:
    """Serve a state from now on, and tell the pages."""
    shared.state = state
    shared.ready.set()
    message = reload_message(state)
    for waiting in tuple(shared.sockets):
        waiting.send_message(dict(message))


async def _interruption(loop: asyncio.AbstractEventLoop) -> None:
    """Wait for Ctrl-C or a request to end."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            loop.add_signal_handler(number, stop.set)
    await stop.wait()
