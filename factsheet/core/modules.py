"""The code of modules, kept in one file beside the engine's bytecode.

A build imports more than three hundred modules of the engine, and a hundred of libraries. To find one takes Python
about as long as to run it: names, paths, listings and stats, all of it in Python itself. So a command that has
imported modules keeps their code together, and the next takes it from there. It holds on the terms of Python's own
bytecode: for a source of the same size and time, and the same Python; and it is kept where Python keeps bytecode, and
nowhere else.

What the import of one module of the engine brought with it is kept as one group, in the order in which Python was done
with each: run in this order, every module finds those that it imports. Libraries import each other in circles, so each
of their modules is a group of its own.
"""

from __future__ import annotations  # the names of types need not be imported to start

import marshal
import os
import sys
import time
from importlib.machinery import ModuleSpec, SourceFileLoader
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import CodeType, ModuleType

Member = tuple[str, int, int, bool, int]
"""The name of a module, the size and time of its source, whether it is a package, and how long its code is."""

Group = tuple[int, int, str, tuple[Member, ...]]
"""Where the code of some modules begins and ends, the folder that they were found in, and which they are."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the engine."""

FILE = os.path.join(os.path.dirname(__spec__.cached or __file__), f"modules.{sys.implementation.cache_tag}.marshal")
"""Where their code is kept."""

ANNOTATED = frozenset(("babel", "jinja2", "markdown", "markupsafe", "yaml"))
LIBRARIES = sys.stdlib_module_names | ANNOTATED
"""The libraries whose code is kept too; those of plugins are not."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a source has surely got another time when it is written again."""

_NUMBER = 8
"""Bytes of a number: the size of the table of what a file holds stands before it."""

_New = type(sys)


class _Kept(SourceFileLoader):
    """Loads a module of code that was kept, and first those that it imports."""

    read: Callable[[int, int], bytes]
    group: Group

    def exec_module(self, module: ModuleType) -> None:
        """Run the code; that the module has a file is said here, as Python would look for its bytecode before."""
        module.__file__ = self.path
        module.__spec__.has_location = True  # type: ignore[union-attr]  # it is loaded by it
        super().exec_module(module)

    def get_code(self, _: str) -> CodeType:
        """Give the code that was kept, once all that it imports is there: Markdown loads a module a second time."""
        _run_all(self.group, self.read)
        size = self.group[3][-1][-1]
        own: CodeType = marshal.loads(self.read(size, self.group[1] - size))  # noqa: S302 - as trusted as bytecode
        return own


def _run_all(group: Group, read: Callable[[int, int], bytes]) -> None:
    """Run the modules of a group but for its last; what fails is left to Python, which tells of it where it imports."""
    starts = accumulate((one[-1] for one in group[3]), initial=group[0])
    new = {one[0]: (one[-1], at) for one, at in zip(group[3], starts, strict=False) if one[0] not in sys.modules}
    try:
        for name, _, _, is_package, _ in group[3][:-1]:
            if is_package and name in new:
                _empty(name, group[2], is_package=True)  # what is inside may ask for it before it is done
        for name, _, _, is_package, _ in group[3][:-1]:
            parent, _, own = name.rpartition(".")
            if parent not in sys.modules:
                __import__(parent)  # it had been imported before all of these where they were kept
            if name in new and (is_package or name not in sys.modules):
                module = sys.modules[name] if is_package else _empty(name, group[2], is_package=False)
                exec(marshal.loads(read(*new[name])), module.__dict__)  # noqa: S102, S302 - the same
                sys.modules[name] = sys.modules.pop(name)  # behind those that it imported, as Python does
                del new[name]
                setattr(sys.modules[parent], own, module)
    except BaseException as fault:
        for name in new:
            sys.modules.pop(name, None)
        if not isinstance(fault, Exception):
            raise


