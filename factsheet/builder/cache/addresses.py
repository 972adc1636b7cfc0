"""The addresses that builds into a folder have published: what the folder lists, and what was noted before."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from factsheet.checks.departed import published_pages
from factsheet.files.marker import read_marker
from factsheet.records import dataclass

NAME = "addresses"
"""The name of the file with what was noted."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """The addresses that were published."""

    every: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    """Those that were published before any of them was lost: a page that is none of them is new."""


def known_addresses(folder: Path, kept: Path | None) -> Known:
    """The pages in the published folder, and those that were noted in the cache; none where nothing can be read."""
    listed: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    with suppress(OSError):
        listed = published_pages(read_marker(str(folder)) or {})
    if kept is not None:
        with suppress(OSError, UnicodeDecodeError):
            noted = frozenset((kept / NAME).read_text(encoding="utf-8").splitlines())
    return Known(every=listed | noted, before=noted or listed)


def note_addresses(kept: Path, addresses: Collection[str]) -> None:
    """Note addresses for the builds to come; a disk that does not let it is no matter."""
    with suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
        (kept / NAME).write_text("".join(f"{address}\n" for address in sorted(addresses)), encoding="utf-8")
