"""The way out for a build with nothing to do: it looks at stats, compares one text with another, and is done.

Nothing heavy is imported here. The text says all that the last build of the same command stood on: the options, the
day, the engine's files and the site's files by their stats. Equal texts and an untouched output mean the same site,
so what was printed then is printed again. A file that changed too shortly before it was looked at is not trusted.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import sys
import time

from factsheet.files.scanning import SETTLED, scan_tree, stat_key
from factsheet.files.survey import intact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLDER = ".cache/factsheet"
_FOLDERS = ("content", "data", "locales", "templates", "static")
_FILES = ("site.toml", "translations.lock", "proofs.lock")
_PART = "\x1e"
_VARIABLES = (
    "SOURCE_DATE_EPOCH",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "LANGUAGE",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "TERM",
)


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
    root = _root(argv)
    listed = sorted(set(others))
    state, latest = _state(argv, root, listed)
    if latest > started - SETTLED:
        return
    path = _path(root, argv)
    parts = (state, os.path.abspath(output), "\n".join(listed), *said)
    if any(_PART in part for part in parts):
        return
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.{os.getpid()}", "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(_PART.join(parts))
        os.replace(f"{path}.{os.getpid()}", path)
    except OSError:
        return


def _take(argv: Sequence[str]) -> int | None:
    root = _root(argv)
    with open(_path(root, argv), encoding="utf-8", errors="surrogateescape", newline="") as file:
        state, output, others, printed, told = file.read().split(_PART)
    now, _ = _state(argv, root, others.split("\n") if others else [])
    if state != now or intact(output, os.path.join(root, FOLDER, "published")) is None:
        return None
    sys.stdout.write(printed)
    sys.stderr.write(told)
    return 0


def _state(argv: Sequence[str], root: str, others: Sequence[str]) -> tuple[str, int]:
    """All that a build stands on, as text, and the latest time in it in nanoseconds."""
    suffixes = {"locales": (".po", ".pot")}  # a file in content/ that is no sheet is told of
    stats: list[tuple[str, tuple[int, ...]]] = list(scan_tree(root, _FOLDERS, suffixes=suffixes).items())
    stats += [(name, _stat(os.path.join(root, name))) for name in _FILES]
    stats += [(name, _stat(name)) for name in others]
    stats += _engine()
    latest = max((max(found[1], found[2]) for _, found in stats if found), default=0)
    options = [*argv, os.getcwd(), time.strftime("%Y-%m-%d"), sys.version]
    options += [os.environ.get(name, "") for name in _VARIABLES]
    options += [str(stream.isatty()) for stream in (sys.stdout, sys.stderr)]
    return "\n".join([*options, *(f"{name} {found}" for name, found in sorted(stats))]), latest


def _engine() -> Iterator[tuple[str, tuple[int, ...]]]:
    """The files of the engine and of the defaults, and the folders of what is installed."""
    package = os.path.abspath(os.path.join(os.path.dirname(__file__), *(os.pardir,) * 2))
    home = package if os.path.isdir(os.path.join(package, "defaults")) else os.path.dirname(package)
    for folder, names in ((package, (".",)), (home, _FOLDERS[2:])):
        for name in names:
            for path, found in scan_tree(folder, (name,)).items():
                if not path.endswith(".pyc"):
                    yield os.path.join(folder, path), found
    for path in sys.path:
        if path.endswith("site-packages") and os.path.isdir(path):
            yield path, stat_key(os.stat(path))


def _stat(path: str) -> tuple[int, ...]:
    try:
        return stat_key(os.lstat(path))
    except OSError:
        return ()


def _root(argv: Sequence[str]) -> str:
    """The folder of the site: what the last `--root` says, as for the parser of the command line."""
    root = "."
    for index, word in enumerate(argv):
        if word == "--root":
            root = argv[index + 1]
        elif word.startswith("--root="):
            root = word[len("--root=") :]
    return root


def _path(root: str, argv: Sequence[str]) -> str:
    import zlib

    name = zlib.crc32("\0".join([os.getcwd(), *argv]).encode("utf-8", "surrogateescape"))
    return os.path.join(root, FOLDER, f"last-{name:08x}")
