"""Currencies and units."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from factsheet.l10n import supplement
from factsheet.l10n.cldr import source
from factsheet.l10n.cldr.locales import NumberLocale
from factsheet.l10n.cldr.notation import own


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """Give every ISO 4217 code that CLDR knows, past ones included."""
    return frozenset(source.everywhere("all_currencies"))


def currency_digits(code: str) -> int:
    """Give the number of decimals a currency is written with (2 for USD, 0 for JPY)."""
    fractions = source.everywhere("currency_fractions")
    return int(fractions.get(code, fractions["DEFAULT"])[0])


def currency_symbol(loc: NumberLocale, code: str) -> str:
    """Give the sign of a currency in the language ("$", "US$", "$US"), or its code."""
    own = supplement.fact(loc.cldr, "symbols") or {}
    return str(own.get(code) or source.data(loc.cldr)["currency_symbols"].get(code, code))


def currency_narrow(loc: NumberLocale, code: str) -> str:
    """Give the shortest sign of a currency ("$"), which may be ambiguous."""
    return supplement.narrow(loc.cldr, code) or currency_symbol(loc, code)


def currency_name(loc: NumberLocale, code: str) -> str:
    """Give the name of a currency standing alone, or its code."""
    return str(source.data(loc.cldr)["currency_names"].get(code, code))


def currency_names(loc: NumberLocale, code: str) -> Mapping[str, str]:
    """Give the names of a currency by plural category; empty where CLDR has none."""
    return dict(source.data(loc.cldr)["currency_names_plural"].get(code, {}))


def currency_glue(loc: NumberLocale) -> Mapping[str, str]:
    """Give, by plural category, how an amount {0} and a currency's name {1} are joined."""
    return dict(own(loc, "glue") or source.data(loc.cldr)["currency_unit_patterns"])


_ALIASES: Final[Mapping[str, str]] = {
    "duration-day-person": "duration-day",
    "duration-week-person": "duration-week",
    "duration-month-person": "duration-month",
    "duration-year-person": "duration-year",
    "energy-foodcalorie": "energy-kilocalorie",
    "graphics-dot": "graphics-pixel",
    "graphics-dot-per-centimeter": "graphics-pixel-per-centimeter",
    "graphics-dot-per-inch": "graphics-pixel-per-inch",
}
"""Units that most languages write as another; Babel leaves these links of CLDR's root out."""
_PREFIXED: Final[Mapping[str, tuple[str, int]]] = {
    "energy-megawatt-hour": ("energy-kilowatt-hour", 6),
    "energy-gigawatt-hour": ("energy-kilowatt-hour", 9),
    "energy-terawatt-hour": ("energy-kilowatt-hour", 12),
}
"""Units that CLDR has by the rules of its prefixes only: the unit that they are made of, and their power of ten."""
_SIGNS: Final = NumberLocale("en", "en", "latn")
"""The language whose signs stand in for those that a language lacks: they are those of the International System."""
_UNSUPPORTED: Final = frozenset({"pressure-gasoline-energy-density"})


@lru_cache(maxsize=1)
def unit_ids() -> frozenset[str]:
    """Give the ids of CLDR's units, such as "length-kilometer"."""
    return (frozenset(source.data("en")["unit_patterns"]) - _UNSUPPORTED) | _PREFIXED.keys()


def _prefix(loc: NumberLocale, power: int, width: str) -> str:
    """Give what a language puts before a unit for a power of ten, such as "kilo" (UTS #35, compound units)."""
    table = source.data(loc.cldr)["compound_unit_patterns"].get(f"10p{power}", {}).get(width, {})
    return str(table.get("prefix", "")).replace("{0}", "")


def _prefixed(loc: NumberLocale, unit: str, width: str) -> Mapping[str, str]:
    """Give the patterns of a kilowatt-hour with another prefix in the place of its own; empty where it has none."""
    base, power = _PREFIXED[unit]
    kilo, other = _prefix(loc, 3, width), _prefix(loc, power, width)
    found = source.data(loc.cldr)["unit_patterns"].get(base, {}).get(width, {})
    if not kilo or not other or not all(kilo in found[category] for category in found):
        return {}
    return {category: str(found[category]).replace(kilo, other, 1) for category in found}


def per_pattern(loc: NumberLocale, width: str) -> str:
    """Give how two units make a rate in one width: "{0} per {1}"."""
    table = source.data(loc.cldr)["compound_unit_patterns"].get("per", {})
    found = table.get(width) or table.get("short") or "{0}/{1}"
    return str(found.get("compound", "{0}/{1}") if isinstance(found, Mapping) else found)


def unit_patterns(loc: NumberLocale, unit: str, width: str) -> Mapping[str, str]:
    """Give a unit's patterns by plural category in one width ("long", "short", "narrow")."""
    if unit in _PREFIXED:
        return _prefixed(loc, unit, width) or (_prefixed(_SIGNS, unit, "short") if width == "short" else {})
    table = source.data(loc.cldr)["unit_patterns"]
    found = table.get(unit, {}).get(width) or table.get(_ALIASES.get(unit, unit), {}).get(width, {})
    return dict(found)
