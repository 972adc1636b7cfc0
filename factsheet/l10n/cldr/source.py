"""Babel's locale data: the one place that knows how Babel keeps it.

The mappings are private to Babel. A test compares their shape with what this package relies on, so that a new
Babel cannot change published text unseen. Babel is imported only once data are asked for.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from factsheet.core.derived import derived
from factsheet.l10n import tags

if TYPE_CHECKING:
    from babel import Locale

CLDR_VERSION: Final = "47"
"""The CLDR release the data comes from; a test holds Babel to it."""

_UNWANTED: Final = frozenset({"en_US_POSIX"})


@lru_cache(maxsize=256)
def babel(cldr: str) -> "Locale":
    """Give a locale of Babel, its tables merged with what it inherits by an earlier process.

    They are this locale's alone: whoever else uses Babel in this process, as a plugin may, has Babel's own.
    """
    from babel import Locale, localedata

    found = Locale.parse(cldr)
    tables = derived(f"locale-{found}", b"", lambda: _merged(str(found)))
    vars(found)["_Locale__data"] = localedata.LocaleDataDict(tables)
    return found


def _merged(name: str) -> dict[str | int | None, Any]:
    """Merge the tables of a locale anew: those that this process has used may hold what their aliases lead to."""
    from babel import localedata

    used = dict(localedata._cache)
    localedata._cache.clear()
    tables = localedata.load(name)
    localedata._cache.update(used)
    return cast("dict[str | int | None, Any]", _plain(tables))


class Pattern:
    """How a number or a date is written, as CLDR has it: what this package asks of Babel's own patterns.

    To read those, Babel must import all that it writes numbers and dates with.
    """

    __slots__ = ("pattern",)

    def __init__(self, pattern: str) -> None:
        """Take the text of the pattern."""
        self.pattern = pattern


def _plain(found: object) -> object:
    """Give tables of Babel with plain patterns in them."""
    if isinstance(found, dict):
        return {key: _plain(one) for key, one in found.items()}
    if isinstance(found, tuple):
        return tuple(map(_plain, found))
    return Pattern(found.pattern) if hasattr(found, "pattern") else found


ALIASED: Final = frozenset({"months", "days", "quarters", "eras", "currency_formats"})
"""The tables in which CLDR's root says that one list is another."""


def gettext_plurals(cldr: str, categories: Collection[str]) -> str:
    """Write the plural rule of a locale as a `Plural-Forms` header of gettext, with these categories only."""
    from babel.plural import PluralRule, to_gettext

    rules = babel(cldr).plural_form.rules
    return str(to_gettext(PluralRule({tag: rule for tag, rule in rules.items() if tag in categories})))


@lru_cache(maxsize=256)
def data(cldr: str) -> Mapping[str, Any]:
    """Give the tables of one locale, what it inherits included.

    Babel writes what an alias leads to into tables that locales share: once the months of Japanese have been asked
    for, those of Persian are Japanese. So each locale has tables with aliases of its own.
    """
    from copy import deepcopy

    from babel.localedata import LocaleDataDict

    tables = babel(cldr)._data._data
    own = {key: deepcopy(table) if key in ALIASED else table for key, table in tables.items()}
    return cast("Mapping[str, Any]", LocaleDataDict(own))


def everywhere(key: str) -> Mapping[str, Any]:
    """Give a table that holds for all locales."""
    from babel.core import get_global

    return get_global(key)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def identifiers() -> frozenset[str]:
    """Give the identifiers of all locales."""
    return derived("locales", b"", _identifiers)


def _identifiers() -> frozenset[str]:
    from babel import localedata

    return frozenset(localedata.locale_identifiers()) - _UNWANTED


@lru_cache(maxsize=1)
def aliases() -> tags.Aliases:
    """Give what CLDR says of old and unfinished tags."""
    territories = everywhere("territory_aliases").items()
    return tags.Aliases(
        languages=everywhere("language_aliases"),
        territories={old: new[0] for old, new in territories if new},
        likely=everywhere("likely_subtags"),
    )
