"""What a build has made, by name: in memory, or put away on the disk until it is asked for.

What a large build makes lies in unnamed files of the folder for temporary files (`TMPDIR`), which are gone when nobody
needs them any more, also after a crash. Where the disk does not take it, it stays in memory.
"""

import weakref
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import suppress
from typing import IO

from factsheet.core.records import NamedTuple, dataclass, field
from factsheet.files.system import read_at, write_at


class Piece(NamedTuple):
    """Where some bytes lie: an open file, the offset in it, and how many they are."""

    handle: int
    start: int
    size: int


Entry = Piece | bytes


class Opened:
    """A file that stays open as long as this is referred to, and is closed then."""

    def __init__(self, file: IO[bytes]) -> None:
        """Take over an open file."""
        self.handle = file.fileno()
        weakref.finalize(self, file.close)


class Drawer:
    """An unnamed file to put bytes into. Forked processes see what lies in it; only one of them may put more."""

    def __init__(self) -> None:
        """Open it, as far as the disk lets it."""
        import tempfile  # a small build needs none

        self._end = 0
        self._file: Opened | None = None
        with suppress(OSError):
            self._file = Opened(tempfile.TemporaryFile(buffering=0))  # noqa: SIM115 - closed when nobody refers to it

    def put(self, data: bytes) -> Entry:
        """Put bytes away; give where they lie, or the bytes themselves where the disk does not take them."""
        if self._file is None:
            return data
        handle, start, done = self._file.handle, self._end, 0
        try:
            while done < len(data):
                done += write_at(handle, data[done:] if done else data, start + done)
        except OSError:
            return data
        self._end += len(data)
        return Piece(handle, start, len(data))


@dataclass(eq=False)
class Spill(MutableMapping[str, bytes]):
    """Bytes by name, each in memory or on the disk."""

    entries: dict[str, Entry] = field(default_factory=dict)
    drawers: list[Drawer] = field(default_factory=list)
    """The first takes what comes; where there is none, it stays in memory. Spools may share the list."""
    files: tuple[object, ...] = ()
    """What else must stay open because entries lie in it."""

    def __getitem__(self, name: str) -> bytes:
        """The bytes; raises KeyError where there are none, and OSError where they cannot be read back."""
        entry = self.entries[name]
        if isinstance(entry, bytes):
            return entry
        data = read_at(entry.handle, entry.size, entry.start)
        if len(data) != entry.size:
            message = "what had been put away was cut short"
            raise OSError(message)
        return data

    def __setitem__(self, name: str, data: bytes) -> None:
        self.entries[name] = self.drawers[0].put(data) if self.drawers else data

    def __delitem__(self, name: str) -> None:
        del self.entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def clear(self) -> None:
        """Let go of all entries, without a look at them."""
        self.entries.clear()

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def only(self, names: Iterable[str]) -> "Spill":
        """Some of the entries, in this order; names of which there are none are left out."""
        return Spill({name: self.entries[name] for name in names if name in self.entries}, files=self.open)

    def under(self, other: "Spill") -> "Spill":
        """All entries of both; where they share a name, the other's."""
        files = dict.fromkeys((*self.open, *other.open))
        return Spill({**self.entries, **other.entries}, files=tuple(files))

    @property
    def open(self) -> tuple[object, ...]:
        """All that must stay open while an entry is of use."""
        return (*self.files, *self.drawers)
