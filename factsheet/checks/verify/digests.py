"""What a published site says of itself: the digest of every file, its languages, and the digits that are names."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from factsheet.content.passages import Literals
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, field
from factsheet.files.reading import SourceFile, read_file, read_tree
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale

# Every published file is as it was published, and all of them are there.

LIST: Final = ".factsheet.json"
"""The list of published files with their SHA-256, which publishing leaves in the folder."""

_SHOWN: Final = 12


def files_are_as_published(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Compare each file with its digest in the list, and the list with the files."""
    listed = read_list(files.get(LIST, b""))
    if listed is None:
        yield report("V908", Place(LIST))
        return
    ends: list[tuple[str, dict[str, str]]] = []
    for path in sorted({*listed, *files} - {LIST}):
        if path not in files:
            yield report("V902", Place(path))
        elif path not in listed:
            yield report("V903", Place(path))
        else:
            found = hashlib.sha256(files[path]).hexdigest()
            said = {"found": found[:_SHOWN], "listed": listed[path][:_SHOWN]}
            if found != listed[path] == hashlib.sha256(files[path].replace(b"\r\n", b"\n")).hexdigest():
                ends.append((path, said))
            elif found != listed[path]:
                yield report("V901", Place(path), **said)
    for path, said in ends[:1]:
        yield report("V901", Place(path), variant="ends", count=len(ends), **said)


def read_list(data: bytes) -> dict[str, str] | None:
    """Read the list; None where it is not one. Its format is the first, and the only one so far."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return None
    files = read.get("files") if isinstance(read, dict) and read.get("format") == 1 else None
    if not isinstance(files, dict) or not all(isinstance(one, str) for one in files.values()):
        return None
    return files


# What a published site says of itself in `build-info.json`: its languages, and the digits that are names.

FILE: Final = "build-info.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedContext:
    """The languages by their tags, the literals declared in each, and the files that are not the tool's."""

    locales: Mapping[str, NumberLocale] = field(default_factory=dict)
    literals: Mapping[str, Literals] = field(default_factory=dict)
    copied: frozenset[str] = frozenset()
    """The files that the site's owner had copied as they are: pages among them tell no figure."""

    def locale(self, tag: str) -> NumberLocale | None:
        """How a language writes numbers: as the site says, else as CLDR does; None for an unknown one."""
        return self.locales.get(tag) or _locale(tag, None, None)


def read_context(data: bytes | None) -> PublishedContext:
    """Read `build-info.json`; what is not as it should be counts as not said."""
    locales_said, literals_said, listed = how_numbers_read(data)
    locales = {
        tag: found
        for tag, entry in _mapping(locales_said).items()
        if (found := _locale(tag, _word(entry, "cldr"), _word(entry, "numerals"))) is not None
    }
    literals = {
        tag: Literals(one for one in every if isinstance(one, str))
        for tag, every in _mapping(literals_said).items()
        if isinstance(every, list)
    }
    copied = frozenset(one for one in (listed if isinstance(listed, list) else ()) if isinstance(one, str))
    return PublishedContext(locales=locales, literals=literals, copied=copied)


def how_numbers_read(data: bytes | None) -> list[object]:
    """What `build-info.json` says that matters to reading numbers: its languages, literals, and files of others."""
    try:
        info = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        info = {}
    return [_mapping(info).get(key) for key in ("locales", "literals", "copied")]


def _locale(tag: str, identifier: str | None, numerals: str | None) -> NumberLocale | None:
    try:
        return cldr.locale(tag, cldr=identifier, numerals=numerals)
    except ValueError:
        return None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _word(entry: object, key: str) -> str | None:
    value = entry.get(key) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else None


# A published site as it lies in its folder.

MAX_BYTES = 64 * 1024 * 1024
"""The largest published file that is read back, in bytes."""

MAX_FILES = 1_000_000
"""How many files of a published site are read back."""


def read_published(folder: Path) -> dict[str, bytes]:
    """Read a published site; files whose names begin with a dot are read where the list names them."""
    home = folder.resolve()
    found, _ = read_tree(home.parent, (home.name,), max_bytes=MAX_BYTES, max_files=MAX_FILES)
    files = {path.partition("/")[2]: file.data for path, file in found.items()}
    for path in (LIST, *(read_list(read_published_file(home, LIST) or b"") or ())):
        data = None if path in files else read_published_file(home, path)
        if data is not None:
            files[path] = data
    return files


def read_published_file(folder: Path, path: str) -> bytes | None:
    """Read one file of a published site; None where it is not there or no file that can be published."""
    try:
        found = read_file(folder, path, max_bytes=MAX_BYTES)
    except ValueError:
        return None
    return found.data if isinstance(found, SourceFile) else None
