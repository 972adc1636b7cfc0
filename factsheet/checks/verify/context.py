"""What a published site says of itself in `build-info.json`: its languages, and the digits that are names."""

import json
from collections.abc import Mapping
from typing import Final

from factsheet.content.passages import Literals
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.records import dataclass, field

FILE: Final = "build-info.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedContext:
    """The languages by their tags, the literals declared in each, and the files that are not the tool's."""

    locales: Mapping[str, NumberLocale] = field(default_factory=dict)
    literals: Mapping[str, Literals] = field(default_factory=dict)
    copied: frozenset[str] = frozenset()
    """The files that the site's owner had copied as they are: pages among them tell no figure."""

    def locale(self, tag: str) -> NumberLocale | None:
        """How a language writes numbers: as the site says, else as CLDR does; None for an unknown one."""
        return self.locales.get(tag) or _locale(tag, None, None)


def read_context(data: bytes | None) -> PublishedContext:
    """Read `build-info.json`; what is not as it should be counts as not said."""
    try:
        info = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        info = {}
    said = info if isinstance(info, dict) else {}
    locales = {
        tag: found
        for tag, entry in _mapping(said.get("locales")).items()
        if (found := _locale(tag, _word(entry, "cldr"), _word(entry, "numerals"))) is not None
    }
    literals = {
        tag: Literals(one for one in listed if isinstance(one, str))
        for tag, listed in _mapping(said.get("literals")).items()
        if isinstance(listed, list)
    }
    listed = said.get("copied")
    copied = frozenset(one for one in (listed if isinstance(listed, list) else ()) if isinstance(one, str))
    return PublishedContext(locales=locales, literals=literals, copied=copied)


def _locale(tag: str, identifier: str | None, numerals: str | None) -> NumberLocale | None:
    try:
        return cldr.locale(tag, cldr=identifier, numerals=numerals)
    except ValueError:
        return None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _word(entry: object, key: str) -> str | None:
    value = entry.get(key) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else None
