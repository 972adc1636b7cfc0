"""A published site as it lies in its folder."""

from pathlib import Path

from factsheet.checks.verify import LIST
from factsheet.checks.verify.digests import read_list
from factsheet.files import SourceFile, read_file, read_tree

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
