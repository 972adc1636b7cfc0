"""Babel's locale data: the one place that knows how Babel keeps it.

The mappings are private to Babel. A test compares their shape with what this package relies on, so that a new
Babel cannot change published text unseen. Babel is imported only once data are asked for.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from factsheet.l10n import tags

if TYPE_CHECKING:
    from babel import Locale

CLDR_VERSION: Final = "47"
"""The CLDR release the data comes from; a test holds Babel to it."""

_UNWANTED: Final = frozenset({"en_US_POSIX"})


@lru_cache(maxsize=256)
def babel(cldr: str) -> "Locale":
    """Give Babel's own locale."""
    from babel import Locale

    return Locale.parse(cldr)


def data(cldr: str) -> Mapping[str, Any]:
    """Give the tables of one locale, what it inherits included."""
    return cast("Mapping[str, Any]", babel(cldr)._data)


def everywhere(key: str) -> Mapping[str, Any]:
    """Give a table that holds for all locales."""
    from babel.core import get_global

    return get_global(key)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def identifiers() -> frozenset[str]:
    """Give the identifiers of all locales."""
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
