r"""Regular expressions that are compiled when they are first used.

A build imports some four hundred and uses half of them; to compile one takes as long as to search a page with it.

One with which whole texts are searched begins with a letter or a set: Python skips to where it may stand. What begins
with a repetition, a choice or a look behind is tried at each character, which takes two to three times as long. So
`\d\d*` is better than `\d+`, and a look behind stands after the first character.

Where a search is to begin some letters before a place, that may lie before the text: Python begins with the text then.

What they are compiled to may be kept for the next process of the same engine and Python: see `programs`. So may the
patterns of the libraries, which compile theirs when they are imported; they are put where `re` looks first.
"""

from __future__ import annotations  # `Any` is known to type checkers alone

import re
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path

TYPE_CHECKING = False

Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What a pattern is compiled to: flags, code, how many groups it has, their numbers by name, and their names."""

Programs = Mapping["Asked", Program]
"""Programs by pattern, and the flags that it was given."""

Asked = tuple[str | bytes, int]
"""A pattern, and the flags that it was given."""

MOST_OF_LIBRARIES = 256
"""How many patterns of libraries are kept: half of what `re` holds."""

_known: dict[Asked, Program] = {}
_compiled: dict[Asked, None] = {}
"""What this process had to compile, as nothing was known of it."""
_of_libraries: dict[Asked, None] = {}
_noted: list[Asked] = []
"""What libraries that few sites need compiled in this process, as nothing was known of it."""


def use(own: Programs, of_libraries: Programs) -> None:
    """Take what `programs` gave in an earlier process of the same engine and Python.

    The libraries must not have been imported yet, to gain by it.
    """
    _known.update(own)
    _of_libraries.update(dict.fromkeys(of_libraries))
    held = getattr(re, "_cache", None)
    if isinstance(held, dict):
        held.update({(type(one[0]), *one): _restored(one[0], made) for one, made in of_libraries.items()})


@cache
def note_libraries(late: str = "") -> None:
    """Note what the libraries have compiled so far; the first call must come before anything is read of a site.

    `late` is a module of the engine that imports libraries later: it sets them up now, where nothing is known yet.
    """
    if late and not _of_libraries:
        import_module(late).set_up_libraries()
    _note(_held())


@cache
def note_late(late: str) -> None:
    """Have a module of the engine set up libraries while a site is read, and note what they compile for it."""
    before = set(_held())
    import_module(late).set_up_libraries()
    _noted.extend(_note(one for one in _held() if one not in before))


def _held() -> list[Asked]:
    held = getattr(re, "_cache", None)
    keys = list(held) if isinstance(held, dict) else []  # at once: another thread may compile
    asked = [key[1:] for key in keys if len(key) == len(("type", "pattern", "flags"))]
    return [one for one in asked if isinstance(one[0], str | bytes)]


def _note(asked: Iterable[Asked]) -> Iterable[Asked]:
    found = (one for one in asked if one not in _compiled and one not in _of_libraries)
    noted = list(islice(found, max(0, MOST_OF_LIBRARIES - len(_of_libraries))))
    _of_libraries.update(dict.fromkeys(noted))
    return noted


def has_compiled() -> bool:
    """Whether this process had to compile what the next need not."""
    return bool(_compiled or _noted)


def programs() -> tuple[Programs, Programs]:
    """What is known of the engine's patterns or was compiled by now, and of those of the libraries.

    There are none where this Python's `re` is made otherwise than is known.
    """
    _known.update(programs_of(_compiled))
    _compiled.clear()
    _noted.clear()
    return dict(_known), programs_of(_of_libraries)


def programs_of(asked: Iterable[Asked]) -> Programs:
    """Compile patterns as `re` does; nothing where this Python's `re` is made otherwise."""
    try:
        compiler, parser = import_module("re._compiler"), import_module("re._parser")
        made = {one: _program(compiler, parser.parse(*one)) for one in asked}
        for (pattern, _), program in made.items():
            _restored(pattern, program)
    except (ImportError, AttributeError, TypeError, RuntimeError):
        return {}
    return made


def _program(compiler: Any, tree: Any) -> Program:  # noqa: ANN401 - private to `re`
    groups, count, flags = tree.state.groupdict, tree.state.groups, int(tree.state.flags)
    names = {number: name for name, number in groups.items()}
    code = array("I", compiler._code(tree, flags)).tobytes()  # noqa: SLF001 - what `re.compile` hands on
    return flags, code, count - 1, groups, tuple(map(names.get, range(count)))


def _restored(pattern: str | bytes, program: Program) -> re.Pattern[Any]:
    flags, code, *groups = program
    found: re.Pattern[Any] = import_module("_sre").compile(pattern, flags, array("I", code).tolist(), *groups)
    return found


def compiled(pattern: str, programs: Programs, flags: int) -> re.Pattern[str]:
    """Compile a pattern, or make it of its program where that is among these."""
    program = programs.get((pattern, flags))
    return _restored(pattern, program) if program else re.compile(pattern, flags)


def reduced(pattern: re.Pattern[str]) -> tuple[Callable[..., object], tuple[object, ...]]:
    """How a compiled pattern is pickled: with its program."""
    asked = pattern.pattern, pattern.flags
    return compiled, (asked[0], programs_of([asked]), asked[1])


_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "flags", "groups")
"""What is asked of a compiled pattern."""


class _Ready:
    """What a pattern becomes that is compiled: to ask it for a method is no call of Python's any more."""


class _Pattern(_Ready):
    """What stands for a compiled pattern: the first use of a method compiles it, and it takes all of them over."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self.given = flags

    def __getattr__(self, name: str) -> object:
        """Give an attribute of the compiled pattern."""
        asked = (self.pattern, int(self.given))
        program = _known.get(asked)
        made = _restored(self.pattern, program) if program else re.compile(self.pattern, self.given)
        if program is None:  # noted only now: one that is no pattern can never be kept
            _compiled[asked] = None
        self.__dict__.update({one: getattr(made, one) for one in _METHODS})
        self.__class__ = _Ready  # type: ignore[assignment]
        found: object = getattr(made, name)
        return found


if TYPE_CHECKING:
    from typing import Any

    regex = re.compile
else:
    regex = _Pattern


def listed_in(file: str) -> list[tuple[str, str]]:
    """The patterns of a file of the engine's data, each on a line behind its name, in their order."""
    text = Path(__file__).parents[1].joinpath(file).read_text("utf-8")
    return [(name, pattern) for name, _, pattern in (line.partition(" ") for line in text.splitlines())]


def either(phrases: Iterable[str]) -> str:
    """Give the pattern of any of some phrases, the longest first; of none it matches nothing."""
    return "|".join(re.escape(one) for one in sorted(phrases, key=lambda one: (-len(one), one))) or "(?!)"


LETTERS = regex(r"[^\W\d_]+")
"""A word of letters alone, in any script."""

LAST_LETTERS = regex(r"[^\W\d_]+\Z")
"""The word of letters that a text ends with."""
