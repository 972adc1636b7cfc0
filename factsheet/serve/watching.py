"""Watching the sources: the system tells what changes, and a burst of changes is one.

The folder of the site is watched for its own entries, and the folders of sources with all in them. A folder
that is replaced, by a switch of branches for instance, is found again.
"""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import watch
from watchfiles.main import FileChange

FOLDERS = ("content", "locales", "templates", "static", "sources")
FILES = ("site.toml", "translations.lock")

QUIET = 5
"""Milliseconds without a change after which a burst is over. What comes later leads to another build."""

QUIET_ON_TOP = 25
"""The same for the site's own folder, in which little happens."""

LONGEST = 1000
"""Milliseconds after which a burst that goes on is acted upon."""

LOOK = 100
"""Milliseconds after which a watch that has nothing to tell says so."""

PATIENCE = 1
"""Seconds after which whoever waits looks up, and in which the threads have to end."""

_TEMPORARY = ("~", ".swp", ".swx", ".tmp", ".part", ".crdownload")

Complain = Callable[..., None]
"""Is told a text with `{name}` fields, and what fills them."""


class Watcher:
    """Collects the paths that change below a site's folder, relative to it."""

    def __init__(self, root: Path, *, more: Iterable[Path] = (), complain: Complain) -> None:
        """Take the site's folder, folders elsewhere that count too, and what to tell of a system's limits."""
        self._root = root.resolve()
        self._more = tuple(path.resolve() for path in more)
        self._complain = complain
        self._changes: queue.SimpleQueue[frozenset[str] | None] = queue.SimpleQueue()
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
        """Watch no longer; whoever waits for changes is told that there will be none.

        Waits for the threads, for none may be inside the system's part while the interpreter is taken down.
        """
        self._stop.set()
        self._inner.set()
        self._changes.put(None)
        for thread in self._threads:
            thread.join(PATIENCE)

    def changes(self) -> Iterator[frozenset[str]]:
        """Give the paths of each burst, all that came in the meantime as one, until stopped."""
        while not self._stop.is_set():
            try:  # a signal that another thread was given is seen only when this one wakes up
                found = self._changes.get(timeout=PATIENCE)
            except queue.Empty:
                continue
            while found is not None and not self._changes.empty():
                another = self._changes.get()
                found = None if another is None else found | another
            if found is None:
                return
            yield found

    def _watch_top(self) -> None:
        """Watch the entries of the site's folder itself."""
        for found in self._watch([self._root], self._stop, deep=False):
            names = {Path(path).name for _, path in found}
            wanted = names & {*FOLDERS, *FILES}
            if wanted & set(FOLDERS):
                self._inner.set()
            if wanted:
                self._changes.put(frozenset(wanted))

    def _watch_folders(self) -> None:
        """Watch the folders of sources; begin anew when one of them comes, goes or is replaced."""
        while not self._stop.is_set():
            self._inner.clear()
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            folders += [path for path in self._more if path.is_dir()]
            if not folders:
                self._inner.wait()
                continue
            known = False
            for found in self._watch(folders, self._inner, deep=True):
                paths = frozenset(self._relative(path) for _, path in found if not is_temporary(path))
                if not known:  # what changed before the system began to tell is found by building once more
                    known, paths = True, paths | frozenset(FOLDERS)
                if paths:
                    self._changes.put(paths)
            self._changes.put(frozenset(FOLDERS))
            self._stop.wait(LOOK / 1000)

    def _watch(self, paths: list[Path], stop: threading.Event, *, deep: bool) -> Iterator[set[FileChange]]:
        """Watch as the system offers it, or by looking again and again where it offers nothing.

        An empty set says every `LOOK` milliseconds that nothing has changed.
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

    def _relative(self, path: str) -> str:
        found = Path(path)
        return found.relative_to(self._root).as_posix() if found.is_relative_to(self._root) else found.name


def is_temporary(path: str) -> bool:
    """Whether a file is one that an editor keeps for itself while it saves."""
    name = Path(path).name
    return name.startswith((".", "#")) or name.endswith(_TEMPORARY) or name == "4913"
