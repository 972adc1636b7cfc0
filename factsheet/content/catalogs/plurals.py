"""How many plural forms gettext gives a language, and which number takes which.

A language has no one right formula: GNU gettext, Unicode CLDR and the translation editors have their own, and some
number the same forms in another order. So formulas are compared by what they do: which numbers share a form.
"""

import gettext
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.content.catalogs.pofile import MOST_FORMS
from factsheet.core.derived import derived, derived_of_language
from factsheet.core.patterns import listed_in
from factsheet.core.records import dataclass
from factsheet.l10n import cldr

# Plural formulas that tools write, and that neither CLDR nor Babel's table has.
#
# They are of GNU gettext (`msginit`) and of Weblate's language data, and stay in use in catalogues that exist. A test
# compares them with both.

_RULES: Final = listed_in("content/data/plural_rules.txt")
CONVENTIONS: Final = {tag: tuple(rule for one, rule in _RULES if one == tag) for tag, _ in _RULES}
"""Expressions in C by the identifier of CLDR's data."""


_OTHERS: Final = (2, "(n != 1)")
_SIMPLE: Final = ((1, "0"), _OTHERS, (2, "(n > 1)"))
_SAMPLES: Final = (*range(201), *range(300, 2001, 100), 1001, 1002, 2001, *range(3000, 20_001, 1000), 100_000)
"""Numbers to compare formulas on, below a million, which CLDR sets apart in Romance languages and gettext does not."""
_LONGEST = 1000
"""The longest plural expression that is looked at, in characters."""

Groups = tuple[int, ...]
"""For each sample the position of the first sample that takes the same form."""


@dataclass(frozen=True, slots=True)
class Plurals:
    """The number of forms, and the expression in C that chooses one."""

    count: int
    expression: str

    @property
    def header(self) -> str:
        """The value of the header `Plural-Forms`."""
        return f"nplurals={self.count}; plural={self.expression};"

    def form(self, number: int) -> int:
        """Give the place of the form that a number takes, from 0."""
        return _function(self.expression)(number)


@lru_cache(maxsize=128)
def plurals_of(name: str) -> Plurals:
    """Give the formula for a new catalogue of a language, by the identifier of its CLDR data.

    It is the one that translation editors know (Babel carries it), unless CLDR groups the numbers otherwise.
    """
    wanted = _groups_of_cldr(name)
    fitting = (rule for rule in (*_usual(name), *_SIMPLE) if _groups(rule[1]) == wanted)
    found = next((Plurals(int(count), expression) for count, expression in fitting), None)
    return found or read_plurals(cldr.gettext_plurals(name, _SAMPLES)) or Plurals(*_OTHERS)


@lru_cache(maxsize=128)
def read_plurals(header: str) -> Plurals | None:
    """Read a `Plural-Forms` header; None where it has no formula, or one that gives no form to some number."""
    text = "".join(header[:_LONGEST].split())
    fields = dict(part.split("=", maxsplit=1) for part in text.split(";") if "=" in part)
    given, expression = fields.get("nplurals", ""), fields.get("plural", "")
    if not (given.isascii() and given.isdigit() and len(given) == 1 and 1 <= int(given) <= MOST_FORMS):
        return None
    try:
        chosen = _function(expression)
        good = all(0 <= chosen(number) < int(given) for number in _SAMPLES)
    except (ValueError, OverflowError, ZeroDivisionError, RecursionError, MemoryError, SyntaxError):
        return None
    return Plurals(int(given), expression) if good else None


def fits(plurals: Plurals, name: str) -> bool:
    """Whether a formula serves a language: where a known rule gives two numbers different forms, it does as well.

    The known rules are those of CLDR, of Babel's table, and of other tools. A formula that tells more numbers apart
    serves too.
    """
    groups = _groups(plurals.expression)
    return any(len(set(zip(groups, known, strict=True))) == len(set(groups)) for known in _known(name))


def _known(name: str) -> Iterator[Groups]:
    for _, expression in _usual(name):
        yield _groups(expression)
    for each in _names(name):
        yield _groups_of_cldr(each)
        yield from map(_groups, CONVENTIONS.get(each, ()))


def _usual(name: str) -> Iterator[tuple[int, str]]:
    """The formula of Babel's table, the most special first."""
    table = derived("plurals", b"", _table)
    yield from (table[each] for each in _names(name) if each in table)


def _table() -> Mapping[str, tuple[int, str]]:
    from babel.messages.plurals import PLURALS

    return dict(PLURALS)


def _names(name: str) -> Iterator[str]:
    """The identifier and its parents: `ro_MD`, `ro`."""
    parts = name.split("_")
    return ("_".join(parts[:count]) for count in range(len(parts), 0, -1))


@lru_cache(maxsize=512)
def _groups(expression: str) -> Groups:
    return _grouped(_function(expression))


@derived_of_language("plural-groups")
def _groups_of_cldr(name: str) -> Groups:
    return _grouped(lambda number: cldr.whole_category(name, number)) if name else _groups(_OTHERS[1])


def _grouped(chosen: Callable[[int], object]) -> Groups:
    first: dict[object, int] = {}
    return tuple(first.setdefault(chosen(number), position) for position, number in enumerate(_SAMPLES))


def _function(expression: str) -> Callable[[int], int]:
    function: Callable[[int], int] = gettext.c2py(expression)
    return lambda number: int(function(number))
