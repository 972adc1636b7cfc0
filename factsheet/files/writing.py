"""Sources written by the tool itself: new sheets, catalogues, the lock, an import.

Every file is first written out whole beside its place; only when all are there do they take their names. No link
below the root is followed, on the way to a file or in its place.
"""

import os
from collections.abc import Mapping
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
