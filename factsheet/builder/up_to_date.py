"""The way out for a build with nothing to do: it looks at stats, compares one text with another, and is done.

Nothing heavy is imported here. The text says all that the last build with the same options stood on: these options,
the day, the engine's files and the site's files by their stats. Equal texts and an untouched output mean the same site,
so what was printed then is printed again. A file that changed too shortly before it was looked at is not trusted.
How the options are spelled, and in which folder one stands, is no matter.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import sys
import time

from factsheet.core.engine import scan_engine
from factsheet.files.scanning import SETTLED, scan_tree, stat_key
from factsheet.files.survey import intact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDER = ".cache/factsheet"
OUTPUT = "\x1f"
"""Stands in what was said for the folder of the output, as the command names it."""
_FOLDERS = ("content", "data", "locales", "templates", "static")
_FILES = ("site.toml", "translations.lock", "proofs.lock")
_PART = "\x1e"
_VARIABLES = (
    "SOURCE_DATE_EPOCH", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE",
    "TERM",
)  # fmt: skip
SHORT = {"-o": "--output", "-j": "--jobs", "-D": "--drafts", "-v": "--verbose", "-q": "--quiet"}
"""The short names of options, and their long ones."""
VALUED = frozenset(("--root", "--output", "--jobs", "--lang", "--base-url", "--locale", "--sources", "--today"))
"""The options of a build that take a value."""
FLAGS = frozenset(
    ("--strict", "--drafts", "--no-plugins", "--all", "--verbose", "--quiet", "--pseudo", "--single-file", "--pdf")
)
"""Those that take none, but for those under which nothing is kept."""
_PATHS = frozenset(("--root", "--output", "--sources"))


def take(argv: Sequence[str]) -> int | None:
    """Say again what the last build said, if it would do the same; None means that a build must look.

    Never raises: whatever is not as expected is for the build to find out.
    """
    try:
        return _take(argv)
    except (OSError, ValueError, IndexError):
        return None


def keep(argv: Sequence[str], output: str, others: Iterable[str], said: tuple[str, str], started: int) -> None:
    """Remember a build that published: its command, its output, other files it read, and what it printed.

    `started` is when it began, in nanoseconds of the system's clock. A disk that does not let it is no matter.
    """
    if (options := _options(argv)) is None:
        return
    root = _root(options)
    listed = sorted({os.path.abspath(name) for name in others})
    state, latest = _state(options, listed)
    if latest > started - SETTLED:
        return
    path = _path(options)
    parts = (state, os.path.abspath(output), "\n".join(listed), *said)
    if any(_PART in part for part in parts):
        return
    try:
        os.makedirs(os.path.join(root, FOLDER), exist_ok=True)
        with open(f"{path}.{os.getpid()}", "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(_PART.join(parts))
        os.replace(f"{path}.{os.getpid()}", path)
    except OSError:
        return


def _take(argv: Sequence[str]) -> int | None:
    if (options := _options(argv)) is None:
        return None
    root = _root(options)
    with open(_path(options), encoding="utf-8", errors="surrogateescape", newline="") as file:
        state, output, others, *said = file.read().split(_PART)
    now, _ = _state(options, others.split("\n") if others else [])
    if state != now or intact(output, os.path.join(root, FOLDER, "published")) is None:
        return None
    shown = _last(options, "--output", "") or os.path.normpath(os.path.join(_root(options), "public"))
    printed, told = (text.replace(OUTPUT, shown) for text in said)
    sys.stdout.write(printed)
    sys.stderr.write(told)
    return 0


def _options(argv: Sequence[str]) -> list[tuple[str, str]] | None:
    """The options of a build with their values, as they are given; None for what may be anything else."""
    found: list[tuple[str, str]] = []
    words = iter(argv)
    is_named = False
    for word in words:
        name, equals, value = word.partition("=")
        name = SHORT.get(name, name)
        if word == "build" and not is_named:
            is_named = True
        elif name in FLAGS and not equals:
            found.append((name, ""))
        elif name in VALUED and (value := value if equals else next(words, "")):
            found.append((name, value))
        else:
            return None
    return found


def _last(options: list[tuple[str, str]], name: str, default: str) -> str:
    """The value of an option: of two the last one counts, as for the parser of the command line."""
    return next((value for one, value in reversed(options) if one == name), default)


def _root(options: list[tuple[str, str]]) -> str:
    return _last(options, "--root", ".")


def _meant(options: list[tuple[str, str]]) -> list[str]:
    """The options as they are meant: paths from the top of the disk, each option once, in one order."""
    last = dict([("--root", "."), *options])
    locales = [value for name, value in options if name == "--locale"]
    meant = {name: os.path.abspath(value) if name in _PATHS else value for name, value in last.items()}
    return [f"{name}={value}" for name, value in sorted({**meant, "--locale": str(locales)}.items())]


def _state(options: list[tuple[str, str]], others: Sequence[str]) -> tuple[str, int]:
    """All that a build stands on, as text, and the latest time in it in nanoseconds."""
    root = _root(options)
    suffixes = {"locales": (".po", ".pot")}  # a file in content/ that is no sheet is told of
    stats: list[tuple[str, tuple[int, ...]]] = list(scan_tree(root, _FOLDERS, suffixes=suffixes).items())
    stats += [(name, _stat(os.path.join(root, name))) for name in _FILES]
    stats += [(name, _stat(name)) for name in others]
    stats += scan_engine(_FOLDERS[2:])
    stats += [(path, _stat(path)) for path in sys.path if path.endswith("site-packages")]
    latest = max((max(found[1:3]) for _, found in stats if found), default=0)
    said = [*_meant(options), time.strftime("%Y-%m-%d"), sys.version]
    said += [os.environ.get(name, "") for name in _VARIABLES]
    said += [str(stream.isatty()) for stream in (sys.stdout, sys.stderr)]
    stats.sort()
    return f"{said}\n{stats}", latest


def _stat(path: str) -> tuple[int, ...]:
    try:
        return stat_key(os.lstat(path))
    except OSError:
        return ()


def _path(options: list[tuple[str, str]]) -> str:
    import zlib

    name = zlib.crc32("\0".join(_meant(options)).encode("utf-8", "surrogateescape"))
    return os.path.join(_root(options), FOLDER, f"last-{name:08x}")
