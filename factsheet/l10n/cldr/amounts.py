"""Currencies and units."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from factsheet.l10n import supplement
from factsheet.l10n.cldr import source
from factsheet.l10n.cldr.language import NumberLocale
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
    **{f"duration-{unit}-person": f"duration-{unit}" for unit in ("day", "week", "month", "year")},
    **{f"graphics-dot{per}": f"graphics-pixel{per}" for per in ("", "-per-centimeter", "-per-inch")},
    "energy-foodcalorie": "energy-kilocalorie",
}
"""Units that most languages write as another; Babel leaves these links of CLDR's root out."""
_POWERS: Final = {"kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15}
_PREFIXED: Final[Mapping[str, tuple[str, int]]] = {
    f"{kind}-{prefix}{unit}": (f"{kind}-{base}{unit}", _POWERS[prefix])
    for kind, base, unit, prefixes in (
        ("energy", "kilo", "joule", "giga mega peta tera"),
        ("power", "kilo", "watt", "tera"),
        ("mass", "", "tonne", "giga kilo mega"),
        ("energy", "kilo", "watt-hour", "mega giga tera"),
    )
    for prefix in prefixes.split()
}
"""Units that CLDR has by the rules of its prefixes only: the unit that they are made of, and their power of ten."""
_SPACES: Final = " \u00a0\u202f"
_SIGNS: Final = NumberLocale("en", "en", "latn", "en")
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
    """Give the patterns of a unit with another prefix in the place of its own; empty where the language has none.

    One that is made of a unit without a prefix is written by its sign in every width ("12 Mt"): its name in CLDR may be
    of two words, before which no prefix can stand.
    """
    base, power = _PREFIXED[unit]
    table = source.data(loc.cldr)["unit_patterns"].get(base, {})
    if "-kilo" not in base:
        prefix, signs = _prefix(loc, power, "short"), table.get("short", {})
        shapes = {category: str(signs[category]).partition("{0}") for category in signs if category != "per"}
        is_plain = prefix and all(number and not before for before, number, _ in shapes.values())
        return {
            category: f"{{0}}{after[: len(after) - len(after.lstrip(_SPACES))]}{prefix}{after.lstrip(_SPACES)}"
            for category, (_, _, after) in shapes.items()
            if is_plain
        }
    kilo, other = _prefix(loc, 3, width), _prefix(loc, power, width)
    found = table.get(width, {})
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


# Names of months and days, and patterns of dates; the Gregorian calendar.


@lru_cache(maxsize=512)
def months(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give month names by number; width "wide", "abbreviated", "narrow"; context "format", "stand-alone"."""
    return dict(source.data(loc.cldr)["months"][context][width])


@lru_cache(maxsize=512)
def quarters(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give the names of quarters by number; widths and contexts as for `months`."""
    return dict(source.data(loc.cldr)["quarters"][context][width])


@lru_cache(maxsize=512)
def weekdays(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give weekday names, 0 for Monday; widths and contexts as for `months`."""
    return dict(source.data(loc.cldr)["days"][context][width])


def eras(loc: NumberLocale, width: str) -> tuple[str, str]:
    """Give the names of the era before ours, and of ours ("BC", "AD"); width "wide", "abbreviated" or "narrow"."""
    names = source.data(loc.cldr)["eras"][width]
    return str(names[0]), str(names[1])


def date_pattern(loc: NumberLocale, width: str) -> str:
    """Give the date pattern for "full", "long", "medium" or "short"."""
    return str(source.data(loc.cldr)["date_formats"][width].pattern)


def time_pattern(loc: NumberLocale, width: str) -> str:
    """Give the pattern of times of day for "medium" (with seconds) or "short"."""
    return str(source.data(loc.cldr)["time_formats"][width].pattern)


@lru_cache(maxsize=256)
def day_period_names(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[str, str]:
    """Give the names of the halves and parts of the day: `am`, `pm`, `noon`, `morning1`.

    A name that a width lacks is that of the abbreviated one, as CLDR's root has it.
    """
    tables = source.data(loc.cldr)["day_periods"]
    return {**tables["format"]["abbreviated"], **tables[context]["abbreviated"], **tables[context][width]}


@lru_cache(maxsize=256)
def day_periods(loc: NumberLocale) -> Mapping[str, tuple[int, int]]:
    """Give when each part of the day begins and ends, in seconds after midnight, half-open; `noon` takes one second.

    A part that begins later than it ends goes beyond midnight (UTS #35, part 4, day period rules).
    """
    rules = source.babel(loc.cldr).day_period_rules.get(None, {})
    return {
        name: (rule["at"], rule["at"] + 1) if "at" in rule else (rule["from"], rule["before"])
        for name, (rule, *_) in rules.items()
    }


@lru_cache(maxsize=256)
def date_skeletons(loc: NumberLocale) -> Mapping[str, str]:
    """Give the patterns by skeleton; every language lists `y` and `yMMMM`."""
    listed = source.data(loc.cldr)["datetime_skeletons"]
    return {skeleton: str(found.pattern) for skeleton, found in listed.items()}


def date_skeleton(loc: NumberLocale, skeleton: str) -> str | None:
    """Give the pattern for a skeleton such as `yMMMM`, if the language lists it."""
    return date_skeletons(loc).get(skeleton)


def interval_pattern(loc: NumberLocale, skeleton: str, field: str) -> tuple[str, str] | None:
    """Give both halves of a range's pattern where `field` ("y", "M", "d") is the largest that differs."""
    own = supplement.fact(loc.cldr, "intervals") or {}
    known = source.data(loc.cldr)["interval_formats"].get(skeleton, {})
    halves = own.get(skeleton, {}).get(field) or known.get(field)
    return (halves[0], halves[1]) if halves and len(halves) > 1 else None


def interval_fallback(loc: NumberLocale) -> str:
    """Give the pattern that joins two whole dates {0} and {1}."""
    return str(source.data(loc.cldr)["interval_formats"][None])
