"""The code of the engine's modules, kept in one file beside its bytecode.

A build imports more than three hundred modules of the engine. To find one takes Python about as long as to run it:
names, paths, listings and stats, all of it in Python itself. So a command that has imported modules keeps their code
together, and the next takes it from there. It holds on the terms of Python's own bytecode: for a source of the same
size and time, and a Python of the same bytecode; and it is kept where Python keeps bytecode, and nowhere else.
"""

from __future__ import annotations  # the names of types need not be imported to start

import marshal
import os
import sys
import time
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import CodeType, ModuleType

Entry = tuple[int, int, int, int, bool]
"""Where the code of a module begins and ends, the size and time of its source, and whether it is a package."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the engine."""

FILE = os.path.join(os.path.dirname(__spec__.cached or __file__), f"modules.{sys.implementation.cache_tag}.marshal")
"""Where their code is kept."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a source has surely got another time when it is written again."""

_NUMBER = 8
"""Bytes of a number: the size of the table of what a file holds stands before it."""


class _Kept(SourceFileLoader):
    """Loads a module of code that was kept."""

    code: bytes
    """Let go of when it has been loaded: the code of all modules together is four megabytes."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code; that the module has a file is said here, as Python would look for its bytecode before."""
        module.__file__ = self.path
        module.__spec__.has_location = True  # type: ignore[union-attr]  # it is loaded by it
        super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType:
        """Give the code that was kept."""
        del fullname
        found: CodeType = marshal.loads(self.code)  # noqa: S302 - as trusted as the bytecode beside it
        del self.code
        return found


class Finder:
    """Finds modules of the engine whose code was kept, and leaves all others to Python."""

    def __init__(self, entries: Mapping[str, Entry], read: Callable[[int, int], bytes]) -> None:
        """Take where the code of each module lies, and how to read so many bytes from there."""
        self.entries = entries
        self._read = read
        self.early = frozenset(sys.modules)
        """The modules that had been imported before, wherever they came from."""

    def code(self, name: str) -> bytes:
        """The code of a module."""
        start, end, *_ = self.entries[name]
        return self._read(end - start, start)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Tell how a module is loaded; None where Python must find it."""
        del path, target
        entry = self.entries.get(name)
        if entry is None or not _is_same(name, entry):
            return None
        source, is_package = _source(name, is_package=entry[-1]), entry[-1]
        loader = _Kept(name, source)
        loader.code = self.code(name)
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec


def use(file: str) -> None:
    """Load modules from a file of kept code where it is valid; call this before they are imported."""
    try:
        read, size = _opened(file)
        head = _head()
        begin = read(len(head) + _NUMBER, 0)
        start = len(begin) + int.from_bytes(begin[len(head) :], "big")
        if begin[: len(head)] != head or start > size:
            return
        entries, end = marshal.loads(read(start - len(begin), len(begin)))  # noqa: S302 - the same
        if start + end == size:
            sys.meta_path.insert(0, Finder(entries, lambda many, at: read(many, start + at)))
    except (OSError, EOFError, ValueError, TypeError):
        return


def _opened(file: str) -> tuple[Callable[[int, int], bytes], int]:
    """How to read so many bytes from a place of a file, and its size; raises OSError.

    The file stays open for the life of the process, where systems have reading from a place.
    """
    if hasattr(os, "pread"):
        handle = os.open(file, os.O_RDONLY)
        return lambda many, start: os.pread(handle, many, start), os.fstat(handle).st_size
    with open(file, "rb") as opened:
        data = opened.read()
    return lambda many, start: data[start : start + many], len(data)


def keep(file: str) -> None:
    """Keep the code of the engine's modules that were imported and are not kept yet, beside what is.

    Those that were imported before `use` was called are found by Python the next time too. Raises OSError where the
    disk does not let it.
    """
    finder = next((one for one in sys.meta_path if isinstance(one, Finder)), None)
    early = finder.early if finder else ()
    new = [one for one in _imported() if one[0] not in early]
    if not new:
        return
    entries: dict[str, Entry] = {}
    codes = bytearray()
    for name, (code, size, changed, is_package) in {**_still_kept(finder), **_added(new)}.items():
        entries[name] = (len(codes), len(codes) + len(code), size, changed, is_package)
        codes += code
    table = marshal.dumps((entries, len(codes)))
    draft = f"{file}.{os.getpid()}"
    with open(draft, "wb") as opened:
        opened.writelines((_head(), len(table).to_bytes(_NUMBER, "big"), table, codes))
    os.replace(draft, file)


_Code = tuple[bytes, int, int, bool]
"""The code of a module, the size and the time of its source, and whether it is a package."""


def _still_kept(finder: Finder | None) -> dict[str, _Code]:
    """What the file holds that this process has used, of sources that are what they were."""
    entries = finder.entries if finder else {}
    return {name: (finder.code(name), *entry[2:]) for name, entry in entries.items() if _is_same(name, entry)}  # type: ignore[union-attr]  # it has entries


def _added(new: Iterable[tuple[str, SourceFileLoader, bool]]) -> dict[str, _Code]:
    """The code of modules that Python found, but for those whose source has only just been written."""
    made = {name: (*_made(name, loader), is_package) for name, loader, is_package in new}
    return {name: one for name, one in made.items() if one[2] < time.time_ns() - _SETTLED}


def _is_same(name: str, entry: Entry) -> bool:
    """Tell whether the source of a module has the size and the time that it had."""
    try:
        seen = os.stat(_source(name, is_package=entry[-1]))
    except OSError:
        return False
    return (seen.st_size, seen.st_mtime_ns) == entry[2:4]


def _made(name: str, loader: SourceFileLoader) -> tuple[bytes, int, int]:
    """The code of a module as its source is now, with the size and the time that this had before."""
    seen = os.stat(loader.path)
    return marshal.dumps(loader.get_code(name)), seen.st_size, seen.st_mtime_ns


def _imported() -> Iterator[tuple[str, SourceFileLoader, bool]]:
    """The modules of the engine that Python found in its folder, what loaded them, and whether they are packages."""
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None) if name.startswith("factsheet.") else None
        if spec is not None and isinstance(spec.loader, SourceFileLoader) and not isinstance(spec.loader, _Kept):
            is_package = spec.submodule_search_locations is not None
            if spec.origin == _source(name, is_package=is_package):
                yield name, spec.loader, is_package


def _source(name: str, *, is_package: bool) -> str:
    """The source of a module of the engine."""
    path = f"{PACKAGE}{name.replace('.', os.sep)[len('factsheet') :]}"
    return f"{path}{os.sep}__init__.py" if is_package else f"{path}.py"


def _head() -> bytes:
    """The header of a valid file: the Python that wrote it, and the folder of the engine."""
    return f"factsheet modules 2 {sys.flags.optimize} {MAGIC_NUMBER.hex()} {PACKAGE}\n".encode(
        "utf-8", "surrogateescape"
    )
