r"""Regular expressions that are compiled when they are first used.

A build imports some four hundred and uses half of them; to compile one takes as long as to search a page with it.

One with which whole texts are searched begins with a letter or a set: Python skips to where it may stand. What begins
with a repetition, a choice or a look behind is tried at each character, which takes two to three times as long. So
`\d\d*` is better than `\d+`, and a look behind stands after the first character.

What they are compiled to may be kept for the next process of the same engine and Python; see `programs`.
"""

from __future__ import annotations  # `Any` is known to type checkers alone

import re
from array import array
from collections.abc import Mapping
from importlib import import_module

TYPE_CHECKING = False

Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What a pattern is compiled to: flags, code, how many groups it has, their numbers by name, and their names."""

Programs = Mapping[tuple[str | bytes, int], Program]
"""Programs by pattern, and the flags that it was given."""

_waiting: list[_Pattern] = []
_known: dict[tuple[str | bytes, int], Program] = {}


def programs() -> Programs:
    """Compile all patterns of the modules at hand, as `re` does; nothing where this Python's `re` is made otherwise."""
    try:
        compiler, parser = import_module("re._compiler"), import_module("re._parser")
        made = {(one.pattern, one.given): _program(compiler, parser.parse(one.pattern, one.given)) for one in _waiting}
        for (pattern, _), program in made.items():
            _restored(pattern, program)
    except (ImportError, AttributeError, TypeError, RuntimeError):
        return {}
    return made


def use(made: Programs) -> None:
    """Take what `programs` gave in an earlier process of the same engine and Python."""
    _known.update(made)


def _program(compiler: Any, tree: Any) -> Program:  # noqa: ANN401 - private to `re`
    groups, count, flags = tree.state.groupdict, tree.state.groups, int(tree.state.flags)
    names = {number: name for name, number in groups.items()}
    code = array("I", compiler._code(tree, flags)).tobytes()  # noqa: SLF001 - what `re.compile` hands on
    return flags, code, count - 1, groups, tuple(map(names.get, range(count)))


def _restored(pattern: str | bytes, program: Program) -> re.Pattern[Any]:
    flags, code, *groups = program
    found: re.Pattern[Any] = import_module("_sre").compile(pattern, flags, array("I", code).tolist(), *groups)
    return found


class _Pattern:
    """What stands for a compiled pattern: the first use of a method compiles it, and keeps the method."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self.given = flags
        self._compiled: re.Pattern[Any] | None = None
        _waiting.append(self)

    def __getattr__(self, name: str) -> object:
        """Give an attribute of the compiled pattern."""
        if self._compiled is None:
            program = _known.get((self.pattern, self.given))
            self._compiled = _restored(self.pattern, program) if program else re.compile(self.pattern, self.given)
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as regex
    from typing import Any
else:
    regex = _Pattern

__all__ = ["programs", "regex", "use"]
