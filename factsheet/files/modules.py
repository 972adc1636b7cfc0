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
    from collections.abc import Iterator, Mapping, Sequence
    from types import CodeType, ModuleType

Entry = tuple[int, int, int, int, bool]
"""Where the code of a module begins and ends, the size and time of its source, and whether it is a package."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the engine."""

FILE = os.path.join(os.path.dirname(__spec__.cached or __file__), f"modules.{sys.implementation.cache_tag}.marshal")
"""Where their code is kept."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a source has surely got another time when it is written again."""


class _Kept(SourceFileLoader):
    """Loads a module of code that was kept."""

    code: memoryview
    noted: tuple[int, int]
    """The size and the time that the source had, which is of another code once it has changed."""

    def get_code(self, fullname: str) -> CodeType:
        """Give the code that was kept."""
        del fullname
        found: CodeType = marshal.loads(self.code)  # noqa: S302 - as trusted as the bytecode beside it
        return found


class Finder:
    """Finds modules of the engine whose code was kept, and leaves all others to Python."""

    def __init__(self, entries: Mapping[str, Entry], codes: memoryview) -> None:
        """Take all code, and where in it that of each module lies."""
        self._entries = entries
        self._codes = codes

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Tell how a module is loaded; None where Python must find it."""
        del path, target
        entry = self._entries.get(name)
        if entry is None:
            return None
        start, end, size, changed, is_package = entry
        source = _source(name, is_package=is_package)
        try:
            seen = os.stat(source)
        except OSError:
            return None
        if (seen.st_size, seen.st_mtime_ns) != (size, changed):
            return None
        loader = _Kept(name, source)
        loader.code, loader.noted = self._codes[start:end], (size, changed)
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec


def use(file: str) -> None:
    """Load modules from a file of kept code where it is valid; call this before they are imported."""
    try:
        with open(file, "rb") as opened:
            data = memoryview(opened.read())
        head = _head()
        if data[: len(head)] == head:
            entries, codes = marshal.loads(data[len(head) :])  # noqa: S302 - the same
            sys.meta_path.insert(0, Finder(entries, memoryview(codes)))
    except (OSError, EOFError, ValueError, TypeError):
        return


def keep(file: str) -> None:
    """Keep the code of all modules of the engine that were imported, unless it was kept before.

    Raises OSError where the disk does not let it.
    """
    if all(isinstance(loader, _Kept) for _, loader, _ in _imported()):
        return
    entries: dict[str, Entry] = {}
    codes = bytearray()
    for name, loader, is_package in _imported():
        code, size, changed = (loader.code, *loader.noted) if isinstance(loader, _Kept) else _made(name, loader)
        if changed < time.time_ns() - _SETTLED:
            start = len(codes)
            codes += code
            entries[name] = (start, len(codes), size, changed, is_package)
    draft = f"{file}.{os.getpid()}"
    with open(draft, "wb") as opened:
        opened.write(_head() + marshal.dumps((entries, bytes(codes))))
    os.replace(draft, file)


def _made(name: str, loader: SourceFileLoader) -> tuple[bytes, int, int]:
    """The code of a module as its source is now, with the size and the time that this had before."""
    seen = os.stat(loader.path)
    return marshal.dumps(loader.get_code(name)), seen.st_size, seen.st_mtime_ns


def _imported() -> Iterator[tuple[str, SourceFileLoader, bool]]:
    """The modules of the engine at hand that lie in its folder, what loaded them, and whether they are packages."""
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if name.startswith("factsheet.") and spec is not None and isinstance(spec.loader, SourceFileLoader):
            is_package = spec.submodule_search_locations is not None
            if spec.origin == _source(name, is_package=is_package):
                yield name, spec.loader, is_package


def _source(name: str, *, is_package: bool) -> str:
    """The source of a module of the engine."""
    path = os.path.join(PACKAGE, *name.split(".")[1:])
    return os.path.join(path, "__init__.py") if is_package else f"{path}.py"


def _head() -> bytes:
    """The header of a valid file: the Python that wrote it, and the folder of the engine."""
    return f"factsheet modules 1 {sys.flags.optimize} {MAGIC_NUMBER.hex()} {PACKAGE}\n".encode(
        "utf-8", "surrogateescape"
    )
