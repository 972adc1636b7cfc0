"""CLDR's data about one language: the only module that touches Babel's locale data.

Everything here is plain data (strings, tuples, mappings); formatting and reading are built on it. What Babel
does not carry comes from `supplement`. Babel's mappings are private: they are reached in `_data` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, Literal, cast

from babel import Locale, localedata
from babel.core import get_cldr_version, get_global

from factsheet.l10n import supplement, tags

CLDR_VERSION: Final[str] = get_cldr_version()
"""The CLDR release the data comes from, such as "47"."""

CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR, in their usual order."""

_SAMPLES: Final = tuple(
    Decimal(text)
    for text in (
        *map(str, range(201)), "1000", "1001", "1002", "1100", "10000", "100000", "1000000", "2000000",
        *(f"{whole}.{part}" for whole in range(12) for part in range(10)),
    )
)  # fmt: skip
_DOTTED_I: Final = frozenset({"tr", "az", "crh", "kk", "tt"})

Width = Literal["long", "short"]
Compact = Mapping[str, Mapping[int, str]]
"""Plural category (or "1", for exactly one) to power of ten to pattern."""


class UnknownLocale(ValueError):
    """CLDR does not have the language; `near` lists tags it has that look alike."""

    def __init__(self, tag: str, near: tuple[str, ...]) -> None:
        """Keep the tag asked for beside the near misses."""
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"no CLDR data for {tag!r}{hint}")
        self.tag = tag
        self.near = near


class UnknownNumerals(ValueError):
    """The numbering system is none of CLDR's decimal ones."""


