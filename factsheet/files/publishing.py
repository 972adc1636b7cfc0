"""Publishing all or nothing: readers see the whole old site or the whole new one, whatever happens meanwhile.

The new site is made beside the old one, under a lock, out of links to unchanged files and of new ones; it is
written out to the disk and then takes the old one's name in one step. `docs/decisions/0010-publishing.md`
says why.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from factsheet.core.records import dataclass
from factsheet.files import marker, system
from factsheet.files.locking import PREVIOUS, STAGE, PublishCache, beside, locked, recover, tidy
from factsheet.files.marker import MARKER, digest
from factsheet.files.names import check_paths, is_folder
from factsheet.files.staging import Stage
from factsheet.files.survey import Survey, folders_of, survey

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing did: paths written and removed, how many files stayed, and the digest of the list."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    digest: str


def publish(
    output: Path,
    artifacts: Mapping[str, bytes],
    *,
    digests: Mapping[str, str] = _NOTHING,
    unchanged: Mapping[str, str] = _NOTHING,
    keep: Path | None = None,
    wait: float = 10.0,
) -> Published:
    """Make a folder hold exactly these files beside those of others, in one step; touch nothing when it does.

    `artifacts` are relative POSIX paths and their bytes, and `digests` is the `digest` of those of which it is
    known. `unchanged` names further files that must stay, path to `digest`, so that their bytes need not be
    handed over. `keep` is a private folder, best on the same disk, in which publishing keeps what makes the next
    one quick. `wait` is how many seconds another publisher is waited for.

    Raises ValueError for an unsafe path or two that collide, NotAsLeft when files named as unchanged are
    missing or differ, OutputRefused when the folder was not made by this tool, and PublishFailed when the
    system does not let it. After each of these the old site is as it was.
    """
    target = os.path.abspath(output)
    wanted = {path: digests.get(path) or digest(artifacts[path]) for path in artifacts}
    if twice := wanted.keys() & unchanged.keys():
        message = f"both written and unchanged: {min(twice)!r}"
        raise ValueError(message)
    wanted.update(unchanged)
    if any(path.casefold() == MARKER for path in wanted):
        message = f"the name {MARKER!r} is taken by the site's own list"
        raise ValueError(message)
    with _telling_why(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with locked(target, wait=wait):
            recover(target)
            shelf = None if keep is None else PublishCache(keep, target)
            return _Publication(target, artifacts, wanted, shelf).run(unchanged)


class _Publication:
    """One publishing, under the lock."""

    def __init__(
        self, target: str, artifacts: Mapping[str, bytes], wanted: Mapping[str, str], shelf: PublishCache | None
    ) -> None:
        self._target = target
        self._artifacts = artifacts
        self._shelf = shelf
        self._marker = marker.marker_bytes(wanted)
        self._wanted = {**wanted, MARKER: digest(self._marker)}
        self._own, self._live = self._look()
        if self._wanted.keys() != self._own.keys():
            check_paths(wanted)

    def _look(self) -> tuple[Mapping[str, str], Survey]:
        """Find what is published now: its own files, and which of them are of use."""
        ledger = self._shelf.ledger() if self._shelf else None
        if ledger is not None:
            live = survey(self._target, ledger.digests, ledger, of_use=self._wanted)
            if MARKER in live.sound or _marker_holds(self._target, ledger.digests.get(MARKER)):
                return ledger.digests, live
        own = _own_files(self._target)
        return own, survey(self._target, own, ledger, of_use=self._wanted) if own else Survey()

    def run(self, unchanged: Mapping[str, str]) -> Published:
        """Publish where anything differs."""
        sound = self._live.sound
        if lost := [path for path, known in unchanged.items() if sound.get(path) != known]:
            raise marker.NotAsLeft(lost)
        if self._own.keys() != self._wanted.keys() or any(
            sound.get(path) != known for path, known in self._wanted.items()
        ):
            self._refuse_occupied()
            self._replace()
        elif self._shelf and self._live.had_to_look:
            self._shelf.note(self._live)
        written = sorted(path for path, known in self._wanted.items() if sound.get(path) != known)
        return Published(
            written=tuple(path for path in written if path != MARKER),
            removed=tuple(sorted(self._own.keys() - self._wanted.keys())),
            kept=len(self._wanted) - len(written) - (MARKER not in written),
            digest=self._wanted[MARKER],
        )

    def _refuse_occupied(self) -> None:
        """Refuse to put a file where there is one of others, or one of theirs is where a folder must be."""
        folders = folders_of(self._wanted)
        waiting, foreign = list(self._live.foreign), []
        while waiting:
            path = waiting.pop()
            full = f"{self._target}/{path}"
            if path in folders and is_folder(full):
                waiting.extend(f"{path}/{name}" for name in os.listdir(full))
            elif path in folders or path in self._wanted:
                raise marker.occupied(full)
            else:
                foreign.append(path)
        self._live.foreign = sorted(foreign)

    def _replace(self) -> None:
        """Make the new site, and let it take the old one's place."""
        stage_path = beside(self._target, f"{STAGE}-{os.getpid()}")
        try:
            stage = self._make(stage_path)
            old = _swap(stage_path, self._target, is_there=bool(self._own))
        except BaseException:
            tidy((stage_path,), self._target)
            raise
        if not _is_kept(os.path.dirname(self._target)):
            return  # the disk may still know the old name: the next publisher puts the old tree away
        try:
            if self._shelf:
                self._put_away(self._shelf, stage, old)
        finally:
            tidy((old,), self._target)

    def _make(self, path: str) -> Stage:
        """Fill a stage, list last, and write it out to the disk."""
        files = {file: known for file, known in self._wanted.items() if file != MARKER}
        spare = self._shelf.take_spare(path, files, self._live) if self._shelf else None
        stage = Stage(path, spare[0] if spare else None)
        needed = [*files, *self._live.foreign]
        if spare:
            stage.keep_only(files, spare[1], needed)
        stage.add_folders(needed)
        sound = self._live.sound
        for file, known in files.items():
            if file in stage.found.sound:
                continue
            if sound.get(file) != known or not stage.link(file, self._target, self._live.stats[file], known):
                stage.write(file, self._bytes(file), known)
        for entry in self._live.foreign:
            stage.carry(entry, self._target)
        stage.write(MARKER, self._marker, self._wanted[MARKER])
        stage.settle()
        system.write_out(path, (*stage.written, *stage.touched))
        return stage

    def _bytes(self, path: str) -> bytes:
        if (data := self._artifacts.get(path)) is None:
            with open(f"{self._target}/{path}", "rb") as file:
                data = file.read()
            if digest(data) != self._wanted[path]:
                raise marker.NotAsLeft([path])
        return data

    def _put_away(self, shelf: PublishCache, stage: Stage, old: str) -> None:
        """Keep the old tree and what is known of both, as far as that can be done."""
        with contextlib.suppress(OSError):
            shelf.note(stage.found)
            if self._own:
                shelf.put_spare(old, self._target, self._own, self._live, stage)


