"""One publisher at a time: a lock file beside the output, gone again when nobody publishes."""

import contextlib
import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from factsheet.files import system
from factsheet.files.marker import BUSY_UNKNOWN, PublishFailed, WhyFailed, read_marker
from factsheet.files.names import is_folder, is_there, unlink
from factsheet.files.scanning import Ledger, load, save
from factsheet.files.staging import Stage
from factsheet.files.survey import MARKER, Survey, folders_of, ledger_path, look_at_folders, parent, shelf, survey

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
    return PublishFailed(WhyFailed.BUSY, output, WhyFailed.BUSY.value, owner=owner)


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
        system.rename(old, self._spare)
        save(f"{self._spare}.ledger", before.ledger())

    def _drop_spare(self) -> None:
        with contextlib.suppress(OSError):
            unlink(self._spare)


# Putting away trees that are no longer the site, without losing a file that somebody else put there.
#
# Whoever adds or changes a file in the published folder while a new site takes its place finds it in the new one.

STAGE = "stage"
PREVIOUS = "previous"


def beside(output: str, role: str) -> str:
    """Name a hidden neighbour of the output."""
    folder, name = os.path.split(output)
    return f"{folder}/.{name}.{role}"


def recover(output: str) -> None:
    """Heal what a killed publisher left beside the output; to be called under its lock. Raises OSError."""
    previous = beside(output, PREVIOUS)
    if is_there(previous):
        if is_there(output):
            retire(previous, output)
        else:
            system.rename(previous, output)
    for stale in _stages(output):
        retire(stale, output)


def _stages(output: str) -> list[str]:
    folder, name = os.path.split(output)
    begin = f".{name}.{STAGE}-"
    entries = [entry for entry in sorted(os.listdir(folder)) if entry.startswith(begin)]
    return [f"{folder}/{entry}" for entry in entries if entry.removeprefix(begin).isdecimal()]


def retire(tree: str, live: str) -> None:
    """Delete a tree, moving into the live one what belongs to others and is not there as it is or newer.

    The tree's own list says what is not of others; it is deleted late, so that a retirement that was cut
    short is taken up again. A tree without a list was never published: all in it was made or linked by this
    tool.
    """
    own = read_marker(tree) if is_folder(tree) else None
    if own is not None:
        own_here = {*own, MARKER}
        now_own = {*(read_marker(live) or {}), MARKER}
        for path in _strangers(tree, own_here, folders_of(own_here)):
            rescue(tree, path, live, now_own)
    if is_folder(tree):
        for name in sorted(os.listdir(tree), key=lambda name: name == MARKER):
            unlink(f"{tree}/{name}")
        system.persist(lambda: os.rmdir(tree))
    else:
        unlink(tree)


def _strangers(tree: str, own: Collection[str], own_folders: Collection[str]) -> list[str]:
    found, waiting = [], [""]
    for folder in waiting:  # grows while it runs
        with os.scandir(f"{tree}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False) and path in own_folders:
                    waiting.append(path)
                elif path not in own or entry.is_dir(follow_symlinks=False):
                    found.append(path)
    return found


def rescue(tree: str, path: str, live: str, now_own: Collection[str]) -> None:
    """Take an entry of others out of a tree, into the live one unless it is there as it is or newer."""
    source, target = f"{tree}/{path}", f"{live}/{path}"
    if is_folder(source):
        _rescue_folder(tree, path, live, now_own)
        return
    if path in now_own or is_folder(target):
        target = _free_name(target)
    elif is_there(target) and not _is_newer(source, target):
        unlink(source)
        return
    if not _is_way_clear(live, parent(path)):
        target = _free_name(f"{live}/{path.replace('/', '-')}")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    system.replace(source, target)


def _rescue_folder(tree: str, path: str, live: str, now_own: Collection[str]) -> None:
    source, target = f"{tree}/{path}", f"{live}/{path}"
    if not is_there(target) and _is_way_clear(live, parent(path)):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        system.rename(source, target)
        return
    for name in sorted(os.listdir(source)):
        rescue(tree, f"{path}/{name}", live, now_own)
    system.persist(lambda: os.rmdir(source))


def _is_way_clear(live: str, folder: str) -> bool:
    """Tell whether a folder is there, or can be made, without going through a link or a file."""
    while folder:
        path = f"{live}/{folder}"
        if is_there(path) and not is_folder(path):
            return False
        folder = parent(folder)
    return True


def _is_newer(source: str, target: str) -> bool:
    """Tell whether an entry was changed after its twin was linked or copied: that was the twin's change."""
    one, other = os.lstat(source), os.lstat(target)
    return not os.path.samestat(one, other) and system.changed_at(one) > system.changed_at(other)


def _free_name(path: str) -> str:
    number = 1
    while is_there(f"{path}.found-{number}"):
        number += 1
    return f"{path}.found-{number}"


def tidy(trees: Iterable[str], live: str) -> None:
    """Retire trees as far as that can be done; the next publisher does the rest."""
    for tree in trees:
        with contextlib.suppress(OSError):
            if is_there(tree):
                retire(tree, live)
