"""Sources written by the tool itself: new sheets, catalogues, the lock, an import.

Every file is first written out whole beside its place; only when all are there do they take their names. No link
below the root is followed, on the way to a file or in its place.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from factsheet.files.names import check_paths
from factsheet.records import dataclass

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE_MODE = 0o666
"""Before the user's umask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Staged:
    folder: int
    temporary: str
    name: str


def write_sources(root: Path, files: Mapping[str, bytes], *, replace: bool = True) -> None:
    """Write files below the root by their relative paths, making the folders they need.

    Raises ValueError for an unsafe path, FileExistsError for one that is there already unless `replace` is set,
    and OSError where the disk or a link in the way does not let it; nothing has taken its name then.
    """
    check_paths(files)
    with ExitStack() as cleanup:
        staged = [_stage(root, path, data, cleanup, replace=replace) for path, data in sorted(files.items())]
        for file in staged:
            os.replace(file.temporary, file.name, src_dir_fd=file.folder, dst_dir_fd=file.folder)


def _stage(root: Path, path: str, data: bytes, cleanup: ExitStack, *, replace: bool) -> _Staged:
    *folders, name = path.split("/")
    folder = _enter(root, folders, cleanup)
    if not replace and name in os.listdir(folder):
        raise FileExistsError(path)
    temporary = f".{name}.{os.getpid()}.new"
    handle = os.open(temporary, _NEW, _FILE_MODE, dir_fd=folder)
    cleanup.callback(_remove, temporary, folder)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    return _Staged(folder=folder, temporary=temporary, name=name)


def _enter(root: Path, folders: list[str], cleanup: ExitStack) -> int:
    folder = os.open(root, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    cleanup.callback(os.close, folder)
    for name in folders:
        with suppress(FileExistsError):
            os.mkdir(name, dir_fd=folder)
        folder = os.open(name, _FOLDER, dir_fd=folder)
        cleanup.callback(os.close, folder)
    return folder


def _remove(name: str, folder: int) -> None:
    with suppress(FileNotFoundError):
        os.unlink(name, dir_fd=folder)


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
