"""Numbers inside a phrase that follows their plural category: units, and currencies by name."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.shown import Phrase, Shown

_WIDTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "long": ("long", "short", "narrow"),
    "short": ("short", "long", "narrow"),
    "narrow": ("narrow", "short", "long"),
}
"""Where a unit's pattern is looked for, width by width."""


def in_phrase(loc: NumberLocale, number: Shown, phrase: Phrase) -> Shown:
    """Write the number in its phrase; some phrases ("one day" in Arabic) hold no number."""
    pattern = _pattern(loc, phrase, number.category)
    text = pattern.replace("{0}", number.text)
    return Shown(text, number.category, number.scale, number.number, number.around, phrase)


@lru_cache(maxsize=8192)
def _pattern(loc: NumberLocale, phrase: Phrase, category: str) -> str:
    kind, name, width = phrase
    return _unit(loc, name, width, category) if kind == "unit" else _money(loc, name, category)


def _money(loc: NumberLocale, code: str, category: str) -> str:
    names, glue = cldr.currency_names(loc, code), cldr.currency_glue(loc)
    name = names.get(category) or names.get("other") or cldr.currency_name(loc, code)
    return (glue.get(category) or glue["other"]).replace("{1}", name)


def _unit(loc: NumberLocale, name: str, width: str, category: str) -> str:
    """Give a unit's pattern; a width that the language lacks falls back to the next one."""
    for one in _WIDTHS[width]:
        found = cldr.unit_patterns(loc, name, one)
        if category in found or "other" in found:
            return found.get(category) or found["other"]
    raise KeyError(name)
