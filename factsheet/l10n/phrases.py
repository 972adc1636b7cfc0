"""Numbers inside a phrase that follows their plural category: units, and currencies by name."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.formatted import FormattedNumber, Phrase

_WIDTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "long": ("long", "short", "narrow"),
    "short": ("short", "long", "narrow"),
    "narrow": ("narrow", "short", "long"),
}
"""Where a unit's pattern is looked for, width by width."""


_NUMBER: Final = "{0}"


def in_phrase(loc: NumberLocale, number: FormattedNumber, phrase: Phrase) -> FormattedNumber:
    """Write the number in its phrase."""
    pattern = _pattern(loc, phrase, number.category)
    text = pattern.replace("{0}", number.text)
    return FormattedNumber(text, number.category, number.scale, number.number, number.around, phrase)


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
            return _with_number(found.get(category) or found["other"], category, found.get("other", ""))
    raise KeyError(name)


def _with_number(pattern: str, category: str, other: str) -> str:
    """Give a pattern that holds the number, as a figure always shows it.

    Some patterns of CLDR are words alone: "kilowatt-oră" for one, the Arabic and Hebrew dual for two. The word for one
    takes the number where `other` has it; in place of the dual, `other` stands with the number.
    """
    if _NUMBER in pattern or _NUMBER not in other:
        return pattern if _NUMBER in pattern else f"{_NUMBER} {pattern}"
    if category != "one":
        return other
    before, _, after = other.partition(_NUMBER)
    space = after[:1] if after[:1].isspace() else before[-1:] if before[-1:].isspace() else " "
    return f"{_NUMBER}{space}{pattern}" if after else f"{pattern}{space}{_NUMBER}"
