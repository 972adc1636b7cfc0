"""How many plural forms gettext gives a language, and which number takes which.

The tables are those that translation editors know (Babel carries them); a language that they lack has two forms.
"""

import gettext
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_OTHERS: Final = (2, "(n != 1)")
_SAMPLES: Final = (*range(212), 1000, 1001, 10_000, 100_000, 1_000_000)
_LONGEST = 500
"""The longest plural expression that is looked at, in characters."""


@dataclass(frozen=True, slots=True)
class Plurals:
    """The number of forms, and the expression in C that chooses one."""

    count: int
    expression: str

    @property
    def header(self) -> str:
        """The value of the header `Plural-Forms`."""
        return f"nplurals={self.count}; plural={self.expression};"


@lru_cache(maxsize=128)
def plurals_of(cldr: str) -> Plurals:
    """The plural forms of a language, by the identifier of its CLDR data."""
    from babel.messages.plurals import PLURALS

    parts = cldr.split("_")
    names = ("_".join(parts[:count]) for count in range(len(parts), 0, -1))
    count, expression = next((PLURALS[name] for name in names if name in PLURALS), _OTHERS)
    return Plurals(int(count), expression)


def same_plurals(header: str, wanted: Plurals) -> bool:
    """Whether a `Plural-Forms` header means the same, however it is written."""
    text = "".join(header[:_LONGEST].split(" "))
    if text == "".join(wanted.header.split(" ")):
        return True
    fields = dict(part.split("=", maxsplit=1) for part in text.rstrip(";").split(";") if "=" in part)
    if fields.get("nplurals") != str(wanted.count) or not fields.get("plural"):
        return False
    try:
        theirs, ours = gettext.c2py(fields["plural"]), gettext.c2py(wanted.expression)
        return all(int(theirs(number)) == int(ours(number)) for number in _SAMPLES)
    except (ValueError, OverflowError, ZeroDivisionError, RecursionError, MemoryError):
        return False
