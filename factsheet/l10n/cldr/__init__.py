"""CLDR's data about languages: the only package that touches Babel's locale data.

Everything it gives is plain data (strings, tuples, mappings); formatting and reading are built on it. What
Babel does not carry comes from `supplement`.
"""

from factsheet.l10n.cldr.amounts import (
    currency_codes,
    currency_digits,
    currency_glue,
    currency_name,
    currency_names,
    currency_narrow,
    currency_symbol,
    unit_ids,
    unit_patterns,
)
from factsheet.l10n.cldr.calendar import (
    date_pattern,
    date_skeleton,
    date_skeletons,
    era,
    interval_fallback,
    interval_pattern,
    months,
    weekdays,
)
from factsheet.l10n.cldr.language import (
    alphabet,
    autonym,
    capitalised,
    direction,
    display_name,
    list_patterns,
    quotes,
)
from factsheet.l10n.cldr.locales import NumberLocale, UnknownLocale, UnknownNumerals, locale
from factsheet.l10n.cldr.notation import (
    Compact,
    Kind,
    Symbols,
    Width,
    compact,
    digits,
    grouping,
    minimum_grouping,
    pattern,
    range_pattern,
    symbols,
)
from factsheet.l10n.cldr.plurals import (
    CATEGORIES,
    joined_category,
    plural_categories,
    plural_category,
    plural_examples,
    range_category,
)
from factsheet.l10n.cldr.source import CLDR_VERSION

__all__ = [
    "CATEGORIES",
    "CLDR_VERSION",
    "Compact",
    "Kind",
    "NumberLocale",
    "Symbols",
    "UnknownLocale",
    "UnknownNumerals",
    "Width",
    "alphabet",
    "autonym",
    "capitalised",
    "compact",
    "currency_codes",
    "currency_digits",
    "currency_glue",
    "currency_name",
    "currency_names",
    "currency_narrow",
    "currency_symbol",
    "date_pattern",
    "date_skeleton",
    "date_skeletons",
    "digits",
    "direction",
    "display_name",
    "era",
    "grouping",
    "interval_fallback",
    "interval_pattern",
    "joined_category",
    "list_patterns",
    "locale",
    "minimum_grouping",
    "months",
    "pattern",
    "plural_categories",
    "plural_category",
    "plural_examples",
    "quotes",
    "range_category",
    "range_pattern",
    "symbols",
    "unit_ids",
    "unit_patterns",
    "weekdays",
]