@dataclass(frozen=True, slots=True)
class NumberLocale:
    """How one language writes numbers. Made by `locale`; cheap to pass and to hash."""

    tag: str
    """BCP 47 tag as the site writes it."""
    cldr: str
    """Identifier of the data in Babel: "ro", "pt_BR", "zh_Hans_CN"."""
    numerals: str
    """CLDR numbering system in use: "latn", "arab", "deva"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """The signs a language writes numbers with, in its numbering system; bidi marks belong to the sign."""

    decimal: str
    group: str
    minus: str
    plus: str
    percent: str
    currency_decimal: str
    currency_group: str


@lru_cache(maxsize=256)
def locale(tag: str, *, cldr: str | None = None, numerals: str | None = None) -> NumberLocale:
    """Find the CLDR data for a BCP 47 tag.

    `cldr` names the data where it should not follow from the tag; `numerals` is a CLDR numbering system, "native"
    or "default" (the default, or the tag's own `-u-nu-`). Raises `UnknownLocale` and `UnknownNumerals`.
    """
    known = _identifiers()
    found = tags.identify(cldr or tag, known, _aliases())
    if found is None:
        raise UnknownLocale(cldr or tag, tags.near_misses(cldr or tag, known))
    return NumberLocale(tag, found, _numbering(found, numerals or tags.numerals(tag) or "default"))


@lru_cache(maxsize=1)
def _identifiers() -> frozenset[str]:
    return frozenset(localedata.locale_identifiers()) - {"en_US_POSIX"}


@lru_cache(maxsize=1)
def _aliases() -> tags.Aliases:
    return tags.Aliases(
        languages=get_global("language_aliases"),
        territories={old: new[0] for old, new in get_global("territory_aliases").items() if new},
        likely=get_global("likely_subtags"),
    )


def _numbering(cldr: str, wanted: str) -> str:
    data = _data(cldr)
    system = data["default_numbering_system"] if wanted == "default" else wanted
    if wanted == "native":
        system = data["numbering_systems"].get("native", "latn")
    if system not in supplement.digits():
        raise UnknownNumerals(f"{wanted!r} is not a decimal numbering system of CLDR")
    return str(system)


@lru_cache(maxsize=256)
def _locale(cldr: str) -> Locale:
    return Locale.parse(cldr)


def _data(cldr: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", _locale(cldr)._data)  # noqa: SLF001


# --- signs and patterns -------------------------------------------------------------------------------------


def digits(loc: NumberLocale) -> str:
    """Give the ten digits, from zero to nine."""
    return supplement.digits()[loc.numerals]


@lru_cache(maxsize=256)
def symbols(loc: NumberLocale) -> Symbols:
    """Give the separators and signs of the language in its numbering system."""
    tables = _data(loc.cldr)["number_symbols"]
    signs = {**tables["latn"], **tables.get(loc.numerals, {})}
    own = supplement.numbers(loc.cldr, loc.numerals)
    return Symbols(
        decimal=own.get("decimal", signs["decimal"]),
        group=own.get("group", signs["group"]),
        minus=own.get("minus", signs["minusSign"]),
        plus=own.get("plus", signs["plusSign"]),
        percent=own.get("percent", signs["percentSign"]),
        currency_decimal=own.get("currency-decimal", own.get("decimal", signs["decimal"])),
        currency_group=own.get("currency-group", own.get("group", signs["group"])),
    )


@lru_cache(maxsize=256)
def pattern(loc: NumberLocale, kind: Literal["decimal", "percent", "currency"]) -> str:
    """Give the standard pattern of UTS #35, such as `#,##0.###` or `#,##0.00 ¤`."""
    own = _own(loc, f"{kind}-pattern")
    name = "standard" if kind == "currency" else None
    return str(own or _data(loc.cldr)[f"{kind}_formats"][name].pattern)


@lru_cache(maxsize=512)
def compact(loc: NumberLocale, kind: Literal["decimal", "currency"], width: Width) -> Compact:
    """Give the compact patterns by category and power of ten; empty where the language has none of its own.

    A category may also be "0" or "1", for exactly that number.
    """
    own = _own(loc, f"{kind}-{width}")
    if own:
        return {category: {int(power): text for power, text in row.items()} for category, row in own.items()}
    table = _data(loc.cldr)[f"compact_{kind}_formats"].get(width, {})
    return {
        category: {len(power) - 1: str(entry.pattern) for power, entry in row.items()}
        for category, row in table.items()
    }


def _own(loc: NumberLocale, key: str) -> Any:  # noqa: ANN401 (a leaf of JSON)
    """Give a supplementary fact; what a numbering system lacks is as in Latin digits."""
    return supplement.numbers(loc.cldr, loc.numerals).get(key) or supplement.numbers(loc.cldr, "latn").get(
        key
    )


def grouping(loc: NumberLocale) -> tuple[int, int]:
    """Give the sizes of the first and of the further groups of digits: (3, 3), in India (3, 2)."""
    groups = pattern(loc, "decimal").split(";")[0].split(".")[0].split(",")
    sizes = [len(group) for group in groups[1:]]
    return (sizes[-1], sizes[-2] if len(sizes) > 1 else sizes[-1]) if sizes else (0, 0)


def minimum_grouping(loc: NumberLocale) -> int:
    """Give the digits that must stand before the first separator: 1, or 2 where "1209" stays ungrouped."""
    return int(supplement.fact(loc.cldr, "minimum") or 1)


def range_pattern(loc: NumberLocale) -> str:
    """Give how two numbers {0} and {1} make a range, as CLDR has it."""
    return str(supplement.numbers(loc.cldr, loc.numerals).get("range", "{0}–{1}"))


# --- money and units ----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """Give every ISO 4217 code that CLDR knows, past ones included."""
    return frozenset(get_global("all_currencies"))


def currency_digits(code: str) -> int:
    """Give the number of decimals a currency is written with (2 for USD, 0 for JPY)."""
    fractions = get_global("currency_fractions")
    return int(fractions.get(code, fractions["DEFAULT"])[0])


def currency_symbol(loc: NumberLocale, code: str) -> str:
    """Give the sign of a currency in the language ("$", "US$", "$US"), or its code."""
    own = supplement.fact(loc.cldr, "symbols") or {}
    return str(own.get(code) or _data(loc.cldr)["currency_symbols"].get(code, code))


def currency_narrow(loc: NumberLocale, code: str) -> str:
    """Give the shortest sign of a currency ("$"), which may be ambiguous."""
    return supplement.narrow(loc.cldr, code) or currency_symbol(loc, code)


def currency_name(loc: NumberLocale, code: str) -> str:
    """Give the name of a currency standing alone, or its code."""
    return str(_data(loc.cldr)["currency_names"].get(code, code))


def currency_names(loc: NumberLocale, code: str) -> Mapping[str, str]:
    """Give the names of a currency by plural category; empty where CLDR has none."""
    return dict(_data(loc.cldr)["currency_names_plural"].get(code, {}))


def currency_glue(loc: NumberLocale) -> Mapping[str, str]:
    """Give, by plural category, how an amount {0} and a currency's name {1} are joined."""
    return dict(_own(loc, "glue") or _data(loc.cldr)["currency_unit_patterns"])


@lru_cache(maxsize=1)
def unit_ids() -> frozenset[str]:
    """Give the ids of CLDR's units, such as "length-kilometer"."""
    return frozenset(_data("en")["unit_patterns"])


def unit_patterns(loc: NumberLocale, unit: str, width: str) -> Mapping[str, str]:
    """Give a unit's patterns by plural category in one width ("long", "short", "narrow")."""
    return dict(_data(loc.cldr)["unit_patterns"].get(unit, {}).get(width, {}))


# --- dates and lists ----------------------------------------------------------------------------------------


def months(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give month names by number; width "wide", "abbreviated", "narrow"; context "format", "stand-alone"."""
    return dict(_data(loc.cldr)["months"][context][width])


def weekdays(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give weekday names, 0 for Monday; widths and contexts as for `months`."""
    return dict(_data(loc.cldr)["days"][context][width])


def date_pattern(loc: NumberLocale, width: str) -> str:
    """Give the date pattern for "full", "long", "medium" or "short"."""
    return str(_data(loc.cldr)["date_formats"][width].pattern)


def date_skeleton(loc: NumberLocale, skeleton: str) -> str | None:
    """Give the pattern for a skeleton such as `yMMMM`, if the language lists it."""
    found = _data(loc.cldr)["datetime_skeletons"].get(skeleton)
    return None if found is None else str(found.pattern)


def interval_pattern(loc: NumberLocale, skeleton: str, field: str) -> tuple[str, str] | None:
    """Give both halves of a range's pattern where `field` ("y", "M", "d") is the largest that differs."""
    halves = _data(loc.cldr)["interval_formats"].get(skeleton, {}).get(field)
    return (halves[0], halves[1]) if halves and len(halves) > 1 else None


def interval_fallback(loc: NumberLocale) -> str:
    """Give the pattern that joins two whole dates {0} and {1}."""
    return str(_data(loc.cldr)["interval_formats"][None])


def list_patterns(loc: NumberLocale, kind: Literal["standard", "or"]) -> Mapping[str, str]:
    """Give the patterns "2", "start", "middle" and "end" that join {0} and {1}."""
    return dict(_data(loc.cldr)["list_patterns"][kind])


# --- the language itself ------------------------------------------------------------------------------------


def direction(loc: NumberLocale) -> Literal["ltr", "rtl"]:
    """Give the direction of the language's script."""
    return "rtl" if _locale(loc.cldr).character_order == "right-to-left" else "ltr"


def autonym(loc: NumberLocale) -> str:
    """Give the language's name in itself, with a capital: "Română", "Português (Brasil)"."""
    name = _locale(loc.cldr).get_display_name(loc.cldr) or loc.tag
    return capitalised(loc, name)


def capitalised(loc: NumberLocale, text: str) -> str:
    """Give the text with its first letter as it stands at the start of a line in the language."""
    first = text[:1]
    if loc.cldr.split("_")[0] in _DOTTED_I and first == "i":
        return "İ" + text[1:]
    return (first.title() if len(first.title()) == 1 else first) + text[1:]


def display_name(tag: str, in_locale: NumberLocale) -> str:
    """Give the name of the language `tag` in another language, as it stands inside a sentence."""
    return _locale(locale(tag).cldr).get_display_name(in_locale.cldr) or tag


def quotes(loc: NumberLocale) -> tuple[str, str, str, str]:
    """Give the quotation marks: opening, closing, and both for a quotation within."""
    marks = supplement.fact(loc.cldr, "quotes") or ("“", "”", "‘", "’")
    return marks[0], marks[1], marks[2], marks[3]


def alphabet(loc: NumberLocale) -> str:
    """Give the letters in the order of the language as a CLDR set, such as "[A Ă Â B {CH}]", or nothing."""
    return str(supplement.fact(loc.cldr, "index") or "")


# --- plural categories --------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def plural_categories(loc: NumberLocale) -> tuple[str, ...]:
    """Give the categories the language tells apart, in CLDR's order; "other" is always among them."""
    return tuple(name for name in CATEGORIES if name in {*_locale(loc.cldr).plural_form.tags, "other"})


def plural_category(loc: NumberLocale, value: Decimal) -> str:
    """Give the category of a number as shown: its visible decimals count, "1.0" is not "1"."""
    return _category(loc.cldr, str(value))


@lru_cache(maxsize=8192)
def _category(cldr: str, written: str) -> str:
    """Look the category up by the number's text, since 1.0 and 1 are one key of a cache."""
    return str(_locale(cldr).plural_form(Decimal(written)))


@lru_cache(maxsize=256)
def plural_examples(loc: NumberLocale, category: str) -> tuple[Decimal, ...]:
    """Give up to six numbers that need the category, the smallest first; whole ones where there are any."""
    found = [number for number in _SAMPLES if plural_category(loc, number) == category]
    whole = [number for number in found if number == int(number)]
    return tuple((whole or found)[:6])


def range_category(loc: NumberLocale, low: Decimal, high: Decimal) -> str:
    """Give the category of "low–high"."""
    return joined_category(loc, plural_category(loc, low), plural_category(loc, high))


def joined_category(loc: NumberLocale, low: str, high: str) -> str:
    """Give the category of a range from those of its ends."""
    return supplement.plural_range(loc.cldr.split("_")[0], low, high)
