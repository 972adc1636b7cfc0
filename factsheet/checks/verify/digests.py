"""Every published file is as it was published, and all of them are there."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

LIST: Final = ".factsheet.json"
"""The list of published files with their SHA-256, which publishing leaves in the folder."""

_SHOWN: Final = 12


def files_are_as_published(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Compare each file with its digest in the list, and the list with the files."""
    listed = read_list(files.get(LIST, b""))
    if listed is None:
        yield report("V908", Place(LIST))
        return
    for path in sorted({*listed, *files} - {LIST}):
        if path not in files:
            yield report("V902", Place(path))
        elif path not in listed:
            yield report("V903", Place(path))
        else:
            found = hashlib.sha256(files[path]).hexdigest()
            if found != listed[path]:
                yield report("V901", Place(path), found=found[:_SHOWN], listed=listed[path][:_SHOWN])


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
