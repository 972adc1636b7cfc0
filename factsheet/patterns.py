r"""Regular expressions that are compiled when they are first used.

A build imports some four hundred and uses half of them; to compile one takes as long as to search a page with it.

One with which whole texts are searched begins with a letter or a set: Python skips to where it may stand. What begins
with a repetition, a choice or a look behind is tried at each character, which takes two to three times as long. So
`\d\d*` is better than `\d+`, and a look behind stands after the first character.
"""

import re

TYPE_CHECKING = False


class _Pattern:
    """What stands for a compiled pattern: the first use of a method compiles it, and keeps the method."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self._given = flags
        self._compiled: re.Pattern[str] | re.Pattern[bytes] | None = None

    def __getattr__(self, name: str) -> object:
        """Give an attribute of the compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._given)
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as regex
else:
    regex = _Pattern

__all__ = ["regex"]
