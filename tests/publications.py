"""What one build publishes otherwise than another, in lines, pages first."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from factsheet import __version__

SUMS: Final = "build-info.json"
"""Has a digest of each source, so that it differs wherever one does."""
WHOLE: Final = frozenset({"ro/index.html", "en/index.html", "de/index.html"})
"""Pages of which also the frame is compared, which is the same on all."""
DIGEST: Final = re.compile(r"\.[0-9a-f]{10}\.")
"""In the name of a file that is kept for good."""
_HASH: Final = re.compile(r"(?<='sha256-)[A-Za-z0-9+/=]+")
MAIN: Final = re.compile(r"<main.*</main>", re.DOTALL)
_LINKED_DATA: Final = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_STYLE: Final = re.compile(r"(<script[^>]*>|<style>).*?(?=</script>|</style>)", re.DOTALL)


def for_machines(path: str, data: bytes) -> str:
    """A file in lines: data, what tells of a page and its linked data, a drawing, or whatever else as it is."""
    if path.endswith("xlsx"):
        parts = ZipFile(BytesIO(data))
        return "".join(f"{name}\n{for_machines(name, parts.read(name))}\n" for name in parts.namelist())
    text = data.decode().replace("\r\n", "\n")
    if path.endswith(("json", "webmanifest")):
        return json.dumps(json.loads(text.replace(f'"{__version__}"', '""')), ensure_ascii=False, indent=1) + "\n"
    linked = "".join(for_machines("linked.json", found.encode()) for found in _LINKED_DATA.findall(text))
    main = None if path in WHOLE else MAIN.search(text)
    kept = _STYLE.sub(r"\1", _LINKED_DATA.sub("", main[0] if main else text)) + linked
    return _HASH.sub("", DIGEST.sub(".", kept.replace("><", ">\n<").replace(f" {__version__}", "")))


def lines_of(path: str, data: bytes | None) -> list[str]:
    """The lines of a file; of a picture, or of what has been packed, its digest."""
    try:
        return for_machines(path, data or b"").split("\n")
    except (ValueError, BadZipFile):
        return [digest_of(data or b"")]


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """The lines that one has and the other has not, file by file; of a file with the same lines, that they moved."""
    changed = (path for path in (before.keys() | after.keys()) - {SUMS} if before.get(path) != after.get(path))
    for path in in_order(changed):
        old, new = (lines_of(path, files.get(path)) for files in (before, after))
        if old != new and set(old) == set(new):
            yield f"{path} has the same lines in another order or number: {digest_of(chr(10).join(new).encode())}"
        for mark, lines, others in (("-", old, set(new)), ("+", new, set(old))):
            yield from (f"{path} {mark} {line.strip(' ')}" for line in lines if line not in others)


def shortened(lines: list[str], most: int) -> Iterator[str]:
    """The first lines, and a digest of all where there are more."""
    yield from lines[:most]
    if len(lines) > most:
        yield f"... {len(lines)} lines: {digest_of(chr(10).join(lines).encode())}"


def in_order(paths: Iterable[str]) -> list[str]:
    """Pages first, where the readers are."""
    return sorted(paths, key=lambda path: (not path.endswith(".html"), path))


def digest_of(data: bytes) -> str:
    """Twelve letters that are others wherever a byte is."""
    return hashlib.sha256(data).hexdigest()[:12]
