"""Sources written by the tool itself: new sheets, catalogues, the lock, an import.

Every file is first written out whole beside its place; only when all are there do they take their names. No link
below the root is followed, on the way to a file or in its place.
"""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from factsheet.files import system
from factsheet.files.names import Folder, check_paths

_FILE_MODE = 0o666
"""Before the user's umask."""


def write_sources(root: Path, files: Mapping[str, bytes], *, replace: bool = True) -> None:
    """Write files below the root by their relative paths, making the folders they need.

    Raises ValueError for an unsafe path, FileExistsError for one that is there already unless `replace` is set,
    and OSError where the disk or a link in the way does not let it; nothing has taken its name then.
    """
    check_paths(files)
    with ExitStack() as cleanup:
        staged = [_stage(root, path, data, cleanup, replace=replace) for path, data in sorted(files.items())]
        for take_name in staged:
            take_name()


def _stage(root: Path, path: str, data: bytes, cleanup: ExitStack, *, replace: bool) -> Callable[[], None]:
    """Write a file beside its place; give what lets it take its name."""
    *folders, name = path.split("/")
    folder = _enter(root, folders, cleanup)
    if not replace and _is_in(folder, name):
        raise FileExistsError(path)
    temporary = f".{name}.{os.getpid()}.new"
    handle = folder.open(temporary, system.NEW, _FILE_MODE)
    cleanup.callback(_remove, temporary, folder)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    return partial(folder.replace, temporary, name)


def _enter(root: Path, folders: list[str], cleanup: ExitStack) -> Folder:
    folder = cleanup.enter_context(Folder.root(root))
    for name in folders:
        with suppress(FileExistsError):
            folder.make(name)
        folder = cleanup.enter_context(folder.enter(name))
    return folder


def _is_in(folder: Folder, name: str) -> bool:
    """Whether a folder has an entry of this name; the system says which names are one."""
    try:
        folder.stat(name)
    except FileNotFoundError:
        return False
    return True


def _remove(name: str, folder: Folder) -> None:
    with suppress(FileNotFoundError):
        folder.unlink(name)


# Earlier versions of a source file, where the site is kept in git.

MOST_VERSIONS = 200
"""How many earlier versions of one file are looked at."""

_TIMEOUT = 20
_QUIET = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def earlier_versions(root: Path, path: str) -> Iterator[bytes]:
    """Give the committed versions of a file below the root, the newest first; none where there is no git."""
    listed = _git(root, "log", f"--max-count={MOST_VERSIONS}", "--format=%H", "--", path)
    for commit in (listed or b"").decode("ascii", "replace").split("\n"):
        if commit:
            data = _git(root, "cat-file", "blob", f"{commit}:./{path}")
            if data is not None:
                yield data


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; its arguments are no shell's
            ["git", "-C", str(root), *_QUIET, *arguments],  # noqa: S607 - git is where the user has it
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
