"""What the engine makes of its own files at a start, kept beside its bytecode.

Python keeps the bytecode of a module in `__pycache__`, and does not compile it again until it changes. The tables of a
language and the code of the templates that come with the engine take longer to make than all modules together. They are
kept in the same folder on the same terms: nothing is written where Python would write no bytecode, what another engine
made is not used, and all of it may be deleted. Who may write there may change the engine itself; nothing that a site
says is ever kept there.
"""

import copyreg
import hashlib
import os
import pickle
import re
import sys
import typing
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache, wraps
from io import BytesIO
from typing import TypeVar

from factsheet.core import modules, patterns
from factsheet.core.engine import engine, is_settled
from factsheet.core.records import making

Made = TypeVar("Made")
_KEY_SIZE = 16
_SIZE = _KEY_SIZE + 4
"""Bytes before what is kept: a digest of what it is made of, and a sum that tells damage."""
_COMPILED = "compiled"
"""The name of what patterns and records are compiled to."""
_Compiled = tuple[patterns.Programs, patterns.Programs, Mapping[str, bytes]]


def derived(name: str, source: bytes, make: Callable[[], Made]) -> Made:
    """Give what `make` makes of a file of the engine: as it is kept under a name, or made now and kept.

    `source` is what it is made of beside the engine's own modules and their data. What `make` gives must be a value
    that can be pickled and that nobody changes; patterns in it are kept with what they were compiled to.
    """
    if (found := _kept(name, source)) is not None:
        return found  # type: ignore[return-value]  # what `make` gave of the same engine and source
    made = make()
    if not sys.dont_write_bytecode and is_settled():
        _keep(name, source, made)
    return made


def derived_of_language(kind: str) -> Callable[[Callable[[str], Made]], Callable[[str], Made]]:
    """Keep what a function makes of the code of a language, under its kind and the code, and in memory too."""

    def decorate(make: Callable[[str], Made]) -> Callable[[str], Made]:
        @lru_cache(maxsize=256)
        @wraps(make)
        def once(code: str) -> Made:
            return derived(f"{kind}-{code}", b"", lambda: make(code))

        return once

    return decorate


@lru_cache(maxsize=1)
def use_compiled() -> None:
    """Have patterns and records compiled as earlier processes have compiled them; to be called before all imports."""
    vars(typing)["compile"] = lambda text, *_: text  # types as text stay so: to compile one makes a hundred classes
    if (found := _kept(_COMPILED, b"")) is not None:
        kept: _Compiled = found  # type: ignore[assignment]  # what `keep_compiled` keeps
        patterns.use(*kept[:2])
        making.use(kept[2])


def keep_compiled() -> None:
    """Keep what this process had to compile of the engine, beside what is kept; to be called when all is done."""
    if (patterns.has_compiled() or making.has_compiled()) and not sys.dont_write_bytecode and is_settled():
        _keep(_COMPILED, b"", (*patterns.programs(), making.inits()))


def keep_modules() -> None:
    """Keep the code of the modules that this process has imported, on the same terms."""
    if not sys.dont_write_bytecode and is_settled():
        with suppress(OSError):
            modules.keep(modules.FILE)


def _path(name: str) -> str:
    """The file for a name, in the folder where Python keeps the bytecode of this module."""
    bytecode = __spec__.cached or __file__
    return os.path.join(os.path.dirname(bytecode), f"{name.replace('/', '-')}.{sys.implementation.cache_tag}.pickle")


def _head(key: bytes, data: bytes) -> bytes:
    """What stands before the data: more than a sum would cost a start as much as to read them."""
    return hashlib.blake2b(key, digest_size=_KEY_SIZE).digest() + zlib.crc32(data).to_bytes(4, "big")


def _key(name: str, source: bytes) -> bytes:
    return f"{engine()} {name} ".encode() + hashlib.blake2b(source).digest()


def _kept(name: str, source: bytes) -> object:
    """Load what was kept under a name for a source; None if nothing valid is kept."""
    with suppress(OSError):
        with open(_path(name), "rb", buffering=0) as file:  # no copy is made: each large one costs a start memory
            head, data = file.read(_SIZE), file.readall()
        if head == _head(_key(name, source), data):
            found: object = pickle.loads(data)  # noqa: S301 - as trusted as the bytecode beside it
            return found
    return None


def _keep(name: str, source: bytes, made: object) -> None:
    """Write a file as a whole, so that no reader sees half of it; a disk that does not let it is no matter."""
    pickled = BytesIO()
    pickler = pickle.Pickler(pickled, protocol=5)
    pickler.dispatch_table = {**copyreg.dispatch_table, re.Pattern: patterns.reduced}
    pickler.dump(made)
    data = pickled.getvalue()
    draft = f"{_path(name)}.{os.getpid()}"
    with suppress(OSError):
        with open(draft, "wb") as file:
            file.write(_head(_key(name, source), data) + data)
        os.replace(draft, _path(name))
