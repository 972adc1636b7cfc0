"""Private copies of sources, never published: found beside the site or in a folder that is named."""

import codecs
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from factsheet.content.tables.dialect import MAX_TABLE_BYTES, WORKBOOKS
from factsheet.content.text import MAX_BYTES
from factsheet.content.tracing import Tracer
from factsheet.core.records import dataclass, field, replace
from factsheet.files.reading import Refusal, SourceFile, read_file, read_tree
from factsheet.files.scanning import names_in

SOURCES = "sources"
"""The folder of a site in which copies most often lie."""

TEXTS = (".txt", ".md", ".text")
"""The endings of files that may stand in for a source whose own name is not there."""

MAX_FILES = 1_000
"""How many files of the folder of sources are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A private copy of a source that is at hand: its name, its text, its bytes and their SHA-256."""

    name: str
    text: str
    sha256: str
    data: bytes
    """The bytes of a workbook, of which the text says nothing; empty for other files."""


@dataclass(frozen=True)
class ArchiveFolder:
    """A folder of archived sources."""

    folder: Path
    """The site's root, or the folder that was named."""
    is_named: bool
    """Whether the folder was named on the command line: files are known by their last name or digest."""

    def find(self, file: str, sha256: str) -> Archive | None:
        """The copy of a source: by its name, else by its digest, else the only text there is."""
        if file:
            name = PurePosixPath(file).name if self.is_named else file
            if (found := self._read(name)) is not None:
                return found
        if not self.is_named or not (file or sha256):
            return None
        same = [archive for archive in self.texts if archive.sha256 == sha256]
        return next(iter(same or (self.texts if len(self.texts) == 1 else [])), None)

    def lacks(self, file: str) -> bool:
        """Whether a file is not there, although the folder is in which it should lie: its name may be misspelt."""
        path = self.folder / (PurePosixPath(file).name if self.is_named else file)
        is_apart = self.is_named or path.parent != self.folder
        return bool(file) and is_apart and path.parent.is_dir() and self.find(file, "") is None

    def refusal(self, file: str) -> Refusal | None:
        """Why a file is not read although something of its name is there; None where it is read, or nothing is."""
        try:
            found = read_file(self.folder, PurePosixPath(file).name if self.is_named else file, max_bytes=MAX_BYTES)
        except ValueError:  # a path that leads out of the folder: the checks report it
            return None
        return found if isinstance(found, Refusal) else None

    def beside(self, file: str) -> tuple[str, ...]:
        """The paths of the files that lie where a file should, written as its own path is."""
        path = PurePosixPath(file)
        where = self.folder if self.is_named else self.folder / path.parent
        return tuple(str(path.parent / name) for name in names_in(where))

    def below(self, file: str) -> str | None:
        """The path of a file of `sources/` for one that is named as if it lay right in the site, and does not."""
        is_meant = not self.is_named and "/" not in file and file in names_in(self.folder / SOURCES)
        return f"{SOURCES}/{file}" if is_meant and self.find(file, "") is None else None

    def looked_at(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The paths that decide what is found for these keys."""
        files = {key.rpartition("#")[0] for key in keys}
        names = {PurePosixPath(file).name if self.is_named else file for file in files if file}
        whole = {str(self.folder)} if self.is_named else set()
        return tuple(sorted(whole | {str(self.folder / name) for name in names}))

    @cached_property
    def texts(self) -> list[Archive]:
        """The texts of a named folder."""
        folder = self.folder.resolve()
        texts = {folder.name: TEXTS}
        files, _ = read_tree(folder.parent, (*texts,), suffixes=texts, max_bytes=MAX_BYTES, max_files=MAX_FILES)
        return [_archive(file) for file in files.values()]

    def _read(self, name: str) -> Archive | None:
        try:
            most = MAX_TABLE_BYTES if name.endswith((".csv", ".tsv", *WORKBOOKS)) else MAX_BYTES
            found = read_file(self.folder, name, max_bytes=most)
        except ValueError:  # a path that leads out of the folder: the checks report it
            return None
        return _archive(found) if isinstance(found, SourceFile) else None


@dataclass(frozen=True)
class Archives(Mapping[str, Archive]):
    """The copies of sources that are at hand, by what `Source.archive` gives; each is read when asked for."""

    folder: ArchiveFolder
    tracer: Tracer = field(default_factory=Tracer)
    _known: dict[str, Archive | None] = field(default_factory=dict)

    def find(self, key: str) -> Archive | None:
        """The copy known by its path and its digest."""
        if key not in self._known:
            file, _, sha256 = key.rpartition("#")
            self._known[key] = self.folder.find(file, sha256)
        return self._known[key]

    def digest(self, key: str) -> str:
        """The digest of a copy, empty where there is none."""
        found = self.find(key)
        return found.sha256 if found else ""

    def is_lost(self, key: str) -> bool:
        """Whether a copy is not at hand, although its folder is."""
        file, _, _ = key.rpartition("#")
        return self.find(key) is None and self.folder.lacks(file)

    def refusal(self, key: str) -> Refusal | None:
        """Why the file of a copy is not read, if it is there and cannot be."""
        file, _, _ = key.rpartition("#")
        return self.folder.refusal(file) if file and self.find(key) is None else None

    def are_current(self) -> bool:
        """Whether the disk has, for all that was asked for, what was found then."""
        now = Archives(replace(self.folder))
        return all(now.digest(key) == self.digest(key) for key in self)

    def __getitem__(self, key: str) -> Archive:
        self.tracer.note(f"archive {key}")
        if (found := self.find(key)) is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _archive(file: SourceFile) -> Archive:
    is_wide = file.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # as editors on Windows may save it
    return Archive(
        name=file.path,
        text=file.data.decode("utf-16" if is_wide else "utf-8-sig", errors="replace"),
        sha256=hashlib.sha256(file.data).hexdigest(),
        data=file.data if file.path.endswith(WORKBOOKS) else b"",
    )
