r"""Which names of files are safe, and how they are looked up in a folder without following a link.

A name must mean the same on every system: Windows takes `\` and `:` for separators and reserves some
words, macOS and Windows fold case, macOS normalises Unicode, and bidi controls show a name as another one.
"""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Self

from factsheet.core.patterns import regex
from factsheet.files import system

_PLAIN = regex(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*")
_WINDOWS_ONLY = regex(r'[<>"|?*]')
_RESERVED = regex(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")  # needed to spell Persian and Indic words
_MAX_NAME = 255  # bytes, the limit of ext4, APFS and NTFS alike
_MAX_PUBLISHED = 240  # bytes: a digest is put into the name of a published file
_MAX_PATH = 1000  # bytes; macOS allows 1024 for a whole path


def fault_in_name(name: str) -> str | None:
    """Say what is wrong with one name of a source file or folder, or None when nothing is."""
    if _PLAIN.fullmatch(name) and len(name) <= _MAX_NAME:
        return None
    for character in name:
        if character in "\\:":
            return f"{character!r} is a separator on some systems"
        if unicodedata.category(character) in _UNSEEN and character not in _JOINERS:
            if "\udc80" <= character <= "\udcff":
                return "it is not UTF-8"
            return f"it has the invisible character U+{ord(character):04X}"
    if len(name.encode()) > _MAX_NAME:
        return f"it is longer than {_MAX_NAME} bytes"
    return None


class PublishedNames:
    """Looks at the names of files in `static/`, which are published under them, as the files are met."""

    folder = "static/"

    def __init__(self) -> None:
        """Begin with no name."""
        self._met: dict[str, str] = {}

    def fault(self, path: str) -> str | None:
        """Say why not every system can store a file or folder of this path, or None where all can."""
        if not path.startswith(self.folder):
            return None
        name = path.rpartition("/")[2]
        if len(name.encode()) > _MAX_PUBLISHED:
            return f"it is longer than {_MAX_PUBLISHED} bytes"
        if self._met.setdefault(folded(path), path) != path:
            return "another one has this name where case is ignored"
        return _fault_on_windows(name)


def printable(path: str) -> str:
    """Show a path so that no character of it is hidden: unseen ones become escapes."""
    return "".join(
        character.encode("unicode_escape").decode("ascii") if unicodedata.category(character) in _UNSEEN else character
        for character in path
    )


_good: list[frozenset[str]] = [frozenset()]
"""The paths that were found good together last."""


def check_paths(paths: Iterable[str]) -> None:
    """Raise ValueError, naming the path, unless each is a safe relative path and no two can collide.

    Two paths collide when they differ in case or in Unicode normalisation only, or when one is a folder of
    the other. Of paths that were found good together, some are good too: they are not looked at again.
    """
    paths = tuple(paths)
    if _good[0].issuperset(paths):
        return
    segments: set[str] = set()
    folders: dict[str, str] = {}
    files: dict[str, str] = {}
    seen: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for part in parts:
            if part not in segments:
                _check_segment(part, path)
                segments.add(part)
        if len(path.encode()) > _MAX_PATH:
            _refuse(path, f"it is longer than {_MAX_PATH} bytes")
        _claim(files, path)
        folder = path.rpartition("/")[0]
        while folder and folder not in seen:
            _claim(folders, folder)
            seen.add(folder)
            folder = folder.rpartition("/")[0]
    for folded in folders.keys() & files.keys():
        _refuse(files[folded], f"{folders[folded]!r} is a folder of other files")
    _good[0] = frozenset(paths)


def _claim(taken: dict[str, str], path: str) -> None:
    other = taken.setdefault(folded(path), path)
    if other != path:
        _refuse(path, f"it cannot stand beside {other!r} where case or normalisation is ignored")


def clashes(added: Iterable[str], made: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the added paths that cannot stand beside those made, each with a path that is in its way.

    Two files whose names differ in case or normalisation are in each other's way, and so are a file and a folder of one
    name. A path that is in both is none of this.
    """
    own = set(added)
    known: dict[str, str] = {}
    for path in made if own else ():
        if path not in own:
            known.setdefault(folded(path), path)
            for folder in _folders(path):
                known.setdefault(folded(folder), folder)
    for path in sorted(own):
        names = [path, f"{path}/", *_folders(path), *(folder[:-1] for folder in _folders(path))]
        shared = set(_folders(path))
        others = (known.get(folded(name)) for name in names)
        other = next((other for other in others if other and other not in shared), None)
        if other is not None:
            yield path, other


def _folders(path: str) -> Iterator[str]:
    """The folders that a path leads through, each ending in a slash."""
    for index, character in enumerate(path):
        if character == "/":
            yield path[: index + 1]


def folded(path: str) -> str:
    """Give what is left of a path where case and Unicode normalisation are ignored."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFKC", path).casefold()


def _check_segment(part: str, path: str) -> None:
    if part in {"", ".", ".."}:
        _refuse(path, "it must be relative, without empty parts and dots")
    if (fault := fault_in_name(part)) is not None:
        _refuse(path, fault)
    if (fault := _fault_on_windows(part)) is not None:
        _refuse(path, fault)
    if not part.isascii() and unicodedata.normalize("NFC", part) != part:
        _refuse(path, "it is not in Unicode form NFC")


def _fault_on_windows(name: str) -> str | None:
    if _WINDOWS_ONLY.search(name) or name[-1] in ". " or name[0] == " ":
        return f"{name!r} cannot be a name on Windows"
    return f"{name!r} is a reserved name on Windows" if _RESERVED.fullmatch(name) else None


def _refuse(path: str, why: str) -> None:
    message = f"unsafe path in the output, {printable(path)!r}: {why}"
    raise ValueError(message)


# What an entry of a folder is, seen without following links; an error of the disk is no answer.
#
# `os.path.isdir` and its kin say False when the disk fails, and a False here could cost a file.


def mode(path: str) -> int | None:
    """Give an entry's type and permissions; None when there is none. Raises OSError."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_there(path: str) -> bool:
    """Tell whether there is an entry of any kind. Raises OSError."""
    return mode(path) is not None


def is_folder(path: str) -> bool:
    """Tell whether there is a folder, and not a link to one. Raises OSError."""
    return stat.S_ISDIR(mode(path) or 0)


def unlink(path: str) -> None:
    """Delete a file, or whatever was put in its place; one that is not there is no error. Raises OSError."""
    if is_there(path):
        system.remove(path)


# A folder that is open: names in it are looked up one at a time, and no link is followed.
#
# Where files can be opened relative to a handle, nothing can be swapped between a check and its use (CWE-367).
# Windows goes by paths: an entry is looked at before and after it is opened, and what is open there cannot be moved
# away.


class Folder:
    """An open folder; on Windows the path of one. Its methods raise OSError, and ELOOP for a link."""

    def __init__(self, where: int | str) -> None:
        """Take over a handle, or a path; see `root` and `enter`."""
        self.where = where

    @classmethod
    def root(cls, path: str | os.PathLike[str]) -> Self:
        """Open the folder at a path, through links where there are any."""
        if not system.BY_PATH:
            return cls(os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)))
        if not stat.S_ISDIR(os.stat(path).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.fspath(path))
        return cls(os.fspath(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        if isinstance(self.where, int):
            os.close(self.where)

    def enter(self, name: str) -> "Folder":
        """Open a folder in this one."""
        if isinstance(self.where, int):
            return Folder(os.open(name, system.READ | getattr(os, "O_DIRECTORY", 0), dir_fd=self.where))
        found = self._unlinked(name)
        if not stat.S_ISDIR(found.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), name)
        return Folder(f"{self.where}/{name}")

    def open(self, name: str, flags: int = system.READ, mode: int = 0o666) -> int:
        """Open a file in the folder; give its handle."""
        if isinstance(self.where, int):
            return os.open(name, flags, mode, dir_fd=self.where)
        if flags & os.O_CREAT:
            return os.open(f"{self.where}/{name}", flags, mode)
        before = self._unlinked(name)
        handle = os.open(f"{self.where}/{name}", flags)
        try:
            same = os.path.samestat(before, self._unlinked(name))
        except BaseException:
            os.close(handle)
            raise
        if not same:
            os.close(handle)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)
        return handle

    def stat(self, name: str) -> os.stat_result:
        """Look at an entry without following a link."""
        if isinstance(self.where, int):
            return os.stat(name, dir_fd=self.where, follow_symlinks=False)
        return os.lstat(f"{self.where}/{name}")

    def entries(self) -> list[tuple[str, bool]]:
        """The names in the folder, each with whether it is a folder."""
        with os.scandir(self.where) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]

    def make(self, name: str) -> None:
        """Make a folder in this one."""
        if isinstance(self.where, int):
            os.mkdir(name, dir_fd=self.where)
        else:
            os.mkdir(f"{self.where}/{name}")

    def replace(self, old: str, new: str) -> None:
        """Give a file another name, in the place of what has it."""
        if isinstance(self.where, int):
            os.replace(old, new, src_dir_fd=self.where, dst_dir_fd=self.where)
        else:
            system.replace(f"{self.where}/{old}", f"{self.where}/{new}")

    def unlink(self, name: str) -> None:
        """Delete a file."""
        if isinstance(self.where, int):
            os.unlink(name, dir_fd=self.where)
        else:
            system.persist(lambda: os.unlink(f"{self.where}/{name}"))

    def _unlinked(self, name: str) -> os.stat_result:
        found = self.stat(name)
        if system.is_link(found):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)
        return found