def _empty(name: str, folder: str, *, is_package: bool) -> ModuleType:
    """A module whose code has not been run yet, where Python looks for it."""
    spec = _spec(name, SourceFileLoader(name, _source(name, folder, is_package=is_package)), is_package=is_package)
    spec.has_location = True
    vars(spec)["_initializing"] = False  # each import asks; where nothing says so, an error is written for it
    sys.modules[name] = module = _New(name)
    module.__dict__.update(__spec__=spec, __loader__=spec.loader, __package__=spec.parent, __file__=spec.origin)
    if is_package:
        module.__path__ = spec.submodule_search_locations  # type: ignore[assignment]  # a list
    return module


def _spec(name: str, loader: SourceFileLoader, *, is_package: bool) -> ModuleSpec:
    spec = ModuleSpec(name, loader, origin=loader.path, is_package=is_package)
    if is_package:
        spec.submodule_search_locations = [os.path.dirname(loader.path)]
    return spec


class Finder:
    """Finds modules whose code was kept, and leaves all others to Python."""

    def __init__(self, groups: Mapping[str, Group], read: Callable[[int, int], bytes]) -> None:
        """Take the groups by the module that brings them, and how to read so many bytes from a place."""
        self.groups = groups
        self.read = read
        self.early = frozenset(sys.modules)
        """The modules that had been imported before, wherever they came from."""
        self.begun: list[str] = []
        """The modules of the engine that were asked for, in this order."""
        self.taken: set[str] = set()
        """The modules whose code was kept."""
        self._path: list[str] = []
        self._hidden: dict[str, frozenset[str]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Tell how a module is loaded; None where Python must find it."""
        del path, target
        if name.startswith("factsheet."):
            self.begun.append(name)
        group = self.groups.get(name)
        if group is None or not self.is_found(name, group[2]) or not _is_same(group):
            return None
        folder, members = group[2:]
        self.taken.update(one[0] for one in members if one[0] not in sys.modules)
        is_package = members[-1][3]
        loader = _Kept(name, _source(name, folder, is_package=is_package))
        loader.read, loader.group = self.read, group
        return _spec(name, loader, is_package=is_package)

    def is_found(self, name: str, folder: str) -> bool:
        """Tell whether Python would find a module in a folder: no folder before it has one of this name."""
        if folder == os.path.dirname(PACKAGE):
            return True
        if self._path != sys.path:
            self._path, self._hidden = list(sys.path), _hidden()
        return name.partition(".")[0] not in self._hidden.get(folder, (name.partition(".")[0],))


def _hidden() -> dict[str, frozenset[str]]:
    """For each folder that Python looks in, the names that it has found before it comes there."""
    found: dict[str, frozenset[str]] = {}
    seen: set[str] = set()
    for folder in sys.path:
        found.setdefault(folder, frozenset(seen))
        if os.path.isdir(folder or "."):
            seen.update(name.partition(".")[0] for name in os.listdir(folder or "."))
    return found


def use(file: str) -> None:
    """Load modules from a file of kept code where it is valid; call this before they are imported."""
    groups: Mapping[str, Group] = {}
    start = 0
    try:
        read, size = _opened(file)
        head = _head()
        begin = read(len(head) + _NUMBER, 0)
        start = len(begin) + int.from_bytes(begin[len(head) :], "big")
        if begin[: len(head)] == head and start <= size:
            found, end = marshal.loads(read(start - len(begin), len(begin)))  # noqa: S302 - the same
            groups = found if start + end == size else {}
    except (OSError, EOFError, ValueError, TypeError):
        groups = {}
    sys.meta_path.insert(0, Finder(groups, lambda many, at: read(many, start + at)))


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
    """Keep the code of the modules that were imported and are not kept yet, beside what is.

    Those that were imported before `use` was called are found by Python the next time too. Raises OSError where the
    disk does not let it.
    """
    finder = next((one for one in sys.meta_path if isinstance(one, Finder)), None)
    new = dict(_new(finder)) if finder else {}
    if finder is None or not new:
        return
    kept = {
        root: (finder.read(one[1] - one[0], one[0]), *one[2:]) for root, one in finder.groups.items() if _is_same(one)
    }
    groups: dict[str, Group] = {}
    codes = bytearray()
    for root, (code, folder, members) in {**kept, **new}.items():
        groups[root] = (len(codes), len(codes) + len(code), folder, members)
        codes += code
    table = marshal.dumps((groups, len(codes)))
    draft = f"{file}.{os.getpid()}"
    with open(draft, "wb") as opened:
        opened.writelines((_head(), len(table).to_bytes(_NUMBER, "big"), table, codes))
    os.replace(draft, file)


_Code = tuple[bytes, str, tuple[Member, ...]]
"""The code of a group, its folder and its members."""


def _new(finder: Finder) -> Iterator[tuple[str, _Code]]:
    """The groups to keep, by the module that brings them, but for those with a source that was only just written."""
    for names in _spans(finder):
        loaders = [] if finder.taken.issuperset(names) else list(filter(None, map(_loader, names)))
        if not loaders or len(loaders) < len(names):
            continue
        last = loaders[-1]
        folder = last.path[: -len(_source(last.name, "", is_package=last.is_package(last.name)))]
        codes = [marshal.dumps(_code(one)) for one in loaders]
        sizes = map(len, codes)
        members = tuple((one.name, *_seen(one.path), one.is_package(one.name), next(sizes)) for one in loaders)
        are_here = all(one.path == _source(one.name, folder, is_package=one.is_package(one.name)) for one in loaders)
        if are_here and all(changed < time.time_ns() - _SETTLED for _, _, changed, *_ in members):
            yield last.name, (b"".join(codes), folder, members)


def _code(loader: SourceFileLoader) -> CodeType | None:
    """The code of a module; types that libraries annotate, for which nobody asks them, are left as text."""
    if loader.name.partition(".")[0] not in ANNOTATED:
        return loader.get_code(loader.name)
    source = loader.get_data(loader.path)
    found: CodeType = compile(source, loader.path, "exec", annotations.compiler_flag, dont_inherit=True)
    return found


def _spans(finder: Finder) -> Iterator[list[str]]:
    """What each module that no other brought has brought: Python lists modules in the order in which it was done."""
    places = {name: place for place, name in enumerate(sys.modules) if name not in finder.early}
    roots: list[str] = []
    for name in finder.begun:
        if name in places and (not roots or places[name] > places[roots[-1]]):
            roots.append(name)
    span: list[str] = []
    for name in places:
        if name.startswith("factsheet."):
            span.append(name)
            if name in roots:
                yield span
                span = []
        elif name.partition(".")[0] in LIBRARIES:
            yield [name]


def _loader(name: str) -> SourceFileLoader | None:
    """What loaded a module under its own name of a source file."""
    loader = getattr(getattr(sys.modules[name], "__spec__", None), "loader", None)
    return SourceFileLoader(name, loader.path) if isinstance(loader, SourceFileLoader) and loader.name == name else None


def _is_same(group: Group) -> bool:
    """Tell whether the sources of all modules of a group have the size and the time that they had."""
    folder = group[2]
    try:
        return all(_seen(_source(name, folder, is_package=last)) == (size, at) for name, size, at, last, _ in group[3])
    except OSError:
        return False


def _seen(path: str) -> tuple[int, int]:
    seen = os.stat(path)
    return seen.st_size, seen.st_mtime_ns


def _source(name: str, folder: str, *, is_package: bool) -> str:
    """The source of a module that was found in a folder."""
    path = f"{folder}{os.sep}{name.replace('.', os.sep)}"
    return f"{path}{os.sep}__init__.py" if is_package else f"{path}.py"


def _head() -> bytes:
    """The header of a valid file: the Python that wrote it, and the folder of the engine."""
    return f"factsheet modules 5 {sys.flags.optimize} {sys.version!r} {PACKAGE}\n".encode("utf-8", "surrogateescape")
