"""Babel's locale data: the one place that knows how Babel keeps it.

The mappings are private to Babel. A test compares their shape with what this package relies on, so that a new
Babel cannot change published text unseen. Babel is imported only once data are asked for.
"""

import pickle
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

    They are this locale's alone, as Babel writes what an alias leads to into them: once the months of Japanese have
    been asked for, those of Persian would be Japanese. Whoever else uses Babel in this process has Babel's own.
    """
    from babel import Locale, localedata, plural

    vars(plural).update(compile=lambda text, *_: text, eval=exec)  # without syntax trees: see `derived.use_compiled`
    found = Locale.parse(cldr)
    tables = derived(f"locale-{found}", b"", lambda: _packed(_merged(str(found))))
    vars(found)["_Locale__data"] = localedata.LocaleDataDict(_Tables(tables))
    return found


def _packed(tables: Mapping[str | int | None, Any]) -> dict[str | int | None, bytes]:
    return {key: pickle.dumps(table, protocol=5) for key, table in tables.items()}


class _Tables(dict[str | int | None, Any]):
    """The tables of a locale, each read when it is first asked for: a site asks for few of them."""

    def __init__(self, packed: Mapping[str | int | None, bytes]) -> None:
        self._packed = packed

    def __missing__(self, key: str | int | None) -> object:
        found = self[key] = pickle.loads(self._packed[key])  # noqa: S301 - what `_packed` gave
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


def gettext_plurals(cldr: str, categories: Collection[str]) -> str:
    """Write the plural rule of a locale as a `Plural-Forms` header of gettext, with these categories only."""
    from babel.plural import PluralRule, to_gettext

    rules = babel(cldr).plural_form.rules
    return str(to_gettext(PluralRule({tag: rule for tag, rule in rules.items() if tag in categories})))


def data(cldr: str) -> Mapping[str, Any]:
    """Give the tables of one locale, what it inherits included."""
    return cast("Mapping[str, Any]", babel(cldr)._data)


@lru_cache(maxsize=16)
def everywhere(key: str) -> Mapping[str, Any]:
    """Give a table that holds for all locales; Babel reads all of them for any."""
    return derived(f"everywhere-{key}", b"", lambda: _everywhere(key))


def _everywhere(key: str) -> Mapping[str, Any]:
    from babel.core import get_global

    return dict(get_global(key))  # type: ignore[arg-type]  # it is a name of theirs


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
        likely=tags.Likely(derived("likely", b"", lambda: tags.listed(_everywhere("likely_subtags")))),
    )
