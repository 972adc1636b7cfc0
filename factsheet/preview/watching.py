"""Watching the sources: the system tells that something may have changed, and whoever waits looks what it is.

The folder of the site is watched for its own entries, and the folders of sources with all in them. A folder
that is replaced, by a switch of branches for instance, is found again. The system may drop events (a queue that
overflows, a folder that is filled before it is watched), so what it tells is a hint and no more.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import watch
from watchfiles.main import FileChange

FOLDERS = ("content", "data", "locales", "templates", "static", "sources")
FILES = ("site.toml", "translations.lock", "proofs.lock")

QUIET = 5
"""Milliseconds without a change after which a burst is over. What comes later leads to another build."""

QUIET_ON_TOP = 25
"""The same for the site's own folder, in which little happens."""

LONGEST = 1000
"""Milliseconds after which a burst that goes on is acted upon."""

LOOK = 100
"""Milliseconds after which a watch that has nothing to tell says so."""

PATIENCE = 1.0
"""Seconds after which whoever waits looks up, and in which the threads have to end."""

Complain = Callable[..., None]
"""Is told a text with `{name}` fields, and what fills them."""


class Watcher:
    """Notices that something changes below a site's folder."""

    def __init__(self, root: Path, *, more: Iterable[Path] = (), complain: Complain) -> None:
        """Take the site's folder, folders elsewhere that count too, and what to tell of a system's limits."""
        self._root = root.resolve()
        self._more = tuple(path.resolve() for path in more)
        self._complain = complain
        self._hint = threading.Event()
        self._stop = threading.Event()
        self._inner = threading.Event()
        self._said: set[str] = set()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to watch, in threads that end with the process."""
        for work in (self._watch_top, self._watch_folders):
            thread = threading.Thread(target=work, name=work.__name__, daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Watch no longer; whoever waits is told so.

        Waits for the threads, for none may be inside the system's part while the interpreter is taken down.
        """
        for event in (self._stop, self._inner, self._hint):
            event.set()
        for thread in self._threads:
            thread.join(PATIENCE)

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is watched any more."""
        return self._stop.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until something may have changed, at most so long; whether the system has told of it.

        What changes after this has returned is told by the next call.
        """
        while seconds > 0 and not self._hint.wait(min(seconds, PATIENCE)):
            seconds -= PATIENCE  # a signal that another thread was given is seen only when this one wakes up
        was_told = self._hint.is_set()
        self._hint.clear()
        return was_told

    def _watch_top(self) -> None:
        """Watch the entries of the site's folder itself."""
        while not self._stop.is_set():
            for found in self._watch([self._root], self._stop, deep=False):
                names = {Path(path).name for _, path in found}
                if not names.isdisjoint(FOLDERS):
                    self._inner.set()
                if not names.isdisjoint((*FOLDERS, *FILES)) or any(name.endswith(".py") for name in names):
                    self._hint.set()
            self._stop.wait(LOOK / 1000)

    def _watch_folders(self) -> None:
        """Watch the folders of sources; begin anew when one of them comes, goes or is replaced."""
        while True:
            self._inner.clear()
            if self._stop.is_set():  # asked after `clear`, which may have undone what `stop` did
                return
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            folders += [path for path in self._more if path.is_dir()]
            if not folders:
                self._inner.wait(PATIENCE)
                continue
            is_new = True
            for found in self._watch(folders, self._inner, deep=True):
                if found or is_new:  # what changed before the system began to tell is found by a look
                    self._hint.set()
                is_new = False
            self._stop.wait(LOOK / 1000)

    def _watch(self, paths: list[Path], stop: threading.Event, *, deep: bool) -> Iterator[set[FileChange]]:
        """Watch as the system offers it, or by looking again and again where it offers nothing.

        An empty set says every `LOOK` milliseconds that nothing has changed. It ends when a path is not there.
        """
        for polling in (False, True):
            try:
                yield from watch(
                    *paths,
                    watch_filter=None,
                    step=QUIET if deep else QUIET_ON_TOP,
                    debounce=LONGEST,
                    rust_timeout=LOOK,
                    yield_on_timeout=True,
                    stop_event=stop,
                    raise_interrupt=False,
                    recursive=deep,
                    force_polling=polling,
                )
            except FileNotFoundError:
                return
            except (OSError, RuntimeError) as error:
                if stop.is_set() or polling:
                    return
                self._say("the system's file notification is not to be had ({reason}); looking again and again", error)
            else:
                return

    def _say(self, text: str, error: Exception) -> None:
        if text not in self._said:
            self._said.add(text)
            self._complain(text, reason=error)
