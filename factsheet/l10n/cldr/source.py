"""Babel's locale data: the one place that knows how Babel keeps it.

The mappings are private to Babel. A test compares their shape with what this package relies on, so that a new
Babel cannot change published text unseen.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, cast

from babel import Locale, localedata
from babel.core import get_cldr_version, get_global

from factsheet.l10n import tags

CLDR_VERSION: Final[str] = get_cldr_version()
"""The CLDR release the data comes from, such as "47"."""

_UNWANTED: Final = frozenset({"en_US_POSIX"})


@lru_cache(maxsize=256)
def babel(cldr: str) -> Locale:
    """Give Babel's own locale."""
    return Locale.parse(cldr)


def data(cldr: str) -> Mapping[str, Any]:
    """Give the tables of one locale, what it inherits included."""
    return cast("Mapping[str, Any]", babel(cldr)._data)


def everywhere(key: str) -> Mapping[str, Any]:
    """Give a table that holds for all locales."""
    return get_global(key)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def identifiers() -> frozenset[str]:
    """Give the identifiers of all locales."""
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
