"""One publisher at a time: a lock file beside the output, gone again when nobody publishes."""

import contextlib
import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from factsheet.files import system
from factsheet.files.ledger import Ledger, load, save
from factsheet.files.marker import BUSY, BUSY_UNKNOWN, PublishFailed, WhyFailed
from factsheet.files.names import is_folder, unlink
from factsheet.files.retiring import rescue
from factsheet.files.staging import Stage
from factsheet.files.survey import Survey, ledger_path, look_at_folders, parent, shelf, survey

_PAUSE = 0.02  # seconds


@contextmanager
def locked(output: str, *, wait: float) -> Iterator[None]:
    """Hold the lock of an output; wait so many seconds for another publisher at most.

    The file is deleted before it is let go, so each taker looks whether the file it locked is still the one
    in place. Raises PublishFailed (busy, naming the other process), and OSError when the lock file cannot be
    made.
    """
    parent, name = os.path.split(output)
    path = f"{parent}/.{name}.lock"
    handle = _take(path, output, time.monotonic() + wait)
    try:
        yield
    finally:
        system.drop(handle, path)


def _take(path: str, output: str, until: float) -> int:
    while True:
        handle = os.open(path, system.LOCK, 0o644)
        try:
            if _has_locked(handle, output, until) and system.is_in_place(handle, path):
                os.ftruncate(handle, 0)
                system.write_at(handle, str(os.getpid()).encode(), 0)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        time.sleep(_PAUSE)


def _has_locked(handle: int, output: str, until: float) -> bool:
    """Lock an open file; False when another has it, and an exception when the time is over."""
    if system.try_lock(handle):
        return True
    if time.monotonic() >= until:
        raise _busy(handle, output)
    return False


def _busy(handle: int, output: str) -> PublishFailed:
    owner = system.read_at(handle, 20, 0).decode("ascii", "replace")
    if not owner.isdecimal():
        return PublishFailed(WhyFailed.BUSY, output, BUSY_UNKNOWN)
    return PublishFailed(WhyFailed.BUSY, output, BUSY, owner=owner)


# A private folder of what makes the next publishing quick: ledgers, and the site before the last.
#
# Two folders take turns at being published. The one that is not holds the same inodes for all that did not
# change, so bringing it up to date costs what changed and not what there is. It is a cache: lose it, and the
# next publishing only takes longer.


class PublishCache:
    """An output's folder inside `keep`; one that cannot be made or written keeps nothing."""

    def __init__(self, keep: Path, output: str) -> None:
        """Open the folder, making it where needed."""
        self._folder = shelf(os.path.abspath(keep), output)
        self._spare = f"{self._folder}/spare"
        with contextlib.suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)

    def ledger(self) -> Ledger | None:
        """Load what is known of the published site."""
        return load(ledger_path(self._folder))

    def note(self, found: Survey) -> None:
        """Save what is known of the published site."""
        save(ledger_path(self._folder), found.ledger())

    def take_spare(self, stage: str, wanted: Mapping[str, str], live: Survey) -> tuple[Survey, Collection[str]] | None:
        """Move the spare to where the stage is to be; None when there is none that is known and near.

        `live` is what was found in the published site. The answer is what was found in the spare, and all
        files that it may hold.
        """
        ledger = load(f"{self._spare}.ledger")
        if ledger is None or not is_folder(self._spare):
            self._drop_spare()
            return None
        try:
            system.rename(self._spare, stage)
        except OSError:  # such as a cache on another disk
            self._drop_spare()
            return None
        return survey(stage, ledger.digests, ledger, of_use=wanted, twin=live), ledger.digests.keys()

    def put_spare(self, old: str, live: str, own: Mapping[str, str], before: Survey, stage: Stage) -> None:
        """Keep the tree that was published before, without anything of others. Raises OSError.

        `own` are the files it was made of, `before` is what was found in it, `stage` the tree that took its
        place.
        """
        now = look_at_folders(old, own, before.ledger())
        strangers = now.foreign
        for path in strangers:
            rescue(old, path, live, stage.found.sound)
        unknown = [path for path in own if path not in before.sound]
        for path in unknown:
            unlink(f"{old}/{path}")
        before.foreign.clear()
        before.folders = now.folders
        for folder in {parent(path) for path in (*strangers, *unknown)} & now.folders.keys():
            seen = os.lstat(f"{old}/{folder}" if folder else old)
            now.folders[folder] = (seen.st_mtime_ns, seen.st_ino)
        before.stats.update((path, stage.found.stats[path]) for path in stage.linked if path in before.stats)
        before.taken = time.time_ns()
        self._replace_spare(old, before.ledger())

    def _replace_spare(self, old: str, ledger: Ledger) -> None:
        system.rename(old, self._spare)
        save(f"{self._spare}.ledger", ledger)

    def _drop_spare(self) -> None:
        with contextlib.suppress(OSError):
            unlink(self._spare)
