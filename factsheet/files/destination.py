"""Which folder may be an output: never one whose loss would hurt."""

import os
import stat
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from factsheet.core.patterns import regex
from factsheet.files import system
from factsheet.files.marker import is_marked, read_marker

SOURCE_FOLDERS = ("content", "data", "templates", "static", "locales", "sources", ".git", ".cache")
"""Folders of a site that hold no output."""


_CONTROL = regex(r"[\x00-\x1f\x7f]")


class WhyRefused(StrEnum):
    """Why a folder is refused as output."""

    EMPTY = "empty"
    FILESYSTEM_ROOT = "filesystem-root"
    HOME = "home"
    ROOT = "root"
    ABOVE_ROOT = "above-root"
    SOURCES = "sources"
    LINK = "link"
    NOT_A_FOLDER = "not-a-folder"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"
    BAD_NAME = "bad-name"


MESSAGES = {
    WhyRefused.EMPTY: "the output folder has no name; name one, such as public",
    WhyRefused.FILESYSTEM_ROOT: "the output cannot be the whole disk; name a folder, such as public",
    WhyRefused.HOME: "the output cannot be a home folder, nor hold one; name a folder inside it",
    WhyRefused.ROOT: "the output cannot be the site's own folder; name a folder inside it, such as public",
    WhyRefused.ABOVE_ROOT: "the output cannot hold the site's own folder; name another one",
    WhyRefused.SOURCES: "the output cannot be, nor lie in, a folder of sources; name another, such as public",
    WhyRefused.LINK: "the output cannot be a link; name the folder that it points to",
    WhyRefused.NOT_A_FOLDER: "the output is there, but is no folder; name another, or move it away",
    WhyRefused.FOREIGN: "the output holds files that this tool did not make; empty it, or name another",
    WhyRefused.UNREADABLE: "the output cannot be looked into; check its permissions",
    WhyRefused.BAD_NAME: "the output's name holds a control character; name another",
}


class OutputRefused(Exception):
    """An output folder that would endanger other files, with the reason; `str()` says what to do instead."""

    def __init__(self, reason: WhyRefused, path: str) -> None:
        """Keep the reason, and the path as it was given."""
        self.reason = reason
        self.path = path
        self.shown = path or "(empty)"
        self.message = MESSAGES[reason]
        super().__init__(f"{self.shown}: {self.message}")


def check_output(root: Path, output: str | Path, *, base: Path | None = None, home: Path | None = None) -> Path:
    """Resolve an output folder to an absolute path, or raise OutputRefused.

    A relative output is taken from `base`, by default the root (a command line hands its current folder).
    `home` is by default the user's home folder. Folders are compared as the file system does, whatever their
    spelling.
    """
    given = os.fspath(output)
    if not given.strip(" \t\r\n"):
        raise OutputRefused(WhyRefused.EMPTY, given)
    if _CONTROL.search(given):
        raise OutputRefused(WhyRefused.BAD_NAME, ascii(given))
    spelled = Path(base or root, given)
    # The parent is resolved and the last name is not, so that a link put in the output's place is seen.
    lexical = os.path.abspath(spelled)
    resolved = Path(os.path.realpath(spelled if spelled.name in {"", ".."} else spelled.parent))
    resolved = resolved if spelled.name in {"", ".."} else resolved / spelled.name
    reason = _reason(Path(os.path.realpath(root)), resolved, home or Path.home()) or reason_inside(
        resolved, is_whole=False
    )
    if reason is not None:
        raise OutputRefused(reason, given if given != "." else lexical)
    return resolved


def _reason(root: Path, output: Path, home: Path) -> WhyRefused | None:
    chain = [output, *output.parents]
    if len(chain) == 1:
        return WhyRefused.FILESYSTEM_ROOT
    if _same(output, root):
        return WhyRefused.ROOT
    if any(_same(output, folder) for folder in root.parents):
        return WhyRefused.ABOVE_ROOT
    real_home = Path(os.path.realpath(home))
    if any(_same(output, folder) for folder in (real_home, *real_home.parents)):
        return WhyRefused.HOME
    if any(_same(folder, source) for folder in chain for source in _sources(root)):
        return WhyRefused.SOURCES
    return None


def _sources(root: Path) -> Iterator[Path]:
    for name in SOURCE_FOLDERS:
        yield root / name


def _same(one: Path, other: Path) -> bool:
    if one == other or str(one).casefold() == str(other).casefold():
        return True
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def reason_inside(output: Path, *, is_whole: bool = True) -> WhyRefused | None:
    """Say why what is at a path cannot be replaced by a site; None when it is a site, empty, or not there.

    Unless `is_whole`, a long list of published files that begins well is taken for one: publishing reads it all.
    """
    try:
        found = os.lstat(output)
        if stat.S_ISDIR(found.st_mode) and not system.is_link(found):
            folder = os.fspath(output)
            is_ours = not os.listdir(output) or (read_marker(folder) is not None if is_whole else is_marked(folder))
            return None if is_ours else WhyRefused.FOREIGN
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return WhyRefused.NOT_A_FOLDER
    except OSError:
        return WhyRefused.UNREADABLE
    return WhyRefused.LINK if system.is_link(found) else WhyRefused.NOT_A_FOLDER