def _own_files(target: str) -> dict[str, str]:
    """Read the list of a published site, itself included; empty where nothing is published yet."""
    files = marker.read_marker(target) if is_folder(target) else None
    if files is not None:
        return {**files, MARKER: digest(marker.marker_bytes(files))}
    if (reason := marker.reason_inside(Path(target))) is not None:
        raise marker.OutputRefused(reason, target)
    return {}


def _marker_holds(target: str, known: str | None) -> bool:
    """Tell whether the list of a published site is the one with this digest."""
    try:
        with open(f"{target}/{MARKER}", "rb") as file:
            return known is not None and digest(file.read()) == known
    except OSError:
        return False


def _swap(stage: str, target: str, *, is_there: bool) -> str:
    """Let the stage take the target's name; answer where the old tree is then, if there was one."""
    if not is_there or system.exchange(stage, target):
        if not is_there:
            system.rename(stage, target)
        return stage
    previous = beside(target, PREVIOUS)
    system.rename(target, previous)
    try:
        system.rename(stage, target)
    except BaseException:
        system.rename(previous, target)
        raise
    return previous


def _is_kept(folder: str) -> bool:
    try:
        system.fsync(folder)
    except OSError:
        return False
    return True


@contextmanager
def _telling_why(target: str) -> Iterator[None]:
    """Turn an error of the system into one that says what to do."""
    try:
        yield
    except OSError as error:
        raise marker.failure(error, target) from error
