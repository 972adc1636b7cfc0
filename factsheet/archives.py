"""Private copies of sources, never published: found beside the site or in a folder that is named."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from factsheet.files import SourceFile, read_file, read_tree
from factsheet.model import Archive, Sheet, Source
from factsheet.text import MAX_BYTES

TEXTS = (".txt", ".md", ".text")
"""The endings of files that may stand in for a source whose own name is not there."""

MAX_FILES = 1_000
"""How many files of the folder of sources are looked at."""


@dataclass(frozen=True)
class Shelf:
    """A folder of archived sources."""

    folder: Path
    """The site's root, or the folder that was named."""
    is_named: bool
    """Whether the folder was named on the command line: files are known by their last name or digest."""

    def find(self, source: Source) -> Archive | None:
        """The copy of a source: by its name, else by its digest, else the only text there is."""
        if source.file:
            name = PurePosixPath(source.file).name if self.is_named else source.file
            found = self._read(name)
            if found is not None:
                return found
        if not self.is_named or not (source.file or source.sha256):
            return None
        same = [archive for archive in self.texts if archive.sha256 == source.sha256]
        return next(iter(same or (self.texts if len(self.texts) == 1 else [])), None)

    @cached_property
    def texts(self) -> list[Archive]:
        """The texts of a named folder."""
        folder = self.folder.resolve()
        files, _ = read_tree(
            folder.parent,
            (folder.name,),
            suffixes={folder.name: TEXTS},
            max_bytes=MAX_BYTES,
            max_files=MAX_FILES,
        )
        return [_archive(file) for file in files.values()]

    def _read(self, name: str) -> Archive | None:
        try:
            found = read_file(self.folder, name, max_bytes=MAX_BYTES)
        except ValueError:  # a path that leads out of the folder: the checks report it
            return None
        return _archive(found) if isinstance(found, SourceFile) else None


def read_archives(root: Path, sheets: Iterable[Sheet], folder: Path | None) -> dict[str, Archive]:
    """Read the copies of all sources that are at hand, by the key that `Source.archive` gives."""
    shelf = Shelf(folder or root, is_named=folder is not None)
    archives: dict[str, Archive] = {}
    for sheet in sheets:
        for source in sheet.sources.values():
            if source.archive and source.archive not in archives:
                found = shelf.find(source)
                if found is not None:
                    archives[source.archive] = found
    return archives


def _archive(file: SourceFile) -> Archive:
    return Archive(
        name=file.path,
        text=file.data.decode("utf-8-sig", errors="replace"),
        sha256=hashlib.sha256(file.data).hexdigest(),
    )
